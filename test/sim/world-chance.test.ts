/** Chance: the published sequences of the generators, and that what is drawn is spread as it says. */
import { describe, expect, test } from "vitest";
import { amountDrawer } from "../../src/sim/world/amount.ts";
import { Counter, daysUntil, expectedDays } from "../../src/sim/world/arrivals.ts";
import { Chance, derived } from "../../src/sim/world/chance.ts";
import type { Phase } from "../../src/sim/world/world.ts";

const draws = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
};

test("xoshiro128** gives the sequence of its authors' program", () => {
  const chance = new Chance([1, 2, 3, 4]);
  expect(draws(10, () => chance.next())).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test("SplitMix64 gives the sequence of its author's program, each output reached directly", () => {
  const seed = 1477776061723855037n;
  expect([0, 1, 2, 3, 4].map((n) => derived(seed, n))).toEqual([
    1985237415132408290n,
    2979275885539914483n,
    13511426838097143398n,
    8488337342461049707n,
    15141737807933549159n,
  ]);
  expect([2, 0, 1].map((n) => derived(0n, n))).toEqual([
    487617019471545679n,
    16294208416658607535n,
    7960286522194355700n,
  ]);
});

test("two streams of one seed are the same, of two seeds not", () => {
  const [a, b, c] = [new Chance(7n), new Chance(7n), new Chance(8n)];
  const [first, second, third] = [a, b, c].map((chance) => draws(50, () => chance.next()));
  expect(first).toEqual(second);
  expect(first).not.toEqual(third);
});

describe("what is drawn", () => {
  test("below(n) reaches every number and none beyond, each about as often", () => {
    const chance = new Chance(1n);
    const counts = new Array<number>(7).fill(0);
    for (const drawn of draws(70_000, () => chance.below(7))) counts[drawn] = (counts[drawn] as number) + 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
    expect(draws(100, () => chance.below(1))).toEqual(new Array(100).fill(0));
    expect(Math.max(...draws(1_000, () => chance.below(2 ** 32)))).toBeGreaterThan(2 ** 31);
  });

  test("below(n) throws away what would make low numbers likelier", () => {
    // With n = 3 · 2^30 a plain remainder would make the lowest third twice as likely as the others.
    const chance = new Chance(2n);
    const low = draws(30_000, () => chance.below(3 * 2 ** 30)).filter((drawn) => drawn < 2 ** 30).length;
    expect(Math.abs(low - 10_000)).toBeLessThan(400);
  });

  test("happens(ppm) so many times in a million", () => {
    const chance = new Chance(3n);
    const hits = draws(100_000, () => chance.happens(250_000)).filter(Boolean).length;
    expect(Math.abs(hits - 25_000)).toBeLessThan(600);
    expect(draws(1_000, () => chance.happens(0)).some(Boolean)).toBe(false);
    expect(draws(1_000, () => chance.happens(1_000_000)).every(Boolean)).toBe(true);
  });

  test("normal() has mean 0, deviation 1 and the tails of a normal law", () => {
    const chance = new Chance(4n);
    const values = draws(200_000, () => chance.normal() / 65_536);
    expect(Math.abs(mean(values))).toBeLessThan(0.01);
    expect(Math.abs(variance(values) - 1)).toBeLessThan(0.02);
    const beyond = (z: number) => values.filter((value) => Math.abs(value) > z).length / values.length;
    expect(Math.abs(beyond(1) - 0.3173)).toBeLessThan(0.01);
    expect(Math.abs(beyond(2) - 0.0455)).toBeLessThan(0.005);
    expect(Math.abs(beyond(3) - 0.0027)).toBeLessThan(0.001);
  });

  test("shuffle keeps the entries and makes every order likely", () => {
    const chance = new Chance(5n);
    const seen = new Map<string, number>();
    for (let i = 0; i < 6_000; i += 1) {
      const entries = [1, 2, 3];
      chance.shuffle(entries);
      seen.set(entries.join(""), (seen.get(entries.join("")) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(["123", "132", "213", "231", "312", "321"]);
    for (const count of seen.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});

describe("amounts", () => {
  test("fixed is fixed, and draws nothing", () => {
    const chance = new Chance(1n);
    const draw = amountDrawer({ kind: "fixed", fen: 12_345n });
    expect(draws(3, () => draw(chance))).toEqual([12_345n, 12_345n, 12_345n]);
    expect(chance.next()).toBe(new Chance(1n).next());
  });

  test("lognormal has the median and the spread it is given, in whole fen within its bounds", () => {
    const chance = new Chance(2n);
    const draw = amountDrawer({
      kind: "lognormal",
      median: 12_000n,
      sigma: 800_000,
      least: 1_000n,
      most: 500_000n,
    });
    const values = draws(100_000, () => Number(draw(chance))).sort((a, b) => a - b);
    expect(values.every(Number.isInteger)).toBe(true);
    expect(values[0]).toBeGreaterThanOrEqual(1_000);
    expect(values.at(-1)).toBeLessThanOrEqual(500_000);
    const at = (share: number) => values[Math.floor(share * values.length)] as number;
    expect(Math.abs(at(0.5) / 12_000 - 1)).toBeLessThan(0.02);
    expect(Math.abs(at(0.8413) / (12_000 * Math.exp(0.8)) - 1)).toBeLessThan(0.03);
    expect(Math.abs(at(0.0228) / (12_000 * Math.exp(-1.6)) - 1)).toBeLessThan(0.04);
  });

  test("without spread every amount is the median", () => {
    const chance = new Chance(3n);
    const draw = amountDrawer({ kind: "lognormal", median: 777n, sigma: 0, least: 1n, most: 10_000n });
    expect(new Set(draws(100, () => draw(chance)))).toEqual(new Set([777n]));
  });
});

describe("arrivals", () => {
  const joins = (arrivals: Phase[], days: number) => expectedDays({ arrivals, days }).map((day) => day.joins);

  test("phases follow each other, and a stop closes the stores", () => {
    const arrivals: Phase[] = [
      { kind: "constant", fromDay: 1, perDay: 2_500_000 },
      { kind: "stop", fromDay: 3 },
      { kind: "growing", fromDay: 5, perDay: 1_000_000, growth: 100_000, mostPerDay: 1_250_000 },
    ];
    expect(joins(arrivals, 9)).toEqual([
      2_500_000, 2_500_000, 0, 0, 1_000_000, 1_100_000, 1_210_000, 1_250_000, 1_250_000,
    ]);
    expect(expectedDays({ arrivals, days: 5 }).map(({ open }) => open)).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
    expect(joins(arrivals, 1)).toEqual([2_500_000]);
  });

  test("negative growth declines", () => {
    const falling: Phase = {
      kind: "growing",
      fromDay: 1,
      perDay: 1_000_000,
      growth: -500_000,
      mostPerDay: 10 ** 12,
    };
    expect(joins([falling], 4)).toEqual([1_000_000, 500_000, 250_000, 125_000]);
  });

  test("an S-curve grows, slows down and never passes its ceiling", () => {
    const curve = joins(
      [{ kind: "s_curve", fromDay: 1, perDay: 5_000_000, growth: 50_000, ceiling: 1_000 }],
      400,
    );
    const sum = curve.reduce((all, day) => all + day, 0);
    const top = curve.indexOf(Math.max(...curve));
    expect(top).toBeGreaterThan(20);
    expect(top).toBeLessThan(120);
    expect(sum).toBeLessThanOrEqual(1_000 * 1_000_000);
    expect(sum).toBeGreaterThan(999 * 1_000_000);
    expect(curve.at(-1)).toBeLessThan(1_000);
  });

  test("even counts lose no fraction", () => {
    const counter = new Counter(true, new Chance(1n));
    const counts = draws(10, () => counter.count(300_000));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  test.each([700_000, 9_000_000, 40_000_000])("counts around %d millionths scatter like Poisson", (micro) => {
    const counter = new Counter(false, new Chance(9n));
    const counts = draws(20_000, () => counter.count(micro));
    const expected = micro / 1_000_000;
    expect(Math.abs(mean(counts) / expected - 1)).toBeLessThan(0.03);
    expect(variance(counts) / expected).toBeGreaterThan(0.8);
    expect(variance(counts) / expected).toBeLessThan(1.1);
    expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
  });

  test("daysUntil counts repeat purchases too", () => {
    const arrivals: Phase[] = [{ kind: "constant", fromDay: 1, perDay: 10_000_000 }];
    expect(daysUntil({ arrivals, days: 100, repeat: 0 }, 95)).toBe(10);
    // Day 1: 10. Day 2: 10 and 10 of before. Day 3: 10 and 20. Together 10, 30, 60.
    expect(daysUntil({ arrivals, days: 100, repeat: 1_000_000 }, 60)).toBe(3);
    expect(daysUntil({ arrivals, days: 4, repeat: 0 }, 95)).toBe(4);
  });
});
