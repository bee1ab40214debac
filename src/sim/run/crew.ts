/** Jobs done by worker threads. What comes of a job depends on the job alone, never on who did it or when. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

const ENTRY = new URL("../../../bin/worker.mjs", import.meta.url);

/** What a worker says: how far it is in its job, or what came of it. */
export type Said<Result> =
  | { readonly type: "progress"; readonly done: number; readonly orders: number }
  | { readonly type: "result"; readonly result: Result; readonly orders: number };

/** A worker broke down; the job it was doing has no result, and neither has the whole. */
export class WorkerFault extends Error {
  /** `job`: number of the job from 0. */
  constructor(
    readonly job: number,
    override readonly cause: unknown,
  ) {
    super(`run ${job + 1} broke down: ${cause instanceof Error ? cause.message : String(cause)}`);
    this.name = "WorkerFault";
  }
}

export interface CrewOptions {
  /** Threads; default: one for each core. */
  readonly workers?: number;
  /** Ends all threads at once; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** A job is so far (0 to 1) and has seen so many orders. */
  readonly progress?: (job: number, done: number, orders: number) => void;
}

/**
 * Has `jobs` done in module `room` (see bin/worker.mjs), which gets `data` once and then one job after the
 * other by message. The results stand in the order of the jobs, however many threads there are.
 */
export function workThrough<Job, Result>(
  room: string,
  data: unknown,
  jobs: readonly Job[],
  { workers = availableParallelism(), signal, progress }: CrewOptions = {},
): Promise<Result[]> {
  const crew = new Set<Worker>();
  const results: Result[] = new Array<Result>(jobs.length);
  let given = 0;
  let missing = jobs.length;
  let aborted = (): void => {};
  const work = new Promise<void>((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason);
    aborted = () => reject(signal?.reason);
    signal?.addEventListener("abort", aborted);
    if (missing === 0) return resolve();
    const hire = (): void => {
      const worker = new Worker(ENTRY, { workerData: { room, data }, execArgv: [] });
      crew.add(worker);
      let job = -1;
      const next = (): void => {
        job = given;
        given += 1;
        if (job < jobs.length) worker.postMessage(jobs[job]);
      };
      worker.on("message", (said: Said<Result>) => {
        if (said.type === "progress") return progress?.(job, said.done, said.orders);
        results[job] = said.result;
        missing -= 1;
        progress?.(job, 1, said.orders);
        if (missing === 0) return resolve();
        next();
      });
      worker.on("error", (error) => reject(new WorkerFault(job, error)));
      worker.on("exit", (code) =>
        reject(new WorkerFault(job, new Error(`the thread ended with status ${code}`))),
      );
      next();
    };
    for (let n = Math.min(Math.max(1, workers), jobs.length); n > 0; n -= 1) hire();
  });
  const dismissed = async (): Promise<void> => {
    signal?.removeEventListener("abort", aborted);
    await Promise.all([...crew].map((worker) => worker.terminate()));
  };
  return work.then(
    () => dismissed().then(() => results),
    (reason: unknown) =>
      dismissed().then(() => {
        throw reason;
      }),
  );
}
