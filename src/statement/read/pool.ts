/** The pool now, what points would bring at this moment, and the price as it went. */
import {
  type Fen,
  type Grains,
  MILLION,
  mulDivDown,
  type Ppm,
  type Price,
  rateDown,
  showPrice,
} from "#engine";
import type { JournalRecord, Queryable } from "#store";
import { type Between, type Reads, spanOf } from "./span.ts";

export interface PoolNow {
  /** Number of the newest journal, and the chain up to it. */
  readonly seq: bigint;
  readonly head: string;
  readonly cash: Fen;
  readonly points: Grains;
  readonly remainder: Fen;
  /** Cash over points out; the last price while no points are out. */
  readonly price: Price;
  readonly shown: string;
  readonly exitLoad: Ppm;
  readonly opened: boolean;
  readonly closed: boolean;
  /** Forced exits that follow in the next journal. */
  readonly cascade: boolean;
}

/** The pool of a cell; null where there is no such cell. */
export async function poolNow(db: Queryable, cell: bigint): Promise<PoolNow | null> {
  const { rows } = await db.query<{
    seq: bigint;
    head: Buffer;
    cash: bigint;
    points: bigint;
    remainder: bigint;
    last_cash: bigint;
    last_points: bigint;
    opened: boolean;
    closed: boolean;
    cascade: boolean;
    exit_load_ppm: bigint;
  }>(
    `SELECT seq, head, cash, points, remainder, last_cash, last_points, opened, closed,
       cascade_order IS NOT NULL AS cascade, exit_load_ppm
     FROM pool WHERE cell_id = $1`,
    [cell],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { seq, cash, points, remainder, opened, closed, cascade, exit_load_ppm: exitLoad } = row;
  const price = points > 0n ? { cash, points } : { cash: row.last_cash, points: row.last_points };
  const head = row.head.toString("hex");
  return {
    seq,
    head,
    cash,
    points,
    remainder,
    price,
    shown: showPrice(price),
    exitLoad,
    opened,
    closed,
    cascade,
  };
}

/** What points are worth at a price, and what of that is paid when they are redeemed now. */
export interface Receive {
  readonly worth: Fen;
  readonly receive: Fen;
}

/** A fact of the book as it stands, no promise: the next order may change it. */
export function receiveNow(
  { price, exitLoad }: Pick<PoolNow, "price" | "exitLoad">,
  grains: Grains,
): Receive {
  const worth = mulDivDown(grains, price.cash, price.points);
  return { worth, receive: rateDown(worth, MILLION - exitLoad) };
}

/** What so many grains would bring at this moment; null where there is no such cell. */
export async function youWouldReceiveNow(
  db: Queryable,
  cell: bigint,
  grains: Grains,
): Promise<Receive | null> {
  const pool = await poolNow(db, cell);
  return pool === null ? null : receiveNow(pool, grains);
}

export interface PricePoint extends Price {
  readonly seq: bigint;
  /** Business time; that of booking where the order had none. */
  readonly at: Date;
  readonly shown: string;
}

/** The most points of a curve. */
export const MOST_POINTS = 500;

/**
 * The price after journals picked evenly by their numbers, the first and the newest among them: each the
 * pair that was booked, none made up in between.
 */
export async function priceHistory(
  db: Reads,
  cell: bigint,
  args: Between & { readonly points?: number | undefined } = {},
): Promise<PricePoint[]> {
  const most = Math.max(2, Math.min(MOST_POINTS, Math.trunc(args.points ?? 200)));
  const pool = await poolNow(db, cell);
  if (pool === null) return [];
  const span = await spanOf(db, cell, args);
  const high = span.high ?? pool.seq;
  const { rows } = await db.query<{ seq: bigint; at: Date; record: string }>(
    `SELECT seq, COALESCE(at, recorded_at) AS at, record FROM journal
     WHERE cell_id = $1 AND seq = ANY($2::bigint[])
       AND ($3::timestamptz IS NULL OR COALESCE(at, recorded_at) >= $3)
       AND ($4::timestamptz IS NULL OR COALESCE(at, recorded_at) < $4)
     ORDER BY seq`,
    [cell, evenly(span.low, high, most), span.from ?? null, span.to ?? null],
  );
  return rows.map(({ seq, at, record }) => {
    const price = priceAfter(JSON.parse(record) as JournalRecord);
    return { seq, at, ...price, shown: showPrice(price) };
  });
}

/** The price a journal left. */
export function priceAfter({ pool }: JournalRecord): Price {
  const { cash, points } = pool.points === "0" ? pool.last : pool;
  return { cash: BigInt(cash), points: BigInt(points) };
}

/** At most so many numbers from `low` to `high`, both among them. */
function evenly(low: bigint, high: bigint, most: number): bigint[] {
  const steps = high - low < BigInt(most - 1) ? high - low : BigInt(most - 1);
  if (steps < 0n) return [];
  if (steps === 0n) return [low];
  return Array.from({ length: Number(steps) + 1 }, (_, i) => low + ((high - low) * BigInt(i)) / steps);
}
