/** One run of a job, as its handler sees it. */
import {
  type Database,
  extendJob,
  finishJob,
  type JobHold,
  type JobRow,
  progressJob,
  type Queryable,
} from "#store";
import { after, type Clock } from "./pace.ts";

export interface JobRun {
  readonly cell: bigint;
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  /** Which try this is, from 1. */
  readonly tries: number;
  /** Aborted when the job is cancelled, or is no longer this worker's. */
  readonly signal: AbortSignal;
  /** Says how far the work is; written at most about once a second. */
  progress(done: number, total: number): Promise<void>;
  /**
   * Marks the job done in the transaction of the work itself: then the work is done once, however often it is
   * tried. Throws, and so rolls the work back, when the job is no longer this worker's.
   */
  finishIn(tx: Queryable, result: unknown): Promise<void>;
}

/** Thrown by a handler whose job no further try can help. */
export class GiveUp extends Error {}

/** The job was cancelled or taken by another worker; what this one was doing must not stand. */
export class JobLost extends Error {
  constructor(job: string) {
    super(`job ${job} is no longer this worker's`);
  }
}

export class Run implements JobRun {
  readonly cell: bigint;
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly tries: number;
  finished = false;
  ended = false;
  private readonly abort = new AbortController();
  private leaseUntil: Date;
  private progressAt = 0;

  constructor(
    private readonly database: Database,
    readonly hold: JobHold,
    row: JobRow,
    private readonly clock: Clock,
    private readonly lease: number,
  ) {
    this.cell = hold.cell;
    this.id = row.job_id;
    this.kind = row.kind;
    this.payload = row.payload;
    this.tries = row.tries;
    this.leaseUntil = after(clock(), lease);
  }

  get signal(): AbortSignal {
    return this.abort.signal;
  }

  lose(): void {
    this.abort.abort(new JobLost(this.id));
  }

  async progress(done: number, total: number): Promise<void> {
    this.signal.throwIfAborted();
    const now = performance.now();
    if (now - this.progressAt < 1_000 && done < total && this.progressAt > 0) return;
    this.progressAt = now;
    if (!(await progressJob(this.database, this.hold, done, total))) this.lose();
    this.signal.throwIfAborted();
  }

  async finishIn(tx: Queryable, result: unknown): Promise<void> {
    this.signal.throwIfAborted();
    if (!(await finishJob(tx, this.hold, result, this.clock()))) throw new JobLost(this.id);
    this.finished = true;
  }

  async finish(result: unknown): Promise<void> {
    await finishJob(this.database, this.hold, result, this.clock());
  }

  /** Runs the work while giving signs of life. */
  async alive<T>(work: () => Promise<T>): Promise<T> {
    const beat = setInterval(() => void this.beat(), Math.max(10, this.lease / 3));
    try {
      return await work();
    } finally {
      clearInterval(beat);
    }
  }

  private async beat(): Promise<void> {
    const until = after(this.clock(), this.lease);
    try {
      if (await extendJob(this.database, this.hold, until)) this.leaseUntil = until;
      else if (!this.finished) this.lose();
    } catch {
      // The database is away: the job is ours only as long as the last lease says.
      if (this.clock() > this.leaseUntil) this.lose();
    }
  }
}
