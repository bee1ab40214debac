/** What every table of the schema must be like, asked of the catalogue of a real database. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bareDatabase, freshDatabase, type TestDatabase } from "../postgres.ts";
import { REFERENCE_TABLES } from "../tidy/sql.ts";

const reference = `ARRAY[${[...REFERENCE_TABLES].map((name) => `'${name}'`).join(", ")}]`;
const TABLES = `SELECT c.oid, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relname = ANY(${reference})`;

interface Rule {
  readonly name: string;
  /** Gives a row for each fault. */
  readonly query: string;
  /** DDL that breaks it. */
  readonly plant: string;
}

const RULES: readonly Rule[] = [
  {
    name: "a table has a cell, never null",
    query: `SELECT relname FROM (${TABLES}) t WHERE NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = t.oid
      AND a.attname = 'cell_id' AND a.attnotnull AND a.atttypid = 'bigint'::regtype)`,
    plant: "CREATE TABLE planted (id text PRIMARY KEY)",
  },
  {
    name: "a table says whose it is",
    query: `SELECT relname FROM (${TABLES}) t WHERE NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = t.oid
      AND a.attname = 'operator_id' AND a.attnotnull)`,
    plant: "CREATE TABLE planted (cell_id bigint PRIMARY KEY)",
  },
  {
    name: "a table has a primary key",
    query: `SELECT relname FROM (${TABLES}) t WHERE NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = t.oid
      AND i.indisprimary)`,
    plant: "CREATE TABLE planted (cell_id bigint NOT NULL, operator_id bigint NOT NULL)",
  },
  {
    name: "a unique key begins with the cell",
    query: `SELECT i.indexrelid::regclass::text AS relname FROM pg_index i JOIN (${TABLES}) t ON t.oid = i.indrelid
      WHERE i.indisunique AND (SELECT attname FROM pg_attribute a WHERE a.attrelid = i.indrelid
        AND a.attnum = i.indkey[0]) IS DISTINCT FROM 'cell_id'`,
    plant:
      "CREATE TABLE planted (cell_id bigint NOT NULL, operator_id bigint NOT NULL, id text UNIQUE, PRIMARY KEY (cell_id, id))",
  },
  {
    name: "a foreign key stays in its cell and is not deferrable",
    query: `SELECT conname AS relname FROM pg_constraint k JOIN (${TABLES}) t ON t.oid = k.conrelid WHERE k.contype = 'f'
      AND (k.condeferrable OR NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = k.conrelid
        AND a.attnum = ANY(k.conkey) AND a.attname = 'cell_id'))`,
    plant: "ALTER TABLE cell ADD FOREIGN KEY (operator_id) REFERENCES operator",
  },
  {
    name: "no triggers, rules, exclusion constraints, inheritance",
    query: `SELECT tgname AS relname FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT rulename FROM pg_rewrite r JOIN (${TABLES}) t ON t.oid = r.ev_class WHERE rulename <> '_RETURN'
      UNION ALL SELECT conname FROM pg_constraint WHERE contype = 'x'
      UNION ALL SELECT inhrelid::regclass::text FROM pg_inherits`,
    plant: "CREATE RULE planted AS ON DELETE TO cell DO INSTEAD NOTHING",
  },
  {
    name: "no sequences: numbers come from the application",
    query: "SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace",
    plant: "CREATE SEQUENCE planted",
  },
  {
    name: "no default but a constant or now()",
    query: `SELECT adrelid::regclass::text || '.' || pg_get_expr(adbin, adrelid) AS relname FROM pg_attrdef
      JOIN (${TABLES}) t ON t.oid = adrelid
      WHERE pg_get_expr(adbin, adrelid) ~ '\\(' AND pg_get_expr(adbin, adrelid) <> 'now()'
        AND pg_get_expr(adbin, adrelid) !~ '^''[^'']*''::'`,
    plant: "ALTER TABLE cell ALTER COLUMN name SET DEFAULT gen_random_uuid()::text",
  },
  {
    name: "no floating point beside money",
    query: `SELECT t.relname || '.' || a.attname AS relname FROM pg_attribute a JOIN (${TABLES}) t ON t.oid = a.attrelid
      WHERE a.attnum > 0 AND a.atttypid IN ('real'::regtype, 'double precision'::regtype)`,
    plant: "ALTER TABLE cell ADD COLUMN planted double precision",
  },
];

describe("the schema", () => {
  let made: TestDatabase;
  beforeAll(async () => {
    made = await freshDatabase();
  });
  afterAll(async () => await made.drop());

  test.each(RULES)("$name", async ({ query }) => {
    expect((await made.database.query(query)).rows).toEqual([]);
  });

  test.each(RULES)("a planted fault is found: $name", async ({ query, plant }) => {
    const undo = new Error("undo");
    const found = made.database.transaction(async (tx) => {
      await tx.query(plant);
      const { rows } = await tx.query(query);
      expect(rows).not.toEqual([]);
      throw undo;
    });
    await expect(found).rejects.toBe(undo);
  });

  test("a database without our tables breaks no rule", async () => {
    const bare = await bareDatabase();
    for (const { query } of RULES) expect((await bare.database.query(query)).rows).toEqual([]);
    await bare.drop();
  });
});
