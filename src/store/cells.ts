/** Cells: how one is made, and which process may write it. */
import type { Plan } from "#engine";
import { POINT } from "#engine";
import { genesis, planText, sha256 } from "./chain.ts";
import type { Database, Queryable } from "./database.ts";
import type { PoolRow } from "./load.ts";
import { CELL_PARTY } from "./number.ts";

/** Whether the desk's clock gives orders their time, or orders alone carry it, as in a replay. */
export type CellClock = "live" | "orders";

export interface NewCell {
  readonly cell: bigint;
  readonly operator: bigint;
  readonly name: string;
  readonly clock: CellClock;
  readonly plan: Plan;
}

/**
 * Makes a cell with an empty book, `plan` in force for its main feed; false where the cell is there
 * already.
 */
export async function createCell(database: Database, made: NewCell): Promise<boolean> {
  const { cell, operator, name, clock, plan } = made;
  return await database.transaction(async (tx) => {
    const { rowCount } = await tx.query(
      `INSERT INTO cell (cell_id, operator_id, name, clock) VALUES ($1, $2, $3, $4)
       ON CONFLICT (cell_id) DO NOTHING`,
      [cell, operator, name, clock],
    );
    if (rowCount === 0) return false;
    const text = planText(plan);
    const { name: planName, version, pool } = plan;
    await tx.query(
      `INSERT INTO plan (cell_id, operator_id, name, version, hash, body, first_seq)
       VALUES ($1, $2, $3, $4, $5, $6, 0)`,
      [cell, operator, planName, version, sha256(text), text],
    );
    await tx.query(
      `INSERT INTO feed (cell_id, operator_id, feed, plan_name, plan_version, since_seq)
       VALUES ($1, $2, 'main', $3, $4, 0)`,
      [cell, operator, planName, version],
    );
    await tx.query(
      `INSERT INTO pool (cell_id, operator_id, seq, head, parties, lot_seq, cash, points, remainder,
         last_cash,
         last_points, opened, closed, exit_load_ppm, timed_from)
       VALUES ($1, $2, 0, $3, $4, 0, 0, 0, 0, $5, $6, false, false, $7, 1)`,
      [cell, operator, genesis(plan), CELL_PARTY, pool.openingPrice, POINT, pool.exitLoad],
    );
    return true;
  });
}

/** Makes sure that the operator is known. */
export async function putOperator(db: Queryable, operator: bigint, name: string): Promise<void> {
  await db.query(
    "INSERT INTO operator (operator_id, name) VALUES ($1, $2) ON CONFLICT (operator_id) DO NOTHING",
    [operator, name],
  );
}

export interface CellRow {
  readonly cell_id: bigint;
  readonly operator_id: bigint;
  readonly name: string;
  readonly clock: CellClock;
}

/** The cell, or undefined. */
export async function cellRow(db: Queryable, cell: bigint): Promise<CellRow | undefined> {
  const { rows } = await db.query<CellRow>(
    "SELECT cell_id, operator_id, name, clock FROM cell WHERE cell_id = $1",
    [cell],
  );
  return rows[0];
}

const POOL_COLUMNS =
  "operator_id, seq, head, epoch, parties, lot_seq, last_cash, last_points, opened, closed, cascade_order, " +
  "cascade_cash, cascade_points, exit_load_ppm, clock_us, clock_text, timed_from";

/** Who a lease is for. */
export interface Holder {
  /** Unique to the process. */
  readonly id: string;
  /** Where it can be reached, for those who are sent on. */
  readonly url: string;
}

/**
 * Takes the writing of a cell: a new epoch, which fences every earlier writer from its next group on. Null
 * where another holder's lease has not run out; `force` takes it all the same.
 */
export async function acquire(
  db: Queryable,
  cell: bigint,
  holder: Holder,
  lease: string,
  force = false,
): Promise<PoolRow | null> {
  const { rows } = await db.query<PoolRow>(
    `UPDATE pool SET epoch = epoch + 1, holder = $2, holder_url = $3, lease_until = now() + $4::interval
     WHERE cell_id = $1 AND (lease_until < now() OR holder = $2 OR $5)
     RETURNING ${POOL_COLUMNS}`,
    [cell, holder.id, holder.url, lease, force],
  );
  return rows[0] ?? null;
}

/** Keeps the lease of an epoch; false where another epoch has begun. */
export async function renew(db: Queryable, cell: bigint, epoch: bigint, lease: string): Promise<boolean> {
  const { rowCount } = await db.query(
    "UPDATE pool SET lease_until = now() + $3::interval WHERE cell_id = $1 AND epoch = $2",
    [cell, epoch, lease],
  );
  return rowCount === 1;
}

/** Gives the lease up, so that the next holder need not wait for its end. */
export async function release(db: Queryable, cell: bigint, epoch: bigint): Promise<void> {
  await db.query("UPDATE pool SET lease_until = '-infinity' WHERE cell_id = $1 AND epoch = $2", [
    cell,
    epoch,
  ]);
}

/** Who writes a cell now; null where nobody holds a lease that still runs. */
export async function holderOf(db: Queryable, cell: bigint): Promise<Holder | null> {
  const { rows } = await db.query<{ holder: string; holder_url: string }>(
    "SELECT holder, holder_url FROM pool WHERE cell_id = $1 AND lease_until >= now()",
    [cell],
  );
  const row = rows[0];
  return row === undefined ? null : { id: row.holder, url: row.holder_url };
}
