/** A thread that plays adversaries. Entered through bin/worker.mjs only. */
import { parentPort, workerData } from "node:worker_threads";
import type { Said } from "../run/crew.ts";
import { attack } from "./attacks.ts";
import type { Setting } from "./stage.ts";
import type { AttackName, Verdict } from "./verdict.ts";

const { data: setting } = workerData as { readonly data: Setting };

parentPort?.on("message", (name: AttackName) => {
  const said: Said<Verdict> = { type: "result", result: attack(name, setting), orders: 0 };
  parentPort?.postMessage(said);
});
