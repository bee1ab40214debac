/** Purchases as lists and one by one, out of the view that the projector keeps. */
import type { Fen, Grains } from "#engine";
import type { Queryable } from "#store";
import { partyNo } from "./account.ts";
import { limitOf, type Page, type PageArgs, pageOf, readCursor } from "./cursor.ts";
import { projectTo } from "./project.ts";
import type { Between, Reads } from "./span.ts";
import type { PurchaseFacts } from "./tally.ts";

export type PurchaseState = PurchaseFacts["state"];

export interface PurchaseRow {
  readonly seq: bigint;
  readonly id: string;
  readonly member: string;
  readonly merchant: string;
  readonly at: Date;
  /** pending: its refund window is open; refunded: the whole of it went back. */
  readonly state: PurchaseState;
  /** As it was paid. */
  readonly amount: Fen;
  readonly refunded: Fen;
  readonly refunds: number;
  /** When a pending one settles. */
  readonly settles: Date | null;
  /** What its settlement split, and what of it was due to the store; null while it waits. */
  readonly settled: Fen | null;
  readonly due: Fen | null;
  readonly points: Grains | null;
  readonly lot: bigint | null;
  /** Points of it still in the lot and points sold, and what those brought. */
  readonly left: Grains | null;
  readonly sold: Grains;
  readonly got: Fen;
  /** Journals: of its settlement, and of its refunds. */
  readonly settledSeq: bigint | null;
  readonly refundSeqs: readonly bigint[];
  /** Who took it, and by which channel; null where it was booked by an order alone. */
  readonly takenBy: string | null;
  readonly channel: string | null;
}

export interface PurchaseFilter {
  readonly id?: string | undefined;
  readonly member?: string | undefined;
  readonly merchant?: string | undefined;
  /** Stores whose purchases may be seen at all, at most 200; for those who see some stores only. */
  readonly merchants?: readonly string[] | undefined;
  readonly state?: PurchaseState | undefined;
  /** Who took it at the till or began its payment; for those who see only what they took themselves. */
  readonly takenBy?: string | undefined;
  /** What was paid, both included. */
  readonly least?: Fen | undefined;
  readonly most?: Fen | undefined;
}

interface Row extends PurchaseFacts {
  readonly member: string;
  readonly merchant: string;
  readonly at_us: bigint;
  readonly left_grains: bigint | null;
  readonly sold: bigint | null;
  readonly got: bigint | null;
}

const COLUMNS = `v.seq, v.id, v.at, v.state, v.amount, v.refunded, v.refunds, v.refund_seqs, v.settles,
  v.settled_seq, v.settled, v.due, v.points, v.lot_seq, m.id AS member, s.id AS merchant, c.left_grains,
    c.sold, v.taken_by, v.channel,
  c.got, (extract(epoch FROM v.at) * 1000000)::bigint AS at_us`;
const JOINS = `JOIN member m ON m.cell_id = v.cell_id AND m.no = v.member_no
  JOIN merchant s ON s.cell_id = v.cell_id AND s.no = v.merchant_no
  LEFT JOIN purchase_change c ON c.cell_id = v.cell_id AND c.purchase_seq = v.settled_seq`;

/** Everything a list may be narrowed by. */
const WHERE = `v.cell_id = $1 AND ($2::bigint IS NULL OR v.member_no = $2)
  AND ($3::bigint IS NULL OR v.merchant_no = $3) AND ($4::text IS NULL OR v.state = $4)
  AND ($5::timestamptz IS NULL OR v.at >= $5) AND ($6::timestamptz IS NULL OR v.at < $6)
  AND ($7::bigint[] IS NULL OR v.merchant_no = ANY($7)) AND ($8::text IS NULL OR v.taken_by = $8)
  AND ($9::bigint IS NULL OR v.amount >= $9) AND ($10::bigint IS NULL OR v.amount <= $10)`;

type Filter = Between & PurchaseFilter;

/** A page of purchases, newest first by business time, as far as the views have come. */
export async function purchases(
  db: Reads,
  cell: bigint,
  args: PageArgs & Filter = {},
): Promise<Page<PurchaseRow>> {
  await projectTo(db, cell);
  const limit = limitOf(args);
  const place = readCursor(args.cursor, 2);
  if (args.id !== undefined) {
    const one = await findPurchase(db, cell, args.id);
    return one !== null && place === null && fits(one, args)
      ? { items: [one], next: null }
      : { items: [], next: null };
  }
  const values = await valuesOf(db, cell, args);
  if (values === null) return { items: [], next: null };
  const { rows } = await db.query<Row>(
    `SELECT ${COLUMNS} FROM purchase_view v ${JOINS} WHERE ${WHERE}
       AND ($11::bigint IS NULL
         OR (v.at, v.seq) < (timestamptz 'epoch' + $11 * interval '1 microsecond', $12::bigint))
     ORDER BY v.at DESC, v.seq DESC LIMIT $13`,
    [...values, place?.[0] ?? null, place?.[1] ?? null, limit + 1],
  );
  return pageOf(rows, limit, ({ at_us, seq }) => [at_us, seq], shown);
}

/** What a filter asks for, as the statements take it; null where it names somebody there is not. */
async function valuesOf(db: Queryable, cell: bigint, args: Filter): Promise<unknown[] | null> {
  const member = await numberFor(db, cell, "member", args.member);
  const merchant = await numberFor(db, cell, "merchant", args.merchant);
  if (member === undefined || merchant === undefined) return null;
  const among = args.merchants === undefined ? null : await merchantNumbers(db, cell, args.merchants);
  const { state = null, from = null, to = null, takenBy = null, least = null, most = null } = args;
  return [cell, member, merchant, state, from, to, among, takenBy, least, most];
}

export interface PurchaseTotals {
  readonly count: number;
  readonly amount: Fen;
  readonly refunded: Fen;
  readonly refundedCount: number;
  readonly pending: number;
  readonly points: Grains;
}

interface TotalsRow {
  readonly count: bigint;
  readonly amount: bigint;
  readonly refunded: bigint;
  readonly refunded_count: bigint;
  readonly pending: bigint;
  readonly points: bigint;
}

const NONE: PurchaseTotals = { count: 0, amount: 0n, refunded: 0n, refundedCount: 0, pending: 0, points: 0n };

/** All purchases that a filter finds, taken together. */
export async function purchaseTotals(db: Reads, cell: bigint, args: Filter): Promise<PurchaseTotals> {
  await projectTo(db, cell);
  if (args.id !== undefined) {
    const one = await findPurchase(db, cell, args.id);
    return one !== null && fits(one, args) ? totalsOfOne(one) : NONE;
  }
  const values = await valuesOf(db, cell, args);
  if (values === null) return NONE;
  const { rows } = await db.query<TotalsRow>(
    `SELECT count(*) AS count, COALESCE(sum(v.amount), 0)::bigint AS amount,
       COALESCE(sum(v.refunded), 0)::bigint AS refunded,
       count(*) FILTER (WHERE v.refunds > 0) AS refunded_count,
       count(*) FILTER (WHERE v.state = 'pending') AS pending, COALESCE(sum(v.points), 0)::bigint AS points
     FROM purchase_view v WHERE ${WHERE}`,
    values,
  );
  const { count, refunded_count, pending, ...sums } = rows[0] as TotalsRow;
  return { ...sums, count: Number(count), refundedCount: Number(refunded_count), pending: Number(pending) };
}

function totalsOfOne({ amount, refunded, refunds, state, points }: PurchaseRow): PurchaseTotals {
  const pending = state === "pending" ? 1 : 0;
  return { count: 1, amount, refunded, refundedCount: refunds > 0 ? 1 : 0, pending, points: points ?? 0n };
}

/** The party's number; null where nobody is asked for, undefined where there is none of that id. */
async function numberFor(
  db: Queryable,
  cell: bigint,
  per: "member" | "merchant",
  id: string | undefined,
): Promise<bigint | null | undefined> {
  return id === undefined ? null : ((await partyNo(db, cell, per, id)) ?? undefined);
}

async function merchantNumbers(db: Queryable, cell: bigint, ids: readonly string[]): Promise<bigint[]> {
  const { rows } = await db.query<{ no: bigint }>(
    "SELECT no FROM merchant WHERE cell_id = $1 AND id = ANY($2::text[])",
    [cell, ids.slice(0, 200)],
  );
  return rows.map(({ no }) => no);
}

function fits(one: PurchaseRow, args: Filter) {
  const { member, merchant, merchants, state, from, to, takenBy, least, most } = args;
  return (
    (takenBy === undefined || one.takenBy === takenBy) &&
    (least === undefined || one.amount >= least) &&
    (most === undefined || one.amount <= most) &&
    (member === undefined || one.member === member) &&
    (merchant === undefined || one.merchant === merchant) &&
    (merchants === undefined || merchants.includes(one.merchant)) &&
    (state === undefined || one.state === state) &&
    (from === undefined || one.at >= from) &&
    (to === undefined || one.at < to)
  );
}

/** The purchase of an order's id; null where none was booked under it. */
export async function purchaseOf(db: Reads, cell: bigint, id: string): Promise<PurchaseRow | null> {
  await projectTo(db, cell);
  return await findPurchase(db, cell, id);
}

async function findPurchase(db: Queryable, cell: bigint, id: string): Promise<PurchaseRow | null> {
  const { rows } = await db.query<Row>(
    `SELECT ${COLUMNS} FROM journal j JOIN purchase_view v ON v.cell_id = j.cell_id AND v.seq = j.seq ${JOINS}
     WHERE j.cell_id = $1 AND j.id = $2`,
    [cell, id],
  );
  return rows[0] === undefined ? null : shown(rows[0]);
}

function shown(row: Row): PurchaseRow {
  const { seq, id, member, merchant, at, state, amount, refunded, settled, due, points } = row;
  return {
    seq,
    id,
    member,
    merchant,
    at,
    state,
    amount,
    refunded,
    refunds: Number(row.refunds),
    settles: row.settles as Date | null,
    settled,
    due,
    points,
    lot: row.lot_seq,
    left: points === null ? null : (row.left_grains ?? points),
    sold: row.sold ?? 0n,
    got: row.got ?? 0n,
    settledSeq: row.settled_seq,
    refundSeqs: row.refund_seqs,
    takenBy: row.taken_by,
    channel: row.channel,
  };
}
