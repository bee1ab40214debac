/**
 * Reads journals into a tally: who bought where, what was split, what refunds took back, what points
 * brought, what everybody holds.
 */
import type { PurchaseRecord, Queryable } from "#store";
import { dayOf } from "#store";
import type { Earned } from "./earned.ts";
import { type JournalText, ownerOf, type Read, readStretch, type Stretch } from "./stretch.ts";
import type { PurchaseFacts, Tally } from "./tally.ts";

const REWARD = /^(refund_)?(upline_1|upline_2|recruiter|region_(?:district|city|province))$/;
/** Ways of money from points into a wallet, and what a refund takes out of it again. */
const PROCEEDS = new Set(["redeem", "forced_exit", "dust", "wind_up"]);
const PROCEEDS_BACK = new Set(["refund_proceeds", "proceeds_back"]);

/** Accounts of a member that a list shows, by the word before the colon of their keys. */
const HOLDINGS: ReadonlyMap<string, "points" | "wallet" | "commission" | "frozen"> = new Map([
  ["points", "points"],
  ["wallet", "wallet"],
  ["commission", "commission"],
  ["commission_frozen", "frozen"],
]);

/** Adds journals, in the order of their numbers, to the tally. */
export async function follow(
  db: Queryable,
  cell: bigint,
  rows: readonly JournalText[],
  { tally, earned }: { readonly tally: Tally; readonly earned: Earned },
): Promise<void> {
  const stretch = await readStretch(db, cell, rows);
  for (const journal of stretch.journals) new Follower(tally, earned, journal, stretch).take();
}

/** One journal on its way into the tally. */
class Follower {
  private readonly day: string;

  constructor(
    private readonly tally: Tally,
    private readonly earned: Earned,
    private readonly journal: Read,
    private readonly stretch: Stretch,
  ) {
    this.day = dayOf(journal.at);
  }

  take(): void {
    const { entry } = this.journal.record;
    this.takeDay();
    this.takeWallets();
    this.takeHoldings();
    this.takeLocks();
    if (entry.type === "pended") {
      const { purchase: id, member, merchant, amount, settles } = entry;
      this.bought({ id, member, merchant, amount, settles });
    }
    if (entry.type === "purchased") {
      const { purchase } = entry;
      const facts = entry.pending ? this.about() : this.bought({ ...purchase, settles: null });
      this.settled(facts, purchase);
    }
    if (entry.type === "pending_refunded") this.refunded(this.about(), this.sum("refund_pending"));
    if (this.journal.kind === "refund" && entry.type === "moved") this.refundedSettled(this.about());
    this.takeEarned();
  }

  /** Commissions and exits of single members; the purchase they are of is known by now. */
  private takeEarned(): void {
    const { earned, journal, stretch } = this;
    const { entry } = journal.record;
    const id = journal.about ?? (entry.type === "purchased" ? entry.purchase.id : "");
    earned.take(journal, stretch, stretch.known.get(id));
  }

  private about(): PurchaseFacts {
    const found = this.stretch.known.get(this.journal.about ?? "");
    if (found === undefined) throw new Error(`journal ${this.journal.seq} is about a purchase never seen`);
    return found;
  }

  private sum(step: string): bigint {
    return this.journal.record.postings.reduce(
      (all, p) => (p.step === step ? all + BigInt(p.amount) : all),
      0n,
    );
  }

  private takeDay(): void {
    const { seq, kind, record } = this.journal;
    const day = this.tally.days.at(this.day);
    day.journals += 1n;
    if (day.first_seq === 0n) day.first_seq = seq;
    day.last_seq = seq;
    day.cash = record.pool.cash;
    day.points = record.pool.points;
    day.remainder = record.pool.remainder;
    if (kind === "redeem") {
      day.redemptions += 1n;
      day.redeemed += this.sum("redeem");
    }
    day.exits += BigInt(record.exits.length);
    for (const { proceeds } of record.exits) day.exit_proceeds += BigInt(proceeds);
  }

  /** What came to members and went from them: proceeds of points, and commissions. */
  private takeWallets(): void {
    for (const { step, from, to, amount: digits } of this.journal.record.postings) {
      const amount = BigInt(digits);
      const reward = REWARD.exec(step);
      if (PROCEEDS.has(step)) this.member(to).proceeds += amount;
      else if (PROCEEDS_BACK.has(step)) this.member(from).proceeds -= amount;
      else if (reward !== null) {
        const signed = reward[1] === undefined ? amount : -amount;
        this.member(reward[1] === undefined ? to : from).commissions += signed;
        this.tally.days.at(this.day).commissions += signed;
      }
    }
  }

  /** What each member holds, by whatever moved it. */
  private takeHoldings(): void {
    for (const { from, to, amount: digits } of this.journal.record.postings) {
      for (const [key, amount] of [
        [from, -BigInt(digits)],
        [to, BigInt(digits)],
      ] as const) {
        const held = HOLDINGS.get(key.slice(0, key.indexOf(":")));
        if (held !== undefined) this.member(key)[held] += amount;
      }
    }
  }

  /** Who joined, whom a purchase locked, and whose lock was put right. */
  private takeLocks(): void {
    const { tally, journal, day } = this;
    const { no } = this.stretch;
    const { entry } = journal.record;
    if (entry.type === "joined") {
      tally.days.at(day).joined += 1n;
      tally.members.at(no("member", entry.member)).joined_at = journal.at;
    }
    if (entry.type === "sponsor_corrected") tally.locks.set(no("member", entry.member), null);
    if (entry.type === "purchased" && entry.locked !== null) {
      const merchant = no("merchant", entry.purchase.merchant);
      tally.locks.set(no("member", entry.purchase.member), merchant);
      tally.stores.at(merchant, day).locked += 1n;
    }
  }

  private member(account: string) {
    return this.tally.members.at(this.stretch.no("member", ownerOf(account)));
  }

  private commissions(): bigint {
    return this.journal.record.postings.reduce((all, { step, amount }) => {
      const reward = REWARD.exec(step);
      return reward === null ? all : all + (reward[1] === undefined ? BigInt(amount) : -BigInt(amount));
    }, 0n);
  }

  private bought(paid: {
    readonly id: string;
    readonly member: string;
    readonly merchant: string;
    readonly amount: string;
    readonly settles: string | null;
  }): PurchaseFacts {
    const { tally, journal, day } = this;
    const { no } = this.stretch;
    const amount = BigInt(paid.amount);
    const facts: PurchaseFacts = {
      seq: journal.seq,
      id: paid.id,
      member_no: no("member", paid.member),
      merchant_no: no("merchant", paid.merchant),
      at: journal.at,
      state: "pending",
      amount,
      refunded: 0n,
      refunds: 0n,
      refund_seqs: [],
      settles: paid.settles,
      settled_seq: null,
      settled: null,
      due: null,
      points: null,
      lot_seq: null,
      level1_no: null,
      level2_no: null,
      ...this.stretch.taken(paid.id),
    };
    tally.bought.push(facts);
    this.stretch.known.set(facts.id, facts);
    const member = tally.members.at(facts.member_no);
    if (member.first_at === null || journal.at < member.first_at) member.first_at = journal.at;
    if (member.last_at === null || journal.at > member.last_at) member.last_at = journal.at;
    for (const sums of [tally.days.at(day), tally.stores.at(facts.merchant_no, day), member]) {
      sums.purchases += 1n;
      sums.paid += amount;
    }
    return facts;
  }

  private settled(facts: PurchaseFacts, record: PurchaseRecord): void {
    const { tally, journal, day } = this;
    const { no } = this.stretch;
    const number = (id: string | null) => (id === null ? null : no("member", id));
    facts.state = facts.refunded === facts.amount ? "refunded" : "settled";
    facts.settled_seq = journal.seq;
    facts.settled = BigInt(record.amount);
    facts.due = BigInt(record.due);
    facts.points = BigInt(record.points);
    facts.lot_seq = record.lot === null ? null : BigInt(record.lot);
    facts.level1_no = number(record.level1);
    facts.level2_no = number(record.level2);
    tally.changed.add(facts);
    const store = tally.stores.at(facts.merchant_no, day);
    store.settled += facts.settled;
    store.due += facts.due;
    store.points += facts.points;
    tally.days.at(day).issued += facts.points;
    store.commissions += this.commissions();
    this.uplines(facts, facts.settled, this.sum("upline_1"), this.sum("upline_2"));
  }

  private uplines(facts: PurchaseFacts, spend: bigint, earned1: bigint, earned2: bigint): void {
    const { tally, day } = this;
    if (facts.level1_no !== null) {
      const first = tally.uplines.at(facts.level1_no, facts.merchant_no, day);
      first.spend1 += spend;
      first.earned1 += earned1;
    }
    if (facts.level2_no !== null) {
      const second = tally.uplines.at(facts.level2_no, facts.merchant_no, day);
      second.spend2 += spend;
      second.earned2 += earned2;
    }
  }

  private refunded(facts: PurchaseFacts, amount: bigint): void {
    const { tally, day, journal } = this;
    const { seq, at } = journal;
    facts.refunded += amount;
    facts.refunds += 1n;
    facts.refund_seqs.push(seq);
    const { seq: purchase_seq, member_no, merchant_no } = facts;
    const of = { purchase_seq, member_no, merchant_no };
    tally.refunds.push({ seq, id: journal.record.order, ...of, at, amount });
    if (facts.refunded === facts.amount) facts.state = "refunded";
    tally.changed.add(facts);
    tally.members.at(facts.member_no).refunded += amount;
    for (const sums of [tally.days.at(day), tally.stores.at(facts.merchant_no, day)]) {
      sums.refunds += 1n;
      sums.refunded += amount;
    }
  }

  private refundedSettled(facts: PurchaseFacts): void {
    const { tally, day, journal } = this;
    let amount = 0n;
    for (const { from, to, amount: digits } of journal.record.postings) {
      if (to === "outside") amount += BigInt(digits);
      if (from === "outside") amount -= BigInt(digits);
    }
    this.refunded(facts, amount);
    const store = tally.stores.at(facts.merchant_no, day);
    store.settled_back += amount;
    store.due_back += this.sum("refund_due");
    store.shortfall += this.sum("refund_shortfall");
    store.commissions += this.commissions();
    this.uplines(facts, -amount, -this.sum("refund_upline_1"), -this.sum("refund_upline_2"));
  }
}
