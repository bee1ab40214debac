/** RULES sections 6b and 7: what time brings, and the checks and booking of each kind of order. */

import { type Book, credit, type Purchase } from "./oracle-book.ts";
import type { Line, Order } from "./oracle-file.ts";
import { inject, redeem, release, windUp } from "./oracle-pool.ts";
import { newPurchase, refusePurchase, settle } from "./oracle-purchase.ts";
import { findPurchase, refund, refuseRefund } from "./oracle-refund.ts";

export function pointsOf(book: Book, member: string): bigint {
  return book.lots.reduce((held, lot) => (lot.member === member ? held + lot.points : held), 0n);
}

/** Section 6b: "Without these keys `at` changes nothing." */
export function keepsTime(book: Book): boolean {
  return book.plan.settleAfter !== null || book.plan.commissionFreeze !== null;
}

/** A purchase that must wait, with no time of its own and none known yet, is no valid order. */
export function needsTime(book: Book, line: Line): boolean {
  return keepsTime(book) && line.order.kind === "purchase" && line.at === null && book.clock === null;
}

/** Pending purchases, earliest due first, then order of arrival (sort keeps the order of equals). */
export function pendingInOrder(book: Book): Purchase[] {
  return book.purchases
    .filter((purchase) => purchase.state === "pending")
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** Section 6b: what is due at or before `at` is settled, then what commissions are due are freed. */
export function settleWhatIsDue(book: Book, at: bigint): void {
  for (;;) {
    const next = pendingInOrder(book)[0];
    if (next === undefined || next.due > at) break;
    settle(book, next, next.due);
  }
  for (const purchase of book.purchases) {
    for (const entry of purchase.commissions) {
      if (entry.frozenUntil === null || entry.frozenUntil > at) continue;
      credit(book, `commission_frozen:${entry.member}`, -entry.frozenLeft);
      credit(book, `commission:${entry.member}`, entry.frozenLeft);
      entry.frozenLeft = 0n;
      entry.frozenUntil = null;
    }
  }
}

/** Books the order, or says why not; a refused one leaves nothing behind. */
export function decide(book: Book, id: string, order: Order): string | null {
  const ofThePool = !["join", "open_store", "appoint"].includes(order.kind);
  if (book.closed && ofThePool) return "pool_closed";
  switch (order.kind) {
    case "join":
      if (book.sponsors.has(order.member)) return "member_exists";
      if (order.sponsor !== null && !book.sponsors.has(order.sponsor)) return "sponsor_unknown";
      book.sponsors.set(order.member, order.sponsor);
      return null;
    case "open_store": {
      if (book.stores.has(order.merchant)) return "merchant_exists";
      if (!book.sponsors.has(order.owner)) return "member_unknown";
      if (order.recruiter !== null && !book.sponsors.has(order.recruiter)) return "member_unknown";
      book.stores.set(order.merchant, {
        owner: order.owner,
        region: order.region,
        takePpm: order.takePpm ?? book.plan.takePpm,
        recruiter: order.recruiter ?? book.sponsors.get(order.owner) ?? null,
        goods: order.goods,
      });
      return null;
    }
    case "appoint":
      if (!book.sponsors.has(order.member)) return "member_unknown";
      if (book.agents.has(order.region)) return "region_taken";
      book.agents.set(order.region, order.member);
      return null;
    case "purchase": {
      const code = refusePurchase(book, order);
      if (code !== null) return code;
      const purchase = newPurchase(id, order);
      book.purchases.push(purchase);
      book.received += purchase.paid;
      book.pendingCash += purchase.paid;
      if (book.plan.settleAfter === null) settle(book, purchase, book.clock);
      else {
        purchase.due = (book.clock as bigint) + book.plan.settleAfter;
        purchase.atText = book.clockText;
      }
      return null;
    }
    case "redeem": {
      if (!book.sponsors.has(order.member)) return "member_unknown";
      const held = pointsOf(book, order.member);
      const grains = order.points === "all" ? held : order.points;
      if (grains <= 0n) return "points_must_be_positive";
      if (grains > held) return "points_insufficient";
      redeem(book, id, order.member, grains);
      return null;
    }
    case "inject":
      if (order.amount <= 0n) return "amount_must_be_positive";
      inject(book, id, order.amount);
      return null;
    case "release":
      if (order.amount <= 0n) return "amount_must_be_positive";
      if (order.amount > book.remainder) return "remainder_insufficient";
      if (book.N === 0n) return "pool_empty";
      release(book, id, order.amount);
      return null;
    case "refund": {
      const code = refuseRefund(book, order);
      if (code !== null) return code;
      refund(book, id, findPurchase(book, order.purchase) as Purchase, order.amount);
      return null;
    }
    case "wind_up":
      // They would settle into a closed pool; RULES is silent, the product refuses.
      if (book.purchases.some((purchase) => purchase.state === "pending")) return "purchases_pending";
      windUp(book);
      return null;
  }
}
