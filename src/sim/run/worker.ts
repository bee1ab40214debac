/**
 * A thread of the crew: plays the runs it is given, one after the other. Entered through bin/worker.mjs
 * only.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { Plan } from "#engine";
import type { World } from "../world/index.ts";
import { derived } from "../world/index.ts";
import type { Said } from "./crew.ts";
import { runWorld, type WorldRun } from "./runworld.ts";

/** What every run has in common. */
export interface Common {
  readonly plan: Plan;
  readonly world: World;
  readonly seed: bigint;
  readonly samples: number;
}

/** One run of many, and whether its findings keep their rows. */
export interface RunJob {
  readonly run: number;
  readonly rows: boolean;
}

/** Milliseconds between two words about how far it is. */
const SPEAK_EVERY = 100;

const port = parentPort;
const { plan, world, seed, samples } = (workerData as { readonly data: Common }).data;

function tell(said: Said<WorldRun>): void {
  port?.postMessage(said);
}

port?.on("message", ({ run, rows }: RunJob) => {
  let spoken = performance.now();
  let orders = 0;
  const dayEnded = (day: number, seen: number): void => {
    orders = seen;
    const now = performance.now();
    if (now - spoken < SPEAK_EVERY) return;
    spoken = now;
    tell({ type: "progress", done: day / world.days, orders });
  };
  const result = runWorld(plan, world, derived(seed, run), { samples, rows, dayEnded });
  tell({ type: "result", result, orders });
});
