/**
 * Brings a cell's book into memory: register, balances, live lots, held withdrawals, and what waits for
 * its time.
 */
import type { Client } from "pg";
import {
  type Account,
  type AccountKind,
  KIND,
  Lot,
  Member,
  Merchant,
  Account as NewAccount,
  type Plan,
  parseInstant,
  readPlan,
  reopen,
  triggerOf,
  Withdrawal,
} from "#engine";
import { copyOut, type Field } from "./copyout.ts";
import type { Queryable } from "./database.ts";
import { pendingFrom, purchaseFrom } from "./fetch.ts";
import { accountNumber, CELL_PARTY, kindOf, partyOf } from "./number.ts";
import type { JournalRecord } from "./record.ts";
import { type PoolFacts, planKey, ResidentBook } from "./resident.ts";

/** The pool row. */
export interface PoolRow extends PoolFacts {
  readonly operator_id: bigint;
  readonly seq: bigint;
  readonly head: Buffer;
  readonly epoch: bigint;
  readonly parties: bigint;
  readonly clock_text: string | null;
  readonly timed_from: bigint;
}

const BY_UNCHANGED = { left_grains: null, sold: 0n, got: 0n, refunded: 0n, refunds: 0n };

type Party = Member | Merchant | Account;

/** Loads the book as the pool row of this moment says; nobody else writes the cell meanwhile. */
export async function loadBook(
  client: Client & Queryable,
  cell: bigint,
  row: PoolRow,
): Promise<ResidentBook> {
  const parties: Party[] = [];
  const book = await withPlans(client, cell, row, parties);
  await loadMembers(client, cell, book, parties);
  await loadMerchants(client, cell, book, parties);
  await loadAccounts(client, cell, book, parties);
  await loadLots(client, cell, book, parties);
  await loadWithdrawals(client, cell, book, parties);
  await loadTimed(client, cell, book, row);
  book.reopen(row);
  return book;
}

function planFrom(body: string): Plan {
  const read = readPlan(JSON.parse(body));
  if (!("plan" in read)) throw new Error(`a plan of the book cannot be read: ${JSON.stringify(read.faults)}`);
  return read.plan;
}

async function withPlans(db: Queryable, cell: bigint, row: PoolRow, parties: Party[]): Promise<ResidentBook> {
  const plans = await db.query<{ body: string }>(
    "SELECT body FROM plan WHERE cell_id = $1 ORDER BY first_seq, name, version",
    [cell],
  );
  const read = plans.rows.map(({ body }) => planFrom(body));
  const book = new ResidentBook(read[0] as Plan);
  for (const plan of read) book.plans.set(planKey(plan.name, plan.version), plan);
  const portions = await db.query<{ no: bigint; name: string }>(
    "SELECT no, name FROM portion WHERE cell_id = $1",
    [cell],
  );
  for (const { no, name } of portions.rows) {
    const account = book.portions.get(name) ?? new NewAccount(KIND.portion, name);
    account.number = accountNumber(Number(no), account.kind);
    book.portions.set(name, account);
    parties[Number(no)] = account;
  }
  const feeds = await db.query<{ feed: string; plan_name: string; plan_version: bigint }>(
    "SELECT feed, plan_name, plan_version FROM feed WHERE cell_id = $1",
    [cell],
  );
  for (const { feed, plan_name, plan_version } of feeds.rows) {
    book.putBackFeed(feed, book.plans.get(planKey(plan_name, Number(plan_version))) as Plan);
  }
  book.seq = Number(row.seq);
  book.head = row.head;
  book.parties = Number(row.parties);
  return book;
}

async function loadMembers(
  client: Client,
  cell: bigint,
  book: ResidentBook,
  parties: Party[],
): Promise<void> {
  const sponsors: [Member, number][] = [];
  const query = `SELECT no, id, sponsor_no FROM member WHERE cell_id = ${cell} ORDER BY no`;
  await copyOut(client, query, ([no, id, sponsor]) => {
    const member = new Member(id as string, null);
    member.points.number = accountNumber(Number(no), member.points.kind);
    book.members.set(member.id, member);
    parties[Number(no)] = member;
    if (sponsor !== null) sponsors.push([member, Number(sponsor)]);
  });
  for (const [member, sponsor] of sponsors) {
    member.sponsor = parties[sponsor] as Member;
    member.above = member.sponsor;
  }
}

async function loadMerchants(
  client: Client & Queryable,
  cell: bigint,
  book: ResidentBook,
  parties: Party[],
): Promise<void> {
  const at = (no: Field | undefined) => parties[Number(no)] as Member;
  const query =
    "SELECT no, id, owner_no, region, take_ppm, recruiter_no, goods, feed FROM merchant " +
    `WHERE cell_id = ${cell} ORDER BY no`;
  await copyOut(client, query, ([no, id, owner, region, take, recruiter, goods, feed]) => {
    const payable = new NewAccount(KIND.payable, id as string);
    payable.number = accountNumber(Number(no), payable.kind);
    const merchant = new Merchant(
      id as string,
      at(owner),
      region as string,
      take == null ? null : BigInt(take),
      recruiter == null ? null : at(recruiter),
      goods === "t",
      feed as string,
      payable,
    );
    book.merchants.set(merchant.id, merchant);
    parties[Number(no)] = merchant;
  });
  const agents = await client.query<{ region: string; member_no: bigint }>(
    "SELECT region, member_no FROM agent WHERE cell_id = $1",
    [cell],
  );
  for (const { region, member_no } of agents.rows)
    book.regions.set(region, parties[Number(member_no)] as Member);
}

function accountOf(book: ResidentBook, parties: readonly Party[], number: number): Account {
  const party = partyOf(number);
  const kind = kindOf(number);
  if (party === CELL_PARTY) return book.cellAccount(kind);
  const found = parties[party];
  if (found instanceof Member) return accountOfMember(found, kind);
  return found instanceof Merchant ? found.payable : (found as Account);
}

function accountOfMember(member: Member, kind: AccountKind): Account {
  switch (kind) {
    case KIND.points:
      return member.points;
    case KIND.wallet:
      return member.wallet;
    case KIND.commission:
      return member.commission;
    case KIND.commissionFrozen:
      return member.frozen;
    default:
      return member.withdrawing;
  }
}

async function loadAccounts(
  client: Client,
  cell: bigint,
  book: ResidentBook,
  parties: Party[],
): Promise<void> {
  const query = `SELECT account_id, balance, newest FROM account WHERE cell_id = ${cell}`;
  await copyOut(client, query, ([id, balance, newest]) => {
    const account = accountOf(book, parties, Number(id));
    account.number = Number(id);
    account.newest = Number(newest);
    reopen(account, BigInt(balance as string));
  });
}

async function loadLots(client: Client, cell: bigint, book: ResidentBook, parties: Party[]): Promise<void> {
  const query =
    "SELECT seq, member_no, points0, cap0, points, newest_seq, oldest_seq FROM lot " +
    `WHERE cell_id = ${cell} AND points > 0 ORDER BY seq`;
  await copyOut(client, query, ([seq, member, points0, cap0, points, newest, oldest]) => {
    const lot = new Lot(Number(seq), parties[Number(member)] as Member);
    const [p0, c0] = [BigInt(points0 as string), BigInt(cap0 as string)];
    lot.state = { points0: p0, cap0: c0, points: BigInt(points as string), trigger: triggerOf(c0, p0) };
    lot.newestSeq = Number(newest);
    lot.oldestSeq = Number(oldest);
    lot.cold = true;
    book.putBackLot(lot);
  });
}

async function loadWithdrawals(
  db: Queryable,
  cell: bigint,
  book: ResidentBook,
  parties: Party[],
): Promise<void> {
  const { rows } = await db.query<{
    id: string;
    member_no: bigint;
    source: Withdrawal["source"];
    amount: bigint;
  }>("SELECT id, member_no, source, amount FROM withdrawal WHERE cell_id = $1 AND state = 'held'", [cell]);
  for (const { id, member_no, source, amount } of rows) {
    book.withdrawals.set(id, new Withdrawal(id, parties[Number(member_no)] as Member, source, amount));
  }
}

/**
 * What waits for its time: entries of journals from `timed_from` on, less those whose time has come since.
 */
async function loadTimed(client: Client, cell: bigint, book: ResidentBook, row: PoolRow): Promise<void> {
  if (row.timed_from > row.seq) return;
  const waiting = new Map<string, () => void>();
  const query =
    "SELECT j.seq, j.earlier, j.record, c.left_grains, c.sold, c.got, c.refunded, c.refunds FROM journal j " +
    "LEFT JOIN purchase_change c ON c.cell_id = j.cell_id AND c.purchase_seq = j.seq " +
    `WHERE j.cell_id = ${cell} AND j.seq >= ${row.timed_from} ` +
    "AND j.kind IN ('purchase', 'settle', 'thaw', 'refund') ORDER BY j.seq";
  const refunds = new Map<string, { refunded: bigint; refunds: number }>();
  const amounts = new Map<string, string>();
  await copyOut(client, query, ([seq, earlier, text, ...change]) => {
    const { entry } = JSON.parse(text as string) as JournalRecord;
    if (entry.type === "pended") {
      amounts.set(entry.purchase, entry.amount);
      waiting.set(entry.purchase, () => {
        const pending = Object.assign(pendingFrom(book, entry), refunds.get(entry.purchase));
        pending.seq = Number(seq);
        book.putBackTimed(pending, pending.settles);
      });
    } else if (entry.type === "pending_refunded") {
      const known = refunds.get(entry.purchase)?.refunds ?? 0;
      refunds.set(entry.purchase, { refunded: BigInt(entry.refunded), refunds: known + 1 });
      if (entry.refunded === amounts.get(entry.purchase)) waiting.delete(entry.purchase);
    } else if (entry.type === "purchased") {
      waiting.delete(entry.purchase.id);
      const thaws = parseInstant(entry.thaws);
      if (thaws === null) return;
      waiting.set(entry.purchase.id, () => {
        const purchase = purchaseFrom(
          book,
          entry.purchase,
          Number(seq),
          Number(earlier ?? 0),
          standing(change),
          true,
        );
        book.putBackTimed(purchase, thaws);
      });
    } else if (entry.type === "thawed") waiting.delete(entry.purchase);
  });
  // In the order of their journals: that is the order in which those due at one moment come.
  for (const putBack of waiting.values()) putBack();
}

function standing([left, sold, got, refunded, refunds]: readonly Field[]) {
  if (left == null) return BY_UNCHANGED;
  const [leftGrains, ...rest] = [left, sold, got, refunded, refunds].map((field) => BigInt(field as string));
  const [soldGrains, gotFen, refundedFen, times] = rest as [bigint, bigint, bigint, bigint];
  return {
    left_grains: leftGrains as bigint,
    sold: soldGrains,
    got: gotFen,
    refunded: refundedFen,
    refunds: times,
  };
}
