/** A quote on the page and the order in the book come to the same fen: both are the engine's. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { lessExitLoad, pointsFor, Replay, readPlan, worthAt } from "#engine";
import { LOCAL } from "../plans.ts";

test("worth less load is what a redemption pays, at every pool that purchases make", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 12 }),
      (amounts) => {
        const read = readPlan(LOCAL);
        if (!("plan" in read)) throw new Error("the plan is faulty");
        const { plan } = read;
        const replay = new Replay(plan);
        const lines = [
          { id: "m", kind: "join", member: "m" },
          { id: "n", kind: "join", member: "n" },
          { id: "s", kind: "open_store", merchant: "s", owner: "n", region: "440304" },
          ...amounts.map((amount_fen, i) => ({
            id: `p${i}`,
            kind: "purchase",
            member: i % 2 === 0 ? "m" : "n",
            merchant: "s",
            amount_fen,
          })),
        ];
        lines.forEach((line, i) => {
          replay.line(JSON.stringify(line), i + 1);
        });
        const { book } = replay;
        const held = book.member("m")?.points.balance ?? 0n;
        const out = -book.pool.issued.balance;
        if (held === 0n || out === held) return;
        const quoted = lessExitLoad(worthAt(held, book.pool.cash.balance, out), plan.pool.exitLoad);
        const before = book.member("m")?.wallet.balance ?? 0n;
        replay.line(JSON.stringify({ id: "r", kind: "redeem", member: "m", points: "all" }), 99);
        expect((book.member("m")?.wallet.balance ?? 0n) - before).toBe(quoted);
      },
    ),
    { numRuns: 200, seed: 20_260_301 },
  );
});

test("points for pool money are cut off, never rounded up", () => {
  expect(pointsFor(7n, 3n, 1n)).toBe(2n);
});
