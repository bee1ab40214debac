/** Forced exits 强制赎回: due lots leave one at a time, lowest trigger first (RULES section 5). */
import type { Lot } from "./book.ts";
import { STEP } from "./chart.ts";
import { takeFrom } from "./consume.ts";
import type { Draft } from "./draft.ts";
import { isDue, leavesBefore } from "./lot.ts";
import { afterOutflow, proceedsOf, worth } from "./pool.ts";
import { least, mulDivDown } from "./unit.ts";

/**
 * Runs what is due, at most `limit` exits. What is left then is marked in the journal and carried on by
 * `carryOn`.
 */
export function runExits(draft: Draft, limit: number): void {
  const { book } = draft;
  const top = book.lots.top();
  let waiting: Iterator<Lot, undefined> | null = null;
  let head = top;
  let done = 0;
  for (;;) {
    while (head !== undefined && draft.lots.has(head)) {
      waiting ??= book.lots.ascending();
      head = waiting.next().value;
    }
    const lot = lower(draft, head);
    if (lot === undefined || draft.points === 0n || !isDue(draft.lot(lot), draft.cash, draft.points)) return;
    if (done >= limit) {
      draft.cascade = { start: draft.start, order: draft.order };
      return;
    }
    leave(draft, lot);
    done += 1;
  }
}

/** Of the head of the queue and the lot this order changed, the one that leaves first. */
function lower(draft: Draft, head: Lot | undefined): Lot | undefined {
  const { live } = draft;
  if (live === null) return head;
  if (head === undefined) return live;
  return leavesBefore(live, head, draft.lot(live)) ? live : head;
}

/** One lot leaves whole; an overshoot above its cap stays in the pool. */
function leave(draft: Draft, lot: Lot): void {
  const { points0, cap0, points } = draft.lot(lot);
  const gross = least(worth(draft, points), mulDivDown(cap0, points, points0));
  const proceeds = proceedsOf(draft, gross);
  takeFrom(draft, [lot], points, proceeds);
  draft.move(STEP.forcedExit, draft.book.pool.cash, lot.member.wallet, proceeds);
  const { order } = draft;
  draft.leave({ order, member: lot.member, points, worth: gross, proceeds, reason: "cap" });
  afterOutflow(draft);
}
