/**
 * A book rebuilt from journal records alone, their JSON text and nothing else: what a store that keeps journals would
 * have to do. It shares no code with the engine, so that it also shows what a record leaves out.
 */
import type { Account, Lot, MemoryBook, Purchase } from "#engine";
import { Pending } from "#engine";
import { accountKey, type JournalRecord, type PurchaseRecord } from "#store";
import { traceOf } from "../../src/engine/lot.ts";

type Plain = Record<string, unknown>;

interface Bought extends Omit<PurchaseRecord, "frozen" | "refunds"> {
  frozen: boolean;
  left: string;
  sold: string;
  got: string;
  refunded: string;
  refunds: number;
}
interface Waiting extends Plain {
  settles: string;
  refunded: string;
  refunds: number;
}
interface Asked extends Plain {
  state: string;
}
interface FoldedLot {
  member: string;
  points0: string;
  cap0: string;
  points: string;
  trace: string[];
}

export class Fold {
  private readonly accounts = new Map<string, bigint>();
  private readonly sponsors = new Map<string, string | null>();
  private readonly merchants = new Map<string, Plain>();
  private readonly agents = new Map<string, string>();
  private readonly feeds = new Map<string, string>();
  private readonly bought = new Map<string, Bought>();
  private readonly waiting = new Map<string, Waiting>();
  private readonly withdrawals = new Map<string, Asked>();
  private readonly lots = new Map<number, FoldedLot>();
  private timed: { id: string; due: string; arrival: number }[] = [];
  private arrivals = 0;
  private pool: Plain = {};

  /** Takes the text of the next record. */
  take(text: string): void {
    const record = JSON.parse(text) as JournalRecord;
    for (const { from, to, amount } of record.postings) {
      this.accounts.set(from, (this.accounts.get(from) ?? 0n) - BigInt(amount));
      this.accounts.set(to, (this.accounts.get(to) ?? 0n) + BigInt(amount));
    }
    this.enter(record.entry);
    for (const { id, ...state } of record.purchases) Object.assign(this.bought.get(id) as Bought, state);
    for (const { seq, ...state } of record.lots) {
      const known = this.lots.get(seq);
      this.lots.set(seq, { trace: known?.trace ?? [], ...state });
      if (record.entry.type === "purchased" && record.entry.purchase.lot === seq) {
        this.lots.get(seq)?.trace.push(record.entry.purchase.id);
      }
    }
    this.pool = record.pool as unknown as Plain;
  }

  private enter(entry: JournalRecord["entry"]): void {
    switch (entry.type) {
      case "joined":
        this.sponsors.set(entry.member, entry.sponsor);
        break;
      case "opened": {
        const { type: _, merchant, ...facts } = entry;
        this.merchants.set(merchant, facts);
        break;
      }
      case "appointed":
        this.agents.set(entry.region, entry.agent);
        break;
      case "dismissed":
        if (this.agents.get(entry.region) !== entry.agent) throw new Error(`no agent ${entry.agent}`);
        this.agents.delete(entry.region);
        break;
      case "bound":
        this.sponsors.set(entry.member, entry.sponsor);
        break;
      case "sponsor_corrected":
        if (this.sponsors.get(entry.member) !== entry.before) throw new Error(`no sponsor ${entry.before}`);
        this.sponsors.set(entry.member, entry.sponsor);
        break;
      case "withdrawn": {
        const { type: _, withdrawal, ...facts } = entry;
        this.withdrawals.set(withdrawal, { ...facts, state: "held" });
        break;
      }
      case "withdrawal_closed":
        (this.withdrawals.get(entry.withdrawal) as Asked).state = entry.state;
        break;
      case "published":
        this.feeds.set(entry.feed, `${entry.plan.name} ${entry.plan.version} ${entry.exit_load}`);
        break;
      case "pended": {
        const { type: _, purchase, ...facts } = entry;
        this.waiting.set(purchase, { ...facts, refunded: "0", refunds: 0 });
        this.remember(purchase, entry.settles);
        break;
      }
      case "pending_refunded": {
        const pending = this.waiting.get(entry.purchase) as Waiting;
        pending.refunded = entry.refunded;
        pending.refunds += 1;
        if (pending.refunded === pending["amount"]) this.forget(entry.purchase);
        break;
      }
      case "purchased": {
        const { purchase, locked, pending, thaws } = entry;
        if (locked !== null) this.sponsors.set(purchase.member, locked);
        if (pending) {
          this.waiting.delete(purchase.id);
          this.forget(purchase.id);
        }
        if (thaws !== null) this.remember(purchase.id, thaws);
        this.bought.set(purchase.id, {
          ...purchase,
          left: purchase.points,
          sold: "0",
          got: "0",
          refunded: "0",
        });
        break;
      }
      case "thawed":
        (this.bought.get(entry.purchase) as Bought).frozen = false;
        this.forget(entry.purchase);
        break;
      case "moved":
        break;
    }
  }

  private remember(id: string, due: string): void {
    this.arrivals += 1;
    this.timed.push({ id, due, arrival: this.arrivals });
  }

  private forget(id: string): void {
    this.timed = this.timed.filter((each) => each.id !== id);
  }

  /** Everything it knows, in the form of `facts`. */
  facts(): Plain {
    const next = [...this.timed].sort((a, b) => order(a.due, b.due) || a.arrival - b.arrival)[0];
    return {
      accounts: sorted(
        [...this.accounts].filter(([, balance]) => balance !== 0n).map(([k, v]) => [k, `${v}`]),
      ),
      sponsors: sorted([...this.sponsors]),
      merchants: sorted([...this.merchants]),
      agents: sorted([...this.agents]),
      bought: sorted([...this.bought]),
      waiting: sorted([...this.waiting]),
      withdrawals: sorted([...this.withdrawals]),
      lots: [...this.lots]
        .filter(([, lot]) => lot.points !== "0")
        .sort(([a], [b]) => a - b)
        .map(([seq, lot]) => ({
          seq,
          ...lot,
          trace: lot.trace.filter((id) => this.bought.get(id)?.left !== "0"),
        })),
      pool: this.pool,
      next: next === undefined ? null : { id: next.id, due: next.due },
    };
  }
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sorted = <T>(entries: (readonly [string, T])[]) => entries.sort(([a], [b]) => order(a, b));

/** The same of a book in memory. `instant` writes an instant as the records do. */
export function facts(book: MemoryBook, instant: (at: number) => string): Plain {
  const settled: [string, Plain][] = [];
  const waiting: [string, Plain][] = [];
  for (const [id, purchase] of book.purchases) {
    if (purchase instanceof Pending) waiting.push([id, waitingFacts(purchase, instant)]);
    else settled.push([id, boughtFacts(purchase)]);
  }
  const { pool } = book;
  const pair = (cash: bigint, points: bigint) => ({ cash: `${cash}`, points: `${points}` });
  const next = book.timed();
  return {
    accounts: sorted(
      [...book.accounts()]
        .filter(({ balance }) => balance !== 0n)
        .map((account: Account): [string, string] => [accountKey(account), `${account.balance}`]),
    ),
    sponsors: sorted([...book.members].map(([id, { sponsor }]) => [id, sponsor?.id ?? null])),
    merchants: sorted(
      [...book.merchants].map(([id, { owner, region, take, recruiter, goods, feed }]) => [
        id,
        {
          owner: owner.id,
          region,
          take: take === null ? null : `${Number(take) / 10_000}%`,
          recruiter: recruiter?.id ?? null,
          goods,
          feed,
        },
      ]),
    ),
    agents: sorted([...book.regions].map(([region, { id }]) => [region, id])),
    bought: sorted(settled),
    waiting: sorted(waiting),
    withdrawals: sorted(
      [...book.withdrawals].map(([id, { member, source, amount, state }]) => [
        id,
        { member: member.id, source, amount: `${amount}`, state },
      ]),
    ),
    lots: [...book.lots.all()].sort((a, b) => a.seq - b.seq).map(lotFacts),
    pool: {
      ...pair(pool.cash.balance, -pool.issued.balance),
      remainder: `${pool.remainder.balance}`,
      last: pair(pool.last.cash, pool.last.points),
      opened: pool.opened,
      closed: pool.closed,
      cascade: null,
    },
    next: next === undefined ? null : { id: next.what.id, due: instant(next.due) },
  };
}

function lotFacts(lot: Lot): Plain {
  const trace = [...traceOf(lot)].filter(({ left }) => left > 0n).map(({ id }) => id);
  const { seq, member, state } = lot;
  const { points0, cap0, points } = state;
  return { seq, trace, member: member.id, points0: `${points0}`, cap0: `${cap0}`, points: `${points}` };
}

function boughtFacts(purchase: Purchase): Plain {
  const { id, member, merchant, plan, level1, level2, agents, lot, frozen, refunds } = purchase;
  return {
    id,
    member: member.id,
    merchant: merchant.id,
    plan: { name: plan.name, version: plan.version },
    amount: `${purchase.amount}`,
    due: `${purchase.due}`,
    frozen,
    level1: level1?.id ?? null,
    level2: level2?.id ?? null,
    district: agents.district?.id ?? null,
    city: agents.city?.id ?? null,
    province: agents.province?.id ?? null,
    aside: `${purchase.aside}`,
    points: `${purchase.points}`,
    lot: lot?.seq ?? null,
    refunds,
    left: `${purchase.left}`,
    sold: `${purchase.sold}`,
    got: `${purchase.got}`,
    refunded: `${purchase.refunded}`,
  };
}

function waitingFacts(pending: Pending, instant: (at: number) => string): Plain {
  const { member, merchant, plan, amount, cost, settles, settlesText, refunded, refunds } = pending;
  return {
    member: member.id,
    merchant: merchant.id,
    plan: { name: plan.name, version: plan.version },
    amount: `${amount}`,
    cost: cost === null ? null : `${cost}`,
    settles: instant(settles),
    settles_text: settlesText,
    refunded: `${refunded}`,
    refunds,
  };
}
