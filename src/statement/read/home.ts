/**
 * The figures an operator's day begins with: today and yesterday, what waits, who turned over what and
 * where.
 */
import type { Fen } from "#engine";
import type { Queryable } from "#store";
import { dayAfter, dayOf } from "#store";
import { type PoolNow, poolNow } from "./pool.ts";
import { projectTo } from "./project.ts";
import type { Reads } from "./span.ts";

export interface DayFigures {
  readonly day: string;
  readonly joined: number;
  readonly purchases: number;
  readonly paid: Fen;
  readonly refunds: number;
  readonly refunded: Fen;
  readonly redemptions: number;
  readonly redeemed: Fen;
  readonly exits: number;
  readonly exitProceeds: Fen;
  readonly commissions: Fen;
  /** The pool after the last journal of the day; null on a day without any. */
  readonly pool: { readonly cash: Fen; readonly points: bigint; readonly remainder: Fen } | null;
}

export interface OperatorHome {
  readonly pool: PoolNow;
  readonly today: DayFigures;
  readonly yesterday: DayFigures;
  readonly members: number;
  readonly stores: number;
  readonly pendingPurchases: { readonly count: number; readonly amount: Fen };
  /** Withdrawals held in the book, neither paid nor returned. */
  readonly heldWithdrawals: { readonly count: number; readonly amount: Fen };
  readonly complete: boolean;
}

interface Row {
  readonly day: string;
  readonly joined: bigint;
  readonly purchases: bigint;
  readonly paid: bigint;
  readonly refunds: bigint;
  readonly refunded: bigint;
  readonly redemptions: bigint;
  readonly redeemed: bigint;
  readonly exits: bigint;
  readonly exit_proceeds: bigint;
  readonly commissions: bigint;
  readonly cash: bigint;
  readonly points: bigint;
  readonly remainder: bigint;
}

/** The most days of a curve. */
const MOST_DAYS = 400;

/** Figures of each day from one to another that is not in it; days without a journal are left out. */
export async function dailyFigures(db: Reads, cell: bigint, from: string, to: string): Promise<DayFigures[]> {
  await projectTo(db, cell);
  return await dayRows(db, cell, from, to);
}

async function dayRows(db: Queryable, cell: bigint, from: string, to: string): Promise<DayFigures[]> {
  const { rows } = await db.query<Row>(
    `SELECT day, joined, purchases, paid, refunds, refunded, redemptions, redeemed, exits, exit_proceeds,
       commissions, cash, points, remainder
     FROM cell_day WHERE cell_id = $1 AND day >= $2::date AND day < $3::date ORDER BY day DESC LIMIT $4`,
    [cell, from, to, MOST_DAYS],
  );
  return rows.reverse().map(shown);
}

function shown({ cash, points, remainder, exit_proceeds: exitProceeds, ...row }: Row): DayFigures {
  return {
    day: row.day,
    joined: Number(row.joined),
    purchases: Number(row.purchases),
    paid: row.paid,
    refunds: Number(row.refunds),
    refunded: row.refunded,
    redemptions: Number(row.redemptions),
    redeemed: row.redeemed,
    exits: Number(row.exits),
    exitProceeds,
    commissions: row.commissions,
    pool: { cash, points, remainder },
  };
}

const nothing = (day: string): DayFigures => ({
  day,
  joined: 0,
  purchases: 0,
  paid: 0n,
  refunds: 0,
  refunded: 0n,
  redemptions: 0,
  redeemed: 0n,
  exits: 0,
  exitProceeds: 0n,
  commissions: 0n,
  pool: null,
});

/** The operator's home; null where there is no such cell. */
export async function operatorHome(db: Reads, cell: bigint, now: Date): Promise<OperatorHome | null> {
  const pool = await poolNow(db, cell);
  if (pool === null) return null;
  const { complete } = await projectTo(db, cell);
  const today = dayOf(now);
  const yesterday = dayAfter(today, -1);
  const days = await dayRows(db, cell, yesterday, dayAfter(today));
  const of = (day: string) => days.find((one) => one.day === day) ?? nothing(day);
  const { rows } = await db.query<{
    members: bigint;
    stores: bigint;
    pending: bigint;
    pending_amount: bigint;
    held: bigint;
    held_amount: bigint;
  }>(
    `SELECT (SELECT COALESCE(sum(joined), 0)::bigint FROM cell_day WHERE cell_id = $1) AS members,
       (SELECT count(*) FROM merchant WHERE cell_id = $1) AS stores, p.pending, p.pending_amount, w.held,
       w.held_amount
     FROM (SELECT count(*) AS pending, COALESCE(sum(amount - refunded), 0)::bigint AS pending_amount
         FROM purchase_view WHERE cell_id = $1 AND state = 'pending') p,
       (SELECT count(*) AS held, COALESCE(sum(amount), 0)::bigint AS held_amount
         FROM withdrawal WHERE cell_id = $1 AND state = 'held') w`,
    [cell],
  );
  const row = rows[0];
  return {
    pool,
    today: of(today),
    yesterday: of(yesterday),
    members: Number(row?.members ?? 0),
    stores: Number(row?.stores ?? 0),
    pendingPurchases: { count: Number(row?.pending ?? 0), amount: row?.pending_amount ?? 0n },
    heldWithdrawals: { count: Number(row?.held ?? 0), amount: row?.held_amount ?? 0n },
    complete,
  };
}

export interface Turnover {
  readonly purchases: number;
  readonly paid: Fen;
  readonly refunded: Fen;
}

export interface StoreTurnover extends Turnover {
  readonly merchant: string;
  readonly region: string;
}

/** Turnover of stores from a day up to another that is not in it, most paid first, 200 at most. */
export async function turnoverByStore(
  db: Reads,
  cell: bigint,
  from: string,
  to: string,
  limit = 50,
): Promise<StoreTurnover[]> {
  await projectTo(db, cell);
  const { rows } = await db.query<Omit<StoreTurnover, "purchases"> & { purchases: bigint }>(
    `SELECT m.id AS merchant, m.region, sum(d.purchases)::bigint AS purchases, sum(d.paid)::bigint AS paid,
       sum(d.refunded)::bigint AS refunded
     FROM merchant_day d JOIN merchant m ON m.cell_id = d.cell_id AND m.no = d.merchant_no
     WHERE d.cell_id = $1 AND d.day >= $2::date AND d.day < $3::date
     GROUP BY m.no, m.id, m.region ORDER BY paid DESC, m.no LIMIT $4`,
    [cell, from, to, Math.max(1, Math.min(200, limit))],
  );
  return rows.map((row) => ({ ...row, purchases: Number(row.purchases) }));
}

export interface DivisionTurnover extends Turnover {
  /** Code of six digits: a district's own, a city's or a province's with zeros behind. */
  readonly region: string;
  readonly stores: number;
}

const DIGITS = { province: 2, city: 4, district: 6 } as const;

/** The same by division. */
export async function turnoverByDivision(
  db: Reads,
  cell: bigint,
  from: string,
  to: string,
  level: keyof typeof DIGITS = "city",
): Promise<DivisionTurnover[]> {
  await projectTo(db, cell);
  const { rows } = await db.query<
    Omit<DivisionTurnover, "purchases" | "stores"> & Record<"purchases" | "stores", bigint>
  >(
    `SELECT rpad(left(m.region, $4), 6, '0') AS region, count(DISTINCT m.no) AS stores,
       sum(d.purchases)::bigint AS purchases, sum(d.paid)::bigint AS paid, sum(d.refunded)::bigint AS refunded
     FROM merchant_day d JOIN merchant m ON m.cell_id = d.cell_id AND m.no = d.merchant_no
     WHERE d.cell_id = $1 AND d.day >= $2::date AND d.day < $3::date
     GROUP BY 1 ORDER BY paid DESC, region LIMIT 500`,
    [cell, from, to, DIGITS[level]],
  );
  return rows.map((row) => ({ ...row, purchases: Number(row.purchases), stores: Number(row.stores) }));
}
