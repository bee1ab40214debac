/** Watches a replay journal by journal and says at the end what it came to. */
import {
  type Account,
  BrokenLaw,
  type Fen,
  type Instant,
  type Journal,
  jsonFen,
  KIND,
  type Plan,
  type Replay,
  STEP,
  showPoints,
  showPrice,
} from "#engine";
import type { ExitRow, Findings, Sample } from "./findings.ts";
import { moneyOf } from "./money.ts";
import {
  columns,
  type First,
  isCounted,
  MEMBER_FIELDS,
  type Person,
  peopleOf,
  rowOf,
  type ShowTime,
  STORE_FIELDS,
  standingsOf,
  storeRows,
  timesIn,
} from "./people.ts";
import { planFacts, theoryOf } from "./planfacts.ts";
import { Sampler } from "./sampler.ts";
import { cohortRows, cohortsOf, EDGES_PPM, spreadOf } from "./spread.ts";

export interface CollectorOptions {
  /** The most samples of the series; default 400. */
  readonly samples?: number;
  /** Offset that times and months are shown in, such as "+08:00" (default), "+0800" or "Z". */
  readonly zone?: string;
  /** Whether to keep a row for each member, store and exit; default true. Bands over many runs do without. */
  readonly rows?: boolean;
}

/** Kinds of journals that no order asked for. */
const AUTOMATIC: ReadonlySet<string> = new Set(["settle", "thaw", "exits"]);
const PAYS: ReadonlySet<object> = new Set([STEP.redeem, STEP.forcedExit, STEP.dust, STEP.windUp]);
const GIVES_BACK: ReadonlySet<object> = new Set([STEP.proceedsBack, STEP.refundProceeds]);

/**
 * Shown every journal right after it was applied (`new Replay(plan, collector.see)`), it does constant work
 * for each posting and keeps memory for members and exits only. A replay whose plan has no time keys leaves
 * time out of its journals: tell the collector with `clock` before each order, where orders carry it.
 */
export class Collector {
  private readonly sampler: Sampler<Sample>;
  private readonly time: ShowTime;
  private readonly rows: boolean;
  private readonly flows = new Map<string, bigint>();
  private readonly firsts = new Map<string, First>();
  private readonly holding = new Set<string>();
  private readonly orders: Record<string, number> = {};
  private readonly automatic: Record<string, number> = {};
  private readonly left: {
    readonly purchase: number;
    readonly at: Instant | null;
    readonly reason: "cap" | "dust";
  }[] = [];
  private booked = 0;
  private purchases = 0;
  private exits = 0;
  private paid: Fen = 0n;
  private received: Fen = 0n;
  private returned: Fen = 0n;
  private from: Instant | null = null;
  private now: Instant | null = null;

  constructor(
    private readonly plan: Plan,
    { samples = 400, zone = "+08:00", rows = true }: CollectorOptions = {},
  ) {
    if (!/^(?:Z|[+-]\d\d:?\d\d)$/i.test(zone)) throw new RangeError(`zone: "${zone}"`);
    this.sampler = new Sampler(samples);
    this.time = timesIn(zone.toUpperCase());
    this.rows = rows;
  }

  /**
   * The business time of what is seen next. Never runs back; journals that carry a time set it themselves.
   */
  clock(at: Instant): void {
    this.from ??= at;
    if (this.now === null || at > this.now) this.now = at;
  }

  /**
   * Takes one journal in, after it has been applied. Bound, so that it can be handed to a replay as it is.
   */
  readonly see = (journal: Journal): void => {
    const { kind, at, entry, postings, exits } = journal;
    if (at !== null) this.clock(at);
    const counts = AUTOMATIC.has(kind) ? this.automatic : this.orders;
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (counts === this.orders) this.booked += 1;
    if (kind === "purchase") this.purchases += 1;
    this.count(journal);
    if (entry.type === "purchased" && entry.pending === null) this.first(entry.purchase.member.id);
    else if (entry.type === "pended") this.first(entry.pending.member.id);
    this.exits += exits.length;
    if (this.rows)
      for (const { reason } of exits) this.left.push({ purchase: this.purchases, at: this.now, reason });
    // Joining and opening move no money: nothing to see in a series.
    if (postings.length > 0) this.sampler.see(() => this.sample(journal));
  };

  private count({ postings }: Journal): void {
    for (const { step, from, to, amount } of postings) {
      this.flows.set(step.code, (this.flows.get(step.code) ?? 0n) + amount);
      if (from.kind === KIND.outside) this.received += amount;
      else if (from.kind === KIND.points) this.hold(from);
      if (to.kind === KIND.outside) this.returned += amount;
      else if (to.kind === KIND.points) this.hold(to);
      if (PAYS.has(step)) this.paid += amount;
      else if (GIVES_BACK.has(step)) this.paid -= amount;
    }
  }

  /**
   * Notes whether a member holds points now; the journal has been applied, so the balance is the one after
   * it.
   */
  private hold({ owner, balance }: Account): void {
    if (balance > 0n) this.holding.add(owner);
    else this.holding.delete(owner);
  }

  private first(member: string): void {
    if (!this.firsts.has(member)) this.firsts.set(member, { purchase: this.purchases, at: this.now });
  }

  private sample({ cash, points, last, remainder }: Pick<Journal, "cash" | "points" | "last" | "remainder">) {
    return {
      purchase: this.purchases,
      at: this.time(this.now),
      cash_fen: jsonFen(cash),
      points: showPoints(points),
      price: showPrice(points > 0n ? { cash, points } : last),
      remainder_fen: jsonFen(remainder),
      exits: this.exits,
      paid_fen: jsonFen(this.paid),
      holders: this.holding.size,
    };
  }

  /**
   * What the replay came to. It must be the one all of whose journals were seen; the collector can go on
   * after.
   */
  finish(replay: Replay): Findings {
    const { book, refused } = replay;
    const { pool } = book;
    if (replay.exits.length !== this.exits)
      throw new BrokenLaw("findings", `${replay.exits.length} exits, ${this.exits} seen`);
    const [cash, points] = [pool.cash.balance, -pool.issued.balance];
    const end = { cash, points, last: pool.last, remainder: pool.remainder.balance };
    const price = points > 0n ? { cash, points } : pool.last;
    const people = peopleOf(book, price, this.firsts);
    return {
      format: "wellspring.findings/1",
      plan: planFacts(this.plan),
      period: { from: this.time(this.from), to: this.time(this.now) },
      orders: { ...this.orders },
      automatic: { ...this.automatic },
      booked: this.booked,
      refused: { total: refused.length, codes: countBy(refused.map(({ code }) => code)) },
      members: book.members.size,
      buyers: this.firsts.size,
      stores: book.merchants.size,
      holders: this.holding.size,
      pending: book.waiting,
      pool: {
        cash_fen: jsonFen(cash),
        points: showPoints(points),
        price_fen: jsonFen(price.cash),
        price_points: showPoints(price.points),
        price: showPrice(price),
        remainder_fen: jsonFen(end.remainder),
        closed: pool.closed,
      },
      money: moneyOf(book, this.flows, { received: this.received, returned: this.returned }),
      series: this.sampler.finish(this.sample(end)),
      ...this.shares(people),
      theory: theoryOf(this.plan),
      exits: this.rows ? this.exitRows(replay) : [],
      store_rows: columns(STORE_FIELDS, this.rows ? storeRows(book) : []),
    };
  }

  private shares(people: readonly Person[]) {
    const counted = people.filter(isCounted);
    const cohorts = cohortsOf(people, this.time);
    const row = (person: Person) => rowOf(person, cohorts.nameOf(person), this.time);
    return {
      counted: counted.length,
      edges_ppm: EDGES_PPM,
      so_far: spreadOf(counted.map(({ soFar }) => soFar)),
      if_redeemed: spreadOf(counted.map(({ ifRedeemed }) => ifRedeemed)),
      cohorts_by: cohorts.by,
      cohorts: cohortRows(counted, cohorts),
      standings: standingsOf(counted, row),
      member_rows: columns(MEMBER_FIELDS, this.rows ? people.map(row) : []),
    };
  }

  private exitRows({ exits }: Replay): ExitRow[] {
    return exits.map(({ order, member, points, worth, proceeds, reason }, i) => ({
      order,
      purchase: this.left[i]?.purchase ?? this.purchases,
      at: this.time(this.left[i]?.at ?? null),
      member: member.id,
      points: showPoints(points),
      worth_fen: jsonFen(worth),
      proceeds_fen: jsonFen(proceeds),
      reason,
    }));
  }
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
