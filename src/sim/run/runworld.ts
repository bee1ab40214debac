/** One run of a world under a plan, sampled at the ends of the same days in every run. */
import {
  type Fen,
  type Journal,
  jsonFen,
  KIND,
  type Order,
  type Outcome,
  type Plan,
  priceOf,
  Replay,
  showInstant,
  showPrice,
} from "#engine";
import type { Findings } from "../findings/index.ts";
import { Collector } from "../findings/index.ts";
import type { World } from "../world/index.ts";
import { Course, DAY } from "../world/index.ts";

/** The state at the ends of the days of the grid, by column; entry i of each belongs to day i of the grid. */
export interface DaySeries {
  /** Yuan per point with 8 decimals, rounded down. */
  readonly price: string[];
  readonly pool_fen: number[];
  readonly remainder_fen: number[];
  /** Paid for purchases less refunds, and paid by the pool to members, so far. */
  readonly spent_fen: number[];
  readonly paid_fen: number[];
  readonly members: number[];
  readonly purchases: number[];
  readonly exits: number[];
}

/** What one run came to. */
export interface WorldRun {
  /** The seed as a decimal string of up to 64 bits. */
  readonly seed: string;
  readonly days: readonly number[];
  readonly series: DaySeries;
  /** Number of the purchase (from 1) that was the latest asked for when each of the first exits happened. */
  readonly first_exits: readonly number[];
  readonly findings: Findings;
}

export interface RunOptions {
  /** The most days in the series; default 400. */
  readonly samples?: number;
  /** Whether the findings keep a row for each member, store and exit; default true. */
  readonly rows?: boolean;
  /** Sees every journal after the collector has. */
  readonly see?: (journal: Journal) => void;
  /** Called as each day of the grid ends. */
  readonly dayEnded?: (day: number, orders: number) => void;
}

const FIRST_EXITS = 10;

/** Whether a plan needs the time of its orders (RULES section 6b). */
export const isTimed = (plan: Plan): boolean => plan.settleAfter !== null || plan.commissionFreeze !== null;

/** The offset a time is written in: "+08:00" or "Z". */
export const zoneOf = (startText: string): string => /(?:Z|[+-]\d\d:\d\d)$/.exec(startText)?.[0] ?? "Z";

/** At most `most` days out of 1 to `days`, evenly apart, the last always among them. */
export function gridOf(days: number, most: number): number[] {
  const count = Math.min(days, most);
  return Array.from({ length: count }, (_, i) => Math.ceil((days * (i + 1)) / count));
}

/** Watches a replay for the series of a run. */
class DaySampler {
  readonly series: DaySeries = {
    price: [],
    pool_fen: [],
    remainder_fen: [],
    spent_fen: [],
    paid_fen: [],
    members: [],
    purchases: [],
    exits: [],
  };
  readonly firstExits: number[] = [];
  private spent: Fen = 0n;
  private paid: Fen = 0n;

  constructor(
    private readonly replay: Replay,
    private readonly course: Course,
  ) {}

  /** Money between the pool and the members' wallets, either way. */
  see({ postings, exits }: Journal): void {
    for (const { from, to, amount } of postings) {
      if (to.kind === KIND.wallet) this.paid += amount;
      else if (from.kind === KIND.wallet) this.paid -= amount;
    }
    for (let i = 0; i < exits.length && this.firstExits.length < FIRST_EXITS; i += 1) {
      this.firstExits.push(this.course.purchases);
    }
  }

  took(order: Order, outcome: Outcome): void {
    if (outcome.type !== "booked") return;
    if (order.kind === "purchase") this.spent += order.amount;
    else if (order.kind === "refund") this.spent -= order.amount;
  }

  sample(): void {
    const { series, replay, course } = this;
    const { book } = replay;
    series.price.push(showPrice(priceOf(book)));
    series.pool_fen.push(jsonFen(book.pool.cash.balance));
    series.remainder_fen.push(jsonFen(book.pool.remainder.balance));
    series.spent_fen.push(jsonFen(this.spent));
    series.paid_fen.push(jsonFen(this.paid));
    series.members.push(book.members.size);
    series.purchases.push(course.purchases);
    series.exits.push(replay.exits.length);
  }
}

/** Plays a world under a plan, from a seed of 64 bits; the same three always come to the same. */
export function runWorld(plan: Plan, world: World, seed: bigint, options: RunOptions = {}): WorldRun {
  const { samples = 400, rows = true, see, dayEnded } = options;
  const timed = isTimed(plan);
  const course = new Course(world, seed, timed);
  const collector = new Collector(plan, { zone: zoneOf(world.startText), rows });
  const replay = new Replay(plan, (journal) => {
    collector.see(journal);
    sampler.see(journal);
    see?.(journal);
  });
  const sampler: DaySampler = new DaySampler(replay, course);
  const days = gridOf(world.days, samples);
  let ended = 0;
  let orders = 0;
  const endDays = (before: number): void => {
    for (let day = days[ended]; day !== undefined && day < before; day = days[ended]) {
      const end = world.start + day * DAY;
      if (timed) replay.passTo(end, showInstant(end, world.startText));
      sampler.sample();
      ended += 1;
      dayEnded?.(day, orders);
    }
  };
  for (const order of course.orders(replay.book)) {
    endDays(course.day);
    collector.clock(course.now);
    sampler.took(order, replay.order(order));
    orders += 1;
  }
  endDays(world.days + 1);
  const findings = collector.finish(replay);
  return { seed: seed.toString(), days, series: sampler.series, first_exits: sampler.firstExits, findings };
}
