/** The course of a world: from a seed, the orders of one possible history of it. */
import { type Instant, type MemoryBook, mulDivDown, type Order, rateDown } from "#engine";
import { Counter, type Expected, expectedDays } from "./arrivals.ts";
import { Chance, derived } from "./chance.ts";
import { Clerk } from "./clerk.ts";
import { People } from "./people.ts";
import { ProfitTakers, panicSellers, partSold } from "./sellers.ts";
import { type DueRefund, Trade } from "./trade.ts";
import { DAY, SECOND, type World } from "./world.ts";

const SECONDS_A_DAY = DAY / SECOND;

/**
 * What may happen in the middle of a day; SELL and above: a part sale in the group of number (code − SELL).
 */
const JOIN = 0;
const REPEAT = 1;
const REFUND = 2;
const PANIC = 3;
const SELL = 4;

/** Somebody from outside the world who sends orders of his own: before a day's injections and after them. */
export interface Visitor {
  readonly dawn?: (day: number, now: Instant) => Iterable<Order>;
  readonly forenoon?: (day: number, now: Instant) => Iterable<Order>;
}

/** A stream of chance for each concern: a world with other refunds still has the same arrivals. */
function streams(seed: bigint) {
  const stream = (n: number) => new Chance(derived(seed, n));
  return {
    joins: stream(0),
    repeats: stream(1),
    hours: stream(2),
    people: stream(3),
    stores: stream(4),
    amounts: stream(5),
    buyers: stream(6),
    refunds: stream(7),
    sellers: stream(8),
    group: (n: number) => stream(9 + n),
  };
}

/**
 * One history. What chance draws never depends on the book: two books fed by courses of one seed see the
 * same members arrive, buy the same and ask for the same refunds, whatever else happens to one of the
 * books. Only those who look at the price (take profit) and what a part of their points comes to depend on
 * it.
 */
export class Course {
  /** The day of the order that comes next, from 1. */
  day = 0;
  private readonly clerk: Clerk;
  private readonly chance: ReturnType<typeof streams>;
  private readonly people: People;
  private readonly joins: Counter;
  private readonly repeats: Counter;
  private readonly parts: readonly Counter[];
  private readonly trade: Trade;
  /** Profit takers by the number of their group; null for other groups. */
  private readonly takers: readonly (ProfitTakers | null)[];
  private panicking: number[] = [];
  private refunding: DueRefund[] = [];

  /** `timed`: whether the plan needs the time of each order (refund window, frozen commissions). */
  constructor(
    readonly world: World,
    seed: bigint,
    timed: boolean,
  ) {
    const { even, behaviours } = world;
    this.chance = streams(seed);
    this.clerk = new Clerk("", world.start, world.startText, timed);
    this.people = new People(world.referral, behaviours, this.chance.people);
    this.joins = new Counter(even, this.chance.joins);
    this.repeats = new Counter(even, this.chance.repeats);
    this.parts = behaviours.map((_, group) => new Counter(even, this.chance.group(group)));
    this.takers = behaviours.map((it) => (it.kind === "take_profit" ? new ProfitTakers(it.multiple) : null));
    this.trade = new Trade(world, this.people, this.clerk, this.chance, this.takers);
  }

  /** Purchases asked for so far. */
  get purchases(): number {
    return this.trade.purchases;
  }

  /** Business time of the order that comes next. */
  get now(): Instant {
    return this.clerk.now;
  }

  /**
   * The orders in the order of time, a visitor's among them; each is booked on `book` before the next is
   * asked for.
   */
  *orders(book: MemoryBook, visitor: Visitor = {}): Generator<Order, undefined> {
    const watched = this.takers.some((takers) => takers !== null);
    for (const expected of expectedDays(this.world)) {
      this.day += 1;
      this.clerk.moveTo(this.world.start + (this.day - 1) * DAY);
      const { day, now } = this;
      for (const orders of [
        () => visitor.dawn?.(day, now),
        () => this.morning(book),
        () => visitor.forenoon?.(day, now),
      ]) {
        for (const order of orders() ?? []) {
          yield order;
          if (watched) yield* this.profits(book);
        }
      }
      const events = this.events(expected);
      for (let i = 0; i < events.length; i += 1) {
        const second = Math.floor((SECONDS_A_DAY * (i + 1)) / (events.length + 1));
        this.clerk.moveTo(this.world.start + (this.day - 1) * DAY + second * SECOND);
        const code = events[i] as number;
        if (code === JOIN) yield* this.trade.arrival(day, book);
        else {
          const order = this.event(code, book);
          if (order === null) continue;
          yield order;
        }
        if (watched) yield* this.profits(book);
      }
    }
    return undefined;
  }

  /** Before the day begins: stores and agents, injections and releases. */
  private *morning(book: MemoryBook): Generator<Order, undefined> {
    const { world, day, clerk } = this;
    const { agents, injections, releases } = world;
    yield* this.trade.openings(day);
    if (day === 1) {
      for (const region of agents) {
        yield clerk.join(`agent-${region}`, null);
        yield clerk.appoint(`agent-${region}`, region);
      }
    }
    for (const { day: first, amount, overDays } of injections) {
      const past = day - first;
      if (past < 0 || past >= overDays) continue;
      const upTo = (days: number) => mulDivDown(amount, BigInt(days), BigInt(overDays));
      const part = upTo(past + 1) - upTo(past);
      if (part > 0n) yield clerk.inject(part);
    }
    for (const { day: on, share } of releases) {
      const part = rateDown(book.pool.remainder.balance, share);
      if (on === day && part > 0n && book.pool.issued.balance < 0n) yield clerk.release(part);
    }
    return undefined;
  }

  /** What happens on the day, in the order in which it happens. */
  private events({ joins, open }: Expected): Uint8Array {
    const { world, people, day, chance } = this;
    this.refunding = this.trade.refundsOn(day);
    this.panicking = world.behaviours.flatMap((it, group) =>
      it.kind === "panic"
        ? panicSellers(it, people.byGroup[group] as readonly number[], people, day, chance.sellers)
        : [],
    );
    const counts = [
      this.joins.count(joins),
      open ? this.repeats.count(people.count * world.repeat) : 0,
      this.refunding.length,
      this.panicking.length,
      ...world.behaviours.map((it, group) => {
        const size = people.byGroup[group]?.length ?? 0;
        return it.kind === "sell_part" ? (this.parts[group] as Counter).count(size * it.perDay) : 0;
      }),
    ];
    const events = new Uint8Array(counts.reduce((sum, count) => sum + count, 0));
    let from = 0;
    counts.forEach((count, code) => {
      events.fill(code, from, from + count);
      from += count;
    });
    if (counts.some((count) => count > 0 && count < events.length)) chance.hours.shuffle(events);
    return events;
  }

  /** The order of any other event; null where it comes to nothing. */
  private event(code: number, book: MemoryBook): Order | null {
    const { people, clerk, chance } = this;
    if (code === REPEAT) return this.trade.repeat(this.day, book);
    if (code === REFUND) {
      const due = this.refunding.pop();
      return due === undefined ? null : clerk.refund(due.purchase, due.amount);
    }
    if (code === PANIC) {
      const number = this.panicking.pop() as number;
      people.leave(number);
      const member = people.ids[number] as string;
      return book.members.get(member)?.points.balance === 0n ? null : clerk.redeem(member, "all");
    }
    const group = code - SELL;
    const behaviour = this.world.behaviours[group];
    const members = people.byGroup[group] as readonly number[];
    const member = people.ids[members[chance.sellers.below(members.length)] as number] as string;
    const sale = behaviour?.kind === "sell_part" ? partSold(book, member, behaviour.fraction) : null;
    return sale === null ? null : clerk.sale(sale);
  }

  /** Sales of those who take profit at the price of now, each of which may lift it for the next. */
  private *profits(book: MemoryBook): Generator<Order, undefined> {
    for (const takers of this.takers) {
      if (takers === null) continue;
      for (let sale = takers.next(book); sale !== null; sale = takers.next(book)) yield this.clerk.sale(sale);
    }
    return undefined;
  }
}
