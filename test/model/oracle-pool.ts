/** RULES sections 3 to 5 and the pool's part of 6c: lots, price, leaving the pool. */

import {
  type Book,
  ceilDiv,
  credit,
  floorDiv,
  type Lot,
  max,
  min,
  type Purchase,
  pricePair,
} from "./oracle-book.ts";
import { GRAINS_PER_POINT, MILLION } from "./oracle-plan.ts";

/** Section 4, step limit: "P0 is the price pair at the start of the order (the last price if N = 0)". */
export function startOrder(book: Book): void {
  [book.startC, book.startN] = pricePair(book);
}

/** Section 4: worth(g) = floor(g · C / N). */
export function worth(book: Book, grains: bigint): bigint {
  const [c, n] = pricePair(book);
  return floorDiv(grains * c, n);
}

/** Section 4, step limit: after every change of (C, N). */
export function limitStep(book: Book): void {
  if (book.N === 0n) return;
  const top = MILLION + book.plan.maxStep;
  // C/N > P0 · (1 + max_step), crosswise
  if (book.C * book.startN * MILLION <= book.startC * top * book.N) return;
  const highest = floorDiv(book.N * book.startC * top, book.startN * MILLION);
  const lowest = ceilDiv(book.N * book.startC, book.startN);
  const lowered = max(highest, lowest);
  book.remainder += book.C - lowered;
  book.C = lowered;
}

/** Section 4, empty pool: P0 becomes the last price, all cash left moves to the remainder. */
function ruleOfEmptyPool(book: Book): void {
  if (book.N > 0n) return;
  book.lastC = book.startC;
  book.lastN = book.startN;
  book.remainder += book.C;
  book.C = 0n;
}

/** Section 4, dust: every lot left is paid floor(g·C/N), the pair taken once, oldest opening first. */
function payDust(book: Book, order: string): void {
  if (book.N === 0n || book.N >= GRAINS_PER_POINT) return;
  const [c, n] = [book.C, book.N];
  for (const lot of book.lots) {
    if (lot.points === 0n) continue;
    const grains = lot.points;
    const proceeds = floorDiv(grains * c, n);
    leavePool(book, [{ lot, grains }], proceeds);
    book.exits.push({ order, member: lot.member, points: grains, worth: proceeds, proceeds });
  }
}

/** What follows every exit, redemption or refund: step limit, then dust, then the rule of the empty pool. */
export function afterLeaving(book: Book, order: string): void {
  limitStep(book);
  payDust(book, order);
  ruleOfEmptyPool(book);
}

/**
 * Points leave: `proceeds` goes from C to the member's wallet, and (section 3) the points are taken from the
 * lots' purchases oldest first, the proceeds cut at the running total over all that left.
 */
function leavePool(book: Book, taken: { lot: Lot; grains: bigint }[], proceeds: bigint): void {
  const pieces: { purchase: Purchase; grains: bigint }[] = [];
  let all = 0n;
  for (const { lot, grains } of taken) {
    let missing = grains;
    for (const purchase of lot.trace) {
      const piece = min(purchase.left, missing);
      if (piece === 0n) continue;
      purchase.left -= piece;
      purchase.sold += piece;
      missing -= piece;
      pieces.push({ purchase, grains: piece });
    }
    if (missing !== 0n) throw new Error("oracle: a lot's trace does not cover its points");
    lot.points -= grains;
    all += grains;
  }
  let running = 0n;
  for (const { purchase, grains } of pieces) {
    const before = floorDiv(proceeds * running, all);
    running += grains;
    purchase.got += floorDiv(proceeds * running, all) - before;
  }
  const first = taken[0];
  if (first === undefined) throw new Error("oracle: nothing leaves");
  book.C -= proceeds;
  book.N -= all;
  credit(book, `wallet:${first.lot.member}`, proceeds);
}

/** Section 4, redeem. The caller has checked that the member holds that many. */
export function redeem(book: Book, order: string, member: string, grains: bigint): void {
  const gross = worth(book, grains); // taken once for the whole g
  const proceeds = floorDiv(gross * (MILLION - book.plan.exitLoad), MILLION);
  const taken: { lot: Lot; grains: bigint }[] = [];
  let missing = grains;
  for (const lot of book.lots) {
    if (lot.member !== member || lot.points === 0n || missing === 0n) continue;
    const piece = min(lot.points, missing);
    taken.push({ lot, grains: piece });
    missing -= piece;
  }
  leavePool(book, taken, proceeds);
  afterLeaving(book, order);
  forcedExits(book, order);
}

/** Section 5: of the due lots, the one of the lowest trigger cap0/points0, then of the earliest opening. */
function nextDue(book: Book): Lot | null {
  let found: Lot | null = null;
  for (const lot of book.lots) {
    if (lot.points === 0n) continue;
    if (lot.points0 * book.C < lot.cap0 * book.N) continue; // not due
    if (found === null || lot.cap0 * found.points0 < found.cap0 * lot.points0) found = lot;
  }
  return found;
}

/** Section 5: due lots leave one at a time, the price taken anew after each. */
export function forcedExits(book: Book, order: string): void {
  for (let lot = nextDue(book); lot !== null; lot = nextDue(book)) {
    const points = lot.points;
    const gross = min(worth(book, points), floorDiv(lot.cap0 * points, lot.points0));
    const proceeds = floorDiv(gross * (MILLION - book.plan.exitLoad), MILLION);
    leavePool(book, [{ lot, grains: points }], proceeds);
    book.exits.push({ order, member: lot.member, points, worth: gross, proceeds });
    afterLeaving(book, order);
  }
}

/** Section 2, step 5. Sets the purchase's points and aside; opens no lot. */
export function subscribe(book: Book, purchase: Purchase): void {
  const v = floorDiv(purchase.poolIn * book.plan.mint, MILLION);
  const [c, n] = pricePair(book);
  const g = floorDiv(v * n, c);
  purchase.points = g;
  purchase.left = g;
  if (g === 0n) {
    purchase.aside = purchase.poolIn;
  } else if (book.N === 0n && book.everMinted) {
    purchase.aside = purchase.poolIn - v;
  } else {
    purchase.aside = 0n;
  }
  book.remainder += purchase.aside;
  book.C += purchase.poolIn - purchase.aside;
  book.N += g;
  if (g > 0n) book.everMinted = true;
  limitStep(book);
}

/** Section 2, step 6, and section 3: the lot. */
export function addToLot(book: Book, purchase: Purchase): void {
  const cap = floorDiv(purchase.amount * book.plan.multiple, MILLION);
  purchase.cap = cap;
  if (purchase.points === 0n) return; // opens or merges nothing
  if (book.plan.capPer === "member") {
    const held = book.lots.find((lot) => lot.member === purchase.member && lot.points > 0n);
    if (held !== undefined) {
      held.cap0 = floorDiv(held.cap0 * held.points, held.points0) + cap;
      held.points += purchase.points;
      held.points0 = held.points;
      held.trace.push(purchase);
      return;
    }
  }
  const points = purchase.points;
  book.lots.push({ member: purchase.member, points0: points, cap0: cap, points, trace: [purchase] });
}

/** Section 4, inject. */
export function inject(book: Book, order: string, amount: bigint): void {
  book.received += amount;
  if (book.N > 0n) book.C += amount;
  else book.remainder += amount;
  limitStep(book);
  forcedExits(book, order);
}

/** Section 4: the remainder re-enters. The caller has checked that N > 0 and that there is so much. */
export function release(book: Book, order: string, amount: bigint): void {
  book.remainder -= amount;
  book.C += amount;
  limitStep(book);
  forcedExits(book, order);
}

/** Section 6c. */
export function windUp(book: Book): void {
  book.C += book.remainder;
  book.remainder = 0n;
  const [c, n] = [book.C, book.N]; // "by the pair at the start": once, the remainder having joined
  for (const lot of book.lots) {
    if (lot.points === 0n) continue;
    leavePool(book, [{ lot, grains: lot.points }], floorDiv(lot.points * c, n));
  }
  credit(book, "operator", book.C); // the few fen left
  book.C = 0n;
  ruleOfEmptyPool(book);
  book.closed = true;
}
