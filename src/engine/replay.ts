/** The replay of RULES section 7: lines of orders in, one result out. Files and screens are the caller's. */
import { decide, nextDue } from "./decide.ts";
import type { Exit, Journal } from "./draft.ts";
import { bodyOf, parseLine } from "./line.ts";
import { MemoryBook } from "./memory.ts";
import { type Order, readOrder } from "./order.ts";
import type { Plan } from "./plan.ts";
import type { RefusalCode } from "./refusal.ts";
import type { Instant } from "./time.ts";

/** What a line came to. An answered line repeats a booked order and changes nothing. */
export type Outcome =
  | { readonly type: "booked"; readonly journal: Journal }
  | { readonly type: "refused"; readonly id: string; readonly code: RefusalCode; readonly field: string }
  | { readonly type: "malformed"; readonly line: number; readonly field: string | null }
  | { readonly type: "answered"; readonly id: string }
  | { readonly type: "blank" };

/** An entry of `refused` in the result. */
export type Listed =
  | { readonly id: string; readonly code: string }
  | { readonly line: number; readonly code: "malformed"; readonly field: string | null };

/** A book fed line by line or order by order. Every journal is shown to `seen` after it has been applied. */
export class Replay {
  readonly book: MemoryBook;
  readonly refused: Listed[] = [];
  readonly exits: Exit[] = [];
  malformed = 0;
  private readonly bodies = new Map<string, string>();
  /** Whether a plan that has been in force lets purchases wait, or commissions freeze (section 6b). */
  waits = false;
  freezes = false;
  private clockText: string | null = null;

  constructor(
    readonly plan: Plan,
    private readonly seen: (journal: Journal) => void = () => {},
  ) {
    this.book = new MemoryBook(plan);
    this.heed(plan);
  }

  /** Whether time counts at all. */
  private get timed(): boolean {
    return this.waits || this.freezes;
  }

  /** Takes line number `n` of a file. */
  line(text: string, n: number): Outcome {
    if (text.trim() === "") return { type: "blank" };
    const json = parseLine(text);
    const order = readOrder(json);
    if ("malformed" in order) return this.listMalformed(n, order.malformed);
    if (this.lacksTime(order)) return this.listMalformed(n, "at");
    const body = bodyOf(text, json);
    const known = this.bodies.get(order.id);
    if (known === body) return { type: "answered", id: order.id };
    if (known !== undefined) return this.refuseAs(order.id, "id_conflict", "id");
    const outcome = this.order(order);
    if (outcome.type === "booked") this.bodies.set(order.id, body);
    return outcome;
  }

  /** Takes an order whose id is known to be new. */
  order(asked: Order): Outcome {
    const { book } = this;
    const order = this.placedInTime(asked);
    const { at, atText } = order;
    if (at !== null && (book.clock === null || at >= book.clock)) this.passTo(at, atText ?? this.clockText);
    const decision = decide(book, order);
    if ("refused" in decision) return this.refuseAs(order.id, decision.refused, decision.field);
    this.apply(decision);
    return { type: "booked", journal: decision };
  }

  /** Applies all that is due up to `at`, then lets the clock stand there. */
  passTo(at: Instant, atText: string | null): void {
    const { book } = this;
    for (let due = nextDue(book, at); due !== null; due = nextDue(book, at)) this.apply(due);
    book.passTo(at);
    this.clockText = atText;
  }

  /**
   * An order that carries no time happens at the time of the one before; without the keys of 6b time is
   * nothing.
   */
  private placedInTime(order: Order): Order {
    if (!this.timed) return order.at === null ? order : { ...order, at: null, atText: null };
    return order.at === null ? { ...order, at: this.book.clock, atText: this.clockText } : order;
  }

  /**
   * A purchase that has to wait needs a time of its own or of an order before: without one it lacks a field.
   */
  private lacksTime(order: Order): boolean {
    return this.timed && order.kind === "purchase" && order.at === null && this.book.clock === null;
  }

  private heed(plan: Plan): void {
    this.waits ||= plan.settleAfter !== null;
    this.freezes ||= plan.commissionFreeze !== null;
  }

  private apply(journal: Journal): void {
    this.book.apply(journal);
    if (journal.entry.type === "published") this.heed(journal.entry.plan);
    for (const exit of journal.exits) this.exits.push(exit);
    this.seen(journal);
  }

  private listMalformed(line: number, field: string | null): Outcome {
    this.malformed += 1;
    this.refused.push({ line, code: "malformed", field });
    return { type: "malformed", line, field };
  }

  private refuseAs(id: string, code: RefusalCode, field: string): Outcome {
    this.refused.push({ id, code });
    return { type: "refused", id, code, field };
  }
}
