/**
 * The split 分账 of a purchase: what each party but the pool gets, and what is left for the pool (RULES
 * section 2).
 */
import type { Account, Agents, Book, Member, Merchant } from "./book.ts";
import { PART, type Step } from "./chart.ts";
import type { Plan } from "./plan.ts";
import { type Posting, posting } from "./post.ts";
import { type Fen, type Ppm, rateDown } from "./unit.ts";

/** What the split of a purchase depends on; a booked purchase keeps these for good. */
export interface Cut {
  readonly plan: Plan;
  readonly merchant: Merchant;
  readonly amount: Fen;
  readonly due: Fen;
  readonly level1: Member | null;
  readonly level2: Member | null;
  readonly agents: Agents;
  readonly frozen: boolean;
}

/** Due to the supplier 货款: the cost of goods where one is given, else the amount less the take. */
export function dueTo(plan: Plan, merchant: Merchant, amount: Fen, cost: Fen | null): Fen {
  return cost ?? amount - rateDown(amount, merchant.take ?? plan.take);
}

/** What due and rated portions leave for the pool; below zero the purchase is refused. */
export function margin(plan: Plan, amount: Fen, due: Fen): Fen {
  let left = amount - due - rateDown(amount, plan.operator) - rateDown(amount, plan.commissions);
  for (const portion of plan.portions) left -= rateDown(amount, portion.rate);
  return left;
}

/**
 * Adds every part but the pool's to `list`, as a posting from `payer`, nothing for a part of 0. What they do
 * not use up is the pool portion. A refund calls this again for the same purchase and mirrors each part.
 */
export function parts(book: Book, cut: Cut, payer: Account, list: Posting[] = []): Posting[] {
  const { plan, amount, merchant } = cut;
  add(list, PART.due, payer, merchant.payable, cut.due);
  add(list, PART.operator, payer, book.operator, rateDown(amount, plan.operator));
  for (const { to, rate } of plan.portions)
    add(list, PART.portion, payer, book.portion(to), rateDown(amount, rate));
  const earned = list.length;
  reward(list, cut, payer, PART.upline1, cut.level1, plan.upline[0]);
  reward(list, cut, payer, PART.upline2, cut.level2, plan.upline[1]);
  reward(list, cut, payer, PART.recruiter, merchant.recruiter, plan.recruiter);
  const { district, city, province } = cut.agents;
  const { region } = plan;
  let seen: Ppm = 0n;
  seen = regionReward(list, cut, payer, PART.district, district, region.district, seen);
  seen = regionReward(list, cut, payer, PART.city, city, region.city, seen);
  regionReward(list, cut, payer, PART.province, province, region.province, seen);
  if (plan.unclaimed === "operator") {
    let unclaimed = rateDown(amount, plan.commissions);
    for (let i = earned; i < list.length; i++) unclaimed -= (list[i] as Posting).amount;
    add(list, PART.unclaimed, payer, book.unclaimed, unclaimed);
  }
  return list;
}

/**
 * What the parts of a purchase leave: the pool portion, with what nobody earned where the plan sends that
 * there.
 */
export function poolPortion(amount: Fen, split: readonly Posting[], first = 0): Fen {
  let left = amount;
  for (let i = first; i < split.length; i++) left -= (split[i] as Posting).amount;
  return left;
}

function add(list: Posting[], step: Step, payer: Account, to: Account, amount: Fen): void {
  if (amount > 0n) list.push(posting(step, payer, to, amount));
}

function reward(
  list: Posting[],
  cut: Cut,
  payer: Account,
  step: Step,
  to: Member | null,
  rate: Ppm | undefined,
): void {
  if (to === null || rate === undefined || rate === 0n) return;
  add(list, step, payer, cut.frozen ? to.frozen : to.commission, rateDown(cut.amount, rate));
}

/**
 * One level going up; returns the highest rate seen among present agents (cumulative mode pays the
 * difference).
 */
function regionReward(
  list: Posting[],
  cut: Cut,
  payer: Account,
  step: Step,
  agent: Member | null,
  rate: Ppm,
  seen: Ppm,
): Ppm {
  if (agent === null) return seen;
  const paid = cut.plan.region.mode === "separate" ? rate : rate > seen ? rate - seen : 0n;
  reward(list, cut, payer, step, agent, paid);
  return rate > seen ? rate : seen;
}
