/** Many runs of a world at once, and what they come to together. */
import type { Plan } from "#engine";
import type { Findings } from "../findings/index.ts";
import type { Texts, World } from "../world/index.ts";
import {
  compareFigures,
  rankOf,
  type SeriesBands,
  type ShareBands,
  seriesBands,
  shareBands,
} from "./bands.ts";
import { type CrewOptions, workThrough } from "./crew.ts";
import type { WorldRun } from "./runworld.ts";
import type { Common, RunJob } from "./worker.ts";

const ROOM = "sim/run/worker";
export const MOST_RUNS = 10_000;

/** One run in a line. */
export interface RunRow {
  /** From 1. */
  readonly run: number;
  readonly seed: string;
  readonly price: string;
  readonly pool_fen: number;
  readonly remainder_fen: number;
  readonly spent_fen: number;
  readonly paid_fen: number;
  readonly members: number;
  readonly purchases: number;
  readonly exits: number;
  /** Number of the purchase at which the first lot was forced out; null where none was. */
  readonly first_exit: number | null;
  readonly refused: number;
}

/** What many runs come to; goes through JSON unchanged, and is the same whatever the number of threads. */
export interface SimulationFindings {
  readonly format: "wellspring.simulation/1";
  readonly plan: Findings["plan"];
  readonly world: {
    readonly id: string;
    readonly name: Texts;
    readonly description: Texts;
    readonly days: number;
  };
  readonly seed: string;
  readonly runs: number;
  /** Days that the bands are given for, and midnight of day 1. */
  readonly days: readonly number[];
  readonly start: string;
  readonly bands: SeriesBands;
  readonly so_far: ShareBands;
  readonly if_redeemed: ShareBands;
  readonly rows: readonly RunRow[];
  /** The run with the median price at the end, from 1, and its findings in full. */
  readonly median_run: number;
  readonly findings: Findings;
}

/** How far a simulation is. Only the figures of work done are exact; the rest is the clock's guess. */
export interface SimulationProgress {
  readonly runs_done: number;
  readonly runs: number;
  /** 0 to 1. */
  readonly done: number;
  readonly orders: number;
  readonly orders_per_second: number;
  /** Null until there is something to guess from. */
  readonly seconds_left: number | null;
}

export interface SimulateOptions {
  readonly plan: Plan;
  readonly world: World;
  /** 64 bits, 0 to 2^64 − 1; run n is seeded by output n of SplitMix64 started here. */
  readonly seed: bigint;
  /** 1 to 10,000. */
  readonly runs: number;
  /** The most days in the bands; default 400. */
  readonly samples?: number;
  readonly workers?: number;
  readonly signal?: AbortSignal;
  readonly progress?: (progress: SimulationProgress) => void;
}

/** Adds up what the threads say; the last run, played again in full, counts like one more. */
class Progress {
  private readonly doneOf: number[];
  private readonly ordersOf: number[];
  private readonly began = performance.now();

  constructor(
    private readonly runs: number,
    private readonly tell: (progress: SimulationProgress) => void,
  ) {
    this.doneOf = new Array<number>(runs + 1).fill(0);
    this.ordersOf = new Array<number>(runs + 1).fill(0);
  }

  at(job: number, done: number, orders: number): void {
    this.doneOf[job] = done;
    this.ordersOf[job] = orders;
    const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
    const share = sum(this.doneOf) / (this.runs + 1);
    const allOrders = sum(this.ordersOf);
    const seconds = (performance.now() - this.began) / 1_000;
    this.tell({
      runs_done: this.doneOf.slice(0, this.runs).filter((one) => one === 1).length,
      runs: this.runs,
      done: share,
      orders: allOrders,
      orders_per_second: seconds > 0 ? Math.round(allOrders / seconds) : 0,
      seconds_left: share > 0 ? Math.round((seconds * (1 - share)) / share) : null,
    });
  }
}

function rowOf({ seed, series, first_exits, findings }: WorldRun, run: number): RunRow {
  const last = <T>(column: readonly T[]): T => column.at(-1) as T;
  return {
    run: run + 1,
    seed,
    price: last(series.price),
    pool_fen: last(series.pool_fen),
    remainder_fen: last(series.remainder_fen),
    spent_fen: last(series.spent_fen),
    paid_fen: last(series.paid_fen),
    members: last(series.members),
    purchases: last(series.purchases),
    exits: last(series.exits),
    first_exit: first_exits[0] ?? null,
    refused: findings.refused.total,
  };
}

/** The run (from 0) whose price at the end is the median; of equal prices the earlier run. */
export function medianRun(rows: readonly RunRow[]): number {
  const sorted = [...rows].sort((a, b) => compareFigures(a.price, b.price) || a.run - b.run);
  return (sorted[rankOf(50, sorted.length)] as RunRow).run - 1;
}

/**
 * Plays `runs` histories of a world on all cores and draws bands over them. Throws RangeError for a seed or
 * number of runs out of range, WorkerFault where a thread breaks down, and the signal's reason when it is
 * aborted.
 */
export async function simulate(options: SimulateOptions): Promise<SimulationFindings> {
  const { plan, world, seed, runs, samples = 400, progress } = options;
  if (!Number.isSafeInteger(runs) || runs < 1 || runs > MOST_RUNS) throw new RangeError(`runs: ${runs}`);
  if (seed < 0n || seed >= 1n << 64n) throw new RangeError(`seed: ${seed}`);
  const common: Common = { plan, world, seed, samples };
  const watch = progress === undefined ? null : new Progress(runs, progress);
  const crew = (first: number): CrewOptions => ({
    ...(options.workers === undefined ? {} : { workers: options.workers }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    progress: (job, done, orders) => watch?.at(first + job, done, orders),
  });
  const jobs: RunJob[] = Array.from({ length: runs }, (_, run) => ({ run, rows: false }));
  const played = await workThrough<RunJob, WorldRun>(ROOM, common, jobs, crew(0));
  const rows = played.map(rowOf);
  const median = medianRun(rows);
  const [full] = await workThrough<RunJob, WorldRun>(ROOM, common, [{ run: median, rows: true }], crew(runs));
  const { findings } = full as WorldRun;
  const spreads = (of: "so_far" | "if_redeemed") =>
    shareBands(played.map((run) => ({ spread: run.findings[of], counted: run.findings.counted })));
  const { id, name, description, days, startText } = world;
  return {
    format: "wellspring.simulation/1",
    plan: findings.plan,
    world: { id, name, description, days },
    seed: seed.toString(),
    runs,
    days: (full as WorldRun).days,
    start: startText,
    bands: seriesBands(played.map(({ series }) => series)),
    so_far: spreads("so_far"),
    if_redeemed: spreads("if_redeemed"),
    rows,
    median_run: median + 1,
    findings,
  };
}
