/**
 * What must always hold, each law named. Tests, simulations and audits call these on a book at rest; they
 * walk all of it, so they are no part of an order. `decide` itself checks the two that cost nothing on every
 * journal: no balance of the pool below zero, and a price that never falls.
 */
import type { Lot, Member, Purchase } from "./book.ts";
import { isDue, leavesBefore, traceOf } from "./lot.ts";
import type { MemoryBook } from "./memory.ts";
import { MOST_REFUNDS } from "./refund.ts";
import { comparePrice, type Price } from "./unit.ts";

/** A law: what is wrong with the book, or null when it holds. */
type Law = (book: MemoryBook) => string | null;

const pointsOut = (book: MemoryBook) => -book.pool.issued.balance;

function sumOf(book: MemoryBook, unit: "fen" | "grains"): string | null {
  let sum = 0n;
  for (const account of book.accounts()) if (account.kind.unit === unit) sum += account.balance;
  return sum === 0n ? null : `${unit} off by ${sum}`;
}

function firstFault<T>(entries: Iterable<T>, fault: (entry: T) => string | null): string | null {
  for (const entry of entries) {
    const found = fault(entry);
    if (found !== null) return found;
  }
  return null;
}

function* lotsHeld(member: Member): Generator<Lot, undefined> {
  for (let lot = member.firstLot; lot !== null; lot = lot.newer) yield lot;
  return undefined;
}

const held = (lots: Iterable<Lot>) => [...lots].reduce((sum, lot) => sum + lot.points, 0n);

function lotFault(book: MemoryBook, lot: Lot): string | null {
  const traced = [...traceOf(lot)].reduce((sum, purchase) => sum + purchase.left, 0n);
  if (traced !== lot.points) return `lot ${lot.seq} holds ${lot.points} grains, its purchases ${traced}`;
  const { points, points0, cap0 } = lot.state;
  if (points <= 0n || points > points0 || cap0 < 0n) return `lot ${lot.seq} is out of range`;
  if (book.lots.all()[lot.slot] !== lot) return `lot ${lot.seq} is not in its place`;
  const above = book.lots.all()[(lot.slot - 1) >> 1];
  if (lot.slot > 0 && above !== undefined && leavesBefore(lot, above))
    return `lot ${lot.seq} is out of order`;
  return null;
}

function purchaseFault(purchase: Purchase): string | null {
  const { id, left, sold, got, points, refunded, amount, refunds } = purchase;
  if (left < 0n || sold < 0n || got < 0n || left + sold > points)
    return `${id}: ${left} left, ${sold} sold of ${points}`;
  if (refunded < 0n || refunded > amount || refunds > MOST_REFUNDS)
    return `${id}: ${refunded} refunded of ${amount}`;
  return null;
}

function treeFault(members: Iterable<Member>): string | null {
  const sound = new Set<Member>();
  for (const member of members) {
    const way = new Set<Member>();
    for (let here: Member | null = member; here !== null && !sound.has(here); here = here.sponsor) {
      if (way.has(here)) return `${here.id} stands below itself`;
      way.add(here);
    }
    for (const each of way) sound.add(each);
  }
  return null;
}

/** What is held of a member is the sum of the withdrawals that wait. */
function withdrawalFault(book: MemoryBook): string | null {
  const waiting = new Map<Member, bigint>();
  for (const { state, member, amount } of book.withdrawals.values())
    if (state === "held") waiting.set(member, (waiting.get(member) ?? 0n) + amount);
  return firstFault(book.members.values(), (member) => {
    const sum = waiting.get(member) ?? 0n;
    const held = member.withdraws ? member.withdrawing.balance : 0n;
    return held === sum ? null : `${member.id} has ${held} fen held, withdrawals ${sum}`;
  });
}

/** The laws by name. */
export const LAWS: Readonly<Record<string, Law>> = {
  /** Every fen is in exactly one account: the sum with the world outside is nought (RULES section 4). */
  every_fen_in_one_account: (book) => sumOf(book, "fen"),
  every_grain_issued: (book) => sumOf(book, "grains"),
  pool_not_negative: (book) => {
    const { cash, remainder } = book.pool;
    const low = cash.balance < 0n || remainder.balance < 0n || pointsOut(book) < 0n;
    return low ? `cash ${cash.balance}, remainder ${remainder.balance}, points ${pointsOut(book)}` : null;
  },
  /** An emptied pool keeps no cash: it is the remainder's. */
  empty_pool_has_no_cash: (book) =>
    pointsOut(book) === 0n && book.pool.cash.balance !== 0n ? `${book.pool.cash.balance} fen` : null,
  points_are_in_lots: (book) => {
    const sum = held(book.lots.all());
    return sum === pointsOut(book) ? null : `${sum} grains in lots, ${pointsOut(book)} out`;
  },
  members_hold_their_lots: (book) =>
    firstFault(book.members.values(), (member) =>
      held(lotsHeld(member)) === member.points.balance ? null : `${member.id} holds ${member.points.balance}`,
    ),
  lots_in_order: (book) => firstFault(book.lots.all(), (lot) => lotFault(book, lot)),
  one_lot_a_member: (book) =>
    book.pool.per === "purchase"
      ? null
      : firstFault(book.members.values(), (m) => (m.firstLot === m.lastLot ? null : `${m.id} has more`)),
  /** Whoever is due has left before the next order. */
  nobody_due: (book) => {
    const top = book.lots.top();
    const waiting = book.pool.cascade === null && !book.pool.closed;
    return top !== undefined && waiting && isDue(top.state, book.pool.cash.balance, pointsOut(book))
      ? `lot ${top.seq} is due`
      : null;
  },
  purchases_add_up: (book) =>
    firstFault(book.purchases.values(), (entry) => ("points" in entry ? purchaseFault(entry) : null)),
  no_cycle_in_tree: (book) => treeFault(book.members.values()),
  withdrawals_held: withdrawalFault,
};

/** The price of a book: the last one while no points are out. */
export function priceOf(book: MemoryBook): Price {
  const points = pointsOut(book);
  return points > 0n ? { cash: book.pool.cash.balance, points } : book.pool.last;
}

/** Every law that does not hold, as "name: what is wrong"; with `before`, the price law too. */
export function brokenLaws(book: MemoryBook, before?: Price): string[] {
  const broken = Object.entries(LAWS).flatMap(([name, law]) => {
    const fault = law(book);
    return fault === null ? [] : [`${name}: ${fault}`];
  });
  if (before !== undefined && comparePrice(priceOf(book), before) < 0) {
    broken.push(`price_never_falls: from ${before.cash}/${before.points}`);
  }
  return broken;
}
