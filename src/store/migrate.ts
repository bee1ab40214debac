/**
 * Brings a database to the schema of this version. Each step is one transaction with its assertions before
 * and after; the table `migration` tells what was done. Its first row stands for the table itself, and who
 * runs a step holds the lock of that row: of two programs that start at once one waits (no advisory lock).
 */
import { createHash } from "node:crypto";
import { type Database, type Queryable, sqlState, UNIQUE_VIOLATION } from "./database.ts";
import { MIGRATIONS } from "./migration/index.ts";
import type { Migration } from "./migration/migration.ts";
import { type Log, StoreFault } from "./trouble.ts";

const TABLE = `CREATE TABLE IF NOT EXISTS migration (
  name text PRIMARY KEY,
  applied_at timestamptz NOT NULL DEFAULT now(),
  sha256 text NOT NULL
)`;

const FIRST: Migration = { name: "000-migration", before: [], up: [TABLE], after: [] };

/** A restore puts this row down first and takes it away last: half a book is never taken for a book. */
export const RESTORING = "restoring";

/** What two CREATE TABLE IF NOT EXISTS at once may give one of them. */
const AT_ONCE = new Set([UNIQUE_VIOLATION, "42P07", "42710", "XX000"]);

export interface MigrateOptions {
  readonly log?: Log;
  /** The steps in order; those of this version unless a restore or a test says otherwise. */
  readonly migrations?: readonly Migration[];
  /** Only for a restore: its own mark does not stop it. */
  readonly restoring?: boolean;
}

/**
 * Runs the steps that this database does not have yet and gives their names. Refuses (StoreFault) and changes
 * nothing when a step done earlier reads otherwise now, when the database has a step unknown to this version,
 * when a step stands before one that is done, and when an assertion does not hold.
 */
export async function migrate(
  database: Database,
  { log = () => {}, migrations = MIGRATIONS, restoring = false }: MigrateOptions = {},
): Promise<string[]> {
  await prepare(database);
  const read = async (on: Queryable) => {
    const done = await applied(on);
    if (restoring) done.delete(RESTORING);
    return check(done, migrations);
  };
  const pending = await read(database);
  const isNew = pending.length === migrations.length;
  const done: string[] = [];
  for (const migration of pending) {
    if (await step(database, migration, read)) {
      done.push(migration.name);
      if (!isNew) log(`数据库已升级：${migration.name} / database migrated: ${migration.name}`);
    }
  }
  const last = done.at(-1);
  if (isNew && last !== undefined) log(`数据库已建好：${last} / database made: ${last}`);
  return done;
}

/** sha256 over the text of a step, in hex. */
export function migrationHash({ name, before, up, after }: Migration): string {
  return createHash("sha256")
    .update(JSON.stringify([name, before, up, after]))
    .digest("hex");
}

async function prepare(database: Database): Promise<void> {
  for (let tries = 1; ; tries++) {
    const { rows } = await database.query<{ there: boolean }>(
      "SELECT to_regclass('migration') IS NOT NULL AS there",
    );
    if (rows[0]?.there === true) break;
    try {
      await database.query(TABLE);
      break;
    } catch (error) {
      if (tries >= 5 || !AT_ONCE.has(sqlState(error) ?? "")) throw error;
    }
  }
  await database.query("INSERT INTO migration (name, sha256) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING", [
    FIRST.name,
    migrationHash(FIRST),
  ]);
}

/** Marks an empty database as one into which a restore began; a second restore into it is refused. */
export async function markRestoring(database: Database): Promise<void> {
  await prepare(database);
  await database.query("INSERT INTO migration (name, sha256) VALUES ($1, '')", [RESTORING]);
}

/** Name and sha256 of every step in the database. */
export async function applied(on: Queryable): Promise<Map<string, string>> {
  const { rows } = await on.query<{ name: string; sha256: string }>(
    "SELECT name, sha256 FROM migration ORDER BY name",
  );
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

/** The steps still to do; throws where the database and this version tell different stories. */
function check(done: ReadonlyMap<string, string>, migrations: readonly Migration[]): Migration[] {
  if (done.has(RESTORING)) {
    throw new StoreFault(
      "这个数据库的恢复没有完成，不能使用。请在一个新的空数据库里重新恢复。",
      "The restore into this database did not finish, so it cannot be used. Restore again into a " +
        "new, empty database.",
    );
  }
  const known = new Map([FIRST, ...migrations].map((one) => [one.name, migrationHash(one)]));
  for (const [name, sha256] of done) {
    const now = known.get(name);
    if (now === undefined) {
      throw new StoreFault(
        `数据库里有本版本不认识的升级步骤 ${name}：较新的版本用过它。请运行那个版本，或恢复升级前的备份。`,
        `The database has a step this version does not know, ${name}: a newer version was here. Run ` +
          "that version, or restore the backup from before it.",
      );
    }
    if (now !== sha256) {
      throw new StoreFault(
        `升级步骤 ${name} 与当时执行的内容不同：已发布的步骤不可修改。请运行原来的版本。`,
        `Step ${name} reads otherwise than when it was run: a released step is never edited. Run the ` +
          "version it came with.",
      );
    }
  }
  const pending = migrations.filter(({ name }) => !done.has(name));
  const last = migrations.findLastIndex(({ name }) => done.has(name));
  const early = pending.find((one) => migrations.indexOf(one) < last);
  if (early !== undefined) {
    throw new StoreFault(
      `升级步骤 ${early.name} 排在已执行的 ${migrations[last]?.name} 之前，却从未执行：不能补插。`,
      `Step ${early.name} stands before ${migrations[last]?.name}, which is done, but was never run: ` +
        "steps are only added at the end.",
    );
  }
  return pending;
}

/** Runs one step under the lock; false when another program ran it while this one waited. */
function step(
  database: Database,
  migration: Migration,
  pending: (on: Queryable) => Promise<Migration[]>,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    // Waiting for the other migrator and building an index may both take longer than any everyday statement.
    await tx.query("SET LOCAL statement_timeout = 0");
    await tx.query("SELECT name FROM migration WHERE name = $1 FOR UPDATE", [FIRST.name]);
    if (!(await pending(tx)).some(({ name }) => name === migration.name)) return false;
    for (const sql of migration.before) await assertHolds(tx, migration, "before", sql);
    for (const sql of migration.up) await run(tx, migration, sql);
    for (const sql of migration.after) await assertHolds(tx, migration, "after", sql);
    await tx.query("INSERT INTO migration (name, sha256) VALUES ($1, $2)", [
      migration.name,
      migrationHash(migration),
    ]);
    return true;
  });
}

async function run(tx: Queryable, migration: Migration, sql: string) {
  try {
    return await tx.query(sql);
  } catch (cause) {
    // Serialization failures and deadlocks are tried again by the transaction: they pass as they are.
    if (["40001", "40P01"].includes(sqlState(cause) ?? "")) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StoreFault(
      `升级步骤 ${migration.name} 失败，数据库保持原样：${why}\n${sql}`,
      `Step ${migration.name} failed; the database is as it was: ${why}`,
      { cause },
    );
  }
}

async function assertHolds(tx: Queryable, migration: Migration, when: "before" | "after", sql: string) {
  const { rows } = await run(tx, migration, sql);
  const [row] = rows;
  if (rows.length === 1 && row?.["ok"] === true) return;
  const shown = JSON.stringify(rows.slice(0, 3), (_, value) =>
    typeof value === "bigint" ? String(value) : value,
  );
  throw new StoreFault(
    `升级步骤 ${migration.name} 的${when === "before" ? "前置" : "后置"}检查不成立，数据库保持原样：${shown}\n${sql}`,
    `Step ${migration.name}: a check ${when} it does not hold; the database is as it was.`,
  );
}
