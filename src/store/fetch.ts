/**
 * What a group needs beside the resident book: earlier answers, purchases, traces of lots, closed
 * withdrawals.
 */
import {
  type Lot,
  type Member,
  Pending,
  Purchase,
  type PurchaseState,
  parseInstant,
  Withdrawal,
} from "#engine";
import { type Batch, settledId } from "./batch.ts";
import type { Queryable } from "./database.ts";
import type { EntryRecord, JournalRecord, PurchaseRecord } from "./record.ts";
import { planKey, type ResidentBook } from "./resident.ts";

/** A journal as it was answered. */
export interface Known {
  readonly id: string;
  readonly seq: bigint;
  readonly asked: string;
  readonly record: string;
}

/** The journals of orders already booked, by order id. */
export async function knownOrders(
  db: Queryable,
  cell: bigint,
  ids: readonly string[],
): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<Known>(
    `SELECT j.id, j.seq, j.asked, j.record FROM unnest($2::text[]) AS u(id)
     JOIN journal j ON j.cell_id = $1 AND j.id = u.id`,
    [cell, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

interface PurchaseRow {
  readonly id: string | null;
  readonly seq: bigint;
  readonly earlier: bigint | null;
  readonly record: string;
  readonly left_grains: bigint | null;
  readonly sold: bigint;
  readonly got: bigint;
  readonly refunded: bigint;
  readonly refunds: bigint;
}

const CHANGED = "c.left_grains, c.sold, c.got, c.refunded, c.refunds";
const CHANGES = "LEFT JOIN purchase_change c ON c.cell_id = j.cell_id AND c.purchase_seq = j.seq";

/** Brings purchases to hand by their ids; an id that is no purchase's is noted as absent. */
export async function fetchPurchases(
  db: Queryable,
  cell: bigint,
  book: ResidentBook,
  batch: Batch,
  ids: readonly string[],
): Promise<void> {
  const wanted = ids.filter((id) => !book.purchases.has(id) && !book.absent.purchases.has(id));
  if (wanted.length === 0) return;
  const { rows } = await db.query<PurchaseRow>(
    `SELECT j.id, j.seq, j.earlier, j.record, ${CHANGED} FROM unnest($2::text[]) AS u(id)
     JOIN journal j ON j.cell_id = $1 AND j.id = u.id ${CHANGES}`,
    [cell, wanted.flatMap((id) => [id, settledId(id)])],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const id of wanted) {
    const row = found.get(settledId(id)) ?? found.get(id);
    const entry = row === undefined ? undefined : (JSON.parse(row.record) as JournalRecord).entry;
    if (row !== undefined && entry?.type === "purchased") batch.fetched(restored(book, entry.purchase, row));
    else if (entry?.type === "pended") batch.fetched(refundedWhilePending(book, entry));
    else book.absent.purchases.add(id);
  }
}

/** Brings the traces of cold lots to hand, newest purchase back to the oldest with points left. */
export async function fetchTraces(
  db: Queryable,
  cell: bigint,
  book: ResidentBook,
  batch: Batch,
  lots: readonly Lot[],
): Promise<void> {
  for (const lot of lots) {
    let bottom = lot.newest;
    while (bottom?.earlier != null) bottom = bottom.earlier;
    const from = bottom === null ? lot.newestSeq : bottom.earlierSeq;
    const older = from < lot.oldestSeq ? [] : await traceRows(db, cell, from, lot.oldestSeq);
    let later = bottom;
    for (const row of older) {
      const purchase = traced(book, row);
      batch.fetched(purchase);
      if (later === null) lot.newest = purchase;
      else later.earlier = purchase;
      later = purchase;
    }
    if (later !== null) later.earlier = null;
    lot.oldest = null;
    lot.threaded = null;
    lot.cold = false;
    batch.fetched(lot);
  }
}

async function traceRows(db: Queryable, cell: bigint, from: number, to: number): Promise<PurchaseRow[]> {
  const { rows } = await db.query<PurchaseRow>(
    `WITH RECURSIVE trace AS (
       SELECT seq, earlier FROM journal WHERE cell_id = $1 AND seq = $2
       UNION ALL
       SELECT older.seq, older.earlier FROM trace t
       JOIN journal older ON older.cell_id = $1 AND older.seq = t.earlier
       WHERE t.earlier >= $3
     )
     SELECT j.id, j.seq, j.earlier, j.record, ${CHANGED}
     FROM trace t JOIN journal j ON j.cell_id = $1 AND j.seq = t.seq ${CHANGES}
     ORDER BY j.seq DESC`,
    [cell, from, to],
  );
  return rows;
}

/** Brings withdrawals to hand by their ids. */
export async function fetchWithdrawals(
  db: Queryable,
  cell: bigint,
  book: ResidentBook,
  batch: Batch,
  ids: readonly string[],
): Promise<void> {
  const wanted = ids.filter((id) => !book.withdrawals.has(id) && !book.absent.withdrawals.has(id));
  if (wanted.length === 0) return;
  const { rows } = await db.query<{
    id: string;
    member: string;
    source: Withdrawal["source"];
    amount: bigint;
    state: Withdrawal["state"];
  }>(
    `SELECT w.id, m.id AS member, w.source, w.amount, w.state FROM withdrawal w
     JOIN member m ON m.cell_id = w.cell_id AND m.no = w.member_no
     WHERE w.cell_id = $1 AND w.id = ANY($2::text[])`,
    [cell, wanted],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const id of wanted) {
    const row = found.get(id);
    if (row === undefined) book.absent.withdrawals.add(id);
    else {
      const withdrawal = new Withdrawal(id, memberOf(book, row.member), row.source, row.amount);
      withdrawal.state = row.state;
      book.withdrawals.set(id, withdrawal);
      batch.fetched(withdrawal);
    }
  }
}

const memberOf = (book: ResidentBook, id: string) => book.members.get(id) as Member;

function traced(book: ResidentBook, row: PurchaseRow): Purchase {
  const { entry } = JSON.parse(row.record) as JournalRecord;
  if (entry.type !== "purchased") throw new Error(`journal ${row.seq} is in a trace and no purchase`);
  return restored(book, entry.purchase, row);
}

/** A purchase as it stands now; the one at hand, where it is. */
function restored(book: ResidentBook, record: PurchaseRecord, row: PurchaseRow): Purchase {
  const known = book.purchases.get(record.id);
  if (known instanceof Purchase) return known;
  const purchase = purchaseFrom(book, record, Number(row.seq), Number(row.earlier ?? 0n), row);
  book.purchases.set(purchase.id, purchase);
  return purchase;
}

/** What of a purchase's row says how it stands now; `left_grains` null: as it was bought. */
type Standing = { readonly left_grains: bigint | null } & {
  readonly [key in "sold" | "got" | "refunded" | "refunds"]: bigint;
};

/** Makes a purchase of its record; `frozen` only where its thaw is still to come. */
export function purchaseFrom(
  book: ResidentBook,
  record: PurchaseRecord,
  seq: number,
  earlier: number,
  standing: Standing,
  frozen = false,
): Purchase {
  const plan = book.plans.get(planKey(record.plan.name, record.plan.version));
  const merchant = book.merchants.get(record.merchant);
  if (plan === undefined || merchant === undefined)
    throw new Error(`purchase ${record.id} has lost its plan`);
  const member = memberOf(book, record.member);
  const at = (id: string | null) => (id === null ? null : memberOf(book, id));
  const purchase = new Purchase(
    record.id,
    member,
    merchant,
    plan,
    BigInt(record.amount),
    BigInt(record.due),
    frozen,
  );
  purchase.level1 = at(record.level1);
  purchase.level2 = at(record.level2);
  purchase.agents = { district: at(record.district), city: at(record.city), province: at(record.province) };
  purchase.aside = BigInt(record.aside);
  purchase.points = BigInt(record.points);
  purchase.lot = record.lot === null ? null : lotOf(member, record.lot);
  purchase.seq = seq;
  purchase.earlierSeq = earlier;
  purchase.state = stateOf(standing);
  return purchase;
}

function stateOf({ left_grains, sold, got, refunded, refunds }: Standing): PurchaseState | null {
  if (left_grains === null) return null;
  return { left: left_grains, sold, got, refunded, refunds: Number(refunds) };
}

/** A lot of the member's that has points left. */
function lotOf(member: Member, seq: number): Lot | null {
  let lot = member.firstLot;
  while (lot !== null && lot.seq !== seq) lot = lot.newer;
  return lot;
}

/** A purchase all of which was refunded before it settled: one still waiting would be at hand. */
function refundedWhilePending(book: ResidentBook, entry: EntryRecord & { type: "pended" }): Pending {
  const pending = pendingFrom(book, entry);
  pending.refunded = pending.amount;
  pending.refunds = 1;
  book.purchases.set(pending.id, pending);
  return pending;
}

/** Makes a pending purchase of its record, as it was when it was paid. */
export function pendingFrom(book: ResidentBook, entry: EntryRecord & { type: "pended" }): Pending {
  const plan = book.plans.get(planKey(entry.plan.name, entry.plan.version));
  const merchant = book.merchants.get(entry.merchant);
  const settles = parseInstant(entry.settles);
  if (plan === undefined || merchant === undefined || settles === null) {
    throw new Error(`pending purchase ${entry.purchase} has lost its plan`);
  }
  const cost = entry.cost === null ? null : BigInt(entry.cost);
  const member = memberOf(book, entry.member);
  const amount = BigInt(entry.amount);
  return new Pending(entry.purchase, member, merchant, plan, amount, cost, settles, entry.settles_text);
}
