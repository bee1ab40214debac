/**
 * What the desk has to answer: the same orders one after the other on a book in memory, nothing ever let
 * go.
 */
import type { Answer } from "#desk";
import {
  canonical,
  type Instant,
  type Journal,
  MemoryBook,
  type Order,
  type Plan,
  readOrder,
  refuse,
  Sequence,
  showInstant,
} from "#engine";
import { genesis, nextHead, planText } from "#store";
import { recordText } from "../../src/store/recordtext.ts";

export type Plain = Record<string, unknown>;

/** An answer without what depends on the way it was asked. */
export function plain(answer: Answer): Plain {
  const { repeated: _, ...rest } = answer as Answer & { repeated?: boolean };
  return rest;
}

export class Model {
  readonly book: MemoryBook;
  readonly records: string[] = [];
  readonly journals: Journal[] = [];
  private readonly sequence: Sequence;
  private readonly bodies = new Map<
    string,
    { readonly body: string; readonly seq: bigint; readonly record: string }
  >();
  private readonly plans = new Map<string, string>();

  constructor(
    readonly plan: Plan,
    exitLimit: number,
    /** The time of a live cell; null where orders alone carry time. */
    private readonly now: (() => Instant) | null = null,
    private readonly seen: (journal: Journal, book: MemoryBook) => void = () => {},
  ) {
    this.book = new MemoryBook(plan);
    this.sequence = new Sequence(this.book, [plan], exitLimit, now !== null);
    this.plans.set(`${plan.name} ${plan.version}`, planText(plan));
  }

  get head(): Buffer {
    return this.records.reduce(nextHead, genesis(this.plan));
  }

  answer(json: unknown): Plain {
    const read = readOrder(json);
    if ("malformed" in read) return { status: "malformed", field: read.malformed };
    const { id } = read;
    const body = canonical(json);
    const known = this.bodies.get(id);
    if (known !== undefined) {
      if (known.body !== body) return refused(id, "id_conflict");
      return { status: "booked", id, seq: known.seq, record: known.record };
    }
    const stamped = this.stamped(read);
    if (this.sequence.lacksTime(stamped)) return { status: "malformed", field: "at" };
    const order = this.sequence.placedInTime(stamped);
    this.happen(order.at);
    if (order.kind === "publish" && !this.isSamePlan(order.plan)) return refused(id, "version_not_newer");
    const decision = this.sequence.decide(order);
    if ("refused" in decision) return refused(id, decision.refused);
    this.apply(decision);
    if (order.kind === "publish")
      this.plans.set(`${order.plan.name} ${order.plan.version}`, planText(order.plan));
    const booked = { body, seq: BigInt(this.records.length), record: this.records.at(-1) as string };
    this.bodies.set(id, booked);
    return { status: "booked", id, seq: booked.seq, record: booked.record };
  }

  /** Time passes with no order. */
  tick(): void {
    const time = this.now === null ? null : Math.max(this.now(), this.book.clock ?? 0);
    this.happen(time);
    if (time !== null) this.sequence.passTo(time, null);
  }

  private stamped(order: Order): Order {
    if (this.now === null || order.at !== null) return order;
    const at = Math.max(this.now(), this.book.clock ?? 0);
    return { ...order, at, atText: showInstant(at, "+08:00") };
  }

  private isSamePlan(plan: Plan): boolean {
    const known = this.plans.get(`${plan.name} ${plan.version}`);
    return known === undefined || known === planText(plan);
  }

  private happen(at: Instant | null): void {
    const { sequence } = this;
    for (let due = sequence.before(at); due !== null; due = sequence.before(at)) this.apply(due);
  }

  private apply(journal: Journal): void {
    this.sequence.apply(journal);
    this.records.push(recordText(journal));
    this.journals.push(journal);
    this.seen(journal, this.book);
  }
}

function refused(id: string, code: Parameters<typeof refuse>[0]): Plain {
  const { field, retry } = refuse(code);
  return { status: "refused", id, code, field, retry };
}
