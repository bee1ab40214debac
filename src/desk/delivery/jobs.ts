/** Jobs 任务 at work: takes what is due, holds it by a lease, tries again, and fires schedules once. */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import {
  cancelJob,
  claimJobs,
  type Database,
  enqueueJob,
  failJob,
  forgetJobs,
  type JobHold,
  type JobList,
  type JobRow,
  listJobs,
  type NewJob,
  type Queryable,
  readJob,
  recoverJobs,
  releaseJob,
  retryJob,
} from "#store";
import { JobFiles } from "./jobfile.ts";
import { GiveUp, type JobRun, Run } from "./jobrun.ts";
import { type JobView, jobView } from "./jobview.ts";
import { after, type Clock, type Log, type Pace, SILENT, wait } from "./pace.ts";
import { Rounds } from "./rounds.ts";
import { type Schedule, Timetable } from "./schedule.ts";

/** Does one job; what it returns is the job's result. May run more than once: see `JobRun.finishIn`. */
export type JobHandler = (run: JobRun) => Promise<unknown>;

export interface JobsOptions {
  readonly clock?: Clock;
  /** 0 ≤ x < 1, for jitter alone. */
  readonly random?: () => number;
  readonly log?: Log;
  /** Most jobs of one cell at once in this process. */
  readonly most?: number;
  /** Milliseconds without a sign of life after which a job is another worker's to take. */
  readonly lease?: number;
  /** Milliseconds between two looks at the table. */
  readonly poll?: number;
  /** Milliseconds that running jobs are given when the house stops. */
  readonly grace?: number;
  readonly retry?: Pace;
}

const DAY = 86_400_000;
/** How long a schedule's job is kept when it went well; and every other, once it has ended. */
const TICK_KEPT = DAY;
const KEPT = 30 * DAY;
/** Most jobs forgotten at once: whatever is left over has time until the next hour. */
const MOST_FORGOTTEN = 10_000;

const RETRY: Pace = { first: 2_000, longest: 3_600_000 };

export class Jobs {
  /** Files that jobs have made. */
  readonly files: JobFiles;
  private readonly handlers = new Map<string, JobHandler>();
  private readonly running = new Map<bigint, Map<Run, Promise<void>>>();
  private readonly timetable: Timetable;
  private readonly rounds: Rounds;
  private readonly node = `${hostname()}:${process.pid}`;
  private readonly clock: Clock;
  private readonly random: () => number;
  private readonly log: Log;
  private readonly most: number;
  private readonly lease: number;
  private readonly grace: number;
  private readonly retryPace: Pace;

  constructor(
    private readonly database: Database,
    options: JobsOptions = {},
  ) {
    this.files = new JobFiles(database);
    this.clock = options.clock ?? (() => new Date());
    this.random = options.random ?? Math.random;
    this.log = options.log ?? SILENT;
    this.most = options.most ?? 4;
    this.lease = options.lease ?? 30_000;
    this.grace = options.grace ?? 10_000;
    this.retryPace = options.retry ?? RETRY;
    this.timetable = new Timetable(database, this.clock);
    this.rounds = new Rounds("jobs", (cell) => this.round(cell), options.poll ?? 1_000, this.log);
  }

  /** Says who does the jobs of a kind; a process takes only kinds it can do. */
  handle(kind: string, handler: JobHandler): void {
    this.handlers.set(kind, handler);
  }

  /** Has a job put in at every moment of a cron expression (times of Asia/Shanghai), once over all nodes. */
  schedule(schedule: Schedule): void {
    this.timetable.add(schedule);
  }

  /** Puts a job in, within the caller's transaction; `wake` after the commit has it taken at once. */
  enqueue(tx: Queryable, job: NewJob): Promise<{ readonly job: string; readonly fresh: boolean }> {
    return enqueueJob(tx, job, this.clock());
  }

  async get(cell: bigint, job: string): Promise<JobView | null> {
    const row = await readJob(this.database, cell, job);
    return row === null ? null : jobView(row, this.clock());
  }

  /** Jobs of a kind, newest first: all, or those one person asked for. */
  async list(cell: bigint, kind: string, filter: JobList): Promise<JobView[]> {
    const rows = await listJobs(this.database, cell, kind, filter);
    return rows.map((row) => jobView(row, this.clock()));
  }

  /** Cancels a job; one that is running hears of it at its next sign of life, here at once. */
  async cancel(cell: bigint, job: string): Promise<boolean> {
    const cancelled = await cancelJob(this.database, cell, job, this.clock());
    if (cancelled) for (const run of this.running.get(cell)?.keys() ?? []) if (run.id === job) run.lose();
    return cancelled;
  }

  /** Puts a failed or cancelled job back with all its tries. */
  retry(cell: bigint, job: string): Promise<boolean> {
    return retryJob(this.database, cell, job, this.clock());
  }

  /** Forgets jobs that ended long ago; how many. */
  forget(cell: bigint): Promise<number> {
    const now = this.clock();
    const [ticksBefore, before] = [after(now, -TICK_KEPT), after(now, -KEPT)];
    return forgetJobs(this.database, cell, { ticksBefore, before, most: MOST_FORGOTTEN });
  }

  start(cells: readonly bigint[]): void {
    this.rounds.start(cells);
  }

  wake(cell: bigint): void {
    this.rounds.wake(cell);
  }

  /** Takes nothing more, waits for what runs, and gives back what does not end in time. */
  async stop(): Promise<void> {
    await this.rounds.stop();
    const all = [...this.running.values()].flatMap((runs) => [...runs]);
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.grace);
    });
    await Promise.race([Promise.all(all.map(([, ended]) => ended)), patience]);
    clearTimeout(timer);
    for (const [run] of all) {
      if (run.ended) continue;
      run.lose();
      await releaseJob(this.database, run.hold);
    }
  }

  /** Does all that is due in a cell now and waits for it; for commands and tests that hold the clock. */
  async work(cell: bigint): Promise<void> {
    for (;;) {
      await this.round(cell);
      const runs = [...(this.running.get(cell)?.values() ?? [])];
      if (runs.length === 0) return;
      await Promise.all(runs);
    }
  }

  /** False always: a job that ends wakes its cell. */
  private async round(cell: bigint): Promise<boolean> {
    await this.timetable.fire(cell);
    const runs = this.running.get(cell) ?? new Map<Run, Promise<void>>();
    this.running.set(cell, runs);
    const free = this.most - runs.size;
    if (free <= 0 || this.handlers.size === 0) return false;
    for (const row of await this.claim(cell, free)) {
      const hold: JobHold = { cell, job: row.job_id, worker: row.worker ?? "", tries: row.tries };
      const run = new Run(this.database, hold, row, this.clock, this.lease);
      runs.set(
        run,
        this.carryOut(run, row).finally(() => {
          runs.delete(run);
          this.rounds.wake(cell);
        }),
      );
    }
    return false;
  }

  private async claim(cell: bigint, most: number): Promise<readonly JobRow[]> {
    const now = this.clock();
    // A name for each claim: a worker that lost a job cannot pass for itself when it takes it again.
    const worker = `${this.node}:${randomUUID()}`;
    await recoverJobs(this.database, cell, now);
    const claim = { cell, kinds: [...this.handlers.keys()], worker, most, now };
    return this.database.transaction((tx) => claimJobs(tx, { ...claim, leaseUntil: after(now, this.lease) }));
  }

  private async carryOut(run: Run, row: JobRow): Promise<void> {
    const about = { cell: `${run.cell}`, job: run.id, kind: run.kind, tries: run.tries };
    try {
      const handler = this.handlers.get(row.kind) as JobHandler;
      const result = await run.alive(() => handler(run));
      if (!run.finished) await run.finish(result);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.log.warn({ ...about, error: text }, "a job failed");
      if (run.signal.aborted) return;
      const now = this.clock();
      const over = error instanceof GiveUp || row.tries >= row.most_tries;
      const again = over ? null : after(now, wait(this.retryPace, row.tries, this.random));
      // Where even this cannot be written, the lease runs out and the job is taken again.
      await failJob(this.database, run.hold, text.slice(0, 1_000), again, now).catch((cause: unknown) =>
        this.log.warn({ ...about, error: String(cause) }, "a job's failure could not be written"),
      );
    } finally {
      run.ended = true;
    }
  }
}
