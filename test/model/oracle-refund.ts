/** RULES section 6: a refund. */

import { type Book, ceilDiv, credit, floorDiv, max, min, type Purchase } from "./oracle-book.ts";
import { afterLeaving, forcedExits, worth } from "./oracle-pool.ts";

const MOST_REFUNDS = 50;

export function findPurchase(book: Book, id: string): Purchase | undefined {
  return book.purchases.find((purchase) => purchase.id === id);
}

export function refuseRefund(book: Book, order: { purchase: string; amount: bigint }): string | null {
  const purchase = findPurchase(book, order.purchase);
  if (purchase === undefined) return "purchase_unknown";
  if (order.amount <= 0n) return "amount_must_be_positive";
  const earlier = purchase.refundedPending + purchase.refunded;
  if (earlier + order.amount > purchase.paid) return "refund_exceeds_purchase";
  if (purchase.refunds >= MOST_REFUNDS) return "refunds_exhausted";
  return null;
}

export function refund(book: Book, order: string, purchase: Purchase, amount: bigint): void {
  purchase.refunds += 1;
  book.paidOut += amount;
  if (purchase.state === "pending") {
    // "refunding a pending purchase touches no pool and no commission"
    book.pendingCash -= amount;
    purchase.refundedPending += amount;
    if (purchase.refundedPending === purchase.paid) purchase.state = "refunded_before_settling";
    return;
  }
  refundSettled(book, order, purchase, amount);
}

function refundSettled(book: Book, order: string, purchase: Purchase, amount: bigint): void {
  const a = purchase.amount;
  const r0 = purchase.refunded;
  const r1 = r0 + amount;
  const part = (x: bigint) => floorDiv(x * r1, a) - floorDiv(x * r0, a);
  const merchant = `payable:${purchase.merchant}`;

  // Each part is taken back from the account that got it; the operator takes what is left.
  let leftOfR = amount;
  const takeBack = (account: string, x: bigint) => {
    credit(book, account, -x);
    leftOfR -= x;
  };
  takeBack(merchant, part(purchase.toSupplier));
  for (const entry of purchase.commissions) {
    const x = part(entry.amount);
    if (entry.frozenUntil !== null) {
      entry.frozenLeft -= x;
      takeBack(`commission_frozen:${entry.member}`, x);
    } else takeBack(`commission:${entry.member}`, x);
  }
  takeBack("unclaimed", part(purchase.unclaimed));
  for (const other of purchase.others) takeBack(other.account, part(other.amount));
  takeBack("operator", leftOfR - part(purchase.poolIn));

  // 1
  let share = part(purchase.poolIn);
  const back = min(part(purchase.aside), share, book.remainder);
  book.remainder -= back;
  share -= back;
  // 2
  const target = part(purchase.points);
  const b = min(target, purchase.left);
  const x = min(share, worth(book, b));
  // 3
  const s = min(target - b, purchase.sold);
  const owed = s === 0n ? 0n : ceilDiv(purchase.got * s, purchase.sold);
  credit(book, `wallet:${purchase.member}`, -owed);
  purchase.sold -= s;
  purchase.got -= owed;
  // 4
  const gap = share - x;
  const fill = min(gap, owed);
  credit(book, merchant, -(gap - fill));
  if (book.N - b > 0n) book.C += owed - fill;
  else book.remainder += owed - fill;
  // 5
  book.C -= x;
  book.N -= b;
  purchase.left -= b;
  if (b > 0n) {
    const lot = book.lots.find((each) => each.points > 0n && each.trace.includes(purchase));
    if (lot === undefined) throw new Error("oracle: points of a purchase are in no lot");
    if (book.plan.capPer === "member") {
      const capNow = floorDiv(lot.cap0 * lot.points, lot.points0);
      lot.cap0 = max(1n, capNow - floorDiv(part(purchase.cap) * b, target));
      lot.points -= b;
      lot.points0 = lot.points;
    } else lot.points -= b;
  }
  purchase.refunded = r1;
  // 6
  afterLeaving(book, order);
  forcedExits(book, order);
}
