/** Where a check reads from: one unchanging view of a cell, its journals page by page. */
import type { Client } from "pg";
import { type Plan, readPlan } from "#engine";
import { queryable } from "./backup.ts";
import type { CellClock } from "./cells.ts";
import type { Database } from "./database.ts";

const PAGE = 1_000;
/** Joins by the key: the figures a planner goes by may not be there yet. */
const SESSION = [
  "SET enable_hashjoin = off",
  "SET jit = off",
  "SET timezone = 'UTC'",
  "SET bytea_output = 'hex'",
];

export interface CellFacts {
  readonly operator_id: bigint;
  readonly clock: CellClock;
  readonly journals: bigint;
  /** The first plan as it is kept, and the hash that is kept of it. */
  readonly plan: string | null;
  readonly hash: string | null;
}

/** Runs `work` on one unchanging view of the database. */
export async function inSnapshot<T>(database: Database, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await database.connect();
  try {
    for (const sql of SESSION) await client.query(sql);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    return await work(client);
  } finally {
    // Stopped in the midst of a copy the server may not answer any more.
    await Promise.race([
      client.end().catch(() => {}),
      new Promise((resolve) => setTimeout(resolve, 500).unref()),
    ]);
  }
}

/** The cell and its first plan as JSON. */
export async function cellFacts(client: Client, cell: bigint): Promise<CellFacts | undefined> {
  const { rows } = await queryable(client).query<CellFacts>(
    `SELECT c.operator_id, c.clock, p.seq AS journals,
       f.body AS plan, encode(f.hash, 'hex') AS hash
     FROM cell c JOIN pool p ON p.cell_id = c.cell_id
     LEFT JOIN plan f ON f.cell_id = c.cell_id AND f.first_seq = 0
     WHERE c.cell_id = $1 ORDER BY f.name, f.version LIMIT 1`,
    [cell],
  );
  return rows[0];
}

/** A plan from JSON; null where it is none. */
export function planFrom(json: unknown): Plan | null {
  const read = readPlan(json);
  return "plan" in read ? read.plan : null;
}

/** A plan from its text; null where it is none. */
export function planOrNull(body: string): Plan | null {
  try {
    return planFrom(JSON.parse(body));
  } catch {
    return null;
  }
}

/** A row of `journal`: numbers below 2^53 as text, for the driver makes nothing of them. */
export type JournalFields = readonly [
  seq: string,
  id: string | null,
  asked: string | null,
  record: string,
  head: Buffer,
  kind: string,
  at: string | null,
  touched: string,
  prev: string,
  after: string,
  earlier: string | null,
  cash: string | null,
  points: string | null,
];

const COLUMNS =
  "j.seq::text, j.id, j.asked, j.record, j.head, j.kind, " +
  "(extract(epoch FROM j.at) * 1000000)::bigint::text, j.touched::text, j.prev::text, " +
  "j.after::text, j.earlier::text";

/** All journals in their order, page by page; the next page is read while this one is worked on. */
export async function* pagesOf(
  client: Client,
  cell: bigint,
  signal?: AbortSignal,
): AsyncGenerator<readonly JournalFields[], undefined> {
  const text =
    `SELECT ${COLUMNS}, p.cash::text, p.points::text FROM journal j ` +
    "LEFT JOIN price p ON p.cell_id = j.cell_id AND p.seq = j.seq " +
    `WHERE j.cell_id = $1 AND j.seq > $2 ORDER BY j.seq LIMIT ${PAGE}`;
  const from = async (seq: string) => {
    const asked = { text, values: [cell, seq], rowMode: "array" as const };
    return (await client.query<[...JournalFields]>(asked)).rows;
  };
  let coming = from("0");
  for (;;) {
    const rows = await coming;
    signal?.throwIfAborted();
    const last = rows.at(-1);
    if (last === undefined) return undefined;
    coming = from(last[0]);
    coming.catch(() => {});
    yield rows;
    signal?.throwIfAborted();
  }
}
