/**
 * A journal of a purchase read back from its record into the objects of the engine, as far as a receipt
 * needs them.
 */
import {
  Account,
  type AccountKind,
  type Journal,
  KIND,
  Lot,
  type LotState,
  Member,
  type MemoryBook,
  Merchant,
  PART,
  Pending,
  type Plan,
  type Posting,
  type Price,
  Purchase,
  parseInstant,
  STEP,
  type Step,
  triggerOf,
} from "#engine";
import type { EntryRecord, JournalRecord, PriceRecord, PurchaseRecord } from "#store";
import type { Booked } from "../receipt.ts";

/** A store as the register has it. */
export interface StoreFacts {
  readonly id: string;
  readonly owner: string;
  readonly region: string;
  readonly take_ppm: bigint | null;
  readonly recruiter: string | null;
  readonly goods: boolean;
  readonly feed: string;
}

const STEPS: ReadonlyMap<string, Step> = new Map(
  [...Object.values(PART), ...Object.values(STEP)].map((step) => [step.code, step]),
);
const KINDS: ReadonlyMap<string, AccountKind> = new Map(Object.values(KIND).map((kind) => [kind.name, kind]));

const pair = ({ cash, points }: PriceRecord): Price => ({ cash: BigInt(cash), points: BigInt(points) });

export class Rebuilt {
  private readonly members = new Map<string, Member>();
  private readonly accounts = new Map<string, Account>();
  private readonly merchant: Merchant;

  constructor(
    private readonly book: MemoryBook,
    private readonly plan: Plan,
    store: StoreFacts,
  ) {
    const recruiter = store.recruiter === null ? null : this.member(store.recruiter);
    const payable = this.account(`payable:${store.id}`);
    const { id, region, take_ppm: take, goods, feed } = store;
    this.merchant = new Merchant(id, this.member(store.owner), region, take, recruiter, goods, feed, payable);
    const { outside, pending, operator, unclaimed, pool } = book;
    for (const account of [outside, pending, operator, unclaimed, pool.cash, pool.remainder, pool.issued]) {
      this.accounts.set(account.kind.name, account);
    }
  }

  private member(id: string): Member {
    const member = this.members.get(id) ?? new Member(id, null);
    this.members.set(id, member);
    return member;
  }

  private memberOrNull(id: string | null): Member | null {
    return id === null ? null : this.member(id);
  }

  private account(key: string): Account {
    const known = this.accounts.get(key);
    if (known !== undefined) return known;
    const colon = key.indexOf(":");
    const [name, owner] = [key.slice(0, colon), key.slice(colon + 1)];
    const kind = KINDS.get(name);
    if (kind === undefined) throw new Error(`"${key}" of a record is no account`);
    const account = name === "portion" ? this.book.portion(owner) : new Account(kind, owner);
    this.accounts.set(key, account);
    return account;
  }

  /** A purchase as it was paid, before its refund window closed. */
  pending(entry: EntryRecord & { type: "pended" }): Pending {
    const { purchase, member, amount, cost, settles, settles_text } = entry;
    return new Pending(
      purchase,
      this.member(member),
      this.merchant,
      this.plan,
      BigInt(amount),
      cost === null ? null : BigInt(cost),
      parseInstant(settles) ?? 0,
      settles_text,
    );
  }

  /** The journal of a record; `waiting` is the pending purchase it settles or books. */
  journal(record: JournalRecord, waiting: Pending | null): Booked {
    const { entry, pool, lots } = record;
    const purchase = entry.type === "purchased" ? this.purchase(entry.purchase) : null;
    const states = new Map<number, LotState>(
      lots.map(({ seq, points0, cap0, points }) => [
        seq,
        stateOf(BigInt(points0), BigInt(cap0), BigInt(points)),
      ]),
    );
    return {
      ...{ order: record.order, kind: record.kind },
      at: record.at === null ? null : parseInstant(record.at),
      start: pair(record.start),
      entry: this.entry(entry, purchase, waiting),
      postings: record.postings.flatMap((posting) => this.posting(posting) ?? []),
      lots: { get: ({ seq }) => states.get(seq) },
      exits: record.exits.map(({ member, points, worth, proceeds, reason }) => ({
        order: record.order,
        member: this.member(member),
        points: BigInt(points),
        worth: BigInt(worth),
        proceeds: BigInt(proceeds),
        reason,
      })),
      ...pair(pool),
      remainder: BigInt(pool.remainder),
      last: pair(pool.last),
      opened: pool.opened,
      closed: pool.closed,
      cascade: null,
    };
  }

  private entry(entry: EntryRecord, purchase: Purchase | null, waiting: Pending | null): Journal["entry"] {
    if (entry.type === "purchased" && purchase !== null) {
      const thaws = entry.thaws === null ? null : parseInstant(entry.thaws);
      return {
        type: "purchased",
        purchase,
        locked: this.memberOrNull(entry.locked),
        pending: waiting,
        thaws,
      };
    }
    return waiting === null ? { type: "moved" } : { type: "pended", pending: waiting };
  }

  /** A refund's mirrors are in no journal of a purchase; what is not a way of one is left out. */
  private posting({ step: code, from, to, amount }: JournalRecord["postings"][number]): Posting | null {
    const step = STEPS.get(code);
    if (step === undefined) return null;
    return { step, from: this.account(from), to: this.account(to), amount: BigInt(amount) };
  }

  private purchase(record: PurchaseRecord): Purchase {
    const member = this.member(record.member);
    const { id, amount, due, frozen } = record;
    const bought = new Purchase(id, member, this.merchant, this.plan, BigInt(amount), BigInt(due), frozen);
    bought.level1 = this.memberOrNull(record.level1);
    bought.level2 = this.memberOrNull(record.level2);
    bought.agents = {
      district: this.memberOrNull(record.district),
      city: this.memberOrNull(record.city),
      province: this.memberOrNull(record.province),
    };
    bought.aside = BigInt(record.aside);
    bought.points = BigInt(record.points);
    bought.lot = record.lot === null ? null : new Lot(record.lot, member);
    return bought;
  }
}

function stateOf(points0: bigint, cap0: bigint, points: bigint): LotState {
  return { points0, cap0, points, trigger: points0 > 0n ? triggerOf(cap0, points0) : 0n };
}
