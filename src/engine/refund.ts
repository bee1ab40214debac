/**
 * Refund 退款: every part of a purchase goes back in the proportion refunded, mirrored and never at today's
 * rates (RULES section 6).
 */
import { type Book, Pending, type Purchase } from "./book.ts";
import { BACK, STEP } from "./chart.ts";
import type { Draft } from "./draft.ts";
import type { RefundOrder } from "./order.ts";
import { afterOutflow, worth } from "./pool.ts";
import type { Posting } from "./post.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { parts, poolPortion } from "./split.ts";
import { type Fen, type Grains, least, mulDivDown, mulDivUp } from "./unit.ts";

/** RULES section 6: at most so many refunds a purchase, that rounding cannot be milked. */
export const MOST_REFUNDS = 50;

/** part(x): what of x this refund adds, cut at the running total. */
type Part = (x: bigint) => bigint;

/** Refunds part or all of a purchase; of a pending one, nothing but the money moves. */
export function refund(book: Book, order: RefundOrder, draft: Draft): Refusal | null {
  const { amount } = order;
  const purchase = book.purchase(order.purchase);
  if (purchase === undefined) return refuse("purchase_unknown");
  if (amount <= 0n) return refuse("amount_must_be_positive");
  const before = purchase.refunded;
  const after = before + amount;
  if (after > purchase.amount) return refuse("refund_exceeds_purchase");
  if (purchase.refunds >= MOST_REFUNDS) return refuse("refunds_exhausted");
  if (purchase instanceof Pending) {
    draft.move(STEP.refundPending, book.pending, book.outside, amount);
    draft.entry = { type: "pending_refunded", pending: purchase, refunded: after };
    return null;
  }
  const whole = purchase.amount;
  const part: Part = (x) => mulDivDown(x, after, whole) - mulDivDown(x, before, whole);
  const originals = parts(book, purchase, book.outside);
  const share = part(poolPortion(whole, originals));
  takeBackParts(draft, originals, amount - share, part);
  takeBackPool(draft, purchase, share, part);
  const state = draft.change(purchase);
  state.refunded = after;
  state.refunds += 1;
  afterOutflow(draft);
  return null;
}

/**
 * Parts back from who got them: `amount` is the refund less the pool's share, the operator takes what they
 * leave.
 */
function takeBackParts(draft: Draft, originals: readonly Posting[], amount: Fen, part: Part): void {
  const { book } = draft;
  let rest = amount;
  for (const original of originals) {
    if (original.to === book.operator) continue;
    const back = part(original.amount);
    const step = BACK.get(original.step) as Posting["step"];
    draft.move(step, original.to, book.outside, back);
    rest -= back;
  }
  if (rest > 0n) draft.move(STEP.refundOperator, book.operator, book.outside, rest);
  else draft.move(STEP.refundRounding, book.outside, book.operator, -rest);
}

/**
 * The pool's share: from what stood aside, from this purchase's own points, from what its sold points
 * brought.
 */
function takeBackPool(draft: Draft, purchase: Purchase, poolShare: Fen, part: Part): void {
  const { book } = draft;
  const { pool, outside } = book;
  const { wallet } = purchase.member;
  const { payable } = purchase.merchant;
  const state = draft.change(purchase);
  const aside = least(least(part(purchase.aside), poolShare), draft.remainder);
  const share = poolShare - aside;
  const target = part(purchase.points);
  const burnt = least(target, state.left);
  const fromPool = least(share, worth(draft, burnt));
  const sold = least(target - burnt, state.sold);
  const owed = sold === 0n ? 0n : mulDivUp(state.got, sold, state.sold);
  const gap = share - fromPool;
  const filled = least(gap, owed);
  draft.move(STEP.refundAside, pool.remainder, outside, aside);
  draft.move(STEP.refundPool, pool.cash, outside, fromPool);
  draft.move(STEP.refundProceeds, wallet, outside, filled);
  draft.move(STEP.refundShortfall, payable, outside, gap - filled);
  if (burnt > 0n) burnOwn(draft, purchase, burnt, target, part);
  state.left -= burnt;
  state.sold -= sold;
  state.got -= owed;
  draft.move(STEP.proceedsBack, wallet, draft.points > 0n ? pool.cash : pool.remainder, owed - filled);
}

/**
 * Burns points out of the purchase's lot; where a member has one lot, its cap goes back with them (step 5).
 */
function burnOwn(draft: Draft, purchase: Purchase, burnt: Grains, target: Grains, part: Part): void {
  const lot = purchase.lot as NonNullable<Purchase["lot"]>;
  const { points0, cap0, points } = lot.state;
  const left = points - burnt;
  if (draft.book.pool.per === "purchase") {
    draft.setLot(lot, points0, cap0, left);
  } else {
    const cap = mulDivDown(cap0, points, points0) - mulDivDown(part(purchase.cap), burnt, target);
    draft.setLot(lot, left, cap > 1n ? cap : 1n, left);
  }
  draft.burn(purchase.member, burnt);
}
