/** Journals, prices, the pool, sponsors and lists of members out of the database. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { showPrice } from "#engine";
import {
  BadCursor,
  journalAt,
  journalOf,
  journals,
  memberLots,
  memberOverview,
  poolNow,
  priceHistory,
  purchaseReceipt,
  purchases,
  sponsorHistory,
  youWouldReceiveNow,
} from "#statement";
import { play, playable } from "./play.ts";
import { allPages, booked, bookedWorld, CELL } from "./read-stage.ts";

const SEED = 20_260_303;
const OF_S0 = /^payable:s0$/;

test("journals by page, kind and member; the price after each as it was booked", async () => {
  await fc.assert(
    fc.asyncProperty(playable(70), fc.integer({ min: 1, max: 7 }), async (world, limit) => {
      const made = await bookedWorld(world);
      const { database } = made;
      try {
        const { replay } = play(world.plan, world.lines);
        const all = [...made.journals].reverse().map(({ seq }) => seq);
        const read = (filter: object) =>
          allPages((cursor) => journals(database, CELL, { cursor, limit, ...filter }));
        const seqs = async (filter: object) => (await read(filter)).map(({ seq }) => seq);
        expect(await seqs({})).toEqual(all);
        const purchase = made.journals.filter(({ kind }) => kind === "purchase").map(({ seq }) => seq);
        expect(await seqs({ kind: "purchase" })).toEqual(purchase.reverse());
        const key = /^(?:points|wallet|commission|commission_frozen|withdrawal):m0$/;
        const own = made.journals.filter(
          ({ record }) =>
            record.postings.some(({ from, to }) => key.test(from) || key.test(to)) ||
            (record.entry.type === "joined" && record.entry.member === "m0"),
        );
        expect(await seqs({ member: "m0" })).toEqual(own.map(({ seq }) => seq).reverse());
        const till = made.journals.filter(
          ({ record }) =>
            record.postings.some(({ from, to }) => OF_S0.test(from) || OF_S0.test(to)) ||
            (record.entry.type === "opened" && record.entry.merchant === "s0"),
        );
        expect(await seqs({ merchant: "s0" })).toEqual(till.map(({ seq }) => seq).reverse());
        const sold = till.filter(({ kind }) => kind === "purchase").map(({ seq }) => seq);
        expect(await seqs({ merchant: "s0", kind: "purchase" })).toEqual(sold.reverse());
        const curve = await priceHistory(database, CELL, { points: 500 });
        expect(curve.map(({ seq }) => seq)).toEqual(made.journals.map(({ seq }) => seq));
        curve.forEach(({ cash, points, shown }, i) => {
          const { pool } = (made.journals[i] as (typeof made.journals)[number]).record;
          const pair = pool.points === "0" ? pool.last : pool;
          expect({ cash: `${cash}`, points: `${points}` }).toEqual({ cash: pair.cash, points: pair.points });
          expect(shown).toBe(showPrice({ cash, points }));
        });
        const few = await priceHistory(database, CELL, { points: 5 });
        expect(few.length).toBe(Math.min(5, all.length));
        expect([few[0]?.seq, few.at(-1)?.seq]).toEqual([all.at(-1), all[0]]);
        const { pool } = replay.book;
        expect(await poolNow(database, CELL)).toMatchObject({
          ...{ cash: pool.cash.balance, points: -pool.issued.balance, remainder: pool.remainder.balance },
          ...{ seq: all[0], opened: pool.opened, closed: pool.closed, exitLoad: pool.exitLoad },
        });
      } finally {
        await made.drop();
      }
    }),
    { numRuns: 3, seed: SEED },
  );
}, 180_000);

test("a small book: what would be received, locks, lots, prefixes, receipts of purchases that wait", async () => {
  const at = (day: number) => `2026-03-${String(day).padStart(2, "0")}T10:00:00+08:00`;
  const { database, drop } = await booked({ settle_after: "P7D" }, [
    { id: "j1", kind: "join", member: "ann", at: at(1) },
    { id: "j2", kind: "join", member: "an_", at: at(1) },
    { id: "j3", kind: "join", member: "bob", at: at(1) },
    { id: "s1", kind: "open_store", merchant: "tea", owner: "ann", region: "440106", at: at(1) },
    { id: "p1", kind: "purchase", member: "bob", merchant: "tea", amount_fen: 100_000, at: at(2) },
    { id: "p2", kind: "purchase", member: "bob", merchant: "tea", amount_fen: 20_000, at: at(8) },
    { id: "f1", kind: "refund", purchase: "p2", amount_fen: 5_000, at: at(10) },
    { id: "f2", kind: "refund", purchase: "p1", amount_fen: 10_000, at: at(11) },
    { id: "c1", kind: "correct_sponsor", member: "bob", sponsor: "an_", case: "K-7", at: at(11) },
  ]);
  try {
    const { items } = await purchases(database, CELL);
    expect(items).toMatchObject([
      {
        id: "p2",
        state: "pending",
        amount: 20_000n,
        refunded: 5_000n,
        settles: new Date(at(15)),
        points: null,
      },
      { id: "p1", state: "settled", amount: 100_000n, refunded: 10_000n, settled: 100_000n, due: 80_000n },
    ]);
    expect((await purchases(database, CELL, { state: "pending" })).items.map(({ id }) => id)).toEqual(["p2"]);
    expect((await purchases(database, CELL, { merchants: [] })).items).toEqual([]);
    expect((await purchases(database, CELL, { id: "p1", merchants: [] })).items).toEqual([]);
    const waiting = await purchaseReceipt(database, CELL, "p2", "en");
    expect(waiting?.receipt).toMatchObject({ status: "pending", refunded_fen: 5_000 });
    expect(waiting?.refunds).toMatchObject([{ order: "f1", amount: 5_000n }]);
    const settled = await purchaseReceipt(database, CELL, "p1", "zh");
    expect(settled?.receipt).toMatchObject({
      status: "settled",
      locked_to: "ann",
      now: { refunded_fen: 10_000 },
    });
    expect(settled?.refunds[0]?.lines.map(({ word }) => word)).not.toContain("refund_due");
    expect(await purchaseReceipt(database, CELL, "f1", "zh")).toBeNull();
    expect(await sponsorHistory(database, CELL, "bob")).toMatchObject([
      { kind: "correct_sponsor", from: "ann", to: "an_", case: "K-7" },
      { kind: "lock", from: null, to: "ann", purchase: "p1", merchant: "tea" },
      { kind: "join", from: null, to: null },
    ]);
    const pool = await poolNow(database, CELL);
    const lots = await memberLots(database, CELL, "bob");
    expect(lots?.items).toMatchObject([
      { seq: 1n, ceased: false, cost: 100_000n, refunded: 10_000n, purchases: 1 },
    ]);
    const [lot] = lots?.items ?? [];
    const worth = ((lot?.points ?? 0n) * (pool?.cash ?? 0n)) / (pool?.points ?? 1n);
    expect(lot).toMatchObject({ worth, receive: (worth * 8n) / 10n });
    // The trigger is as far above the price as it says, to a millionth.
    const { trigger, distancePpm } = lot as Required<NonNullable<typeof lot>>;
    const ratio =
      (Number(trigger?.cash) / Number(trigger?.points)) * (Number(pool?.points) / Number(pool?.cash)) - 1;
    expect(Number(distancePpm)).toBeGreaterThan(1_000_000 * ratio - 2);
    expect(Number(distancePpm)).toBeLessThanOrEqual(1_000_000 * ratio + 1);
    expect(await youWouldReceiveNow(database, CELL, lot?.points ?? 0n)).toEqual({
      worth,
      receive: lot?.receive,
    });
    expect(await memberLots(database, CELL, "nobody")).toBeNull();
    const ids = async (filter: object) =>
      (await memberOverview(database, CELL, filter)).items.map(({ member }) => member);
    expect(await ids({ id: "an" })).toEqual(["an_", "ann"]);
    expect(await ids({ id: "an_" })).toEqual(["an_"]);
    expect(await ids({ id: "%" })).toEqual([]);
    expect(await ids({ among: ["bob", "nobody"] })).toEqual(["bob"]);
    expect(await journalOf(database, CELL, "p1")).toMatchObject({ seq: 5n, order: "p1", asked: true });
    expect(await journalAt(database, CELL, 99n)).toBeNull();
    expect((await journals(database, CELL, { kind: "settle" })).items).toMatchObject([
      { order: "p1", asked: false },
    ]);
    await expect(journals(database, CELL, { cursor: "!" })).rejects.toThrow(BadCursor);
    const march = { from: new Date(at(9)), to: new Date(at(10)) };
    expect((await priceHistory(database, CELL, march)).map(({ seq }) => seq)).toEqual([7n]);
    expect(await poolNow(database, 99n)).toBeNull();
  } finally {
    await drop();
  }
});
