/**
 * The pool 积分池: worth, subscription, step limit, dust and the empty rule (RULES sections 2 step 5, and 4).
 */
import type { Lot } from "./book.ts";
import { STEP } from "./chart.ts";
import { takeFrom } from "./consume.ts";
import type { Draft } from "./draft.ts";
import { type Fen, type Grains, MILLION, mulDivDown, mulDivUp, POINT, type Ppm, rateDown } from "./unit.ts";
import { lessExitLoad, pointsFor, worthAt } from "./worth.ts";

/** floor(g · cash / points out), at the last price while the pool is empty. */
export function worth(draft: Draft, grains: Grains): Fen {
  const { points } = draft;
  return points > 0n
    ? worthAt(grains, draft.cash, points)
    : worthAt(grains, draft.last.cash, draft.last.points);
}

/** What a seller gets of a worth: the exit load stays in the pool. */
export function proceedsOf(draft: Draft, gross: Fen): Fen {
  return lessExitLoad(gross, draft.book.pool.exitLoad);
}

/** What a pool portion buys: points, and how much of it must stand aside. */
export interface Subscription {
  readonly points: Grains;
  readonly aside: Fen;
}

/** The subscription 申购 of `poolIn` fen at the price before this money. Nothing is written yet. */
export function subscription(draft: Draft, poolIn: Fen, mint: Ppm): Subscription {
  const minting = rateDown(poolIn, mint);
  const empty = draft.points === 0n;
  const points = empty
    ? pointsFor(minting, draft.last.cash, draft.last.points)
    : pointsFor(minting, draft.cash, draft.points);
  if (points === 0n) return { points, aside: poolIn };
  // A pool that has been emptied takes only what mints: emptying and refilling may never ratchet the price.
  return { points, aside: empty && draft.opened ? poolIn - minting : 0n };
}

/** Holds the price of one order to start · (1 + step); the cash above it goes to the remainder. */
export function limitStep(draft: Draft): void {
  const { cash, points, start } = draft;
  const { maxStep } = draft.book.pool;
  // With no fewer points out, the price has not risen by more than the cash has: most orders end here.
  if (points >= start.points && (cash - start.cash) * MILLION <= start.cash * maxStep) return;
  const step = MILLION + maxStep;
  if (points === 0n || cash * start.points * MILLION <= start.cash * points * step) return;
  const most = mulDivDown(points * start.cash, step, start.points * MILLION);
  const floor = mulDivUp(points, start.cash, start.points);
  draft.toRemainder(STEP.stepLimit, cash - (most > floor ? most : floor));
}

/** What follows whenever points may have left: step limit, dust, and the empty rule. */
export function afterOutflow(draft: Draft): void {
  limitStep(draft);
  if (draft.points > 0n && draft.points < POINT) payDust(draft);
  if (draft.points === 0n) emptied(draft);
}

/**
 * Every lot left is paid its worth without load, oldest opening first; price taken once, before the first.
 */
function payDust(draft: Draft): void {
  const { cash, points, book, order } = draft;
  for (const lot of lotsLeft(draft)) {
    const held = draft.lot(lot).points;
    const paid = mulDivDown(held, cash, points);
    takeFrom(draft, [lot], held, paid);
    draft.move(STEP.dust, book.pool.cash, lot.member.wallet, paid);
    draft.leave({
      order,
      member: lot.member,
      points: held,
      worth: paid,
      proceeds: paid,
      reason: "dust",
    });
  }
}

/** Lots with points, oldest opening first, as the draft has left them. */
export function lotsLeft(draft: Draft): Lot[] {
  const left = draft.book.lots.all().filter((lot) => draft.lot(lot).points > 0n);
  if (draft.live !== null && draft.live.slot < 0) left.push(draft.live);
  return left.sort((a, b) => a.seq - b.seq);
}

/** The price at the start of the order becomes the last one; the cash left is the remainder's. */
function emptied(draft: Draft): void {
  draft.last = draft.start;
  draft.toRemainder(STEP.empty, draft.cash);
}
