/**
 * The one switch: an order, or what time has brought, becomes a journal or a refusal. Nothing is changed
 * here.
 */
import { type Book, Pending } from "./book.ts";
import { STEP } from "./chart.ts";
import { Draft, type Journal } from "./draft.ts";
import { runExits } from "./exit.ts";
import type { Order } from "./order.ts";
import { BrokenLaw } from "./post.ts";
import { publish } from "./publish.ts";
import { purchase, settlePending } from "./purchase.ts";
import { inject, redeem, release } from "./redeem.ts";
import { refund } from "./refund.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { appoint, bind, correctSponsor, dismiss, join, openStore } from "./register.ts";
import { parts } from "./split.ts";
import type { Instant } from "./time.ts";
import { mulDivDown } from "./unit.ts";
import { windUp } from "./windup.ts";
import { payOut, returnWithdrawal, withdraw } from "./withdraw.ts";

/** Orders that touch no pool are accepted after it has closed: wallets stay payable. */
const POOLLESS: ReadonlySet<Order["kind"]> = new Set<Order["kind"]>([
  ...(["join", "open_store", "appoint", "dismiss", "bind", "correct_sponsor"] as const),
  ...(["withdraw", "pay_out", "return_withdrawal"] as const),
]);

/**
 * Decides an order on the book as it stands: pure and synchronous, the same for server, replay, simulation
 * and quote. The caller has first applied all that is due by the order's time (`nextDue`) and any cascade
 * (`carryOn`). `exitLimit`: the most forced exits in this journal; with more due, the journal says so in
 * `cascade`.
 */
export function decide(book: Book, order: Order, exitLimit = Number.POSITIVE_INFINITY): Journal | Refusal {
  demandDrained(book, order.id);
  const { at } = order;
  if (at !== null && book.clock !== null && at < book.clock) return refuse("time_reversed");
  const timed = book.timed();
  if (at !== null && timed !== undefined && timed.due <= at) {
    throw new BrokenLaw("due_first", `${order.id} before ${timed.what.id}`);
  }
  if (book.pool.closed && !POOLLESS.has(order.kind)) return refuse("pool_closed");
  const draft = new Draft(book, order.id, order.kind, at);
  const refusal = write(book, order, draft);
  if (refusal !== null) return refusal;
  return concluded(draft, exitLimit);
}

/** No other order of a pool is decided before its cascade has been carried to the end. */
function demandDrained(book: Book, order: string): void {
  const { cascade } = book.pool;
  if (cascade !== null) throw new BrokenLaw("cascade_first", `${order} before the exits of ${cascade.order}`);
}

function write(book: Book, order: Order, draft: Draft): Refusal | null {
  switch (order.kind) {
    case "purchase":
      return purchase(book, order, draft);
    case "join":
      return join(book, order, draft);
    case "open_store":
      return openStore(book, order, draft);
    case "appoint":
      return appoint(book, order, draft);
    case "redeem":
      return redeem(book, order, draft);
    case "inject":
      return inject(book, order, draft);
    case "release":
      return release(book, order, draft);
    case "refund":
      return refund(book, order, draft);
    case "wind_up":
      return windUp(book, draft);
    case "publish":
      return publish(book, order, draft);
    case "dismiss":
      return dismiss(book, order, draft);
    case "bind":
      return bind(book, order, draft);
    case "correct_sponsor":
      return correctSponsor(book, order, draft);
    case "withdraw":
      return withdraw(book, order, draft);
    case "pay_out":
      return payOut(book, order, draft);
    case "return_withdrawal":
      return returnWithdrawal(book, order, draft);
  }
}

/**
 * The next thing that happens by itself up to and at `until`: a pending purchase settles, or commissions
 * thaw.
 */
export function nextDue(book: Book, until: Instant, exitLimit = Number.POSITIVE_INFINITY): Journal | null {
  const timed = book.timed();
  if (timed === undefined || timed.due > until) return null;
  const { what, due } = timed;
  demandDrained(book, what.id);
  if (what instanceof Pending) {
    const draft = new Draft(book, what.id, "settle", due);
    settlePending(draft, what);
    return concluded(draft, exitLimit);
  }
  const draft = new Draft(book, what.id, "thaw", due);
  for (const { amount, to } of parts(book, what, book.outside)) {
    if (to.kind !== what.member.frozen.kind) continue;
    const left = amount - mulDivDown(amount, what.refunded, what.amount);
    const earner = book.member(to.owner) as typeof what.member;
    draft.move(STEP.thaw, to, earner.commission, left);
  }
  draft.entry = { type: "thawed", timed, purchase: what };
  return concluded(draft, exitLimit);
}

/** The next exits of a cascade that went over its limit, at least one; null when none is waiting. */
export function carryOn(book: Book, exitLimit: number): Journal | null {
  const { cascade } = book.pool;
  if (cascade === null) return null;
  if (!(exitLimit >= 1)) throw new RangeError(`exitLimit ${exitLimit} would never end the cascade`);
  return concluded(new Draft(book, cascade.order, "exits", null), exitLimit);
}

function concluded(draft: Draft, exitLimit: number): Journal {
  runExits(draft, exitLimit);
  const { cash, points, remainder, start } = draft;
  if (cash < 0n || points < 0n || remainder < 0n) {
    throw new BrokenLaw(
      "pool_not_negative",
      `${draft.order}: ${cash} fen, ${points} grains, remainder ${remainder}`,
    );
  }
  if (points > 0n && cash * start.points < start.cash * points) {
    throw new BrokenLaw(
      "price_never_falls",
      `${draft.order}: ${cash}/${points} < ${start.cash}/${start.points}`,
    );
  }
  return draft;
}
