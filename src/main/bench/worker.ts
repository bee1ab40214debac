/**
 * One book of the benchmark in a thread of its own, so that each has its own heap and the collector of one
 * does not slow down another. It fills, says so, and then runs whenever it is told to.
 */
import { readFileSync } from "node:fs";
import { PerformanceObserver } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { getHeapStatistics } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";
import type { Plan } from "#engine";
import { Crowd, type Mix } from "./crowd.ts";

/** What the thread is started with. A plan holds bigints, which a message carries. */
export interface Task {
  readonly room: string;
  readonly plan: Plan;
  readonly lots: number;
  readonly mix: Mix;
  readonly seed: number;
}

/** What the thread says. Milliseconds, the collector's included in `took`; `cpu`: on a core, null unknown. */
export type Said =
  | { readonly type: "filling"; readonly lots: number }
  | { readonly type: "filled"; readonly lots: number; readonly members: number; readonly took: number }
  | {
      readonly type: "ran";
      readonly orders: number;
      readonly took: number;
      readonly cpu: number | null;
      readonly collecting: number;
      readonly postings: number;
      readonly refused: number;
      readonly exits: number;
      readonly lots: number;
      readonly heapMb: number;
    };

const port = parentPort as NonNullable<typeof parentPort>;
const say = (said: Said) => port.postMessage(said);
const { plan, lots, mix, seed } = workerData as Task;

let collecting = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) collecting += entry.duration;
}).observe({ entryTypes: ["gc"] });

const started = performance.now();
const crowd = new Crowd(plan, seed);
for (const filled of crowd.fill(lots)) say({ type: "filling", lots: filled });
say({ type: "filled", lots: crowd.lots, members: crowd.members, took: performance.now() - started });

port.on("message", (count: number) => void run(count));

async function run(count: number): Promise<void> {
  const { replay } = crowd;
  const orders = crowd.bring(count, mix);
  const exits = replay.exits.length;
  let refused = 0;
  let postings = 0;
  // The observer is told of collections a moment later; those of the preparation do not count.
  await wait(20);
  collecting = 0;
  const onCore = cpuTime();
  const start = performance.now();
  for (const order of orders) {
    const outcome = replay.order(order);
    if (outcome.type === "booked") postings += outcome.journal.postings.length;
    else refused += 1;
  }
  const took = performance.now() - start;
  const cpu = onCore === null ? null : (cpuTime() ?? 0) - onCore;
  await wait(20);
  const heapMb = Math.round(getHeapStatistics().used_heap_size / 1_048_576);
  const exited = replay.exits.length - exits;
  const size = crowd.lots;
  say({
    type: "ran",
    orders: count,
    took,
    cpu,
    collecting,
    postings,
    refused,
    exits: exited,
    lots: size,
    heapMb,
  });
}

/** Milliseconds that this thread has been on a core; null where the system does not say (Linux does). */
function cpuTime(): number | null {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6;
  } catch {
    return null;
  }
}
