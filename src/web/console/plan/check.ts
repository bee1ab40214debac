/** What the check 检查 of a plan says, as the pages read it. */
import type { Json } from "./shape.ts";

interface Said {
  readonly zh: string;
  readonly en: string;
}

export interface Rule extends Said {
  readonly id: string;
  readonly status: "ok" | "condition" | "refused";
  /** What must be recorded before it may be published. */
  readonly needs: readonly string[];
}

export interface Fault extends Said {
  readonly path: string;
}

export interface FundedLine extends Said {
  readonly code: string;
  readonly name?: string | null;
  readonly most_rate: string | null;
  readonly most_fen: number | null;
  readonly total_fen: number | null;
  readonly set_aside_fen: number | null;
  readonly account: string | null;
  readonly class: "F0" | "F1" | "F2" | "UNFUNDED";
}

interface Reach {
  readonly purchase: number | null;
  readonly engine: number | null;
  readonly run: number;
}

interface Figure {
  readonly share: number;
  readonly fen: number;
}

/** Shares are numbers, 1 is all; they are for the eye alone. */
export interface PlanFigures {
  readonly pool: {
    readonly rate: string;
    readonly fen: number;
    readonly minted_fen: number;
    readonly unminted_fen: number;
  };
  readonly average_at_most: Figure;
  readonly at_once: Figure;
  readonly median: Figure;
  readonly price: {
    readonly first_factor: number;
    readonly max_step: string;
    readonly double_pool_times: number | null;
    readonly series: readonly { readonly purchases: number; readonly factor: number }[];
  };
  readonly cap: {
    readonly multiple: string;
    readonly net_fen: number | null;
    readonly net_rate: string;
    readonly pays_spend: boolean;
    readonly first: Reach;
    readonly second: Reach;
    readonly one_in: number | null;
    readonly share: number;
    readonly waits: readonly { readonly member: number; readonly days: number | null }[];
  };
  readonly full_return_share: number;
}

export interface Check {
  readonly verdict: "publishable" | "publishable_with_conditions" | "refused";
  readonly profile: { readonly id: string; readonly version: number; readonly dated: string };
  readonly faults: readonly Fault[];
  readonly rules: readonly Rule[];
  readonly amount_fen: number | null;
  readonly commissions: { readonly budget_fen: number; readonly largest_fen: number } | null;
  readonly funded: readonly FundedLine[];
  readonly facts: PlanFigures | null;
}

/** The API's document names it an object; what is in it is written down in the plan check itself. */
export function checkOf(shown: Json): Check {
  return shown as unknown as Check;
}

/** A share of one (1 = all) with two or three digits that say something. */
export function showShare(share: number): string {
  const figure = share * 100;
  if (figure === 0) return "0%";
  if (figure < 0.0001) return "<0.0001%";
  const digits = figure >= 1 ? figure.toFixed(figure < 10 ? 2 : 1) : Number(figure.toPrecision(2)).toFixed(4);
  return `${digits.replace(/\.?0+$/, "")}%`;
}

/** A count with its digits in threes, rounded to the whole. */
export function showCount(count: number): string {
  return Math.round(count).toLocaleString("en-US");
}

/** A factor such as 1.43. */
export function showFactor(factor: number): string {
  return factor < 1_000 ? `${Number(factor.toFixed(2))}` : showCount(factor);
}
