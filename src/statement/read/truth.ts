/**
 * The figures of the disclosure that every member sees before the first order: what share of the members
 * got back what they spent, and how much the one in the middle got. They go through every member, so they
 * are kept and made anew when they are older than asked for.
 */
import { type Fen, KIND, MILLION, type Ppm } from "#engine";
import type { Queryable } from "#store";
import { numberOf } from "./account.ts";
import { type PoolNow, poolNow } from "./pool.ts";
import { projectTo } from "./project.ts";
import type { Reads } from "./span.ts";

const POINTS_KIND = numberOf(0n, KIND.points);

/** Share and middle of one way of counting; both 0 where there are no members that spent. */
export interface TruthShares {
  /** Members whose proceeds came to all of their spend, and what share of the members that is. */
  readonly whole: number;
  readonly wholePpm: Ppm;
  /** Proceeds over spend of the member in the middle. */
  readonly medianPpm: Ppm;
}

export interface TruthFigures {
  readonly madeAt: Date;
  /** Newest journal they take in. */
  readonly seq: bigint;
  /** Members whose purchases less refunds are above zero; only they are counted. */
  readonly members: number;
  /** What redemptions and exits have paid. */
  readonly paid: TruthShares;
  /** The same with what the points left would bring at this moment. */
  readonly withToday: TruthShares;
  /** What the points of the member in the middle would bring at this moment. */
  readonly medianReceive: Fen;
  readonly exitLoad: Ppm;
}

interface Row {
  readonly made_at: Date;
  readonly seq: bigint;
  readonly members: bigint;
  readonly whole: bigint;
  readonly median_ppm: bigint | null;
  readonly whole_today: bigint;
  readonly median_today_ppm: bigint | null;
  readonly median_receive: bigint | null;
}

const COLUMNS = "made_at, seq, members, whole, median_ppm, whole_today, median_today_ppm, median_receive";

/** The figures, at most `maxAge` seconds old; null where there is no such cell. */
export async function truthFigures(
  db: Reads,
  cell: bigint,
  { maxAge = 300, now = new Date() }: { readonly maxAge?: number; readonly now?: Date } = {},
): Promise<TruthFigures | null> {
  const pool = await poolNow(db, cell);
  if (pool === null) return null;
  const kept = await db.query<Row>(`SELECT ${COLUMNS} FROM disclosure_figure WHERE cell_id = $1`, [cell]);
  const row = kept.rows[0];
  const fresh =
    row !== undefined && (row.seq === pool.seq || now.getTime() - row.made_at.getTime() < maxAge * 1_000);
  return figures(fresh ? row : await makeAnew(db, cell, pool, now), pool);
}

async function makeAnew(db: Reads, cell: bigint, pool: PoolNow, now: Date): Promise<Row> {
  const { seq } = await projectTo(db, cell);
  const counted = await count(db, cell, pool);
  const { rows } = await db.query<Row>(
    `INSERT INTO disclosure_figure (cell_id, operator_id, ${COLUMNS})
     SELECT p.cell_id, p.operator_id, $2::timestamptz, $3::bigint, $4::bigint, $5::bigint, $6::bigint,
       $7::bigint,
       $8::bigint, $9::bigint
     FROM pool p WHERE p.cell_id = $1
     ON CONFLICT (cell_id) DO UPDATE SET made_at = EXCLUDED.made_at, seq = EXCLUDED.seq,
       members = EXCLUDED.members, whole = EXCLUDED.whole, median_ppm = EXCLUDED.median_ppm,
       whole_today = EXCLUDED.whole_today, median_today_ppm = EXCLUDED.median_today_ppm,
       median_receive = EXCLUDED.median_receive
     RETURNING ${COLUMNS}`,
    [
      cell,
      now,
      seq,
      counted.members,
      counted.whole,
      counted.median_ppm,
      counted.whole_today,
      counted.median_today_ppm,
      counted.median_receive,
    ],
  );
  return rows[0] as Row;
}

/** Divisions are rounded down, as the book rounds. The one in the middle: of an even number, the lower. */
async function count(db: Queryable, cell: bigint, pool: PoolNow): Promise<Omit<Row, "made_at" | "seq">> {
  const { price, exitLoad } = pool;
  const { rows } = await db.query<Omit<Row, "made_at" | "seq">>(
    `SELECT count(*) AS members, count(*) FILTER (WHERE proceeds >= spend) AS whole,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY div(proceeds * 1000000, spend))::bigint AS median_ppm,
       count(*) FILTER (WHERE proceeds + receive >= spend) AS whole_today,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY div((proceeds + receive) * 1000000, spend))::bigint
         AS median_today_ppm,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY receive)::bigint AS median_receive
     FROM (
       SELECT (s.paid - s.refunded)::numeric AS spend, s.proceeds::numeric AS proceeds,
         div(div(COALESCE(a.balance, 0)::numeric * $2, $3::numeric) * $4, 1000000) AS receive
       FROM member_sum s LEFT JOIN account a ON a.cell_id = s.cell_id AND a.account_id = s.member_no * 16 + $5
       WHERE s.cell_id = $1 AND s.paid > s.refunded
     ) member`,
    [cell, price.cash, price.points, MILLION - exitLoad, POINTS_KIND],
  );
  return rows[0] as Omit<Row, "made_at" | "seq">;
}

function figures(row: Row, { exitLoad }: PoolNow): TruthFigures {
  const share = (whole: bigint, median: bigint | null): TruthShares => ({
    whole: Number(whole),
    wholePpm: row.members === 0n ? 0n : (whole * MILLION) / row.members,
    medianPpm: median ?? 0n,
  });
  return {
    madeAt: row.made_at,
    seq: row.seq,
    members: Number(row.members),
    paid: share(row.whole, row.median_ppm),
    withToday: share(row.whole_today, row.median_today_ppm),
    medianReceive: row.median_receive ?? 0n,
    exitLoad,
  };
}
