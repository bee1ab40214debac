/** Which finished jobs are forgotten: a house that ticks every minute does not keep every tick. */
import type { Queryable } from "./database.ts";

export interface Forgetting {
  /** What a schedule had put in and went well, if it ended before this. */
  readonly ticksBefore: Date;
  /** Everything else that ended before this: what failed, and what people asked for. */
  readonly before: Date;
  /** No more than this at once. */
  readonly most: number;
}

/** Forgets those that ended long ago, the oldest first; how many. A schedule's job is known by its slot. */
export async function forgetJobs(
  tx: Queryable,
  cell: bigint,
  { ticksBefore, before, most }: Forgetting,
): Promise<number> {
  const { rowCount } = await tx.query(
    `DELETE FROM job
      WHERE cell_id = $1 AND finished_at IS NOT NULL AND job_id = ANY(ARRAY(
        SELECT job_id FROM job
         WHERE cell_id = $1 AND finished_at < $2
           AND (finished_at < $3 OR (state <> 'failed' AND payload ? 'slot'))
         ORDER BY finished_at LIMIT $4))`,
    [cell, ticksBefore, before, most],
  );
  return rowCount;
}
