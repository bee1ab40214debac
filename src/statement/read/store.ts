/**
 * A store's statement: what stood due to it, what came and went, what stands due now; by day and in total.
 */
import type { Fen } from "#engine";
import type { Queryable } from "#store";
import { dayAfter, daysBetween } from "#store";
import { partyNo } from "./account.ts";
import { projectTo } from "./project.ts";
import type { Reads } from "./span.ts";

/**
 * What moved what is due to a store. Gross less take is what became due; refunds take both back. closing =
 * opening + gross − take − grossBack + takeBack − shortfall.
 */
export interface StoreMovements {
  /** Purchases split, and the platform's side of them. */
  readonly gross: Fen;
  readonly take: Fen;
  /** What refunds took back of both. */
  readonly grossBack: Fen;
  readonly takeBack: Fen;
  /** What of refunds the store bore itself, where points and proceeds did not reach. */
  readonly shortfall: Fen;
  /** All of it together. */
  readonly net: Fen;
  /** Turnover beside: paid and refunded on the day, purchases that wait included; and commissions paid. */
  readonly purchases: number;
  readonly paid: Fen;
  readonly refunds: number;
  readonly refunded: Fen;
  readonly commissions: Fen;
}

export interface StoreDay extends StoreMovements {
  readonly day: string;
  readonly opening: Fen;
  readonly closing: Fen;
}

export interface StoreStatement {
  readonly merchant: string;
  /** First day and the day after the last. */
  readonly from: string;
  readonly to: string;
  readonly opening: Fen;
  readonly closing: Fen;
  readonly total: StoreMovements;
  /** Days on which something moved, oldest first. */
  readonly days: readonly StoreDay[];
  /** Whether everything booked so far is in it. */
  readonly complete: boolean;
}

/** The longest statement. */
export const MOST_DAYS = 400;

interface Row {
  readonly day: string;
  readonly purchases: bigint;
  readonly paid: bigint;
  readonly refunds: bigint;
  readonly refunded: bigint;
  readonly settled: bigint;
  readonly due: bigint;
  readonly settled_back: bigint;
  readonly due_back: bigint;
  readonly shortfall: bigint;
  readonly commissions: bigint;
}

/**
 * A statement from a day up to another that is not in it, 400 days at most; null where there is no such
 * store.
 */
export async function storeStatement(
  db: Reads,
  cell: bigint,
  merchant: string,
  from: string,
  to: string,
): Promise<StoreStatement | null> {
  const no = await partyNo(db, cell, "merchant", merchant);
  if (no === null) return null;
  const { complete } = await projectTo(db, cell);
  const until = daysBetween(from, to) > MOST_DAYS ? dayAfter(from, MOST_DAYS) : to;
  const opening = await dueBefore(db, cell, no, from);
  const { rows } = await db.query<Row>(
    `SELECT day, purchases, paid, refunds, refunded, settled, due, settled_back, due_back, shortfall,
      commissions
     FROM merchant_day WHERE cell_id = $1 AND merchant_no = $2 AND day >= $3::date AND day < $4::date
     ORDER BY day`,
    [cell, no, from, until],
  );
  let standing = opening;
  const days = rows.map((row): StoreDay => {
    const moved = movements(row);
    const before = standing;
    standing += moved.net;
    return { day: row.day, opening: before, ...moved, closing: standing };
  });
  const total = days.reduce<StoreMovements>(moved, NOTHING);
  return { merchant, from, to: until, opening, closing: standing, total, days, complete };
}

async function dueBefore(db: Queryable, cell: bigint, no: bigint, day: string): Promise<Fen> {
  const { rows } = await db.query<{ due: bigint }>(
    `SELECT COALESCE(sum(due - due_back - shortfall), 0)::bigint AS due FROM merchant_day
     WHERE cell_id = $1 AND merchant_no = $2 AND day < $3::date`,
    [cell, no, day],
  );
  return rows[0]?.due ?? 0n;
}

function movements(row: Row): StoreMovements {
  const {
    settled: gross,
    due,
    settled_back: grossBack,
    due_back,
    shortfall,
    paid,
    refunded,
    commissions,
  } = row;
  return {
    gross,
    take: gross - due,
    grossBack,
    takeBack: grossBack - due_back,
    shortfall,
    net: due - due_back - shortfall,
    purchases: Number(row.purchases),
    paid,
    refunds: Number(row.refunds),
    refunded,
    commissions,
  };
}

const NOTHING: StoreMovements = {
  gross: 0n,
  take: 0n,
  grossBack: 0n,
  takeBack: 0n,
  shortfall: 0n,
  net: 0n,
  purchases: 0,
  paid: 0n,
  refunds: 0,
  refunded: 0n,
  commissions: 0n,
};

/** Two movements as one. */
export function moved(a: StoreMovements, b: StoreMovements): StoreMovements {
  return {
    gross: a.gross + b.gross,
    take: a.take + b.take,
    grossBack: a.grossBack + b.grossBack,
    takeBack: a.takeBack + b.takeBack,
    shortfall: a.shortfall + b.shortfall,
    net: a.net + b.net,
    purchases: a.purchases + b.purchases,
    paid: a.paid + b.paid,
    refunds: a.refunds + b.refunds,
    refunded: a.refunded + b.refunded,
    commissions: a.commissions + b.commissions,
  };
}
