/**
 * A journal as JSON: canonical, and complete enough that a book can be rebuilt by folding records in order.
 * Ids stand for references, fen and grains are decimal strings, times are ISO 8601 in UTC. Call it when the
 * journal is shown: a member's sponsor, for one, may be locked by a later order.
 */
import type { Account, Entry, Exit, Instant, Journal, Member, Price, Purchase } from "#engine";
import { showInstant, showPercent } from "#engine";
import { type PlanRecord, planRecord } from "./planrecord.ts";

/** Integer fen or grains in decimal digits. */
export type Digits = string;

export interface PriceRecord {
  readonly cash: Digits;
  readonly points: Digits;
}

/** What a purchase became when it was settled; none of it changes afterwards. */
export interface PurchaseRecord {
  readonly id: string;
  readonly member: string;
  readonly merchant: string;
  /** The plan in force when it was paid, by name and version. */
  readonly plan: { readonly name: string; readonly version: number };
  readonly amount: Digits;
  readonly due: Digits;
  readonly frozen: boolean;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly district: string | null;
  readonly city: string | null;
  readonly province: string | null;
  /** What of the pool portion went to the remainder. */
  readonly aside: Digits;
  readonly points: Digits;
  /** Opening sequence of its lot; null where it brought no points. */
  readonly lot: number | null;
  /** Refunds while it was pending. */
  readonly refunds: number;
}

export type EntryRecord =
  | { readonly type: "joined"; readonly member: string; readonly sponsor: string | null }
  | {
      readonly type: "opened";
      readonly merchant: string;
      readonly owner: string;
      readonly region: string;
      readonly take: string | null;
      readonly recruiter: string | null;
      readonly goods: boolean;
      readonly feed: string;
    }
  | { readonly type: "appointed"; readonly region: string; readonly agent: string }
  | { readonly type: "dismissed"; readonly region: string; readonly agent: string }
  | { readonly type: "bound"; readonly member: string; readonly sponsor: string }
  | {
      readonly type: "sponsor_corrected";
      readonly member: string;
      readonly sponsor: string | null;
      readonly before: string | null;
      readonly case: string;
    }
  | {
      readonly type: "withdrawn";
      readonly withdrawal: string;
      readonly member: string;
      readonly source: "wallet" | "commission";
      readonly amount: Digits;
    }
  | {
      readonly type: "withdrawal_closed";
      readonly withdrawal: string;
      readonly state: "paid" | "returned";
    }
  | {
      readonly type: "published";
      readonly feed: string;
      readonly plan: PlanRecord;
      readonly exit_load: string;
    }
  | {
      readonly type: "pended";
      readonly purchase: string;
      readonly member: string;
      readonly merchant: string;
      readonly plan: { readonly name: string; readonly version: number };
      readonly amount: Digits;
      /** Cost of self-operated goods; null: the take decides. */
      readonly cost: Digits | null;
      readonly settles: string;
      /** The same moment in the notation of the order. */
      readonly settles_text: string;
    }
  | { readonly type: "pending_refunded"; readonly purchase: string; readonly refunded: Digits }
  | {
      readonly type: "purchased";
      readonly purchase: PurchaseRecord;
      readonly locked: string | null;
      /** Whether it had been pending. */
      readonly pending: boolean;
      readonly thaws: string | null;
    }
  | { readonly type: "thawed"; readonly purchase: string }
  | { readonly type: "moved" };

export interface JournalRecord {
  readonly order: string;
  readonly kind: string;
  readonly at: string | null;
  readonly start: PriceRecord;
  readonly entry: EntryRecord;
  /** Accounts as "kind:owner"; a named portion is "portion:<name>". */
  readonly postings: readonly {
    readonly step: string;
    readonly from: string;
    readonly to: string;
    readonly amount: Digits;
  }[];
  readonly lots: readonly {
    readonly seq: number;
    readonly member: string;
    readonly points0: Digits;
    readonly cap0: Digits;
    readonly points: Digits;
  }[];
  readonly purchases: readonly {
    readonly id: string;
    readonly left: Digits;
    readonly sold: Digits;
    readonly got: Digits;
    readonly refunded: Digits;
    readonly refunds: number;
  }[];
  readonly exits: readonly {
    readonly member: string;
    readonly points: Digits;
    readonly worth: Digits;
    readonly proceeds: Digits;
    readonly reason: Exit["reason"];
  }[];
  readonly pool: PriceRecord & {
    readonly remainder: Digits;
    readonly last: PriceRecord;
    readonly opened: boolean;
    readonly closed: boolean;
    readonly cascade: { readonly order: string; readonly start: PriceRecord } | null;
  };
}

/** An account's key: "wallet:m1", "portion:charity", "pool". No kind has a colon in its name. */
export function accountKey(account: Account): string {
  return account.kind.per === null ? account.kind.name : `${account.kind.name}:${account.owner}`;
}

const time = (at: Instant | null) => (at === null ? null : showInstant(at, "Z"));
const pair = ({ cash, points }: Price): PriceRecord => ({ cash: `${cash}`, points: `${points}` });
const idOf = (member: Member | null) => member?.id ?? null;

/** The journal as JSON, keys in a fixed order; two equal journals give the same text. */
export function journalRecord(journal: Journal): JournalRecord {
  const { cascade } = journal;
  return {
    order: journal.order,
    kind: journal.kind,
    at: time(journal.at),
    start: pair(journal.start),
    entry: entryRecord(journal.entry),
    postings: journal.postings.map(({ step, from, to, amount }) => ({
      step: step.code,
      from: accountKey(from),
      to: accountKey(to),
      amount: `${amount}`,
    })),
    lots: [...journal.lots].map(([lot, { points0, cap0, points }]) => ({
      seq: lot.seq,
      member: lot.member.id,
      points0: `${points0}`,
      cap0: `${cap0}`,
      points: `${points}`,
    })),
    purchases: [...journal.purchases].map(([{ id }, { left, sold, got, refunded, refunds }]) => ({
      id,
      left: `${left}`,
      sold: `${sold}`,
      got: `${got}`,
      refunded: `${refunded}`,
      refunds,
    })),
    exits: journal.exits.map(({ member, points, worth, proceeds, reason }) => ({
      member: member.id,
      points: `${points}`,
      worth: `${worth}`,
      proceeds: `${proceeds}`,
      reason,
    })),
    pool: {
      ...pair(journal),
      remainder: `${journal.remainder}`,
      last: pair(journal.last),
      opened: journal.opened,
      closed: journal.closed,
      cascade: cascade === null ? null : { order: cascade.order, start: pair(cascade.start) },
    },
  };
}

/** The part of a record that says what the order put on the register. */
export function entryRecord(entry: Entry): EntryRecord {
  switch (entry.type) {
    case "joined":
      return { type: "joined", member: entry.member.id, sponsor: idOf(entry.member.sponsor) };
    case "opened": {
      const { id, owner, region, take, recruiter, goods, feed } = entry.merchant;
      return {
        type: "opened",
        merchant: id,
        owner: owner.id,
        region,
        take: take === null ? null : showPercent(take),
        recruiter: idOf(recruiter),
        goods,
        feed,
      };
    }
    case "appointed":
      return { type: "appointed", region: entry.region, agent: entry.agent.id };
    case "dismissed":
      return { type: "dismissed", region: entry.region, agent: entry.agent.id };
    case "bound":
      return { type: "bound", member: entry.member.id, sponsor: entry.sponsor.id };
    case "sponsor_corrected": {
      const { type, member, sponsor, before } = entry;
      return { type, member: member.id, sponsor: idOf(sponsor), before: idOf(before), case: entry.case };
    }
    case "withdrawn": {
      const { id, member, source, amount } = entry.withdrawal;
      return { type: "withdrawn", withdrawal: id, member: member.id, source, amount: `${amount}` };
    }
    case "withdrawal_closed":
      return { type: "withdrawal_closed", withdrawal: entry.withdrawal.id, state: entry.state };
    case "published": {
      const { feed, plan, exitLoad } = entry;
      return { type: "published", feed, plan: planRecord(plan), exit_load: showPercent(exitLoad) };
    }
    case "pended": {
      const { id, member, merchant, plan, amount, cost, settles, settlesText } = entry.pending;
      return {
        type: "pended",
        purchase: id,
        member: member.id,
        merchant: merchant.id,
        plan: { name: plan.name, version: plan.version },
        amount: `${amount}`,
        cost: cost === null ? null : `${cost}`,
        settles: showInstant(settles, "Z"),
        settles_text: settlesText,
      };
    }
    case "pending_refunded":
      return { type: "pending_refunded", purchase: entry.pending.id, refunded: `${entry.refunded}` };
    case "purchased":
      return {
        type: "purchased",
        purchase: purchaseRecord(entry.purchase, entry.pending?.refunds ?? 0),
        locked: idOf(entry.locked),
        pending: entry.pending !== null,
        thaws: time(entry.thaws),
      };
    case "thawed":
      return { type: "thawed", purchase: entry.purchase.id };
    case "moved":
      return { type: "moved" };
  }
}

function purchaseRecord(bought: Purchase, refunds: number): PurchaseRecord {
  const { plan, agents } = bought;
  return {
    id: bought.id,
    member: bought.member.id,
    merchant: bought.merchant.id,
    plan: { name: plan.name, version: plan.version },
    amount: `${bought.amount}`,
    due: `${bought.due}`,
    // As settled: the purchase itself says false once they have thawed.
    frozen: plan.commissionFreeze !== null,
    level1: idOf(bought.level1),
    level2: idOf(bought.level2),
    district: idOf(agents.district),
    city: idOf(agents.city),
    province: idOf(agents.province),
    aside: `${bought.aside}`,
    points: `${bought.points}`,
    lot: bought.lot?.seq ?? null,
    refunds,
  };
}
