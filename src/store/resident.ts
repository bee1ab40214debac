/**
 * The book that a writer keeps resident: register, balances, queue and what waits for its time are all at
 * hand; purchases and the traces of lots are fetched before they are asked for and let go once they are
 * durable.
 */
import {
  type Account,
  type AccountKind,
  type Instant,
  type Journal,
  type Lot,
  MemoryBook,
  type Merchant,
  NotAtHand,
  Pending,
  type Plan,
  Purchase,
  type Withdrawal,
} from "#engine";
import { accountNumber, CELL_PARTY, partyOf } from "./number.ts";

/** What the pool row keeps beside balances and counters. */
export interface PoolFacts {
  readonly last_cash: bigint;
  readonly last_points: bigint;
  readonly opened: boolean;
  readonly closed: boolean;
  readonly lot_seq: bigint;
  readonly exit_load_ppm: bigint;
  readonly cascade_order: string | null;
  readonly cascade_cash: bigint;
  readonly cascade_points: bigint;
  readonly clock_us: bigint | null;
}

/** What may be let go after the group that touched it last is durable. */
export type Loose = Lot | Purchase | Pending | Withdrawal;

/**
 * After how many entries let go of the maps are begun anew. V8 leaves a map's table where it has grown old,
 * and with it every table after and all that ever stood in one, until the whole heap is gone through.
 */
const RENEWED_AFTER = 512;

export class ResidentBook extends MemoryBook {
  /** Number of the newest journal. */
  seq = 0;
  head: Buffer = Buffer.alloc(0);
  /** The newest party number. */
  parties = CELL_PARTY;
  /**
   * Ids of purchases and of withdrawals looked up in the database and not there; true only within one
   * group.
   */
  absent = nothingAbsent();
  /** Journals with something still to happen by itself, oldest first. */
  outstanding = new Set<number>();
  /** Every plan that has been in force, by name and version. */
  readonly plans = new Map<string, Plan>();
  private touches = new Map<Loose, number>();
  /** Purchases let go of while their lot is in use: they go when it does. */
  private withLot = new Map<Lot, Set<Purchase>>();
  /** Entries let go of since the maps were begun anew. */
  private gone = 0;

  constructor(plan: Plan) {
    super(plan);
    this.plans.set(planKey(plan.name, plan.version), plan);
  }

  override purchase(id: string): Purchase | Pending | undefined {
    const known = this.purchases.get(id);
    if (known === undefined && !this.absent.purchases.has(id)) throw new NotAtHand("purchase", id);
    return known;
  }

  override withdrawal(id: string): Withdrawal | undefined {
    const known = this.withdrawals.get(id);
    if (known === undefined && !this.absent.withdrawals.has(id)) throw new NotAtHand("withdrawal", id);
    return known;
  }

  /** The account of a kind that the book has once. */
  cellAccount(kind: AccountKind): Account {
    const { cash, remainder, issued } = this.pool;
    const all = [this.outside, this.pending, this.operator, this.unclaimed, cash, remainder, issued];
    return all.find((account) => account.kind === kind) as Account;
  }

  /** The pool's facts as they were when the book was put away; balances come with their accounts. */
  reopen(facts: PoolFacts): void {
    const { state } = this;
    state.last = { cash: facts.last_cash, points: facts.last_points };
    state.opened = facts.opened;
    state.closed = facts.closed;
    state.lotSeq = Number(facts.lot_seq);
    state.exitLoad = facts.exit_load_ppm;
    state.cascade =
      facts.cascade_order === null
        ? null
        : { order: facts.cascade_order, start: { cash: facts.cascade_cash, points: facts.cascade_points } };
    this.clock = facts.clock_us === null ? null : Number(facts.clock_us);
  }

  /** A feed with the plan in force for it. */
  putBackFeed(feed: string, plan: Plan): void {
    this.putInForce(feed, plan);
  }

  /** A lot that has points left; lots come back in the order of their opening. */
  putBackLot(lot: Lot): void {
    this.openLot(lot);
  }

  /** What waits for its time comes back in the order of its journals. */
  putBackTimed(what: Pending | Purchase, due: Instant): void {
    const timed = this.remember(due, what);
    this.purchases.set(what.id, what);
    this.outstanding.add(what.seq);
    if (what instanceof Pending) {
      what.timed = timed;
      this.waiting += 1;
    }
  }

  /** Oldest journal that has something still to happen by itself; the next one where nothing has. */
  get timedFrom(): number {
    return this.outstanding.values().next().value ?? this.seq + 1;
  }

  /** A number for a new member, merchant or portion. */
  nextParty(): number {
    this.parties += 1;
    return this.parties;
  }

  /** The number of an account, found the first time it is asked for. */
  numberOf(account: Account): number {
    if (account.number === 0)
      account.number = accountNumber(this.partyFor(account.kind, account.owner), account.kind);
    return account.number;
  }

  private partyFor({ per }: AccountKind, owner: string): number {
    if (per === null) return CELL_PARTY;
    if (per === "member") return partyOf((this.members.get(owner) as { points: Account }).points.number);
    const own = per === "merchant" ? (this.merchants.get(owner) as Merchant).payable : this.portion(owner);
    return own.number === 0 ? this.nextParty() : partyOf(own.number);
  }

  /** Says which group last had to do with an entry; it stays at hand until that group is durable. */
  touch(entry: Loose, group: number): void {
    this.touches.set(entry, group);
  }

  /** Lets go of what no later group than `group` has touched. */
  letGo(entries: Iterable<Loose>, group: number): void {
    for (const entry of entries) {
      if (this.touches.get(entry) !== group) continue;
      this.touches.delete(entry);
      this.forget(entry);
      this.gone += 1;
    }
    if (this.gone > Math.max(RENEWED_AFTER, this.purchases.size)) this.renew();
  }

  private renew(): void {
    this.gone = 0;
    this.purchases = new Map(this.purchases);
    this.touches = new Map(this.touches);
    this.withLot = new Map(this.withLot);
    this.outstanding = new Set(this.outstanding);
  }

  /** A new group looks up anew. */
  forgetAbsent(): void {
    const { purchases, withdrawals } = this.absent;
    if (purchases.size + withdrawals.size > 0) this.absent = nothingAbsent();
  }

  private forget(entry: Loose): void {
    if (entry instanceof Purchase || entry instanceof Pending) this.forgetPurchase(entry);
    else if ("cold" in entry) this.cool(entry);
    else if (entry.state !== "held") this.withdrawals.delete(entry.id);
  }

  private forgetPurchase(entry: Purchase | Pending): void {
    if (entry instanceof Purchase) {
      const { lot } = entry;
      // While its lot is in use it stays at hand with it: a second object of one purchase would go
      // its own way.
      if (lot !== null && this.touches.has(lot)) {
        const kept = this.withLot.get(lot);
        if (kept === undefined) this.withLot.set(lot, new Set([entry]));
        else kept.add(entry);
        return;
      }
      // A closed lot no longer knows its purchases: one that waits for its thaw must not hold on to them.
      if (entry.left === 0n) unlink(entry);
    }
    this.drop(entry);
  }

  /** Takes a purchase from those at hand, unless it waits for its time or a later group has to do with it. */
  private drop(entry: Purchase | Pending): void {
    if (this.outstanding.has(entry.seq) || this.touches.has(entry)) return;
    // Under the id of one that was pending its settlement may stand by now.
    if (this.purchases.get(entry.id) === entry) this.purchases.delete(entry.id);
  }

  /** Lets go of a trace; asked for it, the lot says that it is not at hand. */
  private cool(lot: Lot): void {
    const kept = this.withLot.get(lot) ?? [];
    this.withLot.delete(lot);
    for (let purchase = lot.newest; purchase !== null; ) {
      const { earlier } = purchase;
      unlink(purchase);
      this.drop(purchase);
      purchase = earlier;
    }
    for (const purchase of kept) {
      unlink(purchase);
      this.drop(purchase);
    }
    lot.newest = null;
    lot.oldest = null;
    lot.threaded = null;
    lot.cold = true;
  }

  /** Keeps the list of what is outstanding in step with a journal of this number. */
  note(journal: Journal, seq: number): void {
    const { entry } = journal;
    switch (entry.type) {
      case "pended":
        entry.pending.seq = seq;
        this.outstanding.add(seq);
        break;
      case "pending_refunded":
        if (entry.refunded === entry.pending.amount) this.outstanding.delete(entry.pending.seq);
        break;
      case "purchased":
        if (entry.pending !== null) this.outstanding.delete(entry.pending.seq);
        entry.purchase.seq = seq;
        if (entry.thaws !== null) this.outstanding.add(seq);
        break;
      case "thawed":
        this.outstanding.delete(entry.purchase.seq);
        break;
      case "published":
        this.plans.set(planKey(entry.plan.name, entry.plan.version), entry.plan);
        break;
    }
  }
}

function nothingAbsent() {
  return { purchases: new Set<string>(), withdrawals: new Set<string>() };
}

/** Under what a plan version is found. */
export const planKey = (name: string, version: number) => `${version} ${name}`;

function unlink(purchase: Purchase): void {
  purchase.earlier = null;
  purchase.later = null;
}
