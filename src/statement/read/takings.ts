/** What a store took and gave back, by channel and by whom: of a day, or of a stretch of journals. */
import type { Fen, Grains } from "#engine";
import type { Queryable } from "#store";
import { partyNo } from "./account.ts";
import { projectTo } from "./project.ts";
import type { Between, Reads } from "./span.ts";

/** Sums of one channel and one taker. A refund counts for whoever took the purchase. */
export interface Taking {
  /** Null where an order alone booked it. */
  readonly channel: string | null;
  readonly takenBy: string | null;
  readonly purchases: number;
  readonly amount: Fen;
  readonly points: Grains;
  readonly refunds: number;
  readonly refunded: Fen;
}

export interface TakingsOf extends Between {
  /** Journals after the first number, up to the second. */
  readonly after?: bigint | undefined;
  readonly upTo?: bigint | undefined;
  readonly takenBy?: string | undefined;
}

export interface Takings {
  readonly rows: readonly Taking[];
  /** The newest journal they take in, where no other was asked for. */
  readonly seq: bigint;
}

interface Row extends Omit<Taking, "purchases" | "refunds"> {
  readonly purchases: bigint;
  readonly refunds: bigint;
}

/** The views are brought up to the book in as many turns as it takes. */
const MOST_TURNS = 500;

/** Null where there is no such store. */
export async function storeTakings(
  db: Reads,
  cell: bigint,
  merchant: string,
  asked: TakingsOf,
): Promise<Takings | null> {
  const no = await partyNo(db, cell, "merchant", merchant);
  if (no === null) return null;
  let reached = await projectTo(db, cell);
  for (let turn = 0; !reached.complete && turn < MOST_TURNS; turn++) reached = await projectTo(db, cell);
  const upTo = asked.upTo ?? reached.seq;
  return { rows: await sums(db, cell, no, { ...asked, upTo }), seq: upTo };
}

/** A live cell's time never goes back: what was booked after a journal is no earlier than that journal. */
const WITHIN = `cell_id = $1 AND merchant_no = $2 AND seq > $3 AND seq <= $4
  AND at >= COALESCE($5::timestamptz,
    (SELECT COALESCE(at, recorded_at) FROM journal WHERE cell_id = $1 AND seq = $3), '-infinity')
  AND ($6::timestamptz IS NULL OR at < $6)`;

async function sums(
  db: Queryable,
  cell: bigint,
  no: bigint,
  { after = 0n, upTo = null, from = null, to = null, takenBy = null }: Nullable<TakingsOf>,
): Promise<Taking[]> {
  const { rows } = await db.query<Row>(
    `SELECT channel, taken_by AS "takenBy", sum(purchases)::bigint AS purchases,
       sum(amount)::bigint AS amount, sum(points)::bigint AS points,
       sum(refunds)::bigint AS refunds, sum(refunded)::bigint AS refunded
     FROM (
       SELECT channel, taken_by, 1 AS purchases, amount, COALESCE(points, 0) AS points, 0 AS refunds,
         0 AS refunded
       FROM purchase_view WHERE ${WITHIN}
       UNION ALL
       SELECT v.channel, v.taken_by, 0, 0, 0, 1, r.amount
       FROM (SELECT purchase_seq, amount FROM refund_view WHERE ${WITHIN}) r
       JOIN purchase_view v ON v.cell_id = $1 AND v.seq = r.purchase_seq
     ) moved
     WHERE $7::text IS NULL OR taken_by = $7
     GROUP BY channel, taken_by ORDER BY amount DESC, channel, taken_by`,
    [cell, no, after, upTo, from, to, takenBy],
  );
  return rows.map((row) => ({ ...row, purchases: Number(row.purchases), refunds: Number(row.refunds) }));
}

type Nullable<T> = { readonly [Key in keyof T]: T[Key] | null };

/** Members new to a store on a day: locked there by a purchase, or come by its code. */
export async function newMembers(
  db: Queryable,
  cell: bigint,
  merchant: string,
  day: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<number> {
  const { rows } = await db.query<{ locked: bigint; came: bigint }>(
    `SELECT COALESCE((SELECT d.locked FROM merchant_day d JOIN merchant m
         ON m.cell_id = $1 AND m.no = d.merchant_no
         WHERE d.cell_id = $1 AND m.id = $2 AND d.day = $3::date), 0) AS locked,
       (SELECT count(*) FROM code c JOIN arrival a ON a.cell_id = $1 AND a.code = c.code
         WHERE c.cell_id = $1 AND c.kind = 'store' AND c.target = $2 AND a.state IN ('joined', 'bound')
           AND a.created_at >= $4 AND a.created_at < $5) AS came`,
    [cell, merchant, day, from, to],
  );
  return Number(rows[0]?.locked ?? 0) + Number(rows[0]?.came ?? 0);
}
