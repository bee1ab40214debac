/** The plans 章程 in force, one a feed. */
import type { Queryable } from "#store";

export interface PlanInForce {
  readonly feed: string;
  readonly name: string;
  readonly version: number;
  /** SHA-256 of its text in the book, in hexadecimal. */
  readonly hash: string;
  /** JSON of the plan file. */
  readonly body: string;
  /** The journal that put it in force; 0 for the plan the book began with. */
  readonly since: bigint;
}

interface Row extends Omit<PlanInForce, "hash" | "version"> {
  readonly version: bigint;
  readonly hash: Buffer;
}

/** What every feed of a cell goes by now. */
export async function plansInForce(db: Queryable, cell: bigint): Promise<PlanInForce[]> {
  const { rows } = await db.query<Row>(
    `SELECT f.feed, p.name, p.version, p.hash, p.body, f.since_seq AS since
     FROM feed f JOIN plan p ON p.cell_id = f.cell_id AND p.name = f.plan_name AND p.version = f.plan_version
     WHERE f.cell_id = $1 ORDER BY f.feed`,
    [cell],
  );
  return rows.map((row) => ({ ...row, version: Number(row.version), hash: row.hash.toString("hex") }));
}
