/** Figures of days and of stretches of days, out of the sums that the projector keeps. */
import type { Fen, Grains } from "#engine";
import type { Queryable } from "#store";
import { dayAfter, daysBetween } from "#store";
import { projectTo } from "./project.ts";
import type { Reads } from "./span.ts";

export interface Figures {
  readonly joined: number;
  readonly purchases: number;
  readonly paid: Fen;
  readonly refunds: number;
  readonly refunded: Fen;
  readonly redemptions: number;
  readonly redeemed: Fen;
  readonly exits: number;
  readonly exitProceeds: Fen;
  /** Less those taken back. */
  readonly commissions: Fen;
  /** Points granted by purchases that were split. */
  readonly issued: Grains;
}

export interface DayFigures extends Figures {
  readonly day: string;
  /** The pool after the last journal up to the end of the day; null before the first. */
  readonly pool: { readonly cash: Fen; readonly points: Grains; readonly remainder: Fen } | null;
}

interface Sums {
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
  readonly issued: bigint;
}

interface Row extends Sums {
  readonly day: string;
  readonly cash: bigint;
  readonly points: bigint;
  readonly remainder: bigint;
}

/** The most days of a curve. */
const MOST_DAYS = 400;

function shown(row: Sums): Figures {
  const { paid, refunded, redeemed, exit_proceeds: exitProceeds, commissions, issued } = row;
  return {
    joined: Number(row.joined),
    purchases: Number(row.purchases),
    paid,
    refunds: Number(row.refunds),
    refunded,
    redemptions: Number(row.redemptions),
    redeemed,
    exits: Number(row.exits),
    exitProceeds,
    commissions,
    issued,
  };
}

const NOTHING: Figures = {
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
  issued: 0n,
};

/** All days from one to another that is not in it, taken together; the views have been brought up before. */
export async function figuresBetween(
  db: Queryable,
  cell: bigint,
  from: string,
  to: string,
): Promise<Figures> {
  const { rows } = await db.query<Sums>(
    `SELECT COALESCE(sum(joined), 0)::bigint AS joined, COALESCE(sum(purchases), 0)::bigint AS purchases,
       COALESCE(sum(paid), 0)::bigint AS paid, COALESCE(sum(refunds), 0)::bigint AS refunds,
       COALESCE(sum(refunded), 0)::bigint AS refunded, COALESCE(sum(redemptions), 0)::bigint AS redemptions,
       COALESCE(sum(redeemed), 0)::bigint AS redeemed, COALESCE(sum(exits), 0)::bigint AS exits,
       COALESCE(sum(exit_proceeds), 0)::bigint AS exit_proceeds,
       COALESCE(sum(commissions), 0)::bigint AS commissions, COALESCE(sum(issued), 0)::bigint AS issued
     FROM cell_day WHERE cell_id = $1 AND day >= $2::date AND day < $3::date`,
    [cell, from, to],
  );
  return rows[0] === undefined ? NOTHING : shown(rows[0]);
}

/**
 * Each day from one to another that is not in it, 400 at most; a day on which nothing was booked has the pool
 * of the day before.
 */
export async function dailyFigures(db: Reads, cell: bigint, from: string, to: string): Promise<DayFigures[]> {
  await projectTo(db, cell);
  const until = daysBetween(from, to) > MOST_DAYS ? dayAfter(from, MOST_DAYS) : to;
  const { rows } = await db.query<Row>(
    `SELECT day, joined, purchases, paid, refunds, refunded, redemptions, redeemed, exits, exit_proceeds,
       commissions, issued, cash, points, remainder
     FROM cell_day WHERE cell_id = $1 AND day < $3::date
       AND day >= COALESCE((SELECT max(day) FROM cell_day WHERE cell_id = $1 AND day < $2::date), $2::date)
     ORDER BY day`,
    [cell, from, until],
  );
  return everyDay(rows, from, until);
}

function everyDay(rows: readonly Row[], from: string, to: string): DayFigures[] {
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const poolOf = ({ cash, points, remainder }: Row) => ({ cash, points, remainder });
  const before = rows[0] !== undefined && rows[0].day < from ? rows[0] : null;
  let pool: DayFigures["pool"] = before === null ? null : poolOf(before);
  const days: DayFigures[] = [];
  for (let day = from; day < to; day = dayAfter(day)) {
    const row = byDay.get(day);
    if (row !== undefined) pool = poolOf(row);
    days.push({ day, ...(row === undefined ? NOTHING : shown(row)), pool });
  }
  return days;
}
