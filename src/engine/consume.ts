/**
 * How points leave lots, oldest purchase first, and how the proceeds are traced to purchases (RULES section
 * 3).
 */
import type { Lot } from "./book.ts";
import type { Draft } from "./draft.ts";
import { type Fen, type Grains, least, mulDivDown } from "./unit.ts";

/**
 * Takes `grains` out of lots, in the order given, each lot's oldest purchase first, and burns them; the
 * trace of `net` fen is cut at the running total over all that leaves, so that the cuts sum to `net`. The
 * lots hold enough.
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
