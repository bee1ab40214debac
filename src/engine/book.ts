/**
 * The book 账簿: what stands in it, and how a rule may read it. Rules never change it; they write a journal
 * (draft.ts), and a book takes a journal in whole. Two books serve: one in memory (memory.ts) and the
 * server's, whose pool and queue are resident and whose members are fetched before a decision.
 */
import { Account, type Pool } from "./account.ts";
import { KIND } from "./chart.ts";
import type { Heap } from "./heap.ts";
import type { Plan } from "./plan.ts";
import type { Instant } from "./time.ts";
import { type Fen, type Grains, type Ppm, rateDown } from "./unit.ts";

export { Account, type Pool };

export class Member {
  /** Some member above, for finding the root in few steps; null where there is no sponsor. */
  above: Member | null;
  /** Lots with points left, oldest opening first. */
  firstLot: Lot | null = null;
  lastLot: Lot | null = null;
  readonly points: Account;
  private walletAccount: Account | null = null;
  private commissionAccount: Account | null = null;
  private frozenAccount: Account | null = null;
  private withdrawingAccount: Account | null = null;

  constructor(
    readonly id: string,
    public sponsor: Member | null,
  ) {
    this.above = sponsor;
    this.points = new Account(KIND.points, id);
  }

  /**
   * Proceeds of points sold. Most members never have a fen here: the account is made when it is first asked
   * for.
   */
  get wallet(): Account {
    this.walletAccount ??= new Account(KIND.wallet, this.id);
    return this.walletAccount;
  }

  get commission(): Account {
    this.commissionAccount ??= new Account(KIND.commission, this.id);
    return this.commissionAccount;
  }

  get frozen(): Account {
    this.frozenAccount ??= new Account(KIND.commissionFrozen, this.id);
    return this.frozenAccount;
  }

  /** Money asked for and neither paid nor returned yet. */
  get withdrawing(): Account {
    this.withdrawingAccount ??= new Account(KIND.withdrawal, this.id);
    return this.withdrawingAccount;
  }

  /** Whether that account has been asked for: most members never have it. */
  get withdraws(): boolean {
    return this.withdrawingAccount !== null;
  }
}

/** A withdrawal 提现: money of a member held until it is paid out, or goes back to where it came from. */
export class Withdrawal {
  state: "held" | "paid" | "returned" = "held";
  constructor(
    /** Id of the order that asked for it. */
    readonly id: string,
    readonly member: Member,
    readonly source: "wallet" | "commission",
    readonly amount: Fen,
  ) {}
}

/** The agents present for a store, by level; null where nobody is appointed or the level is skipped. */
export interface Agents {
  readonly district: Member | null;
  readonly city: Member | null;
  readonly province: Member | null;
}

const NO_AGENTS: Agents = { district: null, city: null, province: null };

export class Merchant {
  /** Agents present for it now, once a book has looked them up. */
  agents: Agents | null = null;

  constructor(
    readonly id: string,
    readonly owner: Member,
    readonly region: string,
    readonly take: Ppm | null,
    readonly recruiter: Member | null,
    readonly goods: boolean,
    /** The feed whose plan in force cuts this store's purchases. */
    readonly feed: string,
    readonly payable: Account,
  ) {}
}

/** What changes of a lot; a change puts another in its place. */
export interface LotState {
  readonly points0: Grains;
  readonly cap0: Fen;
  readonly points: Grains;
  /** Floor of the scaled trigger, see triggerOf(). */
  readonly trigger: bigint;
}

const NO_POINTS: LotState = { points0: 0n, cap0: 0n, points: 0n, trigger: 0n };

/** A lot 批次: points with their cap. Due when points0 · cash ≥ cap0 · points out (RULES sections 3 and 5). */
export class Lot {
  slot = -1;
  state: LotState = NO_POINTS;
  /**
   * The trace: purchases whose points are in it, linked from the newest back; see traceOf() for the other
   * way.
   */
  newest: Purchase | null = null;
  oldest: Purchase | null = null;
  threaded: Purchase | null = null;
  /** Neighbours among the lots of the member. */
  older: Lot | null = null;
  newer: Lot | null = null;
  /** Whether part of the trace is not at hand: asked for it, the book throws NotAtHand. */
  cold = false;
  /** Journals of the newest purchase and of the oldest with points left, where a database keeps the book. */
  newestSeq = 0;
  oldestSeq = 0;

  constructor(
    /** Opening sequence in its pool. */
    readonly seq: number,
    readonly member: Member,
  ) {}

  /** Grains left in it. */
  get points(): Grains {
    return this.state.points;
  }
}

/** What changes of a purchase: its points left and sold, what the sold ones brought, and refunds. */
export interface PurchaseState {
  left: Grains;
  sold: Grains;
  got: Fen;
  refunded: Fen;
  refunds: number;
}

/**
 * A purchase 消费 as booked, with all that a refund needs to mirror it (RULES section 6). What its settlement
 * finds out is filled in by purchase.ts, before any book has it, and never changes after.
 */
export class Purchase implements Readonly<PurchaseState> {
  /** Neighbours in the trace of its lot. */
  earlier: Purchase | null = null;
  later: Purchase | null = null;
  /** Sponsor and the sponsor's sponsor when it settled, and the agents present then. */
  level1: Member | null = null;
  level2: Member | null = null;
  agents: Agents = NO_AGENTS;
  /** What of the pool portion went to the remainder and not into the pool. */
  aside: Fen = 0n;
  points: Grains = 0n;
  /** Null where it brought no points. */
  lot: Lot | null = null;
  /** What has become of it; null while it is as it was bought. */
  state: PurchaseState | null = null;
  /** Its own journal and that of the purchase before it in its lot, where a database keeps the book. */
  seq = 0;
  earlierSeq = 0;

  constructor(
    readonly id: string,
    readonly member: Member,
    readonly merchant: Merchant,
    /** The plan in force when it was paid. */
    readonly plan: Plan,
    readonly amount: Fen,
    /** Due to the supplier. */
    readonly due: Fen,
    /** Whether its commissions still stand in the frozen accounts. */
    public frozen: boolean,
  ) {}

  /** Its points still in the lot. */
  get left(): Grains {
    return this.state === null ? this.points : this.state.left;
  }

  get sold(): Grains {
    return this.state?.sold ?? 0n;
  }

  /** Fen that its sold points brought. */
  get got(): Fen {
    return this.state?.got ?? 0n;
  }

  get refunded(): Fen {
    return this.state?.refunded ?? 0n;
  }

  get refunds(): number {
    return this.state?.refunds ?? 0;
  }

  /** What it added to the cap of its lot. */
  get cap(): Fen {
    return rateDown(this.amount, this.plan.pool.multiple);
  }
}

/** A purchase whose refund window is open: paid, not yet settled (RULES section 6b). */
export class Pending {
  refunded: Fen = 0n;
  refunds = 0;
  timed: Timed | null = null;
  /** Its journal, where a database keeps the book. */
  seq = 0;
  constructor(
    readonly id: string,
    readonly member: Member,
    readonly merchant: Merchant,
    readonly plan: Plan,
    readonly amount: Fen,
    /** Cost of self-operated goods; null: the take decides. */
    readonly cost: Fen | null,
    readonly settles: Instant,
    /** When it settles, in the notation of the order. */
    readonly settlesText: string,
  ) {}
}

/** Something the book will do by itself when its time comes. */
export interface Timed {
  slot: number;
  readonly due: Instant;
  /** Order of arrival, the tie-break. */
  readonly seq: number;
  /** A pending purchase settles; the frozen commissions of a purchase thaw. */
  readonly what: Pending | Purchase;
}

/**
 * What a rule may read. Every answer is at once: a book that has not got an entry at hand throws NotAtHand,
 * its keeper fetches the entry and asks for the decision again, which is safe because a decision changes
 * nothing.
 */
export interface Book {
  readonly pool: Pool;
  readonly lots: Heap<Lot>;
  readonly outside: Account;
  readonly pending: Account;
  readonly operator: Account;
  readonly unclaimed: Account;
  /** The latest business time seen. */
  readonly clock: Instant | null;
  member(id: string): Member | undefined;
  merchant(id: string): Merchant | undefined;
  purchase(id: string): Purchase | Pending | undefined;
  /** A withdrawal in any state. */
  withdrawal(id: string): Withdrawal | undefined;
  agent(region: string): Member | undefined;
  /** Agents present for a store now. */
  agents(merchant: Merchant): Agents;
  /** The topmost member above, the member itself where it has no sponsor. */
  root(member: Member): Member;
  /** The account of a named portion. */
  portion(name: string): Account;
  hasFeed(feed: string): boolean;
  /** The plan in force for a feed that is there. */
  plan(feed: string): Plan;
  /** What is due by itself next. */
  timed(): Timed | undefined;
  /** How many purchases are pending. */
  readonly waiting: number;
}

/** Thrown by a book for an entry that exists but has to be fetched first. */
export class NotAtHand extends Error {
  constructor(
    readonly entry: "member" | "merchant" | "purchase" | "withdrawal" | "lot",
    readonly key: string,
    /** The lot itself, where its trace is what is missing. */
    readonly lot: Lot | null = null,
  ) {
    super(`${entry} ${key} is not at hand`);
  }
}
