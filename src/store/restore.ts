/**
 * Restore: a backup into an empty database, whole or not at all. Until it is whole the database carries a
 * mark that keeps the server out of it.
 */
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { from, to } from "pg-copy-streams";
import { type BackupOptions, listTables, sumOf, type Table } from "./backup.ts";
import {
  type BackupProgress,
  BackupReader,
  copyIn,
  copyOut,
  damaged,
  End,
  Header,
  PINNED,
  quoted,
  Rows,
  TableEnd,
  TableHead,
} from "./backupfile.ts";
import { type Database, sqlState, UNIQUE_VIOLATION } from "./database.ts";
import { markRestoring, migrate, migrationHash, RESTORING } from "./migrate.ts";
import { MIGRATIONS } from "./migration/index.ts";
import type { Migration } from "./migration/migration.ts";
import { StoreFault } from "./trouble.ts";

export interface RestoreOptions extends BackupOptions {
  readonly migrations?: readonly Migration[];
}

/**
 * Restores `file` into the database, which must have no table yet: brings it to the backup's schema, loads
 * the rows, compares every count and checksum with the file and then with what stands there. A fault or
 * an abort leaves a database that every later start and restore refuses; take a new one.
 */
export async function restore(
  database: Database,
  file: string,
  { progress = () => {}, signal, migrations = MIGRATIONS }: RestoreOptions = {},
): Promise<End> {
  signal?.throwIfAborted();
  const source = createReadStream(file);
  const unpacked = createGunzip();
  const feeding = pipeline(source, unpacked, signal === undefined ? {} : { signal });
  feeding.catch(() => {});
  // The reader listens once connected, and hears of a fault before that from the stream itself. One that
  // falls after the pipeline has ceased to listen would be nobody's, and end the process.
  unpacked.on("error", () => {});
  const client = await database.connect();
  const abort = () => void client.end().catch(() => {});
  signal?.addEventListener("abort", abort, { once: true });
  try {
    const reader = new BackupReader(unpacked);
    const header = await reader.json(Header);
    await begin(database, header, migrations);
    for (const sql of PINNED) await client.query(sql);
    await client.query("BEGIN");
    const end = await load(client, reader, header, progress);
    await client.query("DELETE FROM migration WHERE name = $1", [RESTORING]);
    signal?.throwIfAborted();
    await client.query("COMMIT");
    await client.query("ANALYZE");
    return end;
  } catch (error) {
    signal?.throwIfAborted();
    throw isSpoilt(error) ? damaged(error) : error;
  } finally {
    signal?.removeEventListener("abort", abort);
    source.destroy();
    unpacked.destroy();
    await client.end().catch(() => {});
  }
}

/** Bytes that do not unpack, and rows that the schema they came from could not have held. */
function isSpoilt(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return /^(Z_|2[23]\w{3}$)/.test(String(error.code));
}

/** Refuses what cannot be restored here, marks the database, and gives it the backup's schema. */
async function begin(database: Database, header: Header, migrations: readonly Migration[]): Promise<void> {
  const steps = header.migrations.slice(1);
  const known = migrations.slice(0, steps.length);
  const same = steps.every(({ name, sha256 }, at) => {
    const step = known[at];
    return step?.name === name && migrationHash(step) === sha256;
  });
  if (!same) {
    throw new StoreFault(
      `备份来自另一个版本（最后一步 ${steps.at(-1)?.name}）。请用写出它的版本或更新的版本恢复。`,
      `The backup comes from another version (last step ${steps.at(-1)?.name}). ` +
        "Restore it with the version that wrote it or a newer one.",
    );
  }
  const { rows } = await database.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
      ORDER BY relname LIMIT 5`,
  );
  if (rows.length > 0) throw notEmpty(rows.map(({ name }) => name).join(", "));
  try {
    await markRestoring(database);
  } catch (error) {
    if (sqlState(error) === UNIQUE_VIOLATION) throw notEmpty("migration");
    throw error;
  }
  await migrate(database, { migrations: known, restoring: true });
}

function notEmpty(names: string): StoreFault {
  return new StoreFault(
    `只能恢复到空数据库；这个数据库里已有：${names}。`,
    `A restore goes into an empty database only; this one has ${names}.`,
  );
}

async function load(
  client: pg.Client,
  reader: BackupReader,
  header: Header,
  progress: BackupProgress,
): Promise<End> {
  const tables = await listTables(client);
  if (tables.map(({ name }) => name).join() !== header.tables.join()) throw damaged();
  const keys = await dropForeignKeys(client);
  if (tables.length > 0) {
    // Migrations put first rows down (the operator, the regions); the backup has them as they are now.
    await client.query(`TRUNCATE ${tables.map(({ name }) => quoted(name)).join(", ")}`);
  }
  const sums: string[] = [];
  let rows = 0;
  let bytes = 0;
  for (const [done, table] of tables.entries()) {
    const loaded = await loadTable(client, reader, table, (some) =>
      progress({ table: table.name, done, of: tables.length, bytes: bytes + some }),
    );
    sums.push(loaded.sha256);
    rows += loaded.rows;
    bytes += loaded.bytes;
  }
  for (const { name, value, called } of header.sequences) {
    await client.query("SELECT setval($1::regclass, $2::bigint, $3::boolean)", [quoted(name), value, called]);
  }
  for (const sql of keys) await client.query(sql);
  const end = await reader.json(End);
  await reader.finish();
  if (end.rows !== rows || end.sha256 !== sumOf(sums)) throw damaged();
  progress({ table: "", done: tables.length, of: tables.length, bytes });
  return end;
}

async function loadTable(
  client: pg.Client,
  reader: BackupReader,
  { name, columns }: Table,
  progress: (bytes: number) => void,
): Promise<{ rows: number; bytes: number; sha256: string }> {
  const head = await reader.json(TableHead);
  if (head.table !== name || [...head.columns].sort().join() !== [...columns].sort().join()) throw damaged();
  const given = new Rows();
  const counted = async function* () {
    for await (const chunk of reader.rows()) {
      given.add(chunk);
      progress(given.bytes);
      yield chunk;
    }
  };
  const into = client.query(from(copyIn(name, head.columns)));
  await pipeline(Readable.from(counted()), into);
  const end = await reader.json(TableEnd);
  const sha256 = given.sha256();
  if (end.rows !== given.rows || end.sha256 !== sha256 || into.rowCount !== given.rows) throw damaged();
  const stands = new Rows();
  for await (const chunk of client.query(to(copyOut(name, head.columns)))) stands.add(chunk);
  if (stands.rows !== given.rows || stands.unordered() !== given.unordered()) {
    throw new StoreFault(
      `表 ${name} 写入后与备份不同，已放弃。`,
      `Table ${name} reads otherwise than the backup after loading; given up.`,
    );
  }
  return { rows: given.rows, bytes: given.bytes, sha256 };
}

/** Takes the foreign keys away while rows come in table by table; gives the SQL that puts them back. */
async function dropForeignKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT c.relname AS table, k.conname AS name, pg_get_constraintdef(k.oid) AS definition
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE k.contype = 'f' AND k.conparentid = 0 AND c.relnamespace = current_schema()::regnamespace
      ORDER BY c.relname, k.conname`,
  );
  for (const { table, name } of rows) {
    await client.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`);
  }
  return rows.map(
    ({ table, name, definition }) =>
      `ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`,
  );
}
