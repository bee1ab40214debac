/** What a simulation or backtest came to, as the pages read it; fen and parts per million are whole. */

export interface Sample {
  readonly purchase: number;
  readonly at: string | null;
  readonly cash_fen: number;
  readonly price: string;
  readonly exits: number;
  readonly paid_fen: number;
}

export interface Spread {
  readonly p50_ppm: number | null;
  readonly full: number;
  readonly buckets: readonly number[];
}

export interface MemberRow {
  readonly member: string;
  readonly spent_fen: number;
  readonly got_fen: number;
  readonly redeemable_fen: number;
  readonly commission_fen: number;
  readonly if_redeemed_ppm: number | null;
}

export interface Standing {
  readonly rank: "best" | "p90" | "median" | "p10" | "worst";
  readonly row: MemberRow;
}

export interface Cohort {
  readonly name: string;
  readonly members: number;
  readonly spent_fen: number;
  readonly got_fen: number;
  readonly redeemable_fen: number;
  readonly so_far: Spread;
  readonly if_redeemed: Spread;
}

export interface Findings {
  readonly counted: number;
  readonly members: number;
  readonly pool: { readonly cash_fen: number; readonly price: string };
  readonly money: Readonly<Record<string, unknown>> & {
    readonly spent_fen: number;
    readonly pool: { readonly redeemed_fen: number; readonly forced_exits_fen: number };
  };
  readonly series: readonly Sample[];
  readonly edges_ppm: readonly number[];
  readonly so_far: Spread;
  readonly if_redeemed: Spread;
  readonly cohorts: readonly Cohort[];
  readonly standings: readonly Standing[];
}

interface Said {
  readonly zh: string;
  readonly en: string;
}

/** A row of the file that was not booked, and why. */
export interface BadRow {
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string;
  readonly reason: Said;
}

export interface BacktestFigures {
  readonly rows: {
    readonly read: number;
    readonly booked: number;
    readonly refused: number;
    readonly bad: number;
  };
  readonly notes: readonly Said[];
  readonly first_bad: readonly BadRow[];
  readonly findings: Findings;
}

type Cuts<T> = Readonly<Record<"p10" | "p50" | "p90", readonly T[]>>;

export interface Verdict {
  readonly attack: string;
  readonly name: Said;
  readonly verdict: "holds" | "pays" | "disclosed";
  readonly sentence: Said;
}

export interface WorldFigures {
  readonly world: { readonly name: Said; readonly description: Said };
  readonly runs: number;
  readonly days: readonly number[];
  readonly bands: {
    readonly price: Cuts<string>;
    readonly pool_fen: Cuts<number>;
    readonly spent_fen: Cuts<number>;
    readonly paid_fen: Cuts<number>;
    readonly members: Cuts<number>;
    readonly purchases: Cuts<number>;
    readonly exits: Cuts<number>;
  };
  readonly verdicts: readonly Verdict[];
  readonly median_run: number;
  readonly findings: Findings;
}

export const backtestOf = (figures: object) => figures as BacktestFigures;
export const worldOf = (figures: object) => figures as WorldFigures;

/** Both kinds tell of one course of things: the file's, or that of the run in the middle. */
export const findingsOf = (figures: object) => (figures as BacktestFigures).findings;

/** The last sample: what the pool has paid and how many lots were forced out by the end. */
export function endOf({ series }: Findings): Sample | undefined {
  return series[series.length - 1];
}

/** How many of how many, in parts per million rounded down. */
export function ppmOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Number((BigInt(part) * 1_000_000n) / BigInt(whole));
}
