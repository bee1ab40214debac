/** The tree of sponsors 推荐关系 and the lock 锁客 (RULES section 2, step 1). */
import type { Book, Member } from "./book.ts";

/**
 * Who becomes the buyer's sponsor by a purchase at a store of `owner`; null where nobody does: the buyer has
 * a sponsor, is the owner, or the owner stands below the buyer. A buyer without a sponsor is a root, so the
 * owner stands below him exactly when he is the owner's root; the walk up is never cut short.
 */
export function lockUnder(book: Book, buyer: Member, owner: Member): Member | null {
  return buyer.sponsor !== null || book.root(owner) === buyer ? null : owner;
}

/** The topmost member above, halving the way for those who ask later. */
export function rootOf(member: Member): Member {
  let here = member;
  while (here.above !== null) {
    const up: Member = here.above;
    if (up.above !== null) here.above = up.above;
    here = up;
  }
  return here;
}

/** Whether `member` is `top` or stands anywhere below; by sponsors alone, so at the cost of the way up. */
export function standsWithin(member: Member | null, top: Member): boolean {
  let here = member;
  while (here !== null && here !== top) here = here.sponsor;
  return here === top;
}
