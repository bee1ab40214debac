/**
 * A journal 凭证 is all that one order does to a book; a book takes it whole or not at all. A draft is the
 * journal while a rule writes it. The book stands still meanwhile: a rule reads through the draft, and so
 * sees what it has already done.
 */
import type {
  Account,
  Book,
  Lot,
  LotState,
  Member,
  Merchant,
  Pending,
  Pool,
  Purchase,
  PurchaseState,
  Timed,
  Withdrawal,
} from "./book.ts";
import { Changes } from "./changes.ts";
import { STEP, type Step } from "./chart.ts";
import { traceOf, triggerOf } from "./lot.ts";
import type { Plan } from "./plan.ts";
import { type Posting, posting } from "./post.ts";
import type { Instant } from "./time.ts";
import type { Fen, Grains, Ppm, Price } from "./unit.ts";

/** A lot that left by the house's doing: forced exit or dust. `worth` is the gross it was paid on. */
export interface Exit {
  readonly order: string;
  readonly member: Member;
  readonly points: Grains;
  readonly worth: Fen;
  readonly proceeds: Fen;
  readonly reason: "cap" | "dust";
}

/** What the order puts on the register, beside postings, lots and pool. */
export type Entry =
  | { readonly type: "joined"; readonly member: Member }
  | { readonly type: "opened"; readonly merchant: Merchant }
  | { readonly type: "appointed"; readonly region: string; readonly agent: Member }
  | { readonly type: "dismissed"; readonly region: string; readonly agent: Member }
  /** By a code: a member without sponsor gets one. */
  | { readonly type: "bound"; readonly member: Member; readonly sponsor: Member }
  | {
      readonly type: "sponsor_corrected";
      readonly member: Member;
      readonly sponsor: Member | null;
      readonly before: Member | null;
      /** Number of the case that decided it. */
      readonly case: string;
    }
  | { readonly type: "withdrawn"; readonly withdrawal: Withdrawal }
  | {
      readonly type: "withdrawal_closed";
      readonly withdrawal: Withdrawal;
      readonly state: "paid" | "returned";
    }
  | { readonly type: "published"; readonly feed: string; readonly plan: Plan; readonly exitLoad: Ppm }
  | { readonly type: "pended"; readonly pending: Pending }
  | { readonly type: "pending_refunded"; readonly pending: Pending; readonly refunded: Fen }
  | {
      readonly type: "purchased";
      readonly purchase: Purchase;
      /** The lock: who became the buyer's sponsor, null where nobody did. */
      readonly locked: Member | null;
      /** The pending purchase it was; null where it settled at once. */
      readonly pending: Pending | null;
      /** When its frozen commissions thaw; null where none are frozen. */
      readonly thaws: Instant | null;
    }
  | { readonly type: "thawed"; readonly timed: Timed; readonly purchase: Purchase }
  /**
   * Redemptions, refunds, injections, releases, exits carried on, winding up: nothing but postings and lots.
   */
  | { readonly type: "moved" };

/** The pool's facts after the journal. */
export interface PoolAfter {
  readonly cash: Fen;
  readonly points: Grains;
  readonly remainder: Fen;
  readonly last: Price;
  readonly opened: boolean;
  readonly closed: boolean;
  readonly cascade: Pool["cascade"];
}

export interface Journal extends PoolAfter {
  /** Id of the order; of the purchase where time brought it. */
  readonly order: string;
  readonly kind: string;
  readonly at: Instant | null;
  /** Price at the start of the order; no price after it is lower (the law of RULES section 4). */
  readonly start: Price;
  readonly entry: Entry;
  readonly postings: readonly Posting[];
  /** Lots and purchases as they stand afterwards. */
  readonly lots: Changes<Lot, LotState>;
  readonly purchases: Changes<Purchase, PurchaseState>;
  readonly exits: readonly Exit[];
}

const MOVED: Entry = { type: "moved" };
const NO_EXITS: readonly Exit[] = [];

export class Draft implements Journal {
  entry: Entry = MOVED;
  readonly postings: Posting[] = [];
  readonly lots = new Changes<Lot, LotState>();
  readonly purchases = new Changes<Purchase, PurchaseState>();
  exits: readonly Exit[] = NO_EXITS;
  cash: Fen;
  points: Grains;
  remainder: Fen;
  last: Price;
  opened: boolean;
  closed: boolean;
  cascade: Pool["cascade"] = null;
  readonly start: Price;
  /** The one changed lot that still has points; no order leaves two. */
  live: Lot | null = null;
  private readonly pool: Pool;

  constructor(
    readonly book: Book,
    readonly order: string,
    readonly kind: string,
    readonly at: Instant | null,
  ) {
    const { pool } = book;
    this.pool = pool;
    this.cash = pool.cash.balance;
    this.points = -pool.issued.balance;
    this.remainder = pool.remainder.balance;
    this.last = pool.last;
    this.opened = pool.opened;
    this.closed = pool.closed;
    this.start = pool.cascade?.start ?? this.price();
  }

  /** The price now; the last one while no points are out. */
  price(): Price {
    return this.points > 0n ? { cash: this.cash, points: this.points } : this.last;
  }

  /** Writes one posting; nothing is written for an amount of 0. */
  move(step: Step, from: Account, to: Account, amount: bigint): void {
    if (amount === 0n) return;
    this.write(posting(step, from, to, amount));
  }

  leave(exit: Exit): void {
    if (this.exits === NO_EXITS) this.exits = [exit];
    else (this.exits as Exit[]).push(exit);
  }

  /** Takes a posting in and keeps cash, points and remainder in step with it. */
  write(posted: Posting): void {
    const { from, to, amount } = posted;
    const { pool } = this;
    this.postings.push(posted);
    if (from === pool.cash) this.cash -= amount;
    else if (from === pool.remainder) this.remainder -= amount;
    else if (from === pool.issued) this.points += amount;
    if (to === pool.cash) this.cash += amount;
    else if (to === pool.remainder) this.remainder += amount;
    else if (to === pool.issued) this.points -= amount;
  }

  /** Cash out of the pool that belongs to nobody for now (余留). */
  toRemainder(step: Step, amount: Fen): void {
    this.move(step, this.pool.cash, this.pool.remainder, amount);
  }

  issue(member: Member, grains: Grains): void {
    this.move(STEP.issue, this.pool.issued, member.points, grains);
  }

  burn(member: Member, grains: Grains): void {
    this.move(STEP.burn, member.points, this.pool.issued, grains);
  }

  /** A lot as this order has left it so far. */
  lot(lot: Lot): LotState {
    return this.lots.get(lot) ?? lot.state;
  }

  /** Says what a lot becomes. */
  setLot(lot: Lot, points0: Grains, cap0: Fen, points: Grains): void {
    const { state } = lot;
    const kept = points0 === state.points0 && cap0 === state.cap0;
    const trigger = kept || points === 0n ? state.trigger : triggerOf(cap0, points0);
    this.lots.set(lot, { points0, cap0, points, trigger });
    if (points > 0n) this.live = lot;
    else if (this.live === lot) this.live = null;
  }

  /** A purchase as this order has left it so far, to be changed. */
  change(purchase: Purchase): PurchaseState {
    const known = this.purchases.get(purchase);
    if (known !== undefined) return known;
    const { left, sold, got, refunded, refunds } = purchase;
    const state = { left, sold, got, refunded, refunds };
    this.purchases.set(purchase, state);
    return state;
  }

  /** The purchases whose points a lot holds, oldest first, with the one this order brings. */
  *trace(lot: Lot): Generator<Purchase, undefined> {
    yield* traceOf(lot);
    if (this.entry.type === "purchased" && this.entry.purchase.lot === lot) yield this.entry.purchase;
    return undefined;
  }
}
