/** Lots 批次: their order of leaving, and how points leave them with the trace of their purchases (RULES section 3). */
import type { Lot, LotState, Purchase } from "./book.ts";
import type { Draft } from "./draft.ts";
import { type Fen, type Grains, least, mulDivDown } from "./unit.ts";

/** 2^64: enough that two triggers hardly ever share a floor. */
const SCALE_BITS = 64n;

/** The floor of the trigger cap0 / points0, scaled: different floors decide an order, equal ones say nothing. */
export function triggerOf(cap0: Fen, points0: Grains): bigint {
  return (cap0 << SCALE_BITS) / points0;
}

/** Whether a leaves before b: lower trigger cap0 / points0, compared exactly, then earlier opening. */
export function leavesBefore(a: Lot, b: Lot, aState = a.state, bState = b.state): boolean {
  if (aState.trigger !== bState.trigger) return aState.trigger < bState.trigger;
  const left = aState.cap0 * bState.points0;
  const right = bState.cap0 * aState.points0;
  return left < right || (left === right && a.seq < b.seq);
}

/** Whether the price has reached the trigger: points0 · cash ≥ cap0 · points out. */
export function isDue(state: LotState, cash: Fen, points: Grains): boolean {
  return state.points0 * cash >= state.cap0 * points;
}

/**
 * The purchases whose points a lot holds, oldest first. A purchase is linked to the one before it only, so that buying
 * touches no old entry; the way forward is threaded here, each purchase once, and those used up are passed over for
 * good. Neither changes what the book says.
 */
export function* traceOf(lot: Lot): Generator<Purchase, undefined> {
  for (let p = lot.newest; p !== null && p !== lot.threaded; p = p.earlier) {
    if (p.earlier === null) lot.oldest = p;
    else p.earlier.later = p;
  }
  lot.threaded = lot.newest;
  while (lot.oldest !== null && lot.oldest.left === 0n && lot.oldest.later !== null) lot.oldest = lot.oldest.later;
  for (let p = lot.oldest; p !== null; p = p.later) yield p;
  return undefined;
}

/**
 * Takes `grains` out of lots, in the order given, each lot's oldest purchase first, and burns them; the trace of `net`
 * fen is cut at the running total over all that leaves, so that the cuts sum to `net`. The lots hold enough.
 */
export function takeFrom(draft: Draft, lots: Iterable<Lot>, grains: Grains, net: Fen): void {
  let gone = 0n;
  let traced = 0n;
  for (const lot of lots) {
    if (gone === grains) break;
    const { points0, cap0, points } = draft.lot(lot);
    const leaving = least(points, grains - gone);
    const end = gone + leaving;
    for (const purchase of draft.trace(lot)) {
      if (gone === end) break;
      if ((draft.purchases.get(purchase) ?? purchase).left === 0n) continue;
      const state = draft.change(purchase);
      const part = least(state.left, end - gone);
      gone += part;
      const upTo = mulDivDown(net, gone, grains);
      state.left -= part;
      state.sold += part;
      state.got += upTo - traced;
      traced = upTo;
    }
    draft.setLot(lot, points0, cap0, points - leaving);
    draft.burn(lot.member, leaving);
  }
}

/** A member's lots with points, oldest opening first. */
export function* lotsOf(draft: Draft, first: Lot | null): Generator<Lot, undefined> {
  for (let lot = first; lot !== null; lot = lot.newer) if (draft.lot(lot).points > 0n) yield lot;
  return undefined;
}
