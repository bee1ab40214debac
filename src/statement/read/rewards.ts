/** Commissions 推荐奖励 of everybody, in the order they were booked. */
import type { Fen } from "#engine";
import type { Queryable } from "#store";
import { partyNo } from "./account.ts";
import { projectTo } from "./project.ts";
import type { Between, Reads } from "./span.ts";

export interface RewardRow {
  readonly seq: bigint;
  readonly step: string;
  readonly member: string;
  readonly purchase: string;
  readonly buyer: string;
  readonly merchant: string;
  readonly at: Date;
  readonly spend: Fen;
  readonly amount: Fen;
  /** What refunds took back of it. */
  readonly back: Fen;
  readonly thaws: Date | null;
  readonly thawedAt: Date | null;
}

export interface RewardFilter extends Between {
  readonly member?: string | undefined;
  readonly merchant?: string | undefined;
}

const FROM = `commission_view c JOIN purchase_view v ON v.cell_id = c.cell_id AND v.seq = c.purchase_seq
  WHERE c.cell_id = $1 AND ($2::bigint IS NULL OR c.member_no = $2)
    AND ($3::bigint IS NULL OR v.merchant_no = $3)
    AND ($4::timestamptz IS NULL OR c.at >= $4) AND ($5::timestamptz IS NULL OR c.at < $5)`;

async function valuesOf(db: Queryable, cell: bigint, { member, merchant, from, to }: RewardFilter) {
  const numberFor = async (per: "member" | "merchant", id: string | undefined) =>
    id === undefined ? null : ((await partyNo(db, cell, per, id)) ?? 0n);
  const numbers = [await numberFor("member", member), await numberFor("merchant", merchant)];
  return [cell, ...numbers, from ?? null, to ?? null];
}

export async function countRewards(db: Reads, cell: bigint, filter: RewardFilter): Promise<number> {
  await projectTo(db, cell);
  const { rows } = await db.query<{ count: bigint }>(
    `SELECT count(*) AS count FROM ${FROM}`,
    await valuesOf(db, cell, filter),
  );
  return Number(rows[0]?.count ?? 0);
}

/** Up to `limit` of those after a place, the oldest first. */
export async function rewardsAfter(
  db: Reads,
  cell: bigint,
  filter: RewardFilter,
  after: Pick<RewardRow, "seq" | "step"> | null,
  limit: number,
): Promise<RewardRow[]> {
  const { rows } = await db.query<RewardRow>(
    `SELECT r.*, m.id AS member, b.id AS buyer, s.id AS merchant
     FROM (SELECT c.seq, c.step, c.member_no, v.id AS purchase, v.member_no AS buyer_no, v.merchant_no, c.at,
         v.amount AS spend, c.amount, c.back, c.thaws, c.thawed_at AS "thawedAt"
       FROM ${FROM} AND ($6::bigint IS NULL OR (c.seq, c.step) > ($6, $7::text))
       ORDER BY c.seq, c.step LIMIT $8) r
     JOIN member m ON m.cell_id = $1 AND m.no = r.member_no
     JOIN member b ON b.cell_id = $1 AND b.no = r.buyer_no
     JOIN merchant s ON s.cell_id = $1 AND s.no = r.merchant_no
     ORDER BY r.seq, r.step`,
    [...(await valuesOf(db, cell, filter)), after?.seq ?? null, after?.step ?? null, limit],
  );
  return rows;
}
