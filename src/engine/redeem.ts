/** Redemption 赎回, injection 注资 and release of the remainder (RULES section 4). */
import type { Book } from "./book.ts";
import { STEP } from "./chart.ts";
import { lotsOf, takeFrom } from "./consume.ts";
import type { Draft } from "./draft.ts";
import type { Inject, Redeem, Release } from "./order.ts";
import { afterOutflow, limitStep, proceedsOf, worth } from "./pool.ts";
import { type Refusal, refuse } from "./refusal.ts";

/**
 * Sells points to the pool: worth taken once for the whole, the exit load stays, oldest lots first. Where the
 * order names the least fen it will take, and the price of the moment brings fewer, nothing is sold.
 */
export function redeem(book: Book, order: Redeem, draft: Draft): Refusal | null {
  const member = book.member(order.member);
  if (member === undefined) return refuse("member_unknown");
  const held = member.points.balance;
  const grains = order.points === "all" ? held : order.points;
  if (grains <= 0n) return refuse("points_must_be_positive");
  if (grains > held) return refuse("points_insufficient");
  const proceeds = proceedsOf(draft, worth(draft, grains));
  if (proceeds < (order.minProceeds ?? 0n)) return refuse("proceeds_below_minimum");
  takeFrom(draft, lotsOf(draft, member.firstLot), grains, proceeds);
  draft.move(STEP.redeem, book.pool.cash, member.wallet, proceeds);
  afterOutflow(draft);
  return null;
}

/** Outside cash into the pool, into the remainder while no points are out; no points are minted. */
export function inject(book: Book, order: Inject, draft: Draft): Refusal | null {
  if (order.amount <= 0n) return refuse("amount_must_be_positive");
  const { cash, remainder } = book.pool;
  draft.move(STEP.inject, book.outside, draft.points > 0n ? cash : remainder, order.amount);
  limitStep(draft);
  return null;
}

/** The operator lets some of the remainder back into the pool. */
export function release(book: Book, order: Release, draft: Draft): Refusal | null {
  if (order.amount <= 0n) return refuse("amount_must_be_positive");
  if (order.amount > draft.remainder) return refuse("remainder_insufficient");
  if (draft.points === 0n) return refuse("pool_empty");
  draft.move(STEP.release, book.pool.remainder, book.pool.cash, order.amount);
  limitStep(draft);
  return null;
}
