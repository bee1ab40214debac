/** What the database keeps beside the records, worked out from the journals: numbers, links, since when. */
import type { Account, Journal, Lot, Member, Plan, Withdrawal } from "#engine";
import { partyNumber } from "./batch.ts";
import { accountNumber } from "./number.ts";
import { planKey } from "./resident.ts";
import type { WholeBook } from "./verifyreplay.ts";

/** The links of a journal as PostgreSQL writes them. */
export interface Links {
  readonly touched: string;
  readonly prev: string;
  readonly after: string;
  /** The purchase before this one in its lot, 0 where there is none. */
  readonly earlier: number;
}

interface Since {
  readonly plan: Plan;
  readonly seq: number;
}

export interface SponsorMove {
  readonly seq: number;
  readonly member: Member;
  readonly from: Member | null;
  readonly to: Member | null;
  readonly kind: string;
}

export class Ledger {
  /** Every lot there has been, by its opening sequence. */
  readonly lots: Lot[] = [];
  /** The journal by which a member joined or a merchant opened, by party number. */
  readonly since: number[] = [];
  readonly moves: SponsorMove[] = [];
  readonly regions = new Map<string, number>();
  readonly feeds = new Map<string, Since>();
  readonly plans = new Map<string, Since>();
  readonly withdrawals = new Map<Withdrawal, number>();
  private readonly touched: Account[] = [];

  constructor(
    private readonly book: WholeBook,
    plan: Plan,
  ) {
    this.feeds.set("main", { plan, seq: 0 });
    this.plans.set(planKey(plan.name, plan.version), { plan, seq: 0 });
  }

  /** Takes in a journal that the book has just applied. */
  take(journal: Journal, seq: number): Links {
    this.enter(journal, seq);
    const links = this.link(journal, seq);
    return { ...links, earlier: this.intoLot(journal, seq) };
  }

  private link({ postings }: Journal, seq: number) {
    const { touched, book } = this;
    touched.length = 0;
    for (const { from, to } of postings) {
      if (!touched.includes(from)) touched.push(from);
      if (!touched.includes(to)) touched.push(to);
    }
    const numbers = touched.map((account) => book.numberOf(account)).join(",");
    const prev = touched.map(({ newest }) => newest).join(",");
    const after = touched.map(({ balance }) => balance).join(",");
    for (const account of touched) account.newest = seq;
    return { touched: `{${numbers}}`, prev: `{${prev}}`, after: `{${after}}` };
  }

  private intoLot({ entry }: Journal, seq: number): number {
    if (entry.type !== "purchased" || entry.purchase.lot === null) return 0;
    const { lot } = entry.purchase;
    const earlier = lot.newestSeq;
    this.lots[lot.seq] = lot;
    lot.newestSeq = seq;
    if (lot.oldestSeq === 0) lot.oldestSeq = seq;
    return earlier;
  }

  private enter({ entry }: Journal, seq: number): void {
    switch (entry.type) {
      case "joined":
        this.number(entry.member.points, seq);
        break;
      case "opened":
        this.number(entry.merchant.payable, seq);
        break;
      case "appointed":
        this.regions.set(entry.region, seq);
        break;
      case "dismissed":
        this.regions.delete(entry.region);
        break;
      case "bound":
        this.moves.push({ seq, member: entry.member, from: null, to: entry.sponsor, kind: "bind" });
        break;
      case "sponsor_corrected": {
        const { member, before: from, sponsor: to } = entry;
        this.moves.push({ seq, member, from, to, kind: "correct_sponsor" });
        break;
      }
      case "purchased":
        if (entry.locked !== null) {
          this.moves.push({ seq, member: entry.purchase.member, from: null, to: entry.locked, kind: "lock" });
        }
        break;
      case "published":
        this.published(entry.feed, { plan: entry.plan, seq });
        break;
      case "withdrawn":
      case "withdrawal_closed":
        this.withdrawals.set(entry.withdrawal, seq);
        break;
    }
  }

  private published(feed: string, since: Since): void {
    const key = planKey(since.plan.name, since.plan.version);
    this.feeds.set(feed, since);
    // The same plan may serve a second feed later: it is kept once, from the first time on.
    if (!this.plans.has(key)) this.plans.set(key, since);
  }

  private number(account: Account, seq: number): void {
    const party = this.book.nextParty();
    account.number = accountNumber(party, account.kind);
    this.since[party] = seq;
  }
}

/** Number of a member, or null where there is none. */
export const numberOrNull = (member: Member | null) => (member === null ? null : `${partyNumber(member)}`);
