/** A thread that checks plans. Entered through bin/worker.mjs only. */
import { parentPort } from "node:worker_threads";
import { type CheckOptions, checkPlan, type PlanCheck } from "./check.ts";

/** A plan to check, and the number its answer is known by. */
export interface Asked {
  readonly n: number;
  readonly json: unknown;
  readonly options: CheckOptions;
}

export interface Answered {
  readonly n: number;
  readonly check: PlanCheck;
}

parentPort?.on("message", ({ n, json, options }: Asked) => {
  const answered: Answered = { n, check: checkPlan(json, options) };
  parentPort?.postMessage(answered);
});
