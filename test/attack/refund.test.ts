/** RULES section 10, the attacks by refund. Each table is what the attack brought beyond not attacking. */
import { describe, expect, test } from "vitest";
import { beyond, gang, type Ledger, MODES, planFor, show, Town, total } from "./lab.ts";

type Rows = (readonly [string, Ledger])[];

describe.each(MODES)("one lot a %s", (mode) => {
  test("refund pump through an own store: the store bears it", () => {
    const run = (hold: number, wash: number, rounds: number) => {
      const town = new Town(planFor(mode));
      town.crowd(50, 1000);
      town.buy("hold", hold);
      for (let i = 0; i < rounds; i++) {
        town.buy(`w${i}`, wash);
        town.refund(`w${i}`, wash);
      }
      const pumped = { price: town.price, arrears: town.arrears };
      town.sellAll();
      return { ...pumped, ledger: town.ledger() };
    };
    const rows: Rows = [];
    for (const hold of [1_000, 10_000, 100_000]) {
      const honest = run(hold, 0, 0);
      for (const wash of [1_000, 100_000, 1_000_000]) {
        const pumped = run(hold, wash, 5);
        const gain = beyond(pumped.ledger, honest.ledger);
        rows.push([`holds ${hold}, washes 5 × ${wash}`, gain]);
        // The price rises, the holdings with it; but all of it is paid by the store that granted the refunds.
        expect(pumped.price).toBeGreaterThan(honest.price);
        expect(gain.attacker).toBeGreaterThan(0n);
        expect(gang(gain)).toBeLessThan(0n);
        expect([gain.merchant, gain.operator]).toEqual([0n, 0n]);
        expect(gain.others).toBeGreaterThanOrEqual(0n);
        // What the store owes is what it bears, less what it had earned before.
        expect(pumped.arrears).toBe(
          -gain.accomplices > BigInt(hold * 80) ? -gain.accomplices - BigInt(hold * 80) : 0n,
        );
        expect(total(gain)).toBe(0n);
      }
    }
    show(`refund pump through an own store, one lot a ${mode}: beyond holding and selling`, rows);
    // Five rounds of 100,000 yuan lift a pool of 8,000: 1,309.66 more for the points, 13,330.45 out of the store.
    const middle = rows.find(([name]) => name === "holds 10000, washes 5 × 100000")?.[1] as Ledger;
    expect(middle).toMatchObject({
      attacker: 130_966n,
      accomplices: -1_333_045n,
      others: 96_000n,
      pool: 1_106_079n,
    });
  });

  test("refund after a forced exit: what the points brought comes back", () => {
    const run = (bought: boolean, refunds: readonly number[]) => {
      const town = new Town(planFor(mode));
      if (bought) town.buy("p", 1000);
      town.crowd(1_140, 1000);
      const paid = town.replay.book.member("mallory")?.wallet.balance;
      for (const amount of refunds) town.refund("p", amount);
      town.sellAll();
      return { paid, ledger: town.ledger() };
    };
    const never = run(false, []);
    const kept = run(true, []);
    // The 1.2-fold cap: 1200.00 less the load of 20%.
    expect(kept.paid).toBe(96_000n);
    const rows: Rows = [["forced out, nothing refunded", beyond(kept.ledger, never.ledger)]];
    const ways = {
      "refunded whole": [1000],
      "in 2 parts": [500, 500],
      "in 50 parts": Array<number>(50).fill(20),
    };
    for (const [name, refunds] of Object.entries(ways)) {
      const gain = beyond(run(true, refunds).ledger, never.ledger);
      rows.push([name, gain]);
      // The refund of 1000.00 has come, and the 960.00 have gone back: nothing is left of either, not a fen.
      expect(gang(gain)).toBeLessThanOrEqual(0n);
      expect(gang(gain)).toBeGreaterThanOrEqual(-50n);
      expect(gain.attacker).toBeLessThanOrEqual(0n);
      expect(gain.operator).toBeGreaterThanOrEqual(0n);
      expect([gain.merchant, total(gain)]).toEqual([0n, 0n]);
    }
    show(`refund after a forced exit, one lot a ${mode}: beyond never having bought`, rows);
  });

  test("a thousand refunds of one fen: fifty are granted, and rounding is against the taker", () => {
    const run = (sellFirst: boolean, refunds: (town: Town) => void) => {
      const town = new Town(planFor(mode));
      town.crowd(50, 1000);
      town.buy("p", 1000);
      if (sellFirst) town.sellAll();
      refunds(town);
      town.sellAll();
      return town.ledger();
    };
    const rows: Rows = [];
    for (const sellFirst of [false, true]) {
      const refused = new Map<string | null, number>();
      const fens = run(sellFirst, (town) => {
        for (let i = 0; i < 1_000; i++) {
          const code = town.send({ kind: "refund", purchase: "p", amount_fen: 1 });
          refused.set(code, (refused.get(code) ?? 0) + 1);
        }
      });
      expect([...refused]).toEqual([
        [null, 50],
        ["refunds_exhausted", 950],
      ]);
      const once = run(sellFirst, (town) => town.refund("p", 0.5));
      const gain = beyond(fens, once);
      rows.push([sellFirst ? "points sold before" : "points held", gain]);
      expect(gang(gain)).toBeLessThanOrEqual(0n);
      expect(gang(gain)).toBeGreaterThanOrEqual(-100n);
      expect([gain.merchant, total(gain)]).toEqual([0n, 0n]);
      // The parts of the others are cut at the running total: fifty cuts come to the same as one.
      expect(gain.operator).toBe(0n);
    }
    show(`a thousand refunds of one fen, one lot a ${mode}: beyond one refund of 0.50`, rows);
  });

  test("buying and refunding the smallest purchases by single fens wins nothing", () => {
    const run = (purchases: number) => {
      const town = new Town(planFor(mode));
      town.crowd(50, 1000);
      for (let n = 0; n < purchases; n++) {
        town.buy(`p${n}`, 1);
        for (let i = 0; i < 49; i++) town.refund(`p${n}`, 0.01);
        town.refund(`p${n}`, 0.51);
      }
      return town.ledger();
    };
    const gain = beyond(run(40), run(0));
    show(`40 purchases of 1.00, each refunded in 49 fens and a rest, one lot a ${mode}`, [["gain", gain]]);
    expect(gang(gain)).toBeLessThanOrEqual(0n);
    expect([gain.merchant, gain.operator, gain.others, total(gain)]).toEqual([0n, 0n, 0n, 0n]);
  });
});
