/** The plan 章程: a rulebook as data, read and checked once at the door (RULES sections 2 to 7). */
import type { Span } from "./time.ts";
import type { Fen, Ppm } from "./unit.ts";

/** One named, rated portion 份 of a purchase beside the operator's and the commissions'. */
export interface Portion {
  readonly to: string;
  readonly rate: Ppm;
}

/** How region agents are paid: each his own rate, or by difference going up (级差). */
export type RegionMode = "separate" | "cumulative";

/** Whether each purchase opens a lot or a member has one lot at a time. */
export type CapPer = "purchase" | "member";

/**
 * What a plan says of its pool. Opening price, exit load, step and `per` are the pool's; mint and multiple
 * the plan's.
 */
export interface PoolTerms {
  /** Fen for 10^8 grains before the first purchase; above 0. */
  readonly openingPrice: Fen;
  /** Share of pool money that mints points; strictly between 0 and 100%. */
  readonly mint: Ppm;
  /** Share of worth that stays in the pool on redemption; [0, 100%). */
  readonly exitLoad: Ppm;
  /** The most one order may lift the price; above 0. */
  readonly maxStep: Ppm;
  readonly multiple: Ppm;
  readonly per: CapPer;
}

/** A checked plan. Rates are parts per million of the purchase amount. */
export interface Plan {
  readonly name: string;
  readonly version: number;
  readonly take: Ppm;
  readonly operator: Ppm;
  readonly commissions: Ppm;
  readonly portions: readonly Portion[];
  /** At most two levels: 直推, 间推. */
  readonly upline: readonly Ppm[];
  readonly recruiter: Ppm;
  readonly region: {
    readonly mode: RegionMode;
    readonly district: Ppm;
    readonly city: Ppm;
    readonly province: Ppm;
  };
  /** Where commissions nobody earned go. */
  readonly unclaimed: "operator" | "pool";
  readonly minPurchase: Fen;
  /** How long a purchase stays pending; null: it settles at once. */
  readonly settleAfter: Span | null;
  /** How long commissions stay frozen; null: not at all. */
  readonly commissionFreeze: Span | null;
  readonly pool: PoolTerms;
}

/** The most that the commissions of one purchase can come to, as a rate (RULES section 2, step 4). */
export function largestCommissions(plan: Pick<Plan, "upline" | "recruiter" | "region">): Ppm {
  const { mode, district, city, province } = plan.region;
  const highest = [district, city, province].reduce((a, b) => (a > b ? a : b));
  const region = mode === "separate" ? district + city + province : highest;
  return plan.upline.reduce((sum, rate) => sum + rate, plan.recruiter) + region;
}

/** The rate of all rated portions together: operator, commissions and the named ones. */
export function ratedPortions(plan: Pick<Plan, "operator" | "commissions" | "portions">): Ppm {
  return plan.portions.reduce((sum, portion) => sum + portion.rate, plan.operator + plan.commissions);
}

/**
 * What of a coalition purchase reaches the pool when every commission is earned: take less the rated
 * portions.
 */
export function poolRate(plan: Plan): Ppm {
  return plan.take - ratedPortions(plan);
}
