/** Lots 批次: the order in which they leave, and the purchases in them (RULES sections 3 and 5). */
import { type Lot, type LotState, NotAtHand, type Purchase } from "./book.ts";
import type { Fen, Grains } from "./unit.ts";

/** 2^64: enough that two triggers hardly ever share a floor. */
const SCALE_BITS = 64n;

/**
 * The floor of the trigger cap0 / points0, scaled: different floors decide an order, equal ones say nothing.
 */
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
 * The purchases whose points a lot holds, oldest first. A purchase is linked to the one before it only, so
 * that buying touches no old entry; the way forward is threaded here, each purchase once, and those used up
 * are passed over for good. Neither changes what the book says.
 */
export function* traceOf(lot: Lot): Generator<Purchase, undefined> {
  if (lot.cold) throw new NotAtHand("lot", `${lot.seq}`, lot);
  for (let p = lot.newest; p !== null && p !== lot.threaded; p = p.earlier) {
    if (p.earlier === null) lot.oldest = p;
    else p.earlier.later = p;
  }
  lot.threaded = lot.newest;
  while (lot.oldest !== null && lot.oldest.left === 0n && lot.oldest.later !== null)
    lot.oldest = lot.oldest.later;
  for (let p = lot.oldest; p !== null; p = p.later) yield p;
  return undefined;
}
