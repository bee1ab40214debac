/**
 * Backup: every table in one snapshot, streamed into one file, while the server goes on working. The embedded
 * PostgreSQL brings no pg_dump, and one way for both databases is one way to try.
 */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { to } from "pg-copy-streams";
import {
  type BackupProgress,
  copyOut,
  type End,
  FORMAT,
  type Header,
  PINNED,
  quoted,
  ROWS_END,
  Rows,
} from "./backupfile.ts";
import type { Database } from "./database.ts";
import { applied } from "./migrate.ts";

export interface BackupOptions {
  readonly progress?: BackupProgress;
  readonly signal?: AbortSignal;
}

/** A table of this schema and its stored columns. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * Writes all tables as of one moment into `file` (readable by its owner only: it holds personal data). The
 * file appears when it is whole and on the disk; an abort or a fault leaves none.
 */
export async function backup(
  database: Database,
  file: string,
  { progress = () => {}, signal }: BackupOptions = {},
): Promise<End> {
  signal?.throwIfAborted();
  const client = await database.connect();
  const part = `${file}.part-${process.pid}`;
  const result: { end?: End } = {};
  try {
    for (const sql of PINNED) await client.query(sql);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await pipeline(
      Readable.from(pieces(client, progress, result)),
      createGzip({ level: 4 }),
      createWriteStream(part, { mode: 0o600 }),
      signal === undefined ? {} : { signal },
    );
    await client.query("COMMIT");
    await settle(part, file);
  } finally {
    await client.end().catch(() => {});
    await rm(part, { force: true });
  }
  if (result.end === undefined) throw new Error("a backup without an end");
  return result.end;
}

/** On the disk under its name, or not at all. */
async function settle(part: string, file: string): Promise<void> {
  const handle = await open(part, "r+");
  await handle.sync();
  await handle.close();
  await rename(part, file);
  if (process.platform === "win32") return;
  const folder = await open(dirname(file), "r");
  await folder.sync();
  await folder.close();
}

async function* pieces(client: pg.Client, progress: BackupProgress, result: { end?: End }) {
  const tables = await listTables(client);
  yield line(await header(client, tables));
  const sums: string[] = [];
  let rows = 0;
  let bytes = 0;
  for (const [done, { name, columns }] of tables.entries()) {
    yield line({ table: name, columns });
    progress({ table: name, done, of: tables.length, bytes });
    const counted = new Rows();
    for await (const chunk of client.query(to(copyOut(name, columns)))) {
      counted.add(chunk);
      yield chunk;
      progress({ table: name, done, of: tables.length, bytes: bytes + counted.bytes });
    }
    yield Buffer.from(ROWS_END);
    const sha256 = counted.sha256();
    yield line({ rows: counted.rows, sha256 });
    sums.push(sha256);
    rows += counted.rows;
    bytes += counted.bytes;
  }
  result.end = { end: true, rows, sha256: sumOf(sums) };
  yield line(result.end);
  progress({ table: "", done: tables.length, of: tables.length, bytes });
}

async function header(client: pg.Client, tables: readonly Table[]): Promise<Header> {
  const { rows } = await client.query<{ version: string; at: Date }>(
    "SELECT current_setting('server_version') AS version, now() AS at",
  );
  const [row] = rows;
  const migrations = [...(await applied(queryable(client)))].map(([name, sha256]) => ({ name, sha256 }));
  return {
    wellspring: "backup",
    format: FORMAT,
    at: (row?.at ?? new Date(0)).toISOString(),
    server: row?.version ?? "",
    migrations,
    tables: tables.map(({ name }) => name),
    sequences: await readSequences(client),
  };
}

function line(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

/** The sum over the tables' sums: one line to compare two backups by. */
export function sumOf(sums: readonly string[]): string {
  return createHash("sha256").update(sums.join("\n")).digest("hex");
}

/** A client alone as the rest of the store queries. */
export function queryable(client: pg.Client) {
  return {
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) => {
      const { rows, rowCount } = await client.query<Row>(text, [...values]);
      return { rows, rowCount: rowCount ?? 0 };
    },
  };
}

/**
 * The tables of the schema but the list of migrations, which stands in the file's first line. Read from
 * pg_catalog, so that a later migration's table is in the backup without anybody having to remember it.
 */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT c.relispartition AND c.relname <> 'migration'
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      GROUP BY c.relname ORDER BY c.relname COLLATE "C"`,
  );
  return rows;
}

async function readSequences(client: pg.Client): Promise<Header["sequences"]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind = 'S' ORDER BY relname COLLATE "C"`,
  );
  const found: Header["sequences"] = [];
  for (const { name } of rows) {
    const { rows: states } = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${quoted(name)}`,
    );
    found.push({ name, value: states[0]?.value ?? "1", called: states[0]?.called ?? false });
  }
  return found;
}
