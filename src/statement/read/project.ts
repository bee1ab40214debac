/**
 * The projector: follows the journals of a cell by their numbers and keeps the views that lists and figures
 * are read from. A stretch of journals, what it adds and how far that goes are written in one transaction,
 * so that it may be stopped at any moment and goes on where it was.
 */
import type { Database, Queryable } from "#store";
import { Earned } from "./earned.ts";
import { follow } from "./follow.ts";
import type { JournalText } from "./stretch.ts";
import { Tally } from "./tally.ts";
import { saveTally } from "./viewsql.ts";

/** Journals taken in one transaction. */
const CHUNK = 1_000;
/** Journals one call takes in at most, where nothing else is said. */
const MOST_TAKEN = 20_000;
const NAME = "views";

export interface Reached {
  /** The newest journal that the views take in. */
  readonly seq: bigint;
  /** Whether they take in all that had been booked when they were asked for. */
  readonly complete: boolean;
}

/** Brings the views of a cell up to now, by at most `most` journals. */
export async function projectTo(
  db: Pick<Database, "query" | "transaction">,
  cell: bigint,
  most = MOST_TAKEN,
): Promise<Reached> {
  const { rows } = await db.query<{ booked: bigint; seq: bigint | null }>(
    `SELECT p.seq AS booked, v.seq FROM pool p
     LEFT JOIN projection v ON v.cell_id = p.cell_id AND v.name = $2 WHERE p.cell_id = $1`,
    [cell, NAME],
  );
  const booked = rows[0]?.booked ?? 0n;
  let seq = rows[0]?.seq ?? 0n;
  for (let taken = 0; seq < booked && taken < most; taken += CHUNK) {
    seq = await db.transaction(async (tx) => await takeChunk(tx, cell, Math.min(CHUNK, most - taken)));
  }
  return { seq, complete: seq >= booked };
}

/** Takes the next journals in; returns the newest the views then take in. */
async function takeChunk(tx: Queryable, cell: bigint, most: number): Promise<bigint> {
  await tx.query(
    `INSERT INTO projection (cell_id, name, operator_id, seq)
     SELECT p.cell_id, $2, p.operator_id, 0 FROM pool p WHERE p.cell_id = $1
     ON CONFLICT (cell_id, name) DO NOTHING`,
    [cell, NAME],
  );
  // Whoever comes second waits here, and then finds done what he came for.
  const held = await tx.query<{ seq: bigint }>(
    "SELECT seq FROM projection WHERE cell_id = $1 AND name = $2 FOR UPDATE",
    [cell, NAME],
  );
  const from = held.rows[0]?.seq ?? 0n;
  const { rows } = await tx.query<JournalText>(
    `SELECT seq, kind, COALESCE(at, recorded_at) AS at, record,
       CASE WHEN kind = 'refund' THEN asked END AS asked
     FROM journal WHERE cell_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [cell, from, most],
  );
  const last = rows.at(-1);
  if (last === undefined) return from;
  const tally = new Tally();
  const earned = new Earned();
  await follow(tx, cell, rows, { tally, earned });
  await saveTally(tx, cell, tally);
  await earned.save(tx, cell);
  await tx.query("UPDATE projection SET seq = $3 WHERE cell_id = $1 AND name = $2", [cell, NAME, last.seq]);
  return last.seq;
}
