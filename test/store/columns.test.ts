/** Columns in PostgreSQL's binary form, read back by PostgreSQL itself. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { Columns } from "../../src/store/columns.ts";
import { bareDatabase, type TestDatabase } from "../postgres.ts";

let made: TestDatabase;
beforeAll(async () => {
  made = await bareDatabase();
});
afterAll(() => made.drop());

const same = <T>(one: T) => one;

async function read(type: string, column: Buffer): Promise<unknown> {
  const { rows } = await made.database.query<{ back: unknown }>(`SELECT to_json($1::${type}[]) AS back`, [
    column,
  ]);
  return rows[0]?.back;
}

const NUMBERS = [0, 1, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 32, 2 ** 53 - 1, -(2 ** 53) + 1];
const BIGINTS = [0n, -1n, 1n << 62n, (1n << 63n) - 1n, -(1n << 63n)];
const TEXTS = ["", "plain", '"quoted", {braced}, NULL', "积分池 🏪", "é".repeat(40)];

test("numbers, bigints, texts and bytes come back as they were", async () => {
  const columns = new Columns();
  const texts = async (values: readonly (number | bigint)[]) => {
    const { rows } = await made.database.query<{ back: string }>("SELECT $1::bigint[]::text AS back", [
      columns.bigints(values, same),
    ]);
    return rows[0]?.back;
  };
  expect(await texts(NUMBERS)).toBe(`{${NUMBERS.join(",")}}`);
  expect(await texts(BIGINTS)).toBe(`{${BIGINTS.join(",")}}`);
  expect(await texts([])).toBe("{}");
  expect(await read("text", columns.texts(TEXTS, same))).toEqual(TEXTS);
  const blobs = [Buffer.alloc(0), Buffer.from([0, 255, 92]), Buffer.alloc(70, 7)];
  const hex = blobs.map((blob) => `\\x${blob.toString("hex")}`);
  expect(await read("bytea", columns.blobs(blobs, same))).toEqual(hex);
});

test("what was drawn up stands while the room grows, and the room is taken again after it", async () => {
  const columns = new Columns();
  const first = columns.texts(TEXTS, same);
  const much = Array.from({ length: 20_000 }, (_, n) => `${n}-${"长".repeat(n % 40)}`);
  const second = columns.texts(much, same);
  const third = columns.bigints(BIGINTS, same);
  expect(await read("text", first)).toEqual(TEXTS);
  expect(await read("text", second)).toEqual(much);
  columns.restart();
  const fourth = columns.texts(TEXTS, same);
  expect(fourth.buffer).toBe(third.buffer);
  expect(await read("text", fourth)).toEqual(TEXTS);
});

test("a figure beyond 64 bits is refused and never cut", () => {
  const columns = new Columns();
  for (const value of [1n << 63n, -(1n << 63n) - 1n, 1n << 200n]) {
    expect(() => columns.bigints([value], same)).toThrow(RangeError);
  }
});
