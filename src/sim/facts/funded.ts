/**
 * The funded statement: for every promise of a plan the most that can fall due on one purchase, the account
 * that funds it, what is set aside there from that same purchase, and the class that follows.
 */
import {
  type Fen,
  jsonFen,
  MILLION,
  mulDivDown,
  type Plan,
  type Ppm,
  rateDown,
  showMultiple,
  showPercent,
} from "#engine";
import { type CommissionCode, type Cut, commissionsOf } from "./cut.ts";
import { plain, type Sentence, say, type Template } from "./say.ts";

/**
 * F0: set aside in full when the promise is made. F1: nothing is owed until an order arrives, and then no
 * more than is set aside from that order. F2: a share of a pool, never a stated amount. UNFUNDED: anything
 * else.
 */
export type FundClass = "F0" | "F1" | "F2" | "UNFUNDED";

/** A promise as its class depends on it. */
export interface Claim {
  /** A stated amount, or a share of what a pool holds. */
  readonly of: "amount" | "share";
  /** When a stated amount falls due and its money is set aside. */
  readonly from: "promise" | "order";
  /** The most that can fall due; null where nothing limits it. */
  readonly most: Fen | null;
  /** Set aside on the funding account; null where no account funds it. */
  readonly setAside: Fen | null;
}

/** The class of a promise. */
export function classOf({ of, from, most, setAside }: Claim): FundClass {
  if (setAside === null) return "UNFUNDED";
  if (of === "share") return "F2";
  if (most === null || most > setAside) return "UNFUNDED";
  return from === "promise" ? "F0" : "F1";
}

export type LineCode =
  | "due"
  | "operator"
  | "portion"
  | CommissionCode
  | "pool_claim"
  | "redeem"
  | "cap"
  | "key";

/** One line of the statement. Rates are percents of the price, money integer fen of the example purchase. */
export interface FundedLine extends Sentence {
  readonly code: LineCode;
  /** The named portion, or the key, it is about. */
  readonly name: string | null;
  readonly most_rate: string | null;
  readonly most_fen: number | null;
  /** What it adds to the largest total of its account; the totals so far, this line included. */
  readonly adds_fen: number | null;
  readonly total_fen: number | null;
  readonly account: string | null;
  readonly set_aside_fen: number | null;
  readonly class: FundClass;
}

const NAMES: Readonly<Record<Exclude<LineCode, "portion">, Template>> = {
  due: ["货款", "due to the supplier"],
  operator: ["平台利润", "operator"],
  upline_1: ["直推奖励", "upline level 1"],
  upline_2: ["间推奖励", "upline level 2"],
  recruiter: ["招商奖励", "recruiter"],
  region_district: ["区代奖励{mode}", "district agent{mode}"],
  region_city: ["市代奖励{mode}", "city agent{mode}"],
  region_province: ["省代奖励{mode}", "province agent{mode}"],
  pool_claim: ["积分池：按份共有，不承诺金额", "the pool: shared pro rata, no amount promised"],
  redeem: ["赎回：市值的 {rate}，出自积分池", "redeeming: {rate} of the worth, out of the pool"],
  cap: [
    "封顶 {multiple} 倍：上限而非应付数，出自积分池",
    "cap of {multiple}×: a ceiling, not a debt; out of the pool",
  ],
  key: ["“{name}”：没有账户为它出资", "“{name}”: no account funds it"],
};

const BY_DIFFERENCE: Template = ["（级差）", ", by difference"];

const rateOf = (rate: Ppm | null): string | null => (rate === null ? null : showPercent(rate));

/** Fen as a JSON number; null where JSON cannot carry it exactly. */
export function fenOrNull(fen: Fen | null): number | null {
  return fen !== null && Number.isSafeInteger(Number(fen)) ? jsonFen(fen) : null;
}

/** A promise that is paid out of the order it arises from, wholly set aside there. */
function ofOrder(
  code: "due" | "operator" | "portion",
  name: Sentence,
  account: string,
  fen: Fen,
  rate: Ppm | null,
) {
  const most = fenOrNull(fen);
  const money = { most_rate: rateOf(rate), most_fen: most, adds_fen: most, total_fen: null };
  const fund = {
    account,
    set_aside_fen: most,
    class: classOf({ of: "amount", from: "order", most: fen, setAside: fen }),
  };
  return { code, name: code === "portion" ? account : null, ...name, ...money, ...fund };
}

/** The commissions, line by line: each is funded by what the lines above leave of the portion. */
export function commissionLines(plan: Plan, amount: Fen): FundedLine[] {
  const budget = rateDown(amount, plan.commissions);
  const mode = say(plan.region.mode === "cumulative" ? BY_DIFFERENCE : ["", ""]);
  let total: Fen = 0n;
  return commissionsOf(plan, amount).map(({ code, rate, most, adds }) => {
    const left = budget - total;
    total += adds;
    return {
      code,
      name: null,
      ...say(NAMES[code], { mode: mode.zh }, { mode: mode.en }),
      most_rate: showPercent(rate),
      most_fen: jsonFen(most),
      adds_fen: jsonFen(adds),
      total_fen: jsonFen(total),
      account: "commissions",
      set_aside_fen: jsonFen(left),
      class: classOf({ of: "amount", from: "order", most: adds, setAside: left }),
    };
  });
}

/** What members own: shares of the pool, of which the cap and the exit load leave less, never more. */
function poolLines(plan: Plan, cut: Cut): FundedLine[] {
  const keeps = MILLION - plan.pool.exitLoad;
  const ceiling = rateDown(rateDown(cut.amount, plan.pool.multiple), keeps);
  const values = { rate: showPercent(keeps), multiple: showMultiple(plan.pool.multiple) };
  const line = (code: "pool_claim" | "redeem" | "cap", most: Fen | null): FundedLine => ({
    code,
    name: null,
    ...say(NAMES[code], values),
    most_rate: most === null ? null : showPercent(mulDivDown(plan.pool.multiple, keeps, MILLION)),
    most_fen: fenOrNull(most),
    adds_fen: null,
    total_fen: null,
    account: "pool",
    set_aside_fen: fenOrNull(cut.poolIn),
    class: classOf({ of: "share", from: "order", most, setAside: cut.poolIn }),
  });
  return [line("pool_claim", null), line("redeem", null), line("cap", ceiling)];
}

/** What a key promises is not known, and nothing is set aside for it. */
function keyLine(path: string): FundedLine {
  const name = plain(path);
  const none = { most_rate: null, most_fen: null, adds_fen: null, total_fen: null };
  const claim: Claim = { of: "amount", from: "promise", most: null, setAside: null };
  return {
    code: "key",
    name,
    ...say(NAMES.key, { name }),
    ...none,
    account: null,
    set_aside_fen: null,
    class: classOf(claim),
  };
}

/**
 * The statement of a plan, in the order the money is cut; `keys` are promises found outside the plan's own
 * keys.
 */
export function fundedStatement(
  plan: Plan,
  cut: Cut | null,
  amount: Fen,
  keys: readonly string[],
): FundedLine[] {
  const portions = plan.portions.map(({ to, rate }) => {
    const name = plain(to);
    return ofOrder("portion", { zh: name, en: name }, name, rateDown(amount, rate), rate);
  });
  const dueRate = cut?.cost ?? MILLION - plan.take;
  const due = cut?.due ?? amount - rateDown(amount, plan.take);
  return [
    ofOrder("due", say(NAMES.due), "payable", due, dueRate),
    ofOrder("operator", say(NAMES.operator), "operator", rateDown(amount, plan.operator), plan.operator),
    ...portions,
    ...commissionLines(plan, amount),
    ...(cut === null ? [] : poolLines(plan, cut)),
    ...keys.map(keyLine),
  ];
}
