/**
 * Bands over runs: at each place, what so many in a hundred runs stay at or below (nearest rank, never in
 * between).
 */
import type { Findings } from "../findings/index.ts";
import type { DaySeries } from "./runworld.ts";

/** Percentiles of one figure over all runs. */
export interface Percentiles<T> {
  readonly p5: T;
  readonly p10: T;
  readonly p25: T;
  readonly p50: T;
  readonly p75: T;
  readonly p90: T;
  readonly p95: T;
}

/** Percentiles by column: entry i of each belongs to day i of the grid. */
export type Band<T> = Percentiles<readonly T[]>;

/** A band for each series of a run. */
export type SeriesBands = { readonly [name in keyof DaySeries]: Band<DaySeries[name][number]> };

type Cut = keyof Percentiles<unknown>;
const CUTS: Readonly<Record<Cut, number>> = {
  p5: 5,
  p10: 10,
  p25: 25,
  p50: 50,
  p75: 75,
  p90: 90,
  p95: 95,
};
export const CUT_NAMES = Object.keys(CUTS) as readonly Cut[];

const byCut = <T>(of: (cut: Cut) => T): Percentiles<T> =>
  Object.fromEntries(CUT_NAMES.map((cut) => [cut, of(cut)])) as unknown as Percentiles<T>;

/** Index of the nearest rank: the smallest that `percent` of `count` entries do not exceed. */
export const rankOf = (percent: number, count: number): number =>
  Math.max(0, Math.ceil((percent * count) / 100) - 1);

/** Strings are decimals with 8 places, such as prices; numbers are themselves. */
export function compareFigures(a: number | string, b: number | string): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [x, y] = [grainsOf(String(a)), grainsOf(String(b))];
  return x < y ? -1 : x > y ? 1 : 0;
}

const grainsOf = (text: string): bigint => BigInt(text.replace(".", ""));

/**
 * The percentiles of figures, one of each run; null figures stand below all others. There is at least one.
 */
export function percentilesOf<T extends number | string | null>(figures: readonly T[]): Percentiles<T> {
  const sorted = [...figures].sort((a, b) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
    return compareFigures(a, b);
  });
  return byCut((cut) => sorted[rankOf(CUTS[cut], sorted.length)] as T);
}

function bandOf<T extends number | string>(columns: readonly (readonly T[])[]): Band<T> {
  const days = columns[0]?.map((_, day) => percentilesOf(columns.map((column) => column[day] as T))) ?? [];
  return byCut((cut) => days.map((percentiles) => percentiles[cut]));
}

/** The bands of all series of runs that share one grid. */
export function seriesBands(runs: readonly DaySeries[]): SeriesBands {
  const numbers = (name: Exclude<keyof DaySeries, "price">) => bandOf(runs.map((run) => run[name]));
  return {
    price: bandOf(runs.map(({ price }) => price)),
    pool_fen: numbers("pool_fen"),
    remainder_fen: numbers("remainder_fen"),
    spent_fen: numbers("spent_fen"),
    paid_fen: numbers("paid_fen"),
    members: numbers("members"),
    purchases: numbers("purchases"),
    exits: numbers("exits"),
  };
}

type Spread = Findings["so_far"];

/** Bands of a spread of shares of spend over members, in ppm; null where a run has no member with spend. */
export interface ShareBands {
  readonly p10_ppm: Percentiles<number | null>;
  readonly p25_ppm: Percentiles<number | null>;
  readonly p50_ppm: Percentiles<number | null>;
  readonly p75_ppm: Percentiles<number | null>;
  readonly p90_ppm: Percentiles<number | null>;
  readonly most_ppm: Percentiles<number | null>;
  /** Share of the members who reached their whole spend. */
  readonly full_ppm: Percentiles<number | null>;
  /** Share of the members in each bucket of the histogram (see `edges_ppm` of the findings). */
  readonly buckets_ppm: readonly Percentiles<number | null>[];
}

/** Bands over runs of how the shares of spend are spread over members. */
export function shareBands(
  spreads: readonly { readonly spread: Spread; readonly counted: number }[],
): ShareBands {
  const of = (name: Exclude<keyof Spread, "buckets" | "full">) =>
    percentilesOf(spreads.map(({ spread }) => spread[name]));
  const part = (members: number, counted: number) =>
    counted === 0 ? null : Math.floor((members * 1_000_000) / counted);
  const buckets = spreads[0]?.spread.buckets ?? [];
  return {
    p10_ppm: of("p10_ppm"),
    p25_ppm: of("p25_ppm"),
    p50_ppm: of("p50_ppm"),
    p75_ppm: of("p75_ppm"),
    p90_ppm: of("p90_ppm"),
    most_ppm: of("most_ppm"),
    full_ppm: percentilesOf(spreads.map(({ spread, counted }) => part(spread.full, counted))),
    buckets_ppm: buckets.map((_, i) =>
      percentilesOf(spreads.map(({ spread, counted }) => part(spread.buckets[i] ?? 0, counted))),
    ),
  };
}
