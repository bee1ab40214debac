/** How often something may be done, counted in the database so that every process counts together. */
import type { Queryable } from "#store";
import type { Ground } from "./ground.ts";

export type Limit = { readonly most: number; readonly seconds: number };

/**
 * Counts one more of this subject; null while every limit holds, else the time the exceeded one begins anew.
 * One statement a limit, so that fifty at once are counted as fifty. The subject is kept as a digest: a
 * phone or an address does not stand here.
 */
export async function exceeded(
  ground: Ground,
  subject: string,
  limits: readonly Limit[],
  query: Queryable = ground.database,
): Promise<Date | null> {
  const now = ground.now().getTime();
  let again: Date | null = null;
  for (const { most, seconds } of limits) {
    const slot = now - (now % (seconds * 1000));
    const counted = ground.vault.digest("rate", `${seconds}/${subject}`).toString("hex");
    const { rows } = await query.query<{ count: number }>(
      `INSERT INTO rate (cell_id, operator_id, subject, slot, count) VALUES ($1, $2, $3, $4, 1)
       ON CONFLICT (cell_id, subject, slot) DO UPDATE SET count = rate.count + 1 RETURNING count`,
      [ground.cell, ground.operator, counted, new Date(slot)],
    );
    if ((rows[0]?.count ?? 0) > most) again = new Date(slot + seconds * 1000);
  }
  return again;
}

/** Tries that cost nothing, then a wait that doubles up to the longest. */
const FREE = 5;
const FIRST_WAIT = 30;
const LONGEST_WAIT = 900;

/**
 * Charges a try to a subject before it is made, so that tries side by side cannot outrun the count; null
 * while it may be made, else the time it may. The subject exists as soon as it is tried: nobody learns
 * whether it does.
 */
export async function charge(ground: Ground, subject: Buffer): Promise<Date | null> {
  const now = ground.now();
  const { rowCount } = await ground.database.query(
    `INSERT INTO lockout (cell_id, operator_id, subject, failures, locked_until) VALUES ($1, $2, $3, 1, $4)
     ON CONFLICT (cell_id, subject) DO UPDATE SET
       failures = lockout.failures + 1,
       locked_until = $4::timestamptz + make_interval(secs => CASE WHEN lockout.failures + 1 < $5::int THEN 0
         ELSE least($7::float8, $6::float8 * power(2, least(lockout.failures + 1 - $5::int, 20))) END)
     WHERE lockout.locked_until <= $4`,
    [ground.cell, ground.operator, subject, now, FREE, FIRST_WAIT, LONGEST_WAIT],
  );
  if (rowCount === 1) return null;
  const { rows } = await ground.database.query<{ locked_until: Date }>(
    "SELECT locked_until FROM lockout WHERE cell_id = $1 AND subject = $2",
    [ground.cell, subject],
  );
  return rows[0]?.locked_until ?? now;
}

/** Counts no longer needed: slots and locks two days old. */
export async function sweepLimits(ground: Ground): Promise<void> {
  const values = [ground.cell, ground.after(-2 * 86_400)];
  await ground.database.query("DELETE FROM rate WHERE cell_id = $1 AND slot < $2", values);
  await ground.database.query("DELETE FROM lockout WHERE cell_id = $1 AND locked_until < $2", values);
}
