/** Histories of accounts out of the database, against a plain sum over all records. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accountHistory, BadCursor, findAccount, type HistoryRow, trialBalanceOf } from "#statement";
import { playable } from "./play.ts";
import { allPages, bookedWorld, CELL, naive } from "./read-stage.ts";

const SEED = 20_260_301;

const plain = ({ seq, line, step, amount, counter, balance }: HistoryRow) => ({
  seq,
  line,
  step,
  amount,
  counter,
  balance,
});

describe("the history of an account", () => {
  test("of every account of random worlds: each row and the balance after it, in pages of any size", async () => {
    await fc.assert(
      fc.asyncProperty(playable(90), fc.integer({ min: 1, max: 9 }), async (world, limit) => {
        const { database, journals, drop } = await bookedWorld(world);
        try {
          const expected = naive(journals);
          for (const [key, rows] of expected) {
            const read = async (limit: number) =>
              (
                await allPages(async (cursor) => {
                  const page = await accountHistory(database, CELL, key, { cursor, limit });
                  if (page === null) throw new Error(`${key} is not found`);
                  expect(page.items.length).toBeLessThanOrEqual(limit);
                  return page;
                })
              ).map(plain);
            const newestFirst = [...rows].reverse();
            expect(await read(200), key).toEqual(newestFirst);
            if (rows.length < 60) expect(await read(limit), key).toEqual(newestFirst);
            const found = await findAccount(database, CELL, key);
            const again = await findAccount(database, CELL, found?.number ?? 0n);
            expect(again?.key).toBe(key);
            const { rows: stored } = await database.query<{ balance: bigint }>(
              "SELECT balance FROM account WHERE cell_id = $1 AND account_id = $2",
              [CELL, found?.number],
            );
            expect(stored[0]?.balance).toBe(rows.at(-1)?.balance);
          }
          const balance = await trialBalanceOf(database, CELL);
          expect(balance.totals.every(({ balanced }) => balanced)).toBe(true);
          expect(balance.conservation.holds).toBe(true);
          for (const { account, balance: now } of balance.named) {
            expect(now, account).toBe(expected.get(account)?.at(-1)?.balance ?? 0n);
          }
        } finally {
          await drop();
        }
      }),
      { numRuns: 4, seed: SEED },
    );
  }, 180_000);

  test("asked for by time, it is what a filter leaves", async () => {
    await fc.assert(
      fc.asyncProperty(playable(90), fc.nat(30), fc.nat(12), async (world, start, days) => {
        const { database, journals, drop } = await bookedWorld(world);
        try {
          const times = new Map(journals.map(({ seq, at }) => [seq, at]));
          const from = new Date(
            Date.parse("2026-01-01T00:00:00+08:00") + start * 86_400_000 + 3_600_000 * days,
          );
          const to = new Date(from.getTime() + days * 86_400_000);
          for (const [key, rows] of naive(journals)) {
            const isIn = (seq: bigint) => {
              const at = times.get(seq) as Date;
              return at >= from && at < to;
            };
            const read = await allPages(async (cursor) => {
              const page = await accountHistory(database, CELL, key, { cursor, limit: 7, from, to });
              return page ?? { items: [], next: null };
            });
            expect(read.map(plain), key).toEqual(rows.filter(({ seq }) => isIn(seq)).reverse());
          }
        } finally {
          await drop();
        }
      }),
      { numRuns: 4, seed: SEED },
    );
  }, 180_000);

  test("no account of that name, and no cursor of this list", async () => {
    const { database, drop } = await bookedWorld({
      plan: {},
      lines: [
        '{"id":"1","kind":"join","member":"m:1"}',
        '{"id":"2","kind":"open_store","merchant":"s1","owner":"m:1","region":"440106"}',
        '{"id":"3","kind":"purchase","member":"m:1","merchant":"s1","amount_fen":100000}',
      ],
    });
    try {
      for (const key of ["wallet:m2", "wallet", "pool:m:1", "purse:m:1", "", "portion:none"]) {
        expect(await accountHistory(database, CELL, key), key).toBeNull();
      }
      for (const number of [0n, 5n, 15n, 31n, 10n ** 12n, -17n]) {
        expect(await findAccount(database, CELL, number)).toBeNull();
      }
      const points = await accountHistory(database, CELL, "points:m:1");
      expect(points).toMatchObject({ unit: "grains", next: null });
      expect(points?.items).toMatchObject([
        { order: "3", kind: "purchase", step: "issue", amount: 11_200_000_000n },
      ]);
      expect((await accountHistory(database, CELL, "wallet:m:1"))?.items).toEqual([]);
      for (const cursor of ["x", "", "MSAy LQ", Buffer.from("2 99").toString("base64url")]) {
        await expect(accountHistory(database, CELL, "points:m:1", { cursor })).rejects.toThrow(BadCursor);
      }
    } finally {
      await drop();
    }
  });
});
