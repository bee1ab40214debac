/**
 * How much members like oneself got: by the month of the first purchase and by what was spent, how many stand
 * between which shares of their spend. Groups of a few are left out, for nobody is to be made out by them.
 */
import { type Fen, jsonFen, KIND, MILLION } from "#engine";
import type { Queryable } from "#store";
import { dayOf } from "#store";
import { numberOf, partyNo } from "./account.ts";
import { type PoolNow, poolNow } from "./pool.ts";
import { projectTo } from "./project.ts";
import type { Reads } from "./span.ts";

/** Shares of spend at which a bucket ends, in ppm; the first holds those with nothing, the last the whole. */
export const EDGES = [0, 50_000, 100_000, 200_000, 300_000, 400_000, 600_000, 800_000, 999_999] as const;
/** Spend in fen from which a band begins. */
export const BANDS = [0, 10_000, 100_000, 500_000, 2_000_000] as const;
/** Members a group must have to be told of. */
export const LEAST = 5;
const MONTHS = 24;
const POINTS_KIND = numberOf(0n, KIND.points);

export interface SpreadRow {
  /** Month of the first purchase; "earlier" for what lies more than two years back. */
  readonly month: string;
  /** Which band of BANDS. */
  readonly band: number;
  readonly members: number;
  /** Members in each bucket: paid to them so far; and with what redeeming now would bring. */
  readonly paid: readonly number[];
  readonly withToday: readonly number[];
}

export interface SpreadFound {
  readonly madeAt: Date;
  readonly seq: bigint;
  readonly rows: readonly SpreadRow[];
  /** Members of groups that are too small to be told of. */
  readonly untold: number;
}

interface Counted {
  readonly month: string;
  readonly band: bigint;
  readonly paid: bigint;
  readonly today: bigint;
  readonly members: bigint;
}

/** What each member spent, was paid, and would get now; $2 and $3 the price, $4 what the exit load leaves. */
const EACH = `SELECT s.member_no, s.first_at, (s.paid - s.refunded)::numeric AS spend,
    s.proceeds::numeric AS proceeds,
    div(div(COALESCE(a.balance, 0)::numeric * $2, $3::numeric) * $4, 1000000) AS receive
  FROM member_sum s LEFT JOIN account a ON a.cell_id = s.cell_id AND a.account_id = s.member_no * 16 + $5
  WHERE s.cell_id = $1 AND s.paid > s.refunded`;

const values = (cell: bigint, { price, exitLoad }: PoolNow) => [
  ...[cell, price.cash, price.points, MILLION - exitLoad, POINTS_KIND],
];

/** The spread over all members; null where there is no such cell. It goes through every member. */
export async function memberSpread(db: Reads, cell: bigint, now: Date): Promise<SpreadFound | null> {
  const pool = await poolNow(db, cell);
  if (pool === null) return null;
  const { seq } = await projectTo(db, cell);
  const { rows } = await db.query<Counted>(
    `SELECT CASE WHEN first_at < $6 THEN 'earlier'
         ELSE to_char(first_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') END AS month,
       width_bucket(spend, $7::numeric[]) - 1 AS band,
       width_bucket(div(proceeds * 1000000, spend) - 1, $8::numeric[]) AS paid,
       width_bucket(div((proceeds + receive) * 1000000, spend) - 1, $8::numeric[]) AS today,
       count(*) AS members
     FROM (${EACH}) member GROUP BY 1, 2, 3, 4 ORDER BY 1, 2`,
    [...values(cell, pool), monthsBack(now), `{${BANDS.join(",")}}`, `{${EDGES.join(",")}}`],
  );
  const all = grouped(rows);
  const told = all.filter(({ members }) => members >= LEAST);
  const untold = all.filter(({ members }) => members < LEAST).reduce((sum, one) => sum + one.members, 0);
  return { madeAt: now, seq, rows: told, untold };
}

/** The first moment of the month two years back. */
function monthsBack(now: Date): Date {
  const [year = 0, month = 1] = dayOf(now).split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 - MONTHS, 1) - 8 * 3_600_000);
}

function grouped(rows: readonly Counted[]): SpreadRow[] {
  const empty = () => Array.from({ length: EDGES.length + 1 }, () => 0);
  const groups = new Map<string, SpreadRow & { members: number; paid: number[]; withToday: number[] }>();
  for (const { month, band, paid, today, members } of rows) {
    const key = `${month} ${band}`;
    const group = groups.get(key) ?? {
      ...{ month, band: Number(band), members: 0, paid: empty(), withToday: empty() },
    };
    groups.set(key, group);
    const count = Number(members);
    group.members += count;
    group.paid[Number(paid)] = (group.paid[Number(paid)] ?? 0) + count;
    group.withToday[Number(today)] = (group.withToday[Number(today)] ?? 0) + count;
  }
  return [...groups.values()];
}

export interface StandingNow {
  readonly month: string | null;
  readonly band: number;
  readonly spend: Fen;
  readonly proceeds: Fen;
  readonly receive: Fen;
  /** Proceeds, and those with what redeeming now would bring, over spend; null where nothing is spent. */
  readonly paidPpm: number | null;
  readonly withTodayPpm: number | null;
}

/** Where one member stands; null where there is no such member. */
export async function memberStanding(
  db: Reads,
  cell: bigint,
  member: string,
  now: Date,
): Promise<StandingNow | null> {
  const pool = await poolNow(db, cell);
  const no = await partyNo(db, cell, "member", member);
  if (pool === null || no === null) return null;
  await projectTo(db, cell);
  const row = await standingOf(db, cell, no, pool);
  if (row === undefined) {
    const nothing = { spend: 0n, proceeds: 0n, receive: 0n, paidPpm: null, withTodayPpm: null };
    return { month: null, band: 0, ...nothing };
  }
  const { first_at, spend, proceeds, receive } = row;
  const ppm = (got: bigint) => jsonFen((got * MILLION) / spend);
  return {
    month: first_at < monthsBack(now) ? "earlier" : dayOf(first_at).slice(0, 7),
    band: BANDS.findLastIndex((from) => spend >= BigInt(from)),
    ...{ spend, proceeds, receive, paidPpm: ppm(proceeds), withTodayPpm: ppm(proceeds + receive) },
  };
}

async function standingOf(db: Queryable, cell: bigint, no: bigint, pool: PoolNow) {
  const { rows } = await db.query<{ first_at: Date; spend: bigint; proceeds: bigint; receive: bigint }>(
    `SELECT first_at, spend::bigint AS spend, proceeds::bigint AS proceeds, receive::bigint AS receive
     FROM (${EACH} AND s.member_no = $6) member`,
    [...values(cell, pool), no],
  );
  return rows[0];
}
