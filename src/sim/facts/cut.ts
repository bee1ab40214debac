/** How a plan cuts one purchase when all commissions fall due: the example all facts are told by. */
import { type Fen, largestCommissions, MILLION, type Plan, type Ppm, rateDown, ratedPortions } from "#engine";

export type CommissionCode =
  | "upline_1"
  | "upline_2"
  | "recruiter"
  | "region_district"
  | "region_city"
  | "region_province";

/** One commission at its largest. */
export interface Commission {
  readonly code: CommissionCode;
  /** What this payee gets when nobody lowers it. */
  readonly rate: Ppm;
  readonly most: Fen;
  /** What it adds when all payees are there: less than `most` where region agents are paid by difference. */
  readonly adds: Fen;
}

export interface Cut {
  readonly amount: Fen;
  /** Cost of goods as a share of the price; null: the take decides. */
  readonly cost: Ppm | null;
  readonly due: Fen;
  readonly operator: Fen;
  readonly portions: readonly { readonly to: string; readonly rate: Ppm; readonly fen: Fen }[];
  /** The commissions portion, and what of it all commissions together can use. */
  readonly budget: Fen;
  readonly commissions: readonly Commission[];
  readonly largest: Fen;
  /**
   * What reaches the pool when every commission is earned, and when none is; the same unless `unclaimed` is
   * "pool".
   */
  readonly poolRate: Ppm;
  readonly poolRateMost: Ppm;
  readonly poolIn: Fen;
  readonly poolInMost: Fen;
  readonly minted: Fen;
}

const EXAMPLE: Fen = 100_000n;

/** The purchase taken as example: 1000 yuan, or the plan's smallest where that is more. */
export function exampleOf(plan: Plan): Fen {
  return plan.minPurchase > EXAMPLE ? plan.minPurchase : EXAMPLE;
}

/**
 * Every commission the plan can pay on one purchase, in the order of RULES section 2 step 4; none at a
 * rate of 0.
 */
export function commissionsOf(plan: Plan, amount: Fen): Commission[] {
  const { mode, ...region } = plan.region;
  const list: Commission[] = [];
  const add = (code: CommissionCode, rate: Ppm | undefined, adds: Ppm | undefined = rate) => {
    if (rate === undefined || adds === undefined || rate === 0n) return;
    list.push({ code, rate, most: rateDown(amount, rate), adds: rateDown(amount, adds) });
  };
  add("upline_1", plan.upline[0]);
  add("upline_2", plan.upline[1]);
  add("recruiter", plan.recruiter);
  let seen: Ppm = 0n;
  for (const level of ["district", "city", "province"] as const) {
    const rate = region[level];
    const above = rate > seen ? rate - seen : 0n;
    add(`region_${level}`, rate, mode === "separate" ? rate : above);
    seen = rate > seen ? rate : seen;
  }
  return list;
}

/**
 * The cut of one purchase under a plan, goods bought at `cost` (a share of the price; null where the take
 * decides). Null when nothing is left for the pool: every such purchase is refused `margin_too_small`, or
 * brings no points.
 */
export function cutOf(plan: Plan, cost: Ppm | null, amount: Fen): Cut | null {
  const take = cost === null ? plan.take : MILLION - cost;
  const due = amount - rateDown(amount, take);
  const operator = rateDown(amount, plan.operator);
  const budget = rateDown(amount, plan.commissions);
  const portions = plan.portions.map(({ to, rate }) => ({ to, rate, fen: rateDown(amount, rate) }));
  const commissions = commissionsOf(plan, amount);
  const largest = commissions.reduce((sum, { adds }) => sum + adds, 0n);
  const margin = portions.reduce((left, { fen }) => left - fen, amount - due - operator - budget);
  const spare = take - ratedPortions(plan);
  const toPool = plan.unclaimed === "pool";
  const poolRate = toPool ? spare + plan.commissions - largestCommissions(plan) : spare;
  const poolRateMost = toPool ? spare + plan.commissions : spare;
  const poolIn = toPool ? margin + budget - largest : margin;
  const poolInMost = toPool ? margin + budget : margin;
  if (spare < 0n || margin < 0n || poolRate <= 0n || poolIn <= 0n) return null;
  const minted = rateDown(poolIn, plan.pool.mint);
  const pool = { poolRate, poolRateMost, poolIn, poolInMost, minted };
  return { amount, cost, due, operator, portions, budget, commissions, largest, ...pool };
}
