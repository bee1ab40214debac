/**
 * The stage of an adversary: a world under a plan with him in it, every law watched, and what everyone has
 * at the end.
 */
import {
  type Fen,
  type Instant,
  type Journal,
  type MemoryBook,
  MILLION,
  mulDivDown,
  type Order,
  type Plan,
  type Price,
  priceOf,
  Replay,
  rateDown,
  showInstant,
} from "#engine";
import { Clerk, Course, DAY, type World } from "../world/index.ts";
import { type LawCheck, LawWatch } from "./laws.ts";

/** What adversaries are played against. */
export interface Setting {
  readonly plan: Plan;
  readonly world: World;
  /** 64 bits. */
  readonly seed: bigint;
}

/** Where an adversary acts: he reads the book and writes orders with a clerk of his own. */
export interface Moment {
  readonly day: number;
  readonly replay: Replay;
  readonly book: MemoryBook;
  readonly clerk: Clerk;
}

/** What an adversary does, day by day: before the injections of a day and after them. */
export interface Part {
  readonly dawn?: (moment: Moment) => Iterable<Order>;
  readonly forenoon?: (moment: Moment) => Iterable<Order>;
  /** Sees every journal of the play, and the day it belongs to. */
  readonly see?: (journal: Journal, day: number) => void;
}

/**
 * What everyone has at the end, in fen; a claim of points on the pool is in `pool`, not with who holds
 * them.
 */
export interface Positions {
  /** Wallet, commissions and dues to stores of the adversary and his people, less what he paid in. */
  readonly attacker: Fen;
  readonly members: Fen;
  readonly merchants: Fen;
  readonly operator: Fen;
  readonly pool: Fen;
  readonly remainder: Fen;
}

/** One play. */
export interface Played {
  readonly replay: Replay;
  readonly positions: Positions;
  /** Money the adversary put in by purchases and injections, less what was refunded to him. */
  readonly paid: Fen;
  /** What the points he still holds would bring if redeemed now. */
  readonly held: Fen;
  readonly price: Price;
  readonly laws: readonly LawCheck[];
}

/** Marks members, stores and orders of an adversary. */
export const MARK = "x-";
const isHis = (id: string): boolean => id.startsWith(MARK);

/** Plays the world with an adversary in it; without one, what would have been. */
export function play({ plan, world, seed }: Setting, part: Part = {}): Played {
  const timed = plan.settleAfter !== null || plan.commissionFreeze !== null;
  const course = new Course(world, seed, timed);
  const watch = new LawWatch(plan.pool.maxStep);
  const replay = new Replay(plan, (journal) => {
    watch.see(journal);
    part.see?.(journal, course.day);
  });
  const { book } = replay;
  const clerk = new Clerk(MARK, world.start, world.startText, timed);
  const at = (act: Part["dawn"]) => (day: number, now: Instant) => {
    clerk.moveTo(now);
    // What was due in a silence has come by the time he looks.
    if (timed) replay.passTo(now, showInstant(now, world.startText));
    return act?.({ day, replay, book, clerk }) ?? [];
  };
  let paid: Fen = 0n;
  for (const order of course.orders(book, { dawn: at(part.dawn), forenoon: at(part.forenoon) })) {
    const outcome = replay.order(order);
    if (outcome.type !== "booked" || !isHis(order.id)) continue;
    if (order.kind === "purchase" || order.kind === "inject") paid += order.amount;
    if (order.kind === "refund") paid -= order.amount;
  }
  if (timed) {
    const end = world.start + world.days * DAY + (plan.settleAfter ?? 0) + (plan.commissionFreeze ?? 0);
    replay.passTo(end, showInstant(end, world.startText));
  }
  return {
    replay,
    positions: positionsOf(book, paid),
    paid,
    held: heldBy(book, plan),
    price: priceOf(book),
    laws: watch.checks(book),
  };
}

function positionsOf(book: MemoryBook, paid: Fen): Positions {
  let [attacker, members, merchants] = [-paid, 0n, 0n];
  for (const { id, wallet, commission, frozen } of book.members.values()) {
    const has = wallet.balance + commission.balance + frozen.balance;
    if (isHis(id)) attacker += has;
    else members += has;
  }
  for (const { id, payable } of book.merchants.values()) {
    if (isHis(id)) attacker += payable.balance;
    else merchants += payable.balance;
  }
  let operator = book.operator.balance + book.unclaimed.balance;
  for (const { balance } of book.portions.values()) operator += balance;
  const { cash, remainder } = book.pool;
  return { attacker, members, merchants, operator, pool: cash.balance, remainder: remainder.balance };
}

function heldBy(book: MemoryBook, plan: Plan): Fen {
  const { cash, points } = priceOf(book);
  let held = 0n;
  for (const member of book.members.values()) {
    if (!isHis(member.id)) continue;
    held += rateDown(mulDivDown(member.points.balance, cash, points), MILLION - plan.pool.exitLoad);
  }
  return held;
}

/**
 * The world up to a day, from which on nobody joins, buys or injects any more, and so many days of silence
 * after it.
 */
export function cutAt(world: World, day: number, silence: number): World {
  return {
    ...world,
    days: day + silence,
    arrivals: [...world.arrivals.filter(({ fromDay }) => fromDay < day), { kind: "stop", fromDay: day }],
    injections: world.injections.filter((injection) => injection.day + injection.overDays <= day),
  };
}

/** Days until the points of a purchase are there: the refund window, counted up. */
export const daysToSettle = (plan: Plan): number => Math.ceil((plan.settleAfter ?? 0) / DAY);

/** The day in the middle of the world, when it has a past and a future. */
export const middleOf = ({ days }: World): number => Math.max(1, Math.floor(days / 2));

/** What the adversary changed for everyone: with him less without him. */
export function changed(withHim: Positions, without: Positions): Positions {
  return {
    attacker: withHim.attacker - without.attacker,
    members: withHim.members - without.members,
    merchants: withHim.merchants - without.merchants,
    operator: withHim.operator - without.operator,
    pool: withHim.pool - without.pool,
    remainder: withHim.remainder - without.remainder,
  };
}
