/** What the runs of the benchmark come to: medians over the rounds, and ratios taken within each round. */
import type { Verdict } from "./check.ts";
import type { Crash } from "./crash.ts";
import type { Driven } from "./drive.ts";
import { type Latency, median } from "./latency.ts";
import type { Cost } from "./meter.ts";

export const VARIANTS = [
  "naive",
  "naive_zipf",
  "plpgsql",
  "reference",
  "product",
  "product_zipf",
  "simple_update",
  "copy",
] as const;
export type Variant = (typeof VARIANTS)[number];

/** One measurement of one variant. `simple_update` counts transactions, `copy` rows. */
export interface Run {
  readonly variant: Variant;
  readonly round: number;
  readonly driven: Driven;
  readonly cost: Cost;
}

/** Medians of a variant; microseconds on a core and bytes of log are per order. */
export interface Figure {
  readonly per_second: number;
  readonly slowest: number;
  readonly fastest: number;
  /** Median of the ratios to the usual service in the same round; null where it did not run. */
  readonly ratio: number | null;
  readonly p50_ms: number;
  readonly p99_ms: number;
  readonly p999_ms: number;
  readonly pg_us: number | null;
  readonly node_us: number;
  readonly wal_bytes: number;
  /** Share of the machine that others used meanwhile. */
  readonly others: number | null;
}

export interface OpenFigure extends Times {
  readonly rate: number;
  readonly per_second: number;
}

export interface Times {
  readonly p50_ms: number;
  readonly p99_ms: number;
  readonly p999_ms: number;
}

export interface Sustained extends Times {
  readonly seconds: number;
  readonly per_second: number;
  readonly pg_us: number | null;
}

/** Bringing the views up, per journal; done behind the booking, beside the figures of the desk. */
export interface Views {
  readonly journals: number;
  readonly pg_us: number | null;
  readonly node_us: number;
}

/** What people quote. */
export interface Headline {
  readonly ratio_to_naive: number;
  readonly share_of_copy: number;
  readonly orders_per_second: number;
  readonly p99_ms: number;
  readonly pg_us_per_order: number | null;
  readonly node_us_per_order: number;
}

export interface SizeFigures {
  readonly members: number;
  readonly stores: number;
  readonly rounds: number;
  readonly headline: Headline;
  readonly variants: Readonly<Partial<Record<Variant, Figure>>>;
  readonly open_loop: readonly OpenFigure[];
  /** Reading the newest 20 rows of an account while the desk is saturated. */
  readonly history: Times;
  readonly views: Views;
  readonly sustained: Sustained | null;
  readonly crash: Crash | null;
  readonly checks: Readonly<Partial<Record<"naive" | "plpgsql" | "product", Verdict>>>;
  readonly fill_seconds: number;
  readonly load_seconds: number;
}

export const rateOf = ({ booked, seconds }: Driven) => booked / seconds;
const round = (value: number, digits: number) => Number(value.toFixed(digits));

export function times({ p50, p99, p999 }: Latency): Times {
  return { p50_ms: round(p50, 2), p99_ms: round(p99, 2), p999_ms: round(p999, 2) };
}

/** The medians of every variant that ran. */
export function figuresOf(runs: readonly Run[]): Partial<Record<Variant, Figure>> {
  const figures: Partial<Record<Variant, Figure>> = {};
  for (const variant of VARIANTS) {
    const own = runs.filter((run) => run.variant === variant);
    if (own.length > 0) figures[variant] = figureOf(own, runs);
  }
  return figures;
}

function figureOf(own: readonly Run[], all: readonly Run[]): Figure {
  const middle = (of: (run: Run) => number) => median(own.map(of));
  const known = (of: (run: Run) => number | null) => {
    const values = own.map(of).filter((value) => value !== null);
    return values.length === own.length ? median(values) : null;
  };
  const rates = own.map(({ driven }) => rateOf(driven));
  const others = known(({ cost }) => cost.others);
  const pg = known(({ cost, driven }) => (cost.pgUs === null ? null : cost.pgUs / driven.booked));
  return {
    per_second: Math.round(median(rates)),
    slowest: Math.round(Math.min(...rates)),
    fastest: Math.round(Math.max(...rates)),
    ratio: ratioTo("naive", own, all, 1),
    p50_ms: round(
      middle(({ driven }) => driven.latency.p50),
      2,
    ),
    p99_ms: round(
      middle(({ driven }) => driven.latency.p99),
      2,
    ),
    p999_ms: round(
      middle(({ driven }) => driven.latency.p999),
      2,
    ),
    pg_us: pg === null ? null : round(pg, 1),
    node_us: round(
      middle(({ cost, driven }) => cost.nodeUs / driven.booked),
      1,
    ),
    wal_bytes: Math.round(middle(({ cost, driven }) => cost.walBytes / driven.booked)),
    others: others === null ? null : round(others, 2),
  };
}

/** Median of the ratios of runs to the base's run of the same round; null without such a run. */
function ratioTo(base: Variant, own: readonly Run[], all: readonly Run[], digits: number): number | null {
  const ratios = own.flatMap(({ round: turn, driven }) => {
    const other = all.find((run) => run.variant === base && run.round === turn);
    return other === undefined ? [] : [rateOf(driven) / rateOf(other.driven)];
  });
  return ratios.length === 0 ? null : round(median(ratios), digits);
}

export function headlineOf(runs: readonly Run[], figures: Partial<Record<Variant, Figure>>): Headline {
  const product = figures.product as Figure;
  const own = runs.filter(({ variant }) => variant === "product");
  return {
    ratio_to_naive: product.ratio ?? 0,
    share_of_copy: ratioTo("copy", own, runs, 3) ?? 0,
    orders_per_second: product.per_second,
    p99_ms: product.p99_ms,
    pg_us_per_order: product.pg_us,
    node_us_per_order: product.node_us,
  };
}
