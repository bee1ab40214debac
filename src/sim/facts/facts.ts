/**
 * The facts sheet as data: what a plan comes to for the shop and its members. Money is integer fen, the
 * rest statistics.
 */
import {
  type Fen,
  jsonFen,
  MILLION,
  mulDivDown,
  type Plan,
  rateDown,
  showMultiple,
  showPercent,
} from "#engine";
import type { Cut } from "./cut.ts";
import { fenOrNull } from "./funded.ts";
import { growthNeeded, lawOf, MOST_PURCHASES, type PriceLaw, priceAfter, purchasesUntil } from "./law.ts";
import { tryOut } from "./trial.ts";

/** When a member reaches the cap with equal purchases and nobody redeeming early. */
export interface Reach {
  readonly member: number;
  /** Purchase by the closed form; null beyond 2^53. */
  readonly purchase: number | null;
  /** Purchase on the engine, and how many purchases it was run for; null and 0 where it was not run. */
  readonly engine: number | null;
  readonly run: number;
}

/** How long a member waits at a thousand purchases a day. */
export interface Wait {
  readonly member: number;
  readonly purchase: number | null;
  readonly days: number | null;
}

/** Shares and factors are numbers (1 = all), rates the plan sets are percents as it writes them. */
export interface Facts {
  readonly amount_fen: number;
  /** What the supplier gets of the price: the cost that was given, or what the take leaves. */
  readonly due_rate: string;
  readonly pool: {
    readonly rate: string;
    readonly fen: number;
    /** Where nobody earns a commission and the plan sends it to the pool; else the same. */
    readonly most_rate: string;
    readonly most_fen: number;
    readonly minted_share: number;
    readonly minted_fen: number;
    readonly unminted_fen: number;
  };
  /** All members together cannot take out more than came in; injections apart. */
  readonly average_at_most: { readonly share: number; readonly fen: number };
  /** Redeemed right after buying, when the pool is large. */
  readonly at_once: { readonly share: number; readonly fen: number };
  readonly price: {
    readonly first_factor: number;
    readonly unlimited_factor: number;
    readonly max_step: string;
    readonly limited_purchases: number;
    readonly exponent: number;
    readonly constant: number;
    readonly series: readonly { readonly purchases: number; readonly factor: number }[];
    /**
     * To double: by purchases the pool must be this many times as large, or by redemptions fall to this
     * share.
     */
    readonly double_pool_times: number | null;
    readonly double_pool_left: number | null;
  };
  readonly cap: {
    readonly multiple: string;
    readonly worth_fen: number | null;
    readonly net_fen: number | null;
    /** What it pays, as a percent of the spend. */
    readonly net_rate: string;
    /** Whether that is all of the spend or more. */
    readonly pays_spend: boolean;
    /** The cap as a multiple of the price a member's points were minted at. */
    readonly own_price_multiple: number;
    readonly first: Reach;
    readonly second: Reach;
    /** One of so many members ever reaches it, and that as a share. */
    readonly one_in: number | null;
    readonly share: number;
    readonly waits: readonly Wait[];
  };
  /** Members who ever get all they spent in cash; 0 where the cap pays less than that. */
  readonly full_return_share: number;
  /** Limits from conservation on the share of members who reach the cap. */
  readonly ceilings: { readonly others_get_nothing: number; readonly others_redeem_at_once: number };
  /** What the points of a middle member would pay, of his spend. */
  readonly median: { readonly share: number; readonly fen: number };
}

const SERIES = [1, 2, 3, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];
const A_DAY = 1_000;
const WAITING = [100, 100_000];
/** The engine confirms what lies within so many purchases; a fraction of a second. */
const MOST_TRIED = 25_000;

const ratio = (rate: bigint): number => Number(rate) / Number(MILLION);
/** A statistic to twelve digits: what lies beyond is the float's, not the plan's. */
const digits = (number: number): number => Number(number.toPrecision(12));
const finite = (number: number): number | null => (number <= MOST_PURCHASES ? digits(number) : null);

function reaches(plan: Plan, cut: Cut, law: PriceLaw, multiple: number): readonly [Reach, Reach] {
  const [first, second] = [purchasesUntil(law, 1, multiple), purchasesUntil(law, 2, multiple)];
  const wanted = [first, second].filter((purchase) => purchase !== null && purchase <= MOST_TRIED).length;
  const { amount, cost } = cut;
  const trial = wanted === 0 ? null : tryOut(plan, amount, cost, wanted, MOST_TRIED);
  const reach = (member: number, purchase: number | null): Reach => {
    const run = trial !== null && member <= wanted ? trial.purchases : 0;
    return { member, purchase, engine: trial?.exits[member - 1] ?? null, run };
  };
  return [reach(1, first), reach(2, second)];
}

function wait(law: PriceLaw, member: number, multiple: number): Wait {
  const purchase = purchasesUntil(law, member, multiple);
  return { member, purchase, days: purchase === null ? null : digits((purchase - member) / A_DAY) };
}

function capFacts(plan: Plan, cut: Cut, law: PriceLaw): Facts["cap"] {
  const worth = rateDown(cut.amount, plan.pool.multiple);
  const keeps = MILLION - plan.pool.exitLoad;
  const multiple = ratio(plan.pool.multiple) / (ratio(cut.poolRate) * law.mint);
  const [first, second] = reaches(plan, cut, law, multiple);
  const oneIn = growthNeeded(law, multiple);
  return {
    multiple: showMultiple(plan.pool.multiple),
    worth_fen: fenOrNull(worth),
    net_fen: fenOrNull(rateDown(worth, keeps)),
    pays_spend: plan.pool.multiple * keeps >= MILLION * MILLION,
    net_rate: showPercent(mulDivDown(plan.pool.multiple, keeps, MILLION)),
    own_price_multiple: digits(multiple),
    first,
    second,
    one_in: finite(oneIn),
    share: digits(1 / oneIn),
    waits: WAITING.map((member) => wait(law, member, multiple)),
  };
}

function priceFacts(plan: Plan, law: PriceLaw): Facts["price"] {
  const load = ratio(plan.pool.exitLoad);
  return {
    first_factor: digits(priceAfter(law, 1)),
    unlimited_factor: digits(1 / law.mint),
    max_step: showPercent(plan.pool.maxStep),
    limited_purchases: law.limited,
    exponent: digits(law.exponent),
    constant: digits(law.constant),
    series: SERIES.map((purchases) => ({ purchases, factor: digits(priceAfter(law, purchases)) })),
    double_pool_times: finite(growthNeeded(law, 2)),
    // Redemptions leave price ∝ cash^(−load/(1 − load)).
    double_pool_left: load === 0 ? null : digits(2 ** (-(1 - load) / load)),
  };
}

/**
 * Shares of members who can reach a payout of `net`, when all others take `least`, out of `pool` for each
 * member.
 */
function ceiling(net: number, pool: number, least: number): number {
  return net <= pool ? 1 : digits((pool - least) / (net - least));
}

/**
 * The facts of a plan by one example purchase, every commission earned, equal purchases, nobody redeeming
 * early.
 */
export function factsOf(plan: Plan, cut: Cut): Facts {
  const law = lawOf(ratio(plan.pool.mint), ratio(plan.pool.maxStep));
  const keeps = MILLION - plan.pool.exitLoad;
  const [pool, most, kept] = [ratio(cut.poolRate), ratio(cut.poolRateMost), ratio(keeps)];
  const cap = capFacts(plan, cut, law);
  const atOnce = kept * law.mint * pool;
  const net = ratio(plan.pool.multiple) * kept;
  const median = Math.min(atOnce * 2 ** law.exponent, net);
  const full = growthNeeded(law, 1 / atOnce);
  return {
    amount_fen: jsonFen(cut.amount),
    due_rate: showPercent(cut.cost ?? MILLION - plan.take),
    pool: {
      rate: showPercent(cut.poolRate),
      fen: jsonFen(cut.poolIn),
      most_rate: showPercent(cut.poolRateMost),
      most_fen: jsonFen(cut.poolInMost),
      minted_share: digits(pool * law.mint),
      minted_fen: jsonFen(cut.minted),
      unminted_fen: jsonFen(cut.poolIn - cut.minted),
    },
    average_at_most: { share: most, fen: jsonFen(cut.poolInMost) },
    at_once: { share: digits(atOnce), fen: jsonFen(rateDown(cut.minted, keeps)) },
    price: priceFacts(plan, law),
    cap,
    full_return_share: cap.pays_spend ? digits(1 / full) : 0,
    ceilings: {
      others_get_nothing: ceiling(net, most, 0),
      others_redeem_at_once: ceiling(net, most, kept * law.mint * most),
    },
    median: { share: digits(median), fen: jsonFen(floorShare(cut.amount, median)) },
  };
}

/** A share of an amount in whole fen, rounded down. */
function floorShare(amount: Fen, share: number): Fen {
  return rateDown(amount, BigInt(Math.floor(share * Number(MILLION))));
}
