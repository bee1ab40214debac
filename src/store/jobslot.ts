/** Slots of a schedule: whoever writes the row of (name, slot) is the one node that fires it. */
import type { Queryable } from "./database.ts";

/** The latest slot of a schedule that was taken, null when it has never been seen. */
export async function lastSlot(tx: Queryable, cell: bigint, name: string): Promise<Date | null> {
  const { rows } = await tx.query<{ slot: Date }>(
    "SELECT slot FROM schedule_slot WHERE cell_id = $1 AND name = $2 ORDER BY slot DESC LIMIT 1",
    [cell, name],
  );
  return rows[0]?.slot ?? null;
}

/** Takes a slot; false when another node has it. */
export async function claimSlot(tx: Queryable, cell: bigint, name: string, slot: Date, now: Date) {
  const { rowCount } = await tx.query(
    `INSERT INTO schedule_slot (cell_id, name, slot, operator_id, claimed_at)
     SELECT c.cell_id, $2::text, $3::timestamptz, c.operator_id, $4::timestamptz
       FROM cell c WHERE c.cell_id = $1
     ON CONFLICT (cell_id, name, slot) DO NOTHING`,
    [cell, name, slot, now],
  );
  return rowCount === 1;
}

/** Old slots say nothing once a later one stands; some days are kept for the eye. */
export async function forgetSlots(tx: Queryable, cell: bigint, name: string, before: Date): Promise<void> {
  await tx.query("DELETE FROM schedule_slot WHERE cell_id = $1 AND name = $2 AND slot < $3", [
    cell,
    name,
    before,
  ]);
}
