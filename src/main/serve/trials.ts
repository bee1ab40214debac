/** Trials of a house: each in a thread of its own, which ends with it. */
import { Worker } from "node:worker_threads";
import { type DoTrial, TrialRefused } from "#api";
import type { TrialSaid } from "./trialroom.ts";

const ENTRY = new URL("../../../bin/worker.mjs", import.meta.url);
const ROOM = "main/serve/trialroom";
/** Memory of a thread in MiB: a file of the largest size fits, and the house beside it. */
const MOST_MEMORY = 2_048;

/** Does one trial. */
export const doTrial: DoTrial = (task, { signal, progress }) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(ENTRY, {
      workerData: { room: ROOM, data: task },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    const stop = () => {
      reject(signal.reason);
      void worker.terminate();
    };
    signal.addEventListener("abort", stop);
    const over = (settle: () => void) => {
      signal.removeEventListener("abort", stop);
      settle();
      void worker.terminate();
    };
    worker.on("message", (said: TrialSaid) => {
      if (said.type === "progress") progress(said.done, said.total);
      else if (said.type === "done") over(() => resolve(said.done));
      else over(() => reject(new TrialRefused(said.code, said.zh, said.en)));
    });
    worker.on("error", (error) => over(() => reject(error)));
    worker.on("exit", (code) => over(() => reject(new Error(`the thread ended with status ${code}`))));
  });
