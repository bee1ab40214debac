/** What an operator's day begins with: the figures of a stretch of days beside those of the one before. */
import type { Fen } from "#engine";
import { dayAfter, daysBetween } from "#store";
import { type Figures, figuresBetween } from "./days.ts";
import { type PoolNow, poolNow } from "./pool.ts";
import { projectTo } from "./project.ts";
import type { Reads } from "./span.ts";

export interface Overview {
  readonly pool: PoolNow;
  readonly now: Figures;
  /** As many days, right before. */
  readonly before: Figures & { readonly from: string; readonly to: string };
  readonly members: number;
  readonly stores: number;
  readonly pendingPurchases: { readonly count: number; readonly amount: Fen };
  /** Withdrawals held in the book, neither paid nor returned. */
  readonly heldWithdrawals: { readonly count: number; readonly amount: Fen };
  /** Whether everything booked so far is in it. */
  readonly complete: boolean;
}

interface Standing {
  readonly members: bigint;
  readonly stores: bigint;
  readonly pending: bigint;
  readonly pending_amount: bigint;
  readonly held: bigint;
  readonly held_amount: bigint;
}

/** From a day to another that is not in it; null where there is no such cell. */
export async function operatorOverview(
  db: Reads,
  cell: bigint,
  from: string,
  to: string,
): Promise<Overview | null> {
  const pool = await poolNow(db, cell);
  if (pool === null) return null;
  const { complete } = await projectTo(db, cell);
  const earlier = { from: dayAfter(from, -daysBetween(from, to)), to: from };
  const now = await figuresBetween(db, cell, from, to);
  const before = { ...earlier, ...(await figuresBetween(db, cell, earlier.from, earlier.to)) };
  const { rows } = await db.query<Standing>(
    `SELECT (SELECT COALESCE(sum(joined), 0)::bigint FROM cell_day WHERE cell_id = $1) AS members,
       (SELECT count(*) FROM merchant WHERE cell_id = $1) AS stores, p.pending, p.pending_amount, w.held,
       w.held_amount
     FROM (SELECT count(*) AS pending, COALESCE(sum(amount - refunded), 0)::bigint AS pending_amount
         FROM purchase_view WHERE cell_id = $1 AND state = 'pending') p,
       (SELECT count(*) AS held, COALESCE(sum(amount), 0)::bigint AS held_amount
         FROM withdrawal WHERE cell_id = $1 AND state = 'held') w`,
    [cell],
  );
  const row = rows[0] as Standing;
  return {
    pool,
    now,
    before,
    members: Number(row.members),
    stores: Number(row.stores),
    pendingPurchases: { count: Number(row.pending), amount: row.pending_amount },
    heldWithdrawals: { count: Number(row.held), amount: row.held_amount },
    complete,
  };
}
