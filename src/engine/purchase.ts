/** A purchase 消费, in the order of RULES section 2, and the waiting of section 6b before it. */
import { type Book, Lot, Pending, Purchase } from "./book.ts";
import { STEP } from "./chart.ts";
import type { Draft } from "./draft.ts";
import { MAIN_FEED, type PurchaseOrder } from "./order.ts";
import { limitStep, subscription } from "./pool.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { dueTo, margin, parts, poolPortion } from "./split.ts";
import { showInstant } from "./time.ts";
import { lockUnder } from "./tree.ts";
import { type Fen, least, mulDivDown } from "./unit.ts";

/** Books a purchase, or lets it wait where the plan has a refund window. */
export function purchase(book: Book, order: PurchaseOrder, draft: Draft): Refusal | null {
  const { amount, cost } = order;
  const merchant = book.merchant(order.merchant);
  const plan = book.plan(merchant?.feed ?? MAIN_FEED);
  if (amount <= 0n) return refuse("amount_must_be_positive");
  if (amount < plan.minPurchase) return refuse("amount_too_small");
  const member = book.member(order.member);
  if (member === undefined) return refuse("member_unknown");
  if (merchant === undefined) return refuse("merchant_unknown");
  if (cost !== null && !merchant.goods) return refuse("cost_not_allowed");
  if (cost !== null && (cost < 0n || cost > amount)) return refuse("cost_out_of_range");
  const due = dueTo(plan, merchant, amount, cost);
  if (margin(plan, amount, due) < 0n) return refuse("margin_too_small");
  const { at, atText } = order;
  // A time comes with the text it was written in; one without the other would slip past the refund window.
  const timed = at !== null && atText !== null;
  if ((plan.settleAfter ?? plan.commissionFreeze) !== null && !timed) return refuse("at_required");
  if (plan.settleAfter !== null && timed) {
    const closes = at + plan.settleAfter;
    const waiting = new Pending(
      order.id,
      member,
      merchant,
      plan,
      amount,
      cost,
      closes,
      showInstant(closes, atText),
    );
    draft.move(STEP.pend, book.outside, book.pending, amount);
    draft.entry = { type: "pended", pending: waiting };
    return null;
  }
  const settled = new Purchase(order.id, member, merchant, plan, amount, due, plan.commissionFreeze !== null);
  settle(draft, settled, null);
  return null;
}

/** What a pending purchase becomes when its window closes: steps 1 to 7 for what has not been refunded. */
export function settlePending(draft: Draft, pending: Pending): void {
  const { member, merchant, plan, cost, refunded } = pending;
  const amount = pending.amount - refunded;
  const costLeft = cost === null ? null : cost - mulDivDown(cost, refunded, pending.amount);
  const due = dueTo(plan, merchant, amount, costLeft);
  // Rounding may leave the margin a fen short after a partial refund: the supplier's part gives way.
  const short = least(margin(plan, amount, due), 0n);
  const frozen = plan.commissionFreeze !== null;
  settle(draft, new Purchase(pending.id, member, merchant, plan, amount, due + short, frozen), pending);
}

/** Steps 1, 3 to 6; the forced exits of step 7 follow in decide.ts. */
function settle(draft: Draft, bought: Purchase, pending: Pending | null): void {
  const { book } = draft;
  const { member, merchant, plan, amount } = bought;
  const payer = pending === null ? book.outside : book.pending;
  const locked = lockUnder(book, member, merchant.owner);
  bought.level1 = locked ?? member.sponsor;
  bought.level2 = bought.level1 === null ? null : bought.level1.sponsor;
  bought.agents = book.agents(merchant);
  const first = draft.postings.length;
  const poolIn = poolPortion(amount, parts(book, bought, payer, draft.postings), first);
  const { points, aside } = subscription(draft, poolIn, plan.pool.mint);
  draft.move(STEP.aside, payer, book.pool.remainder, aside);
  draft.move(STEP.subscribe, payer, book.pool.cash, poolIn - aside);
  draft.issue(member, points);
  bought.aside = aside;
  bought.points = points;
  // The limit of refunds counts those made while it waited.
  const refunds = pending?.refunds ?? 0;
  if (refunds > 0) bought.state = { left: points, sold: 0n, got: 0n, refunded: 0n, refunds };
  const { commissionFreeze } = plan;
  const thaws = commissionFreeze === null || draft.at === null ? null : draft.at + commissionFreeze;
  draft.entry = { type: "purchased", purchase: bought, locked, pending, thaws };
  if (points > 0n) {
    draft.opened = true;
    intoLot(draft, bought, bought.cap);
  }
  limitStep(draft);
}

/**
 * Opens a lot, or merges into the one the member holds where the pool has one lot a member (RULES section
 * 3).
 */
function intoLot(draft: Draft, bought: Purchase, cap: Fen): void {
  const { book } = draft;
  const { member, points } = bought;
  const held = book.pool.per === "member" ? member.firstLot : null;
  if (held === null) {
    bought.lot = new Lot(book.pool.lotSeq + 1, member);
    draft.setLot(bought.lot, points, cap, points);
  } else {
    bought.lot = held;
    const { points0, cap0, points: before } = held.state;
    const kept = mulDivDown(cap0, before, points0);
    const all = before + points;
    draft.setLot(held, all, kept + cap, all);
  }
}
