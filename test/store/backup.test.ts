/** Backup and restore: the round trip, the snapshot, and every way a file or a target can be wrong. */
import { pbkdf2, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { backup } from "../../src/store/backup.ts";
import type { Database } from "../../src/store/database.ts";
import { migrate } from "../../src/store/migrate.ts";
import { MIGRATIONS } from "../../src/store/migration/index.ts";
import type { Migration } from "../../src/store/migration/migration.ts";
import { restore } from "../../src/store/restore.ts";
import { bareDatabase, freshDatabase, type TestDatabase } from "../postgres.ts";

/** A later version's step: a table nobody told the backup of, in every kind of value, key and generated column. */
const LATER: Migration = {
  name: "900-later",
  before: [],
  up: [
    "CREATE TABLE a_child (cell_id bigint, no bigint, parent bigint NOT NULL, PRIMARY KEY (cell_id, no))",
    `CREATE TABLE "Odd name" (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "Text" text, body jsonb, raw bytea, at timestamptz,
      day date, list bigint[], size double precision, twice bigint GENERATED ALWAYS AS (id * 2) STORED)`,
    'ALTER TABLE a_child ADD FOREIGN KEY (parent) REFERENCES "Odd name" (id)',
    "CREATE TABLE nothing (cell_id bigint PRIMARY KEY)",
  ],
  after: [],
};
const STEPS = [...MIGRATIONS, LATER];

const folder = mkdtempSync(join(tmpdir(), "wellspring-backup-"));
const file = join(folder, "book.backup");
const made: TestDatabase[] = [];
let source: TestDatabase;

async function bare(): Promise<Database> {
  const one = await bareDatabase();
  made.push(one);
  return one.database;
}

async function fill(database: Database): Promise<void> {
  await database.query(
    `INSERT INTO "Odd name" ("Text", body, raw, at, day, list, size)
     SELECT CASE i % 7 WHEN 0 THEN '\\.' WHEN 1 THEN E'a\\nb\\\\.\\n' WHEN 2 THEN NULL WHEN 3 THEN E'\\t\\r\\\\N'
                       WHEN 4 THEN repeat('商户', (i % 900)::int) WHEN 5 THEN '' ELSE md5(i::text) END,
            jsonb_build_object('n', i, 'zh', '会员'), decode(md5(i::text), 'hex'),
            '2026-01-01'::timestamptz + i * interval '1.000001 s', '2026-01-01'::date + (i % 700)::int,
            ARRAY[i, -i, 9223372036854775807], i / 3.0::double precision
       FROM generate_series(1, 6000) i`,
  );
  await database.query('INSERT INTO a_child SELECT 1, id, id FROM "Odd name"');
}

/** Everything there is, in one text a table. */
async function contents(database: Database): Promise<Record<string, string>> {
  const { rows } = await database.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const sum = await database.query<{ sum: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")), '') AS sum
         FROM "${name}" t ${name === "migration" ? "WHERE name <> ''" : ""}`,
    );
    found[name] = sum.rows[0]?.sum ?? "";
  }
  delete found["migration"];
  return found;
}

beforeAll(async () => {
  source = await freshDatabase();
  await migrate(source.database, { migrations: STEPS });
  await fill(source.database);
});
afterEach(async () => {
  for (const one of made.splice(0)) await one.drop();
});
afterAll(async () => {
  await source.drop();
  rmSync(folder, { recursive: true, force: true });
});

test("a round trip brings back every row of every table, keys and counters", async () => {
  const seen: string[] = [];
  const end = await backup(source.database, file, { progress: ({ table }) => seen.push(table) });
  expect(end.rows).toBeGreaterThanOrEqual(12_000);
  expect(new Set(seen).size).toBe(Object.keys(await contents(source.database)).length + 1);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const target = await bare();
  expect(await restore(target, file, { migrations: STEPS })).toEqual(end);
  expect(await contents(target)).toEqual(await contents(source.database));
  expect(await migrate(target, { migrations: STEPS })).toEqual([]);
  const next = await target.query<{ id: bigint }>('INSERT INTO "Odd name" DEFAULT VALUES RETURNING id');
  expect(next.rows[0]?.id).toBe(6001n);
  await expect(target.query("INSERT INTO a_child VALUES (1, 9999, 9999)")).rejects.toThrow(/foreign key/);
  // Twice into one place is refused, and so is a place where a server has been.
  await expect(restore(target, file, { migrations: STEPS })).rejects.toThrow(/empty database only/);
  const used = await freshDatabase();
  made.push(used);
  await expect(restore(used.database, file, { migrations: STEPS })).rejects.toThrow(/empty database only/);
});

test("the backup is of one moment, whatever is written meanwhile", async () => {
  let going = true;
  let pairs = 0;
  const writing = (async () => {
    while (going) {
      pairs += 1;
      await source.database.transaction(async (tx) => {
        const { rows } = await tx.query<{ id: bigint }>('INSERT INTO "Odd name" DEFAULT VALUES RETURNING id');
        await tx.query("INSERT INTO a_child VALUES (2, $1, $1)", [rows[0]?.id]);
      });
    }
  })();
  const other = join(folder, "moving.backup");
  await backup(source.database, other);
  going = false;
  await writing;
  const target = await bare();
  await restore(target, other, { migrations: STEPS });
  const { rows } = await target.query<{ parents: bigint; children: bigint }>(
    `SELECT (SELECT count(*) FROM "Odd name") AS parents, (SELECT count(*) FROM a_child) AS children`,
  );
  expect(rows[0]?.parents).toBe(rows[0]?.children);
  expect(pairs).toBeGreaterThan(1);
});

/** Each is a way a file goes wrong between the two machines. */
const FAULTS: readonly (readonly [string, (whole: Buffer) => Buffer])[] = [
  ["cut in the middle", (whole) => whole.subarray(0, whole.length >> 1)],
  ["with one bit turned", (whole) => turned(whole, whole.length >> 1)],
  [
    "with a row changed",
    (whole) => text(whole, (all) => all.replace(/\n5000\t5000\t|\n1\t5000\t/, "\n1\t5001\t")),
  ],
  ["with a value changed", (whole) => text(whole, (all) => all.replace('"n": 4321,', '"n": 4322,'))],
  ["with a row missing", (whole) => text(whole, (all) => all.replace(/\n1\t4321\t4321\n/, "\n"))],
  ["without its end", (whole) => text(whole, (all) => all.replace(/\n\{"end".*\n$/, "\n"))],
  ["with more after its end", (whole) => text(whole, (all) => `${all}{}\n`)],
  ["that is something else", () => randomBytes(5000)],
  ["that is empty", () => Buffer.alloc(0)],
];

function turned(whole: Buffer, at: number): Buffer {
  const copy = Buffer.from(whole);
  copy[at] = (copy[at] ?? 0) ^ 4;
  return copy;
}

function text(whole: Buffer, change: (all: string) => string): Buffer {
  const before = gunzipSync(whole).toString("utf8");
  const after = change(before);
  if (after === before) throw new Error("the fault was not planted");
  return gzipSync(after, { level: 1 });
}

for (const [what, spoil] of FAULTS) {
  test(`a file ${what} is refused, and what it left is refused by server and restore`, async () => {
    const bad = join(folder, "bad.backup");
    writeFileSync(bad, spoil(readFileSync(file)));
    const target = await bare();
    await expect(restore(target, bad, { migrations: STEPS })).rejects.toThrow(/damaged or not whole/);
    const { rows } = await target.query<{ begun: boolean }>(
      "SELECT to_regclass('migration') IS NOT NULL AS begun",
    );
    if (rows[0]?.begun === true) {
      await expect(migrate(target, { migrations: STEPS })).rejects.toThrow(/did not finish/);
      await expect(restore(target, file, { migrations: STEPS })).rejects.toThrow(/empty database only/);
    }
  });
}

test("however late the database answers, a file found empty meanwhile is refused and nothing is thrown", async () => {
  const empty = join(folder, "empty.backup");
  writeFileSync(empty, "");
  const target = await bare();
  const late: Database = Object.assign(Object.create(target) as Database, {
    connect: async () => {
      // The fault falls between two moments of the stream's, one time in fifty.
      busy();
      await sleep(Math.random() * 3);
      return target.connect();
    },
  });
  for (let time = 0; time < 200; time++) {
    await expect(restore(late, empty, { migrations: STEPS })).rejects.toThrow(/damaged or not whole/);
  }
});

/** Threads that unpack are kept from it for a while. */
function busy(): void {
  for (let one = 0; one < 8; one++) pbkdf2("a", "b", 5_000, 64, "sha512", () => {});
}

test("a backup of a newer or another version is refused before anything is touched", async () => {
  const target = await bare();
  await expect(restore(target, file)).rejects.toThrow(/another version \(last step 900-later\)/);
  const edited = [...MIGRATIONS, { ...LATER, up: [...LATER.up, "SELECT 1"] }];
  await expect(restore(target, file, { migrations: edited })).rejects.toThrow(/another version/);
  const { rows } = await target.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public'");
  expect(rows).toEqual([]);
});

test("stopped half-way, a backup leaves no file and a restore leaves a database that is refused", async () => {
  const stopped = join(folder, "stopped.backup");
  const abort = new AbortController();
  const going = backup(source.database, stopped, {
    signal: abort.signal,
    progress: ({ bytes }) => bytes > 0 && abort.abort(new Error("enough")),
  });
  await expect(going).rejects.toThrow(/enough|abort/i);
  expect(readdirSync(folder).filter((name) => name.startsWith("stopped"))).toEqual([]);
  const target = await bare();
  const abort2 = new AbortController();
  const restoring = restore(target, file, {
    migrations: STEPS,
    signal: abort2.signal,
    progress: ({ bytes }) => bytes > 100_000 && abort2.abort(new Error("enough")),
  });
  await expect(restoring).rejects.toThrow(/enough/);
  await expect(migrate(target, { migrations: STEPS })).rejects.toThrow(/did not finish/);
});

test("a restore whose connection is killed leaves a database that is refused", async () => {
  const target = await bare();
  let killing: Promise<unknown> | undefined;
  const restoring = restore(target, file, {
    migrations: STEPS,
    progress: ({ bytes }) => {
      if (bytes < 100_000 || killing !== undefined) return;
      killing = target.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND application_name = 'wellspring writer'`,
      );
    },
  });
  await expect(restoring).rejects.toThrow();
  await killing;
  await expect(migrate(target, { migrations: STEPS })).rejects.toThrow(/did not finish/);
  await expect(restore(target, file, { migrations: STEPS })).rejects.toThrow(/empty database only/);
  const again = await bare();
  await restore(again, file, { migrations: STEPS });
  expect((await again.query("SELECT count(*) AS all FROM a_child")).rows).toEqual([{ all: 6000n }]);
});
