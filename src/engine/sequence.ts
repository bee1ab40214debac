/**
 * Orders in sequence on one book: exits that are still owed leave first, then what time has brought by the
 * order's own time, then the order itself is decided. Replay and the desk go the same way.
 */
import { carryOn, decide, nextDue } from "./decide.ts";
import type { Journal } from "./draft.ts";
import type { MemoryBook } from "./memory.ts";
import type { Order } from "./order.ts";
import type { Plan } from "./plan.ts";
import type { Refusal } from "./refusal.ts";
import type { Instant } from "./time.ts";

export class Sequence {
  /** Whether a plan that has been in force lets purchases wait, or commissions freeze (section 6b). */
  waits = false;
  freezes = false;
  /** The notation of the latest time. */
  clockText: string | null = null;

  /**
   * `exitLimit`: the most forced exits a journal holds. `everTimed`: orders keep their time even where no
   * plan makes it count.
   */
  constructor(
    readonly book: MemoryBook,
    plans: Iterable<Plan>,
    private readonly exitLimit = Number.POSITIVE_INFINITY,
    private readonly everTimed = false,
  ) {
    for (const plan of plans) this.heed(plan);
  }

  /** Whether time counts at all. */
  private get timed(): boolean {
    return this.everTimed || this.waits || this.freezes;
  }

  /**
   * An order that carries no time happens at the time of the one before; without the keys of 6b time is
   * nothing.
   */
  placedInTime(order: Order): Order {
    if (!this.timed) return order.at === null ? order : { ...order, at: null, atText: null };
    return order.at === null ? { ...order, at: this.book.clock, atText: this.clockText } : order;
  }

  /**
   * A purchase that has to wait needs a time of its own or of an order before: without one it lacks a field.
   */
  lacksTime(order: Order): boolean {
    return this.timed && order.kind === "purchase" && order.at === null && this.book.clock === null;
  }

  /**
   * The next journal that must be applied before an order of time `at` may be decided: exits carried on, or
   * what is due by then. Null when there is none.
   */
  before(at: Instant | null): Journal | null {
    const { book, exitLimit } = this;
    if (book.pool.cascade !== null) return carryOn(book, exitLimit);
    return at === null || (book.clock !== null && at < book.clock) ? null : nextDue(book, at, exitLimit);
  }

  /** Decides an order placed in time, when `before` has nothing left for it; the clock stands at its time. */
  decide(order: Order): Journal | Refusal {
    const { at, atText } = order;
    if (at !== null && (this.book.clock === null || at >= this.book.clock)) this.passTo(at, atText);
    return decide(this.book, order, this.exitLimit);
  }

  /** Lets the clock stand at `at`, all that was due by then having been applied. */
  passTo(at: Instant, atText: string | null): void {
    this.book.passTo(at);
    this.clockText = atText ?? this.clockText;
  }

  /** Takes a journal in, decided on the book as it stands now. */
  apply(journal: Journal): void {
    this.book.apply(journal);
    if (journal.entry.type === "published") this.heed(journal.entry.plan);
  }

  private heed(plan: Plan): void {
    this.waits ||= plan.settleAfter !== null;
    this.freezes ||= plan.commissionFreeze !== null;
  }
}
