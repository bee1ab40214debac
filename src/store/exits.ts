/** Forced exits and dust as they were booked. */
import type { Queryable } from "./database.ts";
import type { JournalRecord } from "./record.ts";

/**
 * Every exit of a cell, in the order it happened. Walks all journals that have any: for cells of a test's
 * size.
 */
export async function exitsOf(db: Queryable, cell: bigint) {
  const { rows } = await db.query<{ record: string }>(
    `SELECT record FROM journal WHERE cell_id = $1 AND record LIKE '%"exits":[{%' ORDER BY seq`,
    [cell],
  );
  return rows.flatMap(({ record }) => {
    const { exits, order } = JSON.parse(record) as JournalRecord;
    return exits.map(({ member, points, worth, proceeds, reason }) => ({
      order,
      member: { id: member },
      points: BigInt(points),
      worth: BigInt(worth),
      proceeds: BigInt(proceeds),
      reason,
    }));
  });
}
