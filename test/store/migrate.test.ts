/** The runner of the schema's steps: assertions, refusals, and two programs at once. */
import { afterEach, expect, test } from "vitest";
import { Database } from "../../src/store/database.ts";
import { migrate, RESTORING } from "../../src/store/migrate.ts";
import { MIGRATIONS } from "../../src/store/migration/index.ts";
import type { Migration } from "../../src/store/migration/migration.ts";
import { bareDatabase, freshDatabase, type TestDatabase } from "../postgres.ts";

const one: Migration = {
  name: "001-one",
  before: ["SELECT to_regclass('one') IS NULL AS ok"],
  up: ["CREATE TABLE one (id bigint PRIMARY KEY)", "INSERT INTO one VALUES (1), (2)"],
  after: ["SELECT count(*) = 2 AS ok FROM one"],
};
const two: Migration = {
  name: "002-two",
  before: ["SELECT count(*) = 2 AS ok, count(*) FROM one"],
  up: ["ALTER TABLE one ADD COLUMN word text NOT NULL DEFAULT 'x'"],
  after: ["SELECT bool_and(word = 'x') AS ok FROM one"],
};

const made: TestDatabase[] = [];
async function bare(): Promise<Database> {
  const fresh = await bareDatabase();
  made.push(fresh);
  return fresh.database;
}
afterEach(async () => {
  for (const one of made.splice(0)) await one.drop();
});

async function names(database: Database): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>("SELECT name FROM migration ORDER BY name");
  return rows.map(({ name }) => name);
}

async function columns(database: Database): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
      WHERE attrelid = to_regclass('one') AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
  );
  return rows.map(({ name }) => name);
}

test("steps run once, in order", async () => {
  const database = await bare();
  expect(await migrate(database, { migrations: [one] })).toEqual(["001-one"]);
  expect(await migrate(database, { migrations: [one, two] })).toEqual(["002-two"]);
  expect(await migrate(database, { migrations: [one, two] })).toEqual([]);
  expect(await names(database)).toEqual(["000-migration", "001-one", "002-two"]);
  expect(await columns(database)).toEqual(["id", "word"]);
});

test("the steps of this version make the schema that tests get", async () => {
  const { database, drop } = await freshDatabase();
  expect(await names(database)).toEqual(["000-migration", ...MIGRATIONS.map(({ name }) => name)]);
  expect(await migrate(database)).toEqual([]);
  await drop();
});

for (const [what, fault, says] of [
  [
    "an assertion before",
    { ...two, before: ["SELECT count(*) = 3 AS ok, count(*) FROM one"] },
    /"count":"2"/,
  ],
  ["an assertion after", { ...two, after: ["SELECT bool_and(word = 'y') AS ok FROM one"] }, /word = 'y'/],
  ["an assertion without a row", { ...two, after: ["SELECT true AS ok FROM one WHERE id = 9"] }, /\[\]/],
  ["an assertion that is null", { ...two, after: ["SELECT NULL::boolean AS ok"] }, /null/],
  ["an assertion with two rows", { ...two, after: ["SELECT true AS ok FROM one"] }, /true/],
  ["SQL that fails", { ...two, up: [...two.up, "SELECT 1/0"] }, /division by zero/],
] as const) {
  test(`${what} stops the step, which changes nothing`, async () => {
    const database = await bare();
    await migrate(database, { migrations: [one] });
    const failed = migrate(database, { migrations: [one, fault] });
    await expect(failed).rejects.toThrow(/002-two/);
    await expect(failed).rejects.toThrow(says);
    expect(await names(database)).toEqual(["000-migration", "001-one"]);
    expect(await columns(database)).toEqual(["id"]);
    expect(await migrate(database, { migrations: [one, two] })).toEqual(["002-two"]);
  });
}

test("a step that was edited after it was run is refused", async () => {
  const database = await bare();
  await migrate(database, { migrations: [one] });
  const edited = { ...one, up: [...one.up, "SELECT 1"] };
  await expect(migrate(database, { migrations: [edited, two] })).rejects.toThrow(/001-one/);
  expect(await columns(database)).toEqual(["id"]);
});

test("a database that a newer version has used is refused", async () => {
  const database = await bare();
  await migrate(database, { migrations: [one, two] });
  await expect(migrate(database, { migrations: [one] })).rejects.toThrow(/newer version/);
});

test("a step is not slipped in before one that is done", async () => {
  const database = await bare();
  await migrate(database, { migrations: [one] });
  const early: Migration = { name: "000-zero", before: [], up: ["SELECT 1"], after: [] };
  await expect(migrate(database, { migrations: [early, one] })).rejects.toThrow(/000-zero/);
});

test("half a restore is refused", async () => {
  const database = await bare();
  await migrate(database, { migrations: [one] });
  await database.query("INSERT INTO migration (name, sha256) VALUES ($1, '')", [RESTORING]);
  await expect(migrate(database, { migrations: [one] })).rejects.toThrow(/Restore again/);
});

test("of several programs at once each step is run by one", async () => {
  const database = await bare();
  const slow = { ...two, up: ["SELECT pg_sleep(0.3)", ...two.up] };
  const programs = Array.from({ length: 4 }, () => new Database(database.url, { statementTimeout: 200 }));
  const done = await Promise.all(programs.map((program) => migrate(program, { migrations: [one, slow] })));
  expect(done.flat().sort()).toEqual(["001-one", "002-two"]);
  expect(await names(database)).toEqual(["000-migration", "001-one", "002-two"]);
  await Promise.all(programs.map((program) => program.close()));
});
