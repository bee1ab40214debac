/** Winding up a pool (RULES section 6c): the whole cash goes to the holders, without load. */
import type { Book } from "./book.ts";
import { STEP } from "./chart.ts";
import { takeFrom } from "./consume.ts";
import type { Draft } from "./draft.ts";
import { lotsLeft } from "./pool.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { mulDivDown } from "./unit.ts";

/**
 * Pays every lot its share of cash and remainder, the few fen left to the operator, and closes the pool.
 * Purchases still pending would settle into a closed pool, so they have to settle or be refunded first.
 */
export function windUp(book: Book, draft: Draft): Refusal | null {
  if (book.waiting > 0) return refuse("purchases_pending");
  const { pool } = book;
  draft.last = draft.price();
  draft.move(STEP.rejoin, pool.remainder, pool.cash, draft.remainder);
  const { cash, points } = draft;
  for (const lot of lotsLeft(draft)) {
    const paid = mulDivDown(lot.points, cash, points);
    takeFrom(draft, [lot], lot.points, paid);
    draft.move(STEP.windUp, pool.cash, lot.member.wallet, paid);
  }
  draft.move(STEP.windUpRest, pool.cash, book.operator, draft.cash);
  draft.closed = true;
  return null;
}
