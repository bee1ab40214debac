/** RULES section 10, the attacks on the pool itself. Each table is what the attack brought beyond the run beside it. */
import { describe, expect, test } from "vitest";
import { beyond, gang, type Ledger, MODES, planFor, show, Town, total } from "./lab.ts";

type Rows = (readonly [string, Ledger])[];

describe.each(MODES)("one lot a %s", (mode) => {
  test("redeeming all but one grain, then tiny buyers", () => {
    // The pool is the attacker's own: he leaves one grain, lets tiny buyers in, buys again himself and sells.
    const run = (way: "no attack" | "sells all" | "leaves a grain" | "leaves a point") => {
      const town = new Town(planFor(mode));
      if (way !== "no attack") {
        town.buy("p", 1000);
        if (way === "sells all") town.sellAll();
        else town.sell(way === "leaves a grain" ? "111.99999999" : "111");
      }
      town.crowd(30, 1);
      if (way !== "no attack") {
        town.buy("again", 286);
        town.crowd(30, 1);
        town.sellAll();
      } else town.crowd(30, 1);
      return { price: town.price, ledger: town.ledger() };
    };
    const none = run("no attack").ledger;
    const rows: Rows = [];
    for (const way of ["sells all", "leaves a grain", "leaves a point"] as const) {
      const gain = beyond(run(way).ledger, none);
      rows.push([way, gain]);
      expect(gang(gain)).toBeLessThan(0n);
      expect([gain.others, gain.merchant, total(gain)]).toEqual([0n, 0n, 0n]);
      expect(gain.operator).toBeGreaterThan(0n);
    }
    show(`all but one grain, one lot a ${mode}: beyond not attacking`, rows);
    const [, all] = rows[0] as [string, Ledger];
    const [, grain] = rows[1] as [string, Ledger];
    // One grain left behind is paid out as dust at once: the same as selling all, to a fen of rounding.
    expect(gang(grain) - gang(all)).toBeLessThanOrEqual(1n);
  });

  test("emptying and refilling a thousand times: no ratchet", () => {
    const run = (rounds: number) => {
      const town = new Town(planFor(mode));
      town.buy("first", 1000);
      town.sellAll();
      const before = town.price;
      for (let i = 0; i < rounds; i++) {
        town.buy(`p${i}`, 1000);
        town.sellAll();
      }
      return { before, after: town.price, ledger: town.ledger() };
    };
    const loop = run(1_000);
    const gain = beyond(loop.ledger, run(0).ledger);
    show(`emptied and refilled 1,000 times, one lot a ${mode}`, [["gain", gain]]);
    expect(loop.after).toBe(loop.before);
    // Each round: 187.00 beyond what comes back in dues and commissions, less 112.00 · 80% = 89.60 for the points.
    expect(gain).toEqual({
      attacker: -91_040_000n,
      accomplices: 81_300_000n,
      others: 0n,
      merchant: 0n,
      operator: 2_700_000n,
      pool: 7_040_000n,
    });
  });

  test("buying before an injection: a single lump, or streamed", () => {
    // The pool holds 8,000 yuan of 50 honest members; the injection is announced, the attacker knows the hour. What
    // comes in is up to the whole pool, what he buys up to twice the pool; known.test.ts has what lies beyond.
    const run = (bought: number, injected: number, parts: number, sold: number) => {
      const town = new Town(planFor(mode));
      town.crowd(50, 1000);
      if (bought > 0) town.buy("p", bought);
      for (let i = 0; i < parts; i++) town.inject(injected / parts);
      if (bought > 0) town.sellInParts(town.grains(), sold);
      return town.ledger();
    };
    const rows: Rows = [];
    for (const bought of [100, 1_000, 10_000, 100_000]) {
      for (const [injected, parts] of [
        [800, 1],
        [4_000, 1],
        [80_000, 1],
        [4_000, 20],
        [8_000, 20],
      ] as const) {
        const none = run(0, injected, parts, 1);
        const [name, ledgers] = [`buys ${bought}, ${injected} come in ${parts}`, [1, 20]] as const;
        const gains = ledgers.map((sold) => beyond(run(bought, injected, parts, sold), none));
        rows.push([`${name}, sold in 20 parts`, gains[1] as Ledger]);
        for (const gain of gains) {
          expect(gang(gain), name).toBeLessThan(0n);
          expect([gain.others, gain.merchant, total(gain)]).toEqual([0n, 0n, 0n]);
        }
      }
    }
    show(`buying before an injection, one lot a ${mode}: beyond staying out`, rows);
  });

  test("49-fen purchases: below the minimum, and not worth it without one", () => {
    const run = (min: number, times: number, amount: number) => {
      const town = new Town(planFor(mode, { min_purchase_fen: min }));
      town.crowd(50, 1000);
      for (let i = 0; i < times; i++) town.buy(`p${i}`, amount);
      town.sellAll();
      return town.ledger();
    };
    const refusing = new Town(planFor(mode));
    expect(refusing.send({ kind: "purchase", member: "mallory", merchant: "front", amount_fen: 49 })).toBe(
      "amount_too_small",
    );
    const none = run(1, 0, 0);
    const small = beyond(run(1, 1_000, 0.49), none);
    const large = beyond(run(1, 1, 490), none);
    const least = beyond(run(100, 490, 1), none);
    show(`1,000 purchases of 0.49 without a minimum, one lot a ${mode}: beyond not buying`, [
      ["1,000 of 0.49", small],
      ["one of 490.00", large],
      ["490 of 1.00", least],
    ]);
    for (const gain of [small, large, least]) expect(gang(gain)).toBeLessThan(0n);
    // At 49 fen every rated portion rounds to nothing: the operator works for free. That is what the minimum stops.
    expect(small.operator).toBe(0n);
    expect(large.operator).toBe(1_323n);
    expect(least.operator).toBeGreaterThanOrEqual(1_323n);
  });

  test("selling in many parts: the disclosed one, +6% for half the pool in 20 parts", () => {
    // No cap in the way: what leaves is what the seller sells.
    const run = (percent: number, parts: number) => {
      const town = new Town(planFor(mode, {}, { cap: { multiple: "1000" } }));
      town.crowd(50, 1000);
      town.buy("p", 2_000_000);
      const half = (town.pointsOut * BigInt(percent)) / 100n;
      const worth = (town.cash * BigInt(percent)) / 100n;
      town.sellInParts(half, parts);
      return { worth, ledger: town.ledger() };
    };
    const rows: Rows = [];
    for (const percent of [1, 10, 50, 90]) {
      const once = run(percent, 1);
      for (const parts of [5, 20, 100]) {
        const gain = beyond(run(percent, parts).ledger, once.ledger);
        rows.push([`${percent}% of the pool in ${parts} parts`, gain]);
        expect([gain.accomplices, gain.merchant, gain.operator, gain.others, total(gain)]).toEqual([
          0n,
          0n,
          0n,
          0n,
          0n,
        ]);
      }
    }
    show(`selling in many parts, one lot a ${mode}: beyond selling the same at once`, rows);
    const { worth } = run(50, 1);
    const gained = rows.find(([name]) => name === "50% of the pool in 20 parts")?.[1].attacker as bigint;
    // Once: 80% of the worth of half the pool, 131,200.00. In 20 parts, each a fortieth of all points: of the cash C
    // stays C · Π (1 − 0.8 / (40 − i)), i = 0 … 19, so that 139,233.42 leave: 6.12% more.
    let kept = 2n * worth;
    for (let i = 0n; i < 20n; i++) kept = (kept * (392n - 10n * i)) / (400n - 10n * i);
    const once = (worth * 8n) / 10n;
    expect(once).toBe(13_120_000n);
    expect(gained).toBe(803_342n);
    const off = 2n * worth - kept - (once + gained);
    expect(off >= -40n && off <= 40n, `${off}`).toBe(true);
    expect((gained * 10_000n) / once).toBe(612n);
  });
});
