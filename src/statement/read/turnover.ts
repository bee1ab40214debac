/** Who turned over what and where, over a stretch of days. */
import type { Fen, Grains } from "#engine";
import { startOf } from "#store";
import { projectTo } from "./project.ts";
import type { Reads } from "./span.ts";

export interface Turnover {
  readonly purchases: number;
  readonly paid: Fen;
  readonly refunded: Fen;
  /** The platform's side of what was split, less what refunds gave back of it. */
  readonly take: Fen;
}

export interface StoreTurnover extends Turnover {
  readonly merchant: string;
  /** Null where only the book knows the store. */
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly region: string;
  readonly points: Grains;
  /** Members whom a purchase there locked. */
  readonly locked: number;
  /** Members who bought there. */
  readonly buyers: number;
}

/** What a ranking goes by. */
export const RANKS = ["paid", "purchases", "take", "locked"] as const;
export type Rank = (typeof RANKS)[number];

interface StoreRow extends Omit<StoreTurnover, "purchases" | "locked" | "buyers"> {
  readonly purchases: bigint;
  readonly locked: bigint;
  readonly buyers: bigint;
}

/** Stores from a day up to another that is not in it, 200 at most, the greatest first. */
export async function turnoverByStore(
  db: Reads,
  cell: bigint,
  from: string,
  to: string,
  { limit = 50, rank = "paid" }: { readonly limit?: number; readonly rank?: Rank } = {},
): Promise<StoreTurnover[]> {
  await projectTo(db, cell);
  const { rows } = await db.query<StoreRow>(
    `SELECT m.id AS merchant, s.name_zh AS "nameZh", s.name_en AS "nameEn", m.region, d.purchases, d.paid,
       d.refunded, d.take, d.points, d.locked,
       (SELECT count(DISTINCT v.member_no) FROM purchase_view v WHERE v.cell_id = $1
         AND v.merchant_no = m.no AND v.at >= $6::timestamptz AND v.at < $7::timestamptz) AS buyers
     FROM (
       SELECT merchant_no, sum(purchases)::bigint AS purchases, sum(paid)::bigint AS paid,
         sum(refunded)::bigint AS refunded, sum(points)::bigint AS points, sum(locked)::bigint AS locked,
         sum(settled - due - settled_back + due_back)::bigint AS take
       FROM merchant_day WHERE cell_id = $1 AND day >= $2::date AND day < $3::date GROUP BY merchant_no
       ORDER BY CASE $5 WHEN 'purchases' THEN sum(purchases) WHEN 'locked' THEN sum(locked)
         WHEN 'take' THEN sum(settled - due - settled_back + due_back) ELSE sum(paid) END DESC, merchant_no
       LIMIT $4
     ) d
     JOIN merchant m ON m.cell_id = $1 AND m.no = d.merchant_no
     LEFT JOIN store_profile s ON s.cell_id = $1 AND s.merchant = m.id
     ORDER BY CASE $5 WHEN 'purchases' THEN d.purchases WHEN 'locked' THEN d.locked
       WHEN 'take' THEN d.take ELSE d.paid END DESC, m.no`,
    [cell, from, to, Math.max(1, Math.min(200, limit)), rank, startOf(from), startOf(to)],
  );
  return rows.map((row) => ({
    ...row,
    purchases: Number(row.purchases),
    locked: Number(row.locked),
    buyers: Number(row.buyers),
  }));
}

export interface DivisionTurnover extends Turnover {
  /** Code of the stores' own division, six digits. */
  readonly region: string;
  readonly stores: number;
  /** Those of them that sold something. */
  readonly active: number;
}

interface DivisionRow extends Omit<DivisionTurnover, "purchases" | "stores" | "active"> {
  readonly purchases: bigint;
  readonly stores: bigint;
  readonly active: bigint;
}

/** Every division that has a store, in the order of the codes. */
export async function turnoverByDivision(
  db: Reads,
  cell: bigint,
  from: string,
  to: string,
): Promise<DivisionTurnover[]> {
  await projectTo(db, cell);
  const { rows } = await db.query<DivisionRow>(
    `SELECT m.region, count(*) AS stores, count(d.merchant_no) FILTER (WHERE d.purchases > 0) AS active,
       COALESCE(sum(d.purchases), 0)::bigint AS purchases, COALESCE(sum(d.paid), 0)::bigint AS paid,
       COALESCE(sum(d.refunded), 0)::bigint AS refunded, COALESCE(sum(d.take), 0)::bigint AS take
     FROM merchant m LEFT JOIN (
       SELECT merchant_no, sum(purchases) AS purchases, sum(paid) AS paid, sum(refunded) AS refunded,
         sum(settled - due - settled_back + due_back) AS take
       FROM merchant_day WHERE cell_id = $1 AND day >= $2::date AND day < $3::date GROUP BY merchant_no
     ) d ON d.merchant_no = m.no
     WHERE m.cell_id = $1 GROUP BY m.region ORDER BY m.region`,
    [cell, from, to],
  );
  return rows.map((row) => ({
    ...row,
    purchases: Number(row.purchases),
    stores: Number(row.stores),
    active: Number(row.active),
  }));
}
