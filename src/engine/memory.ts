/** The book in memory: for replay, backtest and simulation; the server's book keeps the same contract. */

import {
  Account,
  type Agents,
  type Book,
  type Lot,
  type LotState,
  type Member,
  type Merchant,
  Pending,
  type Pool,
  type Purchase,
  type Timed,
  type Withdrawal,
} from "./book.ts";
import { KIND } from "./chart.ts";
import type { Entry, Journal } from "./draft.ts";
import { Heap } from "./heap.ts";
import { leavesBefore } from "./lot.ts";
import { MAIN_FEED } from "./order.ts";
import type { Plan } from "./plan.ts";
import { BrokenLaw, post } from "./post.ts";
import { agentsFor } from "./region.ts";
import type { Instant } from "./time.ts";
import { rootOf } from "./tree.ts";
import { POINT } from "./unit.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const sooner = (a: Timed, b: Timed) => a.due < b.due || (a.due === b.due && a.seq < b.seq);

export class MemoryBook implements Book {
  readonly outside = new Account(KIND.outside, "");
  readonly pending = new Account(KIND.pending, "");
  readonly operator = new Account(KIND.operator, "");
  readonly unclaimed = new Account(KIND.unclaimed, "");
  readonly lots = new Heap<Lot>(leavesBefore);
  readonly members = new Map<string, Member>();
  readonly merchants = new Map<string, Merchant>();
  /** Put in place anew by a book that lets purchases go. */
  purchases = new Map<string, Purchase | Pending>();
  readonly withdrawals = new Map<string, Withdrawal>();
  readonly portions = new Map<string, Account>();
  readonly regions = new Map<string, Member>();
  readonly pool: Pool;
  clock: Instant | null = null;
  waiting = 0;
  protected readonly state: Writable<Pool>;
  protected readonly schedule = new Heap<Timed>(sooner);
  private readonly feeds = new Map<string, Plan>();
  protected arrivals = 0;

  /** An empty book whose pool takes its terms from `plan`, which is in force for the main feed. */
  constructor(plan: Plan) {
    const { openingPrice, exitLoad, maxStep, per } = plan.pool;
    this.state = {
      cash: new Account(KIND.pool, ""),
      remainder: new Account(KIND.remainder, ""),
      issued: new Account(KIND.issued, ""),
      last: { cash: openingPrice, points: POINT },
      opened: false,
      closed: false,
      lotSeq: 0,
      cascade: null,
      openingPrice,
      exitLoad,
      maxStep,
      per,
    };
    this.pool = this.state;
    this.putInForce(MAIN_FEED, plan);
  }

  protected putInForce(feed: string, plan: Plan): void {
    this.feeds.set(feed, plan);
    for (const { to } of plan.portions) {
      if (!this.portions.has(to)) this.portions.set(to, new Account(KIND.portion, to));
    }
  }

  member(id: string): Member | undefined {
    return this.members.get(id);
  }

  merchant(id: string): Merchant | undefined {
    return this.merchants.get(id);
  }

  purchase(id: string): Purchase | Pending | undefined {
    return this.purchases.get(id);
  }

  withdrawal(id: string): Withdrawal | undefined {
    return this.withdrawals.get(id);
  }

  agent(region: string): Member | undefined {
    return this.regions.get(region);
  }

  agents(merchant: Merchant): Agents {
    merchant.agents ??= agentsFor(merchant.region, (code) => this.regions.get(code));
    return merchant.agents;
  }

  root(member: Member): Member {
    return rootOf(member);
  }

  portion(name: string): Account {
    return this.portions.get(name) as Account;
  }

  hasFeed(feed: string): boolean {
    return this.feeds.has(feed);
  }

  plan(feed: string): Plan {
    return this.feeds.get(feed) as Plan;
  }

  timed(): Timed | undefined {
    return this.schedule.top();
  }

  /** Every account of the book, those of all members and merchants included. */
  *accounts(): Generator<Account, undefined> {
    yield* [this.outside, this.pending, this.operator, this.unclaimed];
    yield* [this.pool.cash, this.pool.remainder, this.pool.issued];
    yield* this.portions.values();
    for (const { payable } of this.merchants.values()) yield payable;
    for (const member of this.members.values()) {
      yield* [member.wallet, member.commission, member.frozen, member.points];
      if (member.withdraws) yield member.withdrawing;
    }
    return undefined;
  }

  /** Pending purchases in the order they settle. */
  *pendings(): Generator<Pending, undefined> {
    for (const { what } of this.schedule.ascending()) if (what instanceof Pending) yield what;
    return undefined;
  }

  /** Lets time pass up to `at`, all that was due by then having been applied. */
  passTo(at: Instant): void {
    this.clock = at;
  }

  /** Takes a journal in whole. It was decided on this book as it stands now. */
  apply(journal: Journal): void {
    for (const posting of journal.postings) post(posting);
    this.enter(journal.entry);
    const { lots, purchases } = journal;
    if (purchases.firstKey !== null) for (const [purchase, state] of purchases) purchase.state = state;
    if (lots.firstKey !== null && lots.firstValue !== null) this.changeLot(lots.firstKey, lots.firstValue);
    if (lots.rest !== null) for (const [lot, state] of lots.rest) this.changeLot(lot, state);
    if (journal.entry.type === "purchased") this.countLot(journal.entry.purchase.lot);
    const { state } = this;
    state.last = journal.last;
    state.opened = journal.opened;
    state.closed = journal.closed;
    state.cascade = journal.cascade;
  }

  private enter(entry: Entry): void {
    switch (entry.type) {
      case "joined":
        this.members.set(entry.member.id, entry.member);
        break;
      case "opened":
        this.merchants.set(entry.merchant.id, entry.merchant);
        break;
      case "appointed":
        this.regions.set(entry.region, entry.agent);
        for (const merchant of this.merchants.values()) merchant.agents = null;
        break;
      case "dismissed":
        this.regions.delete(entry.region);
        for (const merchant of this.merchants.values()) merchant.agents = null;
        break;
      case "bound":
        entry.member.sponsor = entry.sponsor;
        entry.member.above = entry.sponsor;
        break;
      case "sponsor_corrected":
        entry.member.sponsor = entry.sponsor;
        // Ways once shortened past the member would still lead to where he stood.
        for (const member of this.members.values()) member.above = member.sponsor;
        break;
      case "withdrawn":
        if (this.withdrawals.has(entry.withdrawal.id)) throw new BrokenLaw("id_once", entry.withdrawal.id);
        this.withdrawals.set(entry.withdrawal.id, entry.withdrawal);
        break;
      case "withdrawal_closed":
        entry.withdrawal.state = entry.state;
        break;
      case "published":
        this.putInForce(entry.feed, entry.plan);
        this.state.exitLoad = entry.exitLoad;
        break;
      case "pended":
        this.purchases.set(entry.pending.id, entry.pending);
        entry.pending.timed = this.remember(entry.pending.settles, entry.pending);
        this.waiting += 1;
        break;
      case "pending_refunded":
        entry.pending.refunded = entry.refunded;
        entry.pending.refunds += 1;
        if (entry.refunded === entry.pending.amount) this.stopWaiting(entry.pending);
        break;
      case "purchased":
        this.enterPurchase(entry);
        break;
      case "thawed":
        entry.purchase.frozen = false;
        this.schedule.remove(entry.timed);
        break;
      case "moved":
        break;
    }
  }

  private enterPurchase(entry: Entry & { type: "purchased" }): void {
    const { purchase, locked, pending, thaws } = entry;
    const { lot, member } = purchase;
    if (locked !== null) {
      member.sponsor = locked;
      member.above = locked;
    }
    if (pending !== null) this.stopWaiting(pending);
    if (thaws !== null) this.remember(thaws, purchase);
    const known = this.purchases.size;
    this.purchases.set(purchase.id, purchase);
    // The caller keeps ids unique; a second purchase of one id would hide the first from every refund.
    if (pending === null && this.purchases.size === known) throw new BrokenLaw("id_once", purchase.id);
    if (lot === null) return;
    purchase.earlier = lot.newest;
    lot.newest = purchase;
  }

  protected remember(due: Instant, what: Pending | Purchase): Timed {
    this.arrivals += 1;
    const timed: Timed = { slot: -1, due, seq: this.arrivals, what };
    this.schedule.push(timed);
    return timed;
  }

  private stopWaiting(pending: Pending): void {
    this.schedule.remove(pending.timed as Timed);
    this.waiting -= 1;
  }

  private changeLot(lot: Lot, state: LotState): void {
    if (state.points === 0n) this.closeLot(lot);
    const before = lot.state;
    const later = before.trigger < state.trigger;
    const moved = later || before.cap0 !== state.cap0 || before.points0 !== state.points0;
    lot.state = state;
    if (state.points === 0n) return;
    if (lot.slot < 0) this.openLot(lot);
    else if (later) this.lots.movedBack(lot);
    else if (moved) this.lots.moved(lot);
  }

  /** A lot may have opened and left in the same journal: its number is used all the same. */
  private countLot(lot: Lot | null): void {
    if (lot !== null && lot.seq > this.state.lotSeq) this.state.lotSeq = lot.seq;
  }

  protected openLot(lot: Lot): void {
    const { member } = lot;
    this.lots.push(lot);
    lot.older = member.lastLot;
    if (member.lastLot === null) member.firstLot = lot;
    else member.lastLot.newer = lot;
    member.lastLot = lot;
  }

  private closeLot(lot: Lot): void {
    const { member, older, newer } = lot;
    if (lot.slot < 0) return;
    this.lots.remove(lot);
    if (older === null) member.firstLot = newer;
    else older.newer = newer;
    if (newer === null) member.lastLot = older;
    else newer.older = older;
    lot.older = null;
    lot.newer = null;
    lot.newest = null;
    lot.oldest = null;
    lot.threaded = null;
  }
}
