/** A stretch of business time, and the journals that can lie in it. */
import type { Database, Queryable } from "#store";
import { dayOf } from "#store";
import { projectTo } from "./project.ts";

/** From a moment to another, which does not belong to it; open where one is left out. */
export interface Between {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** Journals of the stretch have numbers from `low` to `high`; others may lie between. Null: not known. */
export interface Span extends Between {
  readonly low: bigint;
  readonly high: bigint | null;
}

/** The reads stand on a database that can also keep their projections up. */
export type Reads = Pick<Database, "query" | "transaction">;

const EVERYTHING: Span = { low: 1n, high: null };

/** The journals that can lie in a stretch of time, by the days that the projector has counted. */
export async function spanOf(db: Reads, cell: bigint, { from, to }: Between): Promise<Span> {
  if (from === undefined && to === undefined) return EVERYTHING;
  const reached = await projectTo(db, cell);
  const days = [from === undefined ? null : dayOf(from), to === undefined ? null : dayOf(to)];
  const found = await bounds(db, cell, days);
  const low = found.low ?? reached.seq + 1n;
  const high = reached.complete ? (found.high ?? 0n) : null;
  return { from, to, low, high };
}

async function bounds(db: Queryable, cell: bigint, days: readonly (string | null)[]) {
  const { rows } = await db.query<{ low: bigint | null; high: bigint | null }>(
    `SELECT min(first_seq) AS low, max(last_seq) AS high FROM cell_day
     WHERE cell_id = $1 AND ($2::date IS NULL OR day >= $2) AND ($3::date IS NULL OR day <= $3)`,
    [cell, ...days],
  );
  return rows[0] as { low: bigint | null; high: bigint | null };
}
