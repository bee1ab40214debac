/** The replay of RULES section 7: lines of orders in, one result out. Files and screens are the caller's. */
import type { Exit, Journal } from "./draft.ts";
import { bodyOf, parseLine } from "./line.ts";
import { MemoryBook } from "./memory.ts";
import { type Order, readOrder } from "./order.ts";
import type { Plan } from "./plan.ts";
import type { RefusalCode } from "./refusal.ts";
import { Sequence } from "./sequence.ts";
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
  private readonly sequence: Sequence;

  constructor(
    readonly plan: Plan,
    private readonly seen: (journal: Journal) => void = () => {},
  ) {
    this.book = new MemoryBook(plan);
    this.sequence = new Sequence(this.book, [plan]);
  }

  /** Whether a plan that has been in force lets purchases wait. */
  get waits(): boolean {
    return this.sequence.waits;
  }

  /** Whether a plan that has been in force lets commissions freeze. */
  get freezes(): boolean {
    return this.sequence.freezes;
  }

  /** Takes line number `n` of a file. */
  line(text: string, n: number): Outcome {
    if (text.trim() === "") return { type: "blank" };
    const json = parseLine(text);
    const order = readOrder(json);
    if ("malformed" in order) return this.listMalformed(n, order.malformed);
    if (this.sequence.lacksTime(order)) return this.listMalformed(n, "at");
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
    const { sequence } = this;
    const order = sequence.placedInTime(asked);
    this.applyDue(order.at);
    const decision = sequence.decide(order);
    if ("refused" in decision) return this.refuseAs(order.id, decision.refused, decision.field);
    this.apply(decision);
    return { type: "booked", journal: decision };
  }

  /** Applies all that is due up to `at`, then lets the clock stand there. */
  passTo(at: Instant, atText: string | null): void {
    this.applyDue(at);
    this.sequence.passTo(at, atText);
  }

  private applyDue(at: Instant | null): void {
    const { sequence } = this;
    for (let due = sequence.before(at); due !== null; due = sequence.before(at)) this.apply(due);
  }

  private apply(journal: Journal): void {
    this.sequence.apply(journal);
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
