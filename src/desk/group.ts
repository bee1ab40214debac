/**
 * Decides a group on the resident book: what it needs is fetched, then order by order is decided and
 * applied in memory. Nothing is answered yet: that waits for the commit.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import {
  type Journal,
  type Lot,
  NotAtHand,
  type Order,
  type RefusalCode,
  refuse,
  type Sequence,
} from "#engine";
import {
  Batch,
  fetchPurchases,
  fetchTraces,
  fetchWithdrawals,
  type Known,
  knownOrders,
  type Origin,
  planKey,
  planText,
  type Queryable,
  type ResidentBook,
} from "#store";
import type { Answer } from "./answer.ts";
import { isTooLarge, MOST_HELD, stamped, type Taken, takeIn, timeOf } from "./door.ts";
import type { Item, OrderItem, ReadItem } from "./item.ts";

/** Journals after which a group takes no further order, so that a commit stays short. */
const MOST_JOURNALS = 4_096;

/** Orders after which the answers of the database to the group before have their turn. */
const BREATH = 48;

/** What a group is decided on. */
export interface Ground {
  readonly cell: bigint;
  readonly book: ResidentBook;
  readonly sequence: Sequence;
  readonly database: Queryable;
  /** Orders of late, whether durable yet or not. */
  readonly recent: Recent;
  /** The desk's time in a live cell; null where orders alone carry time. */
  readonly now: (() => number) | null;
  readonly report: (error: unknown, id: string) => void;
}

interface RecentOrder extends Known {
  readonly group: number;
}

/**
 * Orders booked of late: those not durable yet must be found here, the others save a look into the
 * database.
 */
export class Recent {
  private orders = new Map<string, RecentOrder>();
  private gone = 0;
  constructor(private readonly most = 512) {}

  get(id: string): RecentOrder | undefined {
    return this.orders.get(id);
  }

  add(order: RecentOrder): void {
    this.orders.set(order.id, order);
  }

  /** Forgets the oldest of groups before `durable`, which itself may just have become so. */
  trim(durable: number): void {
    for (const [id, { group }] of this.orders) {
      if (this.orders.size <= this.most || group >= durable) break;
      this.orders.delete(id);
      this.gone += 1;
    }
    // Begun anew now and then, for the reason given at the resident book.
    if (this.gone <= Math.max(this.most, this.orders.size)) return;
    this.gone = 0;
    this.orders = new Map(this.orders);
  }

  clear(): void {
    this.orders.clear();
  }
}

export class Group {
  readonly batch: Batch;
  /** Answers to orders, and what else there is to do, when the group is durable. */
  private readonly answered: OrderItem[] = [];
  private readonly answers: Answer[] = [];
  private readonly settles: (() => void)[] = [];
  private known = new Map<string, Known>();
  /** Whether an answer says how the book stands, with no journal of its own to prove it. */
  saysHowItStands = false;

  constructor(
    private readonly ground: Ground,
    readonly number: number,
    readonly items: readonly Item[],
  ) {
    this.batch = new Batch(ground.book, number);
  }

  /** Decides item after item; returns those it did not come to, where the group is long enough already. */
  async decide(): Promise<readonly Item[]> {
    const { items } = this;
    const taken = items.map((item) => (item.type === "order" ? takeIn(item.json) : null));
    await this.prefetch(taken);
    for (const [i, item] of items.entries()) {
      if (i % BREATH === BREATH - 1) await nextTurn();
      if (!(await this.untilAtHand(() => this.one(item, taken[i] ?? null)))) return items.slice(i);
    }
    return [];
  }

  /** Gives every answer: the group is durable. */
  settle(): void {
    const { answered, answers } = this;
    for (let i = 0; i < answered.length; i++) (answered[i] as OrderItem).answer(answers[i] as Answer);
    for (const settle of this.settles) settle();
  }

  private async prefetch(taken: readonly (ReturnType<typeof takeIn> | null)[]): Promise<void> {
    const { ground, batch } = this;
    const { book, database, cell } = ground;
    book.forgetAbsent();
    const orders = taken.flatMap((each) => (each !== null && "order" in each ? [each.order] : []));
    const ids = orders.map(({ id }) => id).filter((id) => ground.recent.get(id) === undefined);
    this.known = await knownOrders(database, cell, ids);
    const purchases = orders.flatMap((order) => (order.kind === "refund" ? [order.purchase] : []));
    await fetchPurchases(database, cell, book, batch, purchases);
    const withdrawals = orders.flatMap((order) => ("withdrawal" in order ? [order.withdrawal] : []));
    await fetchWithdrawals(database, cell, book, batch, withdrawals);
  }

  /**
   * Does `work`; where something is not at hand fetches it, with what will be asked for next, and does it
   * again.
   */
  private async untilAtHand<T>(work: () => T): Promise<T> {
    const { ground, batch } = this;
    const { book, database, cell } = ground;
    for (let width = 16; ; width *= 2) {
      try {
        return work();
      } catch (missing) {
        if (!(missing instanceof NotAtHand)) throw missing;
        const { entry, key } = missing;
        if (entry === "purchase") await fetchPurchases(database, cell, book, batch, [key]);
        else if (entry === "withdrawal") await fetchWithdrawals(database, cell, book, batch, [key]);
        else if (missing.lot !== null) {
          await fetchTraces(database, cell, book, batch, coldOnes(book, missing.lot, width));
        } else throw missing;
      }
    }
  }

  /** Decides one item; false when the group has grown long enough before it. */
  private one(item: Item, taken: ReturnType<typeof takeIn> | null): boolean {
    const { now, book } = this.ground;
    if (item.type !== "order") {
      const time = now === null ? null : Math.max(now(), book.clock ?? 0);
      if (!this.passTo(time)) return false;
      if (time !== null) this.ground.sequence.passTo(time, timeOf(time).atText);
      if (item.type === "tick") this.settles.push(() => item.done());
      else this.settles.push(this.reading(item));
      return true;
    }
    if (taken === null || "malformed" in taken) {
      this.answer(item, { status: "malformed", field: taken?.malformed ?? null });
      return true;
    }
    return this.order(item, taken);
  }

  /** Reads off the book; a reading that fails fails alone. */
  private reading(item: ReadItem): () => void {
    this.saysHowItStands = true;
    try {
      return item.read(this.ground.book);
    } catch (error) {
      if (error instanceof NotAtHand) throw error;
      return () => item.fail(error as Error);
    }
  }

  private order(item: OrderItem, { order: asked, body }: Taken): boolean {
    const { ground } = this;
    const { sequence, book, now } = ground;
    const { id } = asked;
    const known = ground.recent.get(id) ?? this.known.get(id);
    if (known !== undefined) {
      if (known.asked === body) this.answer(item, { ...bookedAs(known), repeated: true });
      else this.refuse(item, id, "id_conflict");
      return true;
    }
    const inTime = now === null ? asked : stamped(asked, now(), book.clock);
    if ("malformed" in inTime || sequence.lacksTime(inTime)) {
      this.answer(item, { status: "malformed", field: "malformed" in inTime ? inTime.malformed : "at" });
      return true;
    }
    const order = sequence.placedInTime(inTime);
    if (!this.passTo(order.at)) return false;
    const decision = this.decided(order);
    if (decision === null) this.answer(item, { status: "failed", id });
    else if ("refused" in decision) this.refuse(item, id, decision.refused);
    else {
      const record = this.take(decision, { id, asked: body });
      const booked = { id, seq: BigInt(book.seq), asked: body, record, group: this.number };
      ground.recent.add(booked);
      this.answer(item, { ...bookedAs(booked), repeated: false });
    }
    return true;
  }

  /** Applies what has to happen before an order of that time; false when the group has grown long enough. */
  private passTo(at: number | null): boolean {
    const { sequence } = this.ground;
    for (let due = sequence.before(at); due !== null; due = sequence.before(at)) {
      if (this.batch.rows.length >= MOST_JOURNALS) return false;
      this.take(due, { id: null, asked: null });
    }
    return this.batch.rows.length < MOST_JOURNALS;
  }

  /** The decision; null where deciding failed by a fault of ours, which leaves the book as it was. */
  private decided(order: Order): Journal | ReturnType<typeof refuse> | null {
    const { sequence, book, report } = this.ground;
    if (isTooLarge(order)) return refuse("amount_too_large");
    if (order.kind === "publish" && !this.isSamePlan(order.plan)) return refuse("version_not_newer");
    try {
      const decision = sequence.decide(order);
      if ("refused" in decision) return decision;
      const { points, cash, remainder } = decision;
      const isTooMuch = points >= MOST_HELD || cash >= MOST_HELD || remainder >= MOST_HELD;
      return isTooMuch ? refuse("amount_too_large") : decision;
    } catch (error) {
      if (error instanceof NotAtHand) throw error;
      report(error, `${order.id} in cell ${this.ground.cell} (${book.seq})`);
      return null;
    }
  }

  /** A name and version stand for one plan, whichever feed it serves. */
  private isSamePlan(plan: Parameters<typeof planText>[0]): boolean {
    const known = this.ground.book.plans.get(planKey(plan.name, plan.version));
    return known === undefined || planText(known) === planText(plan);
  }

  private take(journal: Journal, origin: Origin): string {
    return this.batch.take(journal, origin, (taken) => this.ground.sequence.apply(taken));
  }

  private refuse(item: OrderItem, id: string, code: RefusalCode): void {
    const { field, retry } = refuse(code);
    this.saysHowItStands = true;
    this.answer(item, { status: "refused", id, code, field, retry });
  }

  private answer(item: OrderItem, answer: Answer): void {
    this.answered.push(item);
    this.answers.push(answer);
  }
}

const bookedAs = ({ id, seq, record }: Known) => ({ status: "booked" as const, id, seq, record });

/**
 * The lot that is asked for, the member's others and those that leave next: cold ones, at most `width` of
 * each.
 */
function coldOnes(book: ResidentBook, asked: Lot, width: number): Lot[] {
  const lots = new Set([asked]);
  let own = 0;
  for (let lot = asked.member.firstLot; lot !== null && own < width; lot = lot.newer) {
    if (lot.cold) lots.add(lot);
    own += 1;
  }
  let next = 0;
  for (const lot of book.lots.ascending()) {
    if (next >= width) break;
    if (lot.cold) lots.add(lot);
    next += 1;
  }
  return [...lots];
}
