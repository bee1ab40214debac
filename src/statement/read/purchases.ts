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
    c.sold,
  c.got, (extract(epoch FROM v.at) * 1000000)::bigint AS at_us`;
const JOINS = `JOIN member m ON m.cell_id = v.cell_id AND m.no = v.member_no
  JOIN merchant s ON s.cell_id = v.cell_id AND s.no = v.merchant_no
  LEFT JOIN purchase_change c ON c.cell_id = v.cell_id AND c.purchase_seq = v.settled_seq`;

/** Everything a list may be narrowed by, and the place its page begins at. */
const WHERE = `v.cell_id = $1 AND ($2::bigint IS NULL OR v.member_no = $2)
  AND ($3::bigint IS NULL OR v.merchant_no = $3) AND ($4::text IS NULL OR v.state = $4)
  AND ($5::timestamptz IS NULL OR v.at >= $5) AND ($6::timestamptz IS NULL OR v.at < $6)
  AND ($7::bigint IS NULL
    OR (v.at, v.seq) < (timestamptz 'epoch' + $7 * interval '1 microsecond', $8::bigint))
  AND ($9::bigint[] IS NULL OR v.merchant_no = ANY($9))
  AND ($10::text IS NULL OR starts_with(v.id, 'till:' || $10 || ':') OR EXISTS (
    SELECT 1 FROM payment p WHERE p.cell_id = $1 AND p.order_id = v.id AND p.created_by = $10
      AND p.payment_id = substr(v.id, 5)))`;

/** A page of purchases, newest first by business time, as far as the views have come. */
export async function purchases(
  db: Reads,
  cell: bigint,
  args: PageArgs & Between & PurchaseFilter = {},
): Promise<Page<PurchaseRow>> {
  await projectTo(db, cell);
  const nothing = { items: [], next: null };
  const limit = limitOf(args);
  const place = readCursor(args.cursor, 2);
  const member = await numberFor(db, cell, "member", args.member);
  const merchant = await numberFor(db, cell, "merchant", args.merchant);
  if (member === undefined || merchant === undefined) return nothing;
  const among = args.merchants === undefined ? null : await merchantNumbers(db, cell, args.merchants);
  if (args.id !== undefined) {
    const one = await findPurchase(db, cell, args.id);
    return one !== null && place === null && fits(one, args) ? { items: [one], next: null } : nothing;
  }
  const { rows } = await db.query<Row>(
    `SELECT ${COLUMNS} FROM purchase_view v ${JOINS} WHERE ${WHERE} ORDER BY v.at DESC, v.seq DESC LIMIT $11`,
    [
      cell,
      member,
      merchant,
      args.state ?? null,
      args.from ?? null,
      args.to ?? null,
      place?.[0] ?? null,
      place?.[1] ?? null,
      among,
      args.takenBy ?? null,
      limit + 1,
    ],
  );
  return pageOf(rows, limit, ({ at_us, seq }) => [at_us, seq], shown);
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

function fits(one: PurchaseRow, { member, merchant, merchants, state, from, to }: PurchaseFilter & Between) {
  return (
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
  };
}
