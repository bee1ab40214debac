/**
 * What does pay, with its figures and with who pays for it: variants of the attacks of RULES section 10 that its
 * defences do not reach. They are facts of the rules, kept here so that they stay disclosed: a change of the rules that
 * closes one has to change its figures here.
 */
import { describe, expect, test } from "vitest";
import { resultOf } from "#engine";
import { planRecord } from "#store";
import { oracleReplay } from "../model/oracle.ts";
import { beyond, gang, type Ledger, MODES, planFor, show, Town, total } from "./lab.ts";

type Rows = (readonly [string, Ledger])[];

/** That it is the rules that say so, and not the engine: the second implementation comes to the same. */
function agreesWithModel(town: Town): void {
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
  const model = oracleReplay(planRecord(town.replay.plan), town.lines.join("\n"));
  expect(plain(resultOf(town.replay))).toEqual(plain(model));
}

const day = (n: number) => ({ at: `2026-01-${String(n).padStart(2, "0")}T10:00:00+08:00` });

describe.each(MODES)("one lot a %s", (mode) => {
  test("refund pump at an honest store: pays the holder, at the cost of the store that grants the refunds", () => {
    const run = (rounds: number, sellFirst: boolean, wait: boolean) => {
      const plan = planFor(mode, wait ? { settle_after: "P7D", commission_freeze: "P7D" } : {});
      const [early, late] = wait ? [day(1), day(10)] : [{}, {}];
      const town = new Town(plan);
      town.crowd(50, 1000, early);
      town.buy("hold", 10_000, early);
      for (let i = 0; i < rounds; i++) {
        const held = town.grains();
        town.buy(`w${i}`, 100_000, { merchant: "shop", ...late });
        if (sellFirst && town.grains() > held) town.sellInParts(town.grains(), 1);
        town.refund(`w${i}`, 100_000, late);
      }
      if (wait) town.must({ kind: "join", member: "tick", ...day(20) });
      town.sellAll();
      agreesWithModel(town);
      return town.ledger();
    };
    const none = run(0, false, false);
    const pump = beyond(run(5, false, false), none);
    const sold = beyond(run(1, true, false), none);
    const pending = beyond(run(5, false, true), run(0, false, true));
    show(`refund pump at an honest store, one lot a ${mode}`, [
      ["5 purchases of 100,000, refunded", pump],
      ["1, its points sold before the refund", sold],
      ["5, refunded while pending (settle_after)", pending],
    ]);
    expect(pump).toMatchObject({ attacker: 130_966n, accomplices: 0n, merchant: -1_333_045n, operator: 0n });
    expect(gang(sold)).toBeGreaterThan(0n);
    expect(sold.merchant).toBeLessThan(-400_000n);
    // The cure: with a refund window, what is refunded inside it touches neither pool nor store.
    expect(Object.values(pending)).toEqual([0n, 0n, 0n, 0n, 0n, 0n]);
    for (const gain of [pump, sold, pending]) expect(total(gain)).toBe(0n);
  });

  test("a large stream of injections pays who buys before it; a lump pays who owns nearly the whole pool", () => {
    const run = (bought: number, injected: number, parts: number) => {
      const town = new Town(planFor(mode));
      town.crowd(50, 1000);
      if (bought > 0) town.buy("p", bought);
      for (let i = 0; i < parts; i++) town.inject(injected / parts);
      town.sellAll();
      agreesWithModel(town);
      return town.ledger();
    };
    const rows: Rows = [];
    const gain = (bought: number, injected: number, parts: number) => {
      const found = beyond(run(bought, injected, parts), run(0, injected, parts));
      rows.push([`buys ${bought}; ${injected} come in ${parts}`, found]);
      expect(total(found)).toBe(0n);
      return gang(found);
    };
    // The pool holds 8,000. A purchase through an own store costs 18.7% of itself and brings 11.2% in points, of which
    // 80% is paid: it is even when the price has become 18.7 / 8.96 = 2.09 times what it was.
    expect(gain(1_000, 8_000, 20)).toBe(-852n);
    expect(gain(1_000, 8_800, 20)).toBe(32n);
    expect(gain(1_000, 16_000, 20)).toBe(8_504n);
    expect(gain(10_000, 16_000, 20)).toBe(68_262n);
    // 1,000,000 bring 160,000 into a pool of 8,000: he owns 93%. The step limit lets the price rise by half at once.
    expect(gain(1_000_000, 100_000, 1)).toBe(116_000n);
    expect(gain(100_000, 100_000, 1)).toBeLessThan(0n);
    show(`large injections, one lot a ${mode}: beyond staying out`, rows);
  });
});

test("one lot a member: a purchase that is refunded after the old points have left lifts their cap for good", () => {
  type Way = "no attack" | "forced out, then refunded" | "old points sold, then refunded";
  const run = (per: (typeof MODES)[number], way: Way, bought: number, later: number) => {
    const town = new Town(planFor(per));
    town.buy("first", 1000);
    town.crowd(1_100, 1000);
    if (way !== "no attack") town.buy("extra", bought);
    town.crowd(later, 1000);
    const held = town.grains();
    if (way === "old points sold, then refunded" && held > 112n * 10n ** 8n) town.sell("112");
    if (way !== "no attack") town.refund("extra", bought);
    town.sellAll();
    if (later <= 1_000) agreesWithModel(town);
    return town.ledger();
  };
  const rows: Rows = [];
  const gain = (per: (typeof MODES)[number], way: Way, bought: number, later: number) => {
    const found = beyond(run(per, way, bought, later), run(per, "no attack", 0, later));
    rows.push([`a lot a ${per}: ${bought}, ${later} purchases on, ${way}`, found]);
    expect(total(found)).toBe(0n);
    return gang(found);
  };
  // 240.00 more cap for 200.00 that come back: 1440.00 · 80% in place of 960.00, less what the extra points brought.
  expect(gain("member", "forced out, then refunded", 200, 1_000)).toBe(16_000n);
  // A trigger far away: the old points are sold when the price has passed their own by half.
  expect(gain("member", "old points sold, then refunded", 1_000, 3_000)).toBe(45_157n);
  // Where each purchase has a lot of its own there is nothing to lift.
  expect(gain("purchase", "forced out, then refunded", 200, 1_000)).toBeLessThan(0n);
  expect(gain("purchase", "old points sold, then refunded", 1_000, 3_000)).toBeLessThanOrEqual(0n);
  show("a cap lifted by a purchase refunded too late: beyond leaving at the cap", rows);
});

test("one lot a member: who sells some points and then returns a later purchase loses the rest of the points", () => {
  // No attack but its mirror: the cap of the returned purchase is taken off whole, though a part of the lot's cap has
  // left with the points sold. The cap falls to one fen, and the lot must leave for it.
  const run = (per: (typeof MODES)[number]) => {
    const town = new Town(planFor(per));
    town.buy("first", 1000, { merchant: "shop" });
    town.crowd(5, 1000);
    town.buy("second", 1000, { merchant: "shop" });
    town.crowd(5, 1000);
    town.sell("100");
    town.refund("second", 1000);
    agreesWithModel(town);
    const exits = town.replay.exits.map(({ member, points, worth, proceeds }) => [
      member.id,
      points,
      worth,
      proceeds,
    ]);
    return { exits, left: town.grains(), worth: (town.grains() * town.cash) / town.pointsOut };
  };
  const twelve = 12n * 10n ** 8n;
  expect(run("purchase")).toEqual({ exits: [], left: twelve, worth: 3_422n });
  expect(run("member")).toEqual({ exits: [["mallory", twelve, 1n, 0n]], left: 0n, worth: 0n });
});
