/** Commissions and messages of single members: against the postings of the journals, page by page. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commissionSums, type MessageRow, memberCommissions, memberMessages } from "#statement";
import { play, playable } from "./play.ts";
import { allPages, booked, bookedWorld, CELL, naive } from "./read-stage.ts";

const SEED = 20_261_103;
const NOTHING = { items: [], next: null };
const sum = (amounts: readonly bigint[]) => amounts.reduce((all, one) => all + one, 0n);

describe("earnings", () => {
  test("are what the postings say: every part, what was taken back, what is frozen; exits and points as told", async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(playable(110), fc.integer({ min: 1, max: 5 }), async (world, limit) => {
        const made = await bookedWorld(world);
        try {
          const { database, journals } = made;
          const { replay } = play(world.plan, world.lines);
          const postings = naive(journals);
          for (const [id, { frozen, commission }] of replay.book.members) {
            const page = (cursor: string | undefined) =>
              memberCommissions(database, CELL, id, { cursor, limit });
            const rows = await allPages(async (cursor) => (await page(cursor)) ?? NOTHING);
            const times = rows.map(({ at }) => at.getTime());
            expect(times).toEqual([...times].sort((a, b) => b - a));
            const own = ["commission", "commission_frozen"]
              .flatMap((kind) => postings.get(`${kind}:${id}`) ?? [])
              .filter(({ step }) => /(upline_[12]|recruiter|region_\w+)$/.test(step));
            const came = own.filter(({ amount }) => amount > 0n).map(({ amount }) => amount);
            const back = own.filter(({ amount }) => amount < 0n).map(({ amount }) => -amount);
            expect(sum(rows.map(({ amount }) => amount))).toBe(sum(came));
            expect(sum(rows.map((row) => row.back))).toBe(sum(back));
            const still = rows.filter(({ state }) => state === "frozen");
            expect(sum(still.map((row) => row.amount - row.back))).toBe(frozen.balance);
            for (const state of ["frozen", "available", "clawed_back"] as const) {
              const of = await memberCommissions(database, CELL, id, { state, limit: 200 });
              expect(of?.items.length).toBe(Math.min(200, rows.filter((row) => row.state === state).length));
            }
            const sums = await commissionSums(database, CELL, id, new Date());
            expect(sums?.total).toBe(sum(came) - sum(back));
            expect(sum(sums?.months.map((month) => month.earned - month.back) ?? [])).toBe(sums?.total);
            if (frozen.balance === 0n && own.length > 0) seen += commission.balance === sums?.total ? 1 : 0;

            const told = await allPages<MessageRow>(
              async (cursor) => (await memberMessages(database, CELL, id, { cursor, limit })) ?? NOTHING,
            );
            expect(new Set(told.map((one) => one.id)).size).toBe(told.length);
            const exits = journals.flatMap(({ record }) =>
              record.exits.filter(({ member }) => member === id),
            );
            const exited = told.filter(({ kind }) => kind === "forced_exit");
            expect(sum(exited.map(({ amount }) => amount ?? 0n))).toBe(
              sum(exits.map(({ proceeds }) => BigInt(proceeds))),
            );
            const granted = (postings.get(`points:${id}`) ?? []).filter(({ step }) => step === "issue");
            expect(
              sum(told.flatMap(({ kind, points }) => (kind === "points_granted" ? [points ?? 0n] : []))),
            ).toBe(sum(granted.map(({ amount }) => amount)));
          }
        } finally {
          await made.drop();
        }
      }),
      { numRuns: 3, seed: SEED, endOnFailure: true },
    );
    expect(seen).toBeGreaterThan(0);
  }, 180_000);

  test("freeze, thaw and come back by refund, each told once", async () => {
    const at = (day: string) => `2026-03-${day}T10:00:00+08:00`;
    const buy = { kind: "purchase", member: "b", merchant: "s", amount_fen: 100_000 };
    const made = await booked({ commission_freeze: "P7D" }, [
      { id: "1", kind: "join", member: "a", at: at("01") },
      { id: "2", kind: "join", member: "b", sponsor: "a", at: at("01") },
      { id: "3", kind: "open_store", merchant: "s", owner: "a", region: "110101", at: at("01") },
      { id: "4", ...buy, at: at("02") },
      { id: "5", ...buy, at: at("03") },
      { id: "6", kind: "refund", purchase: "5", amount_fen: 100_000, at: at("04") },
      { id: "7", ...buy, at: at("10") },
    ]);
    try {
      const found = await memberCommissions(made.database, CELL, "a");
      const ours = found?.items.filter(({ step }) => step === "upline_1");
      expect(ours?.map(({ purchase, state, amount, back }) => [purchase, state, amount, back])).toEqual([
        ["7", "frozen", 300n, 0n],
        ["5", "clawed_back", 300n, 300n],
        ["4", "available", 300n, 0n],
      ]);
      expect(ours?.[0]?.thaws).toEqual(new Date("2026-03-17T10:00:00+08:00"));
      const sums = await commissionSums(made.database, CELL, "a", new Date(at("11")));
      expect(sums).toMatchObject({ today: 0n, yesterday: 300n, total: 600n });
      expect(sums?.months).toEqual([{ month: "2026-03", earned: 900n, back: 300n }]);
      const told = (await memberMessages(made.database, CELL, "a"))?.items ?? [];
      expect(told.map(({ kind, about }) => [kind, about])).toEqual([
        ["commission_freed", "4"],
        ["commission_taken_back", "5"],
      ]);
      const buyer = (await memberMessages(made.database, CELL, "b"))?.items ?? [];
      expect(buyer.map(({ kind, about }) => [kind, about])).toEqual([
        ["points_granted", "7"],
        ["purchase_refunded", "5"],
        ["points_granted", "5"],
        ["points_granted", "4"],
      ]);
      expect(await memberMessages(made.database, CELL, "nobody")).toBeNull();
      await expect(memberMessages(made.database, CELL, "a", { cursor: "x" })).rejects.toThrow("cursor");
    } finally {
      await made.drop();
    }
  });
});
