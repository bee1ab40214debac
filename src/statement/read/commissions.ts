/** Commissions 推荐奖励 of one member, purchase by purchase: frozen, available, taken back; and their sums. */
import type { Fen } from "#engine";
import { dayAfter, dayOf, type Queryable, startOf } from "#store";
import { partyNo } from "./account.ts";
import { limitOf, type Page, type PageArgs, pageOf, readCursor } from "./cursor.ts";
import { projectTo } from "./project.ts";
import type { Between, Reads } from "./span.ts";

export type CommissionState = "frozen" | "available" | "clawed_back";

export interface CommissionRow {
  readonly purchase: string;
  readonly merchant: string;
  /** Which part of the split: upline_1, upline_2, recruiter, region_district … */
  readonly step: string;
  readonly at: Date;
  /** What the purchase it is of came to. */
  readonly spend: Fen;
  readonly amount: Fen;
  /** What refunds took back of it. */
  readonly back: Fen;
  readonly state: CommissionState;
  /** Until when it is, or was, frozen; null where it never was. */
  readonly thaws: Date | null;
}

export interface CommissionFilter {
  readonly state?: CommissionState | undefined;
}

interface Row extends CommissionRow {
  readonly seq: bigint;
  readonly at_us: bigint;
  readonly n: bigint;
}

/** Places of the steps within a purchase, for the cursor. */
const N = `array_position(ARRAY['upline_1', 'upline_2', 'recruiter', 'region_district', 'region_city',
  'region_province'], v.step)`;

const STATE = `CASE WHEN v.back >= v.amount THEN 'clawed_back'
  WHEN v.thaws IS NOT NULL AND v.thawed_at IS NULL THEN 'frozen' ELSE 'available' END`;

/** A page of a member's commissions, newest first; null where there is no such member. */
export async function memberCommissions(
  db: Reads,
  cell: bigint,
  member: string,
  args: PageArgs & Between & CommissionFilter = {},
): Promise<Page<CommissionRow> | null> {
  const no = await partyNo(db, cell, "member", member);
  if (no === null) return null;
  await projectTo(db, cell);
  const limit = limitOf(args);
  const place = readCursor(args.cursor, 3);
  const { rows } = await db.query<Row>(
    `SELECT v.seq, ${N} AS n, (extract(epoch FROM v.at) * 1000000)::bigint AS at_us, b.id AS purchase,
       s.id AS merchant, v.step, v.at, b.amount AS spend, v.amount, v.back, v.thaws, ${STATE} AS state
     FROM commission_view v JOIN purchase_view b ON b.cell_id = v.cell_id AND b.seq = v.purchase_seq
     JOIN merchant s ON s.cell_id = v.cell_id AND s.no = b.merchant_no
     WHERE v.cell_id = $1 AND v.member_no = $2 AND ($3::timestamptz IS NULL OR v.at >= $3)
       AND ($4::timestamptz IS NULL OR v.at < $4) AND ($5::text IS NULL OR ${STATE} = $5)
       AND ($6::bigint IS NULL OR (v.at, v.seq, ${N})
         < (timestamptz 'epoch' + $6 * interval '1 microsecond', $7::bigint, $8::bigint))
     ORDER BY v.at DESC, v.seq DESC, ${N} DESC LIMIT $9`,
    [
      cell,
      no,
      args.from ?? null,
      args.to ?? null,
      args.state ?? null,
      place?.[0] ?? null,
      place?.[1] ?? null,
      place?.[2] ?? null,
      limit + 1,
    ],
  );
  return pageOf(
    rows,
    limit,
    ({ at_us, seq, n }) => [at_us, seq, n],
    ({ seq: _seq, at_us: _us, n: _n, ...row }) => row,
  );
}

export interface CommissionMonth {
  /** Such as "2026-03". */
  readonly month: string;
  readonly earned: Fen;
  readonly back: Fen;
}

export interface CommissionSums {
  /** Earned on the day, less what refunds have taken back of it since. */
  readonly today: Fen;
  readonly yesterday: Fen;
  readonly total: Fen;
  /** Months in which something was earned, the newest first, 24 at most. */
  readonly months: readonly CommissionMonth[];
}

/** What a member's commissions come to; null where there is no such member. */
export async function commissionSums(
  db: Reads,
  cell: bigint,
  member: string,
  now: Date,
): Promise<CommissionSums | null> {
  const no = await partyNo(db, cell, "member", member);
  if (no === null) return null;
  await projectTo(db, cell);
  const today = dayOf(now);
  const { rows } = await db.query<Omit<CommissionSums, "months">>(
    `SELECT COALESCE(sum(amount - back) FILTER (WHERE at >= $3 AND at < $4), 0)::bigint AS today,
       COALESCE(sum(amount - back) FILTER (WHERE at >= $5 AND at < $3), 0)::bigint AS yesterday,
       COALESCE(sum(amount - back), 0)::bigint AS total
     FROM commission_view WHERE cell_id = $1 AND member_no = $2`,
    [cell, no, startOf(today), startOf(dayAfter(today)), startOf(dayAfter(today, -1))],
  );
  const sums = rows[0] ?? { today: 0n, yesterday: 0n, total: 0n };
  return { ...sums, months: await monthsOf(db, cell, no) };
}

async function monthsOf(db: Queryable, cell: bigint, no: bigint): Promise<CommissionMonth[]> {
  const { rows } = await db.query<CommissionMonth>(
    `SELECT to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, sum(amount)::bigint AS earned,
       sum(back)::bigint AS back
     FROM commission_view WHERE cell_id = $1 AND member_no = $2 GROUP BY 1 ORDER BY 1 DESC LIMIT 24`,
    [cell, no],
  );
  return rows;
}
