/** A thread that does one trial: the very code of the command line. Entered through bin/worker.mjs only. */
import { parentPort, workerData } from "node:worker_threads";
import type { TrialDone, TrialTask } from "#api";
import { readPlan } from "#engine";
import { ATTACKS, type AttackName, attackAll, readWorldNamed, simulate } from "#sim";
import { backtestFiles, runBacktest } from "../backtest.ts";
import { tell } from "../fault.ts";
import type { OutFile } from "../files.ts";
import { sayIn } from "../language.ts";
import { simulationFiles } from "../simulation.ts";
import type { Watch } from "../watch.ts";

/** What the thread says of its work. */
export type TrialSaid =
  | { readonly type: "progress"; readonly done: number; readonly total: number }
  | { readonly type: "done"; readonly done: TrialDone }
  | { readonly type: "refused"; readonly code: string; readonly zh: string; readonly en: string };

const { data: task } = workerData as { readonly data: TrialTask };
/** Milliseconds between two words about how far it is. */
const SPEAK_EVERY = 200;
/** Thousandths that reading a file takes of a backtest, roughly. */
const READING = 400;
const WHOLE = 1_000;

const speak = (said: TrialSaid) => parentPort?.postMessage(said);
let spoken = 0;
function progress(done: number): void {
  const now = performance.now();
  if (now - spoken < SPEAK_EVERY) return;
  spoken = now;
  speak({ type: "progress", done: Math.floor(done), total: WHOLE });
}

// Whoever wants it stopped ends the thread.
const watch: Watch = {
  signal: new AbortController().signal,
  reading: (bytes, total) => progress(total === null ? 0 : (READING * bytes) / Math.max(1, total)),
  booking: (taken, total) => {
    progress(READING + ((WHOLE - READING) * taken) / Math.max(1, total));
    return Promise.resolve();
  },
  ended: () => {},
};

function planOf(json: unknown) {
  const read = readPlan(json);
  if ("plan" in read) return read.plan;
  throw new Error("the plan was read when the trial was asked for");
}

async function backtested(asked: TrialTask & { readonly kind: "backtest" }): Promise<TrialDone> {
  const { file: source, name, sheet, goods, region } = asked;
  const options = { plan: planOf(asked.plan), source, name, sheet, ...(goods ? { goods } : {}) };
  const done = await runBacktest(watch, { ...options, ...(region === null ? {} : { region }) });
  const { findings, rows, booked, refused, bad, reasons, notes, untaken } = done;
  const { member_rows: _members, store_rows, exits, ...told } = findings;
  const figures = {
    rows: { read: rows, booked, refused, bad },
    reasons: reasons.reasons,
    notes,
    first_bad: untaken.slice(0, 50),
    exits: exits.length,
    stores: store_rows,
    findings: told,
  };
  return { figures, report: reportOf(backtestFiles(done, name, "zh")) };
}

async function simulated(asked: TrialTask & { readonly kind: "simulate" }): Promise<TrialDone> {
  const { seed, runs, adversary } = asked;
  const plan = planOf(asked.plan);
  const world = readWorldNamed(asked.world);
  // One thread beside this one: the house has others to answer.
  const workers = 1;
  const share = adversary === null ? WHOLE : WHOLE / 2;
  const found = await simulate({
    ...{ plan, world, seed: BigInt(seed), runs, workers },
    progress: ({ done }) => progress(share * done),
  });
  const attacks = adversary === "all" ? ATTACKS : [adversary as AttackName];
  const verdicts =
    adversary === null
      ? []
      : await attackAll(
          { plan, world, seed: BigInt(seed) },
          { attacks, workers, progress: (done, of) => progress(share + (share * done) / of) },
        );
  const { findings, ...told } = found;
  const { member_rows: _members, store_rows: _stores, exits: _exits, ...median } = findings;
  return {
    figures: { ...told, verdicts, findings: median },
    report: reportOf(simulationFiles(found, verdicts, "zh")),
  };
}

function reportOf(files: readonly OutFile[]): string {
  const { content = [] } = files.find(({ name }) => name === "report.html") ?? {};
  return [...content].join("");
}

const work = task.kind === "backtest" ? backtested(task) : simulated(task);
work.then(
  (done) => speak({ type: "done", done }),
  (error: unknown) => {
    const [zh, en] = [tell(error, sayIn("zh")), tell(error, sayIn("en"))];
    if (zh.code === "internal") throw error;
    speak({ type: "refused", code: zh.code, zh: zh.message, en: en.message });
  },
);
