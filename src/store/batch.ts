/**
 * A group of journals on its way to the database: what each of them writes, and what they change together.
 */
import {
  type Account,
  type Instant,
  type Journal,
  type Lot,
  type Member,
  type Merchant,
  type Plan,
  type Purchase,
  showInstant,
  type Withdrawal,
} from "#engine";
import { nextHead } from "./chain.ts";
import { accountNumber, partyOf } from "./number.ts";
import { recordText } from "./recordtext.ts";
import type { Loose, ResidentBook } from "./resident.ts";

/** What a journal is kept with: the order's id (null where time brought it) and what was asked. */
export interface Origin {
  readonly id: string | null;
  readonly asked: string | null;
}

/** A row of `journal`; its links are those of the batch from `first` to before `end`. */
export interface JournalRow {
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly head: Buffer;
  readonly first: number;
  readonly end: number;
  readonly earlier: number;
  readonly asked: string;
  readonly record: string;
}

export interface Moved {
  readonly start: bigint;
  /** Not in the database yet. */
  readonly fresh: boolean;
}

export interface SponsorChange {
  readonly seq: number;
  readonly member: Member;
  readonly from: Member | null;
  readonly to: Member | null;
  readonly kind: string;
}

/** Stands before the id of a settled purchase that had been pending; no order's id may begin with it. */
const SETTLED = "\u0001";

/** The unique id under which the settlement of a pending purchase is kept. */
export const settledId = (purchase: string) => SETTLED + purchase;

/** The order's id of a journal row; null where time brought it. */
export const orderIdOf = (id: string | null) => (id === null || id.startsWith(SETTLED) ? null : id);

/** Accounts touched, the journal that touched each before, and the balance after, row behind row. */
interface Links {
  readonly touched: number[];
  readonly prev: number[];
  readonly after: bigint[];
}

export class Batch {
  readonly rows: JournalRow[] = [];
  readonly links: Links = { touched: [], prev: [], after: [] };
  readonly accounts = new Map<Account, Moved>();
  /** Lots changed, and whether each is new. */
  readonly lots = new Map<Lot, boolean>();
  readonly purchases = new Set<Purchase>();
  readonly members: { readonly member: Member; readonly seq: number }[] = [];
  readonly sponsors = new Map<Member, Member | null>();
  readonly sponsorChanges: SponsorChange[] = [];
  readonly merchants: { readonly merchant: Merchant; readonly seq: number }[] = [];
  readonly agents = new Map<string, { readonly agent: Member | null; readonly seq: number }>();
  readonly plans: { readonly feed: string; readonly plan: Plan; readonly seq: number }[] = [];
  readonly portions = new Set<string>();
  readonly withdrawals = new Map<Withdrawal, { readonly fresh: boolean; readonly seq: number }>();
  /** What may be let go when this group is durable. */
  readonly touched = new Set<Loose>();
  readonly firstSeq: number;
  private readonly touchedNow: Account[] = [];

  constructor(
    readonly book: ResidentBook,
    readonly number: number,
    readonly expectedSeq = book.seq,
  ) {
    this.firstSeq = book.seq + 1;
  }

  /** Takes a journal in; `apply` applies it to the book. Returns its record. */
  take(journal: Journal, origin: Origin, apply: (journal: Journal) => void): string {
    const { book } = this;
    const seq = book.seq + 1;
    this.before(journal);
    apply(journal);
    book.seq = seq;
    book.note(journal, seq);
    this.enter(journal, seq);
    const earlier = this.keepLots(journal, seq);
    const record = recordText(journal);
    book.head = nextHead(book.head, record);
    const first = this.links.touched.length;
    this.chain(seq);
    this.rows.push({
      seq,
      first,
      end: this.links.touched.length,
      id: origin.id ?? (journal.kind === "settle" ? settledId(journal.order) : ""),
      kind: journal.kind,
      at: journal.at === null ? "" : instantText(journal.at),
      head: book.head,
      earlier,
      asked: origin.asked ?? "",
      record,
    });
    return record;
  }

  /** Balances as they stood, of accounts this group has not touched before. */
  private before({ postings }: Journal): void {
    const { accounts, touchedNow } = this;
    touchedNow.length = 0;
    for (const { from, to } of postings) {
      if (!touchedNow.includes(from)) touchedNow.push(from);
      if (!touchedNow.includes(to)) touchedNow.push(to);
    }
    for (const account of touchedNow) {
      if (!accounts.has(account))
        accounts.set(account, { start: account.balance, fresh: account.newest === 0 });
    }
  }

  /** The links of the accounts this journal touched, and the balances it left. */
  private chain(seq: number): void {
    const { touched, prev, after } = this.links;
    for (const account of this.touchedNow) {
      touched.push(this.book.numberOf(account));
      prev.push(account.newest);
      after.push(account.balance);
      account.newest = seq;
      if (account.kind.per === "portion") this.portions.add(account.owner);
    }
  }

  /** Remembers lots and purchases changed; returns the journal of the purchase before this one in its lot. */
  private keepLots(journal: Journal, seq: number): number {
    const { entry } = journal;
    let earlier = 0;
    if (entry.type === "purchased") {
      const { purchase } = entry;
      const { lot } = purchase;
      this.loosen(purchase);
      if (purchase.state !== null) this.purchases.add(purchase);
      if (lot !== null) {
        earlier = lot.newestSeq;
        if (!this.lots.has(lot)) this.lots.set(lot, earlier === 0);
        purchase.earlierSeq = earlier;
        lot.newestSeq = seq;
        if (lot.oldestSeq === 0) lot.oldestSeq = seq;
      }
    }
    for (const [lot] of journal.lots) {
      if (!this.lots.has(lot)) this.lots.set(lot, false);
      this.loosen(lot);
    }
    for (const [purchase] of journal.purchases) {
      this.purchases.add(purchase);
      this.loosen(purchase);
    }
    return earlier;
  }

  private loosen(entry: Loose): void {
    this.touched.add(entry);
    this.book.touch(entry, this.number);
  }

  /** An entry fetched for this group: it may be let go with it. */
  fetched(entry: Loose): void {
    this.loosen(entry);
  }

  private enter({ entry }: Journal, seq: number): void {
    const { book } = this;
    switch (entry.type) {
      case "joined":
        entry.member.points.number = accountNumber(book.nextParty(), entry.member.points.kind);
        this.members.push({ member: entry.member, seq });
        break;
      case "opened":
        entry.merchant.payable.number = accountNumber(book.nextParty(), entry.merchant.payable.kind);
        this.merchants.push({ merchant: entry.merchant, seq });
        break;
      case "appointed":
        this.agents.set(entry.region, { agent: entry.agent, seq });
        break;
      case "dismissed":
        this.agents.set(entry.region, { agent: null, seq });
        break;
      case "bound":
        this.move({ seq, member: entry.member, from: null, to: entry.sponsor, kind: "bind" });
        break;
      case "sponsor_corrected": {
        const { member, before, sponsor } = entry;
        this.move({ seq, member, from: before, to: sponsor, kind: "correct_sponsor" });
        break;
      }
      case "purchased":
        if (entry.locked !== null) {
          this.move({ seq, member: entry.purchase.member, from: null, to: entry.locked, kind: "lock" });
        }
        break;
      case "published":
        this.plans.push({ feed: entry.feed, plan: entry.plan, seq });
        break;
      case "pended":
      case "pending_refunded":
        this.loosen(entry.pending);
        break;
      case "thawed":
        this.loosen(entry.purchase);
        break;
      case "withdrawn":
        this.withdrawals.set(entry.withdrawal, { fresh: true, seq });
        this.loosen(entry.withdrawal);
        break;
      case "withdrawal_closed": {
        const fresh = this.withdrawals.get(entry.withdrawal)?.fresh ?? false;
        this.withdrawals.set(entry.withdrawal, { fresh, seq });
        this.loosen(entry.withdrawal);
        break;
      }
    }
  }

  private move(change: SponsorChange): void {
    this.sponsors.set(change.member, change.to);
    this.sponsorChanges.push(change);
  }
}

/** An instant as PostgreSQL and JSON read it. */
export const instantText = (at: Instant) => showInstant(at, "Z");

/** The number of a member or merchant, by its first account. */
export const partyNumber = (party: Member | Merchant) =>
  partyOf("points" in party ? party.points.number : party.payable.number);
