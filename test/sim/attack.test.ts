/** The adversaries: each verdict with its figures, and that each can also come out the other way. */
import { describe, expect, test } from "vitest";
import { comparePrice, type Journal, type Plan, Replay } from "#engine";
import { stretchOf } from "../../src/sim/attack/attacks.ts";
import { ATTACKS, attack, attackAll, type Setting, type Verdict } from "../../src/sim/attack/index.ts";
import { LawWatch } from "../../src/sim/attack/laws.ts";
import { cutAt, play } from "../../src/sim/attack/stage.ts";
import { breakEven } from "../../src/sim/attack/washring.ts";
import { gain, percent, tell, yuan } from "../../src/sim/attack/words.ts";
import { findForbiddenWords } from "../../src/sim/facts/index.ts";
import { type Json, planJson, planOf, preset, quiet, ready } from "./setting.ts";

const world = quiet({ days: 60, arrivals: [{ from_day: 1, kind: "constant", per_day: "20" }] });
const setting: Setting = { plan: preset("local-life"), world, seed: 3n };
const verdicts = new Map(ATTACKS.map((name) => [name, attack(name, setting)]));
const verdict = (name: Verdict["attack"]): Verdict => verdicts.get(name) as Verdict;
const number = (figure: number | string | null | undefined): number => {
  expect(typeof figure).toBe("number");
  return figure as number;
};

/** A preset with other terms of its pool. */
const withPool = (more: Record<string, Json>, top: Record<string, Json> = {}): Plan => {
  const json = planJson("local-life");
  return planOf({ ...json, ...top, pool: { ...(json.pool as Record<string, Json>), ...more } });
};

describe.each([...verdicts])("%s", (name, found) => {
  test("ends in a verdict of its own, in both languages, as plain data", () => {
    expect(found.attack).toBe(name);
    expect(found.name.zh).toMatch(/\p{Script=Han}/u);
    expect(found.sentence.zh).toMatch(/\p{Script=Han}.*\d.*。$/u);
    expect(found.sentence.en).toMatch(/^[A-Z0-9][\x20-\x7e]*\d[\x20-\x7e]*\.$/);
    expect(found.plan).toBe("local-life v1");
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test("in words that no rule on publishing forbids", () => {
    const texts = [found.name, found.sentence, ...found.tried.map(({ name }) => name)];
    expect(texts.flatMap(({ zh, en }) => findForbiddenWords(`${zh} ${en}`))).toEqual([]);
  });

  test("under laws that were all watched and all held", () => {
    expect(found.laws.map(({ law }) => law)).toEqual(
      expect.arrayContaining([
        "price_never_falls",
        "step_limit",
        "every_fen_in_one_account",
        "what_one_gains_another_loses",
      ]),
    );
    expect(found.laws.filter(({ held }) => !held)).toEqual([]);
    expect(found.laws.find(({ law }) => law === "price_never_falls")?.checked).toBeGreaterThan(1_000);
  });

  test("in which nothing is gained that nobody loses", () => {
    expect(Object.values<number>({ ...found.parties }).reduce((sum, fen) => sum + fen, 0)).toBe(0);
  });

  test("that is the same every time", () => {
    expect(attack(name, setting)).toEqual(found);
  });
});

describe("the wash ring", () => {
  const found = verdict("wash_ring");

  test("loses, most of all its take, and the loss is what the others have", () => {
    expect(found.verdict).toBe("holds");
    const { paid_fen, net_fen, net_at_once_fen, net_patient_fen } = found.figures;
    expect(number(net_fen)).toBeLessThan(0);
    expect(number(net_fen)).toBe(Math.max(number(net_at_once_fen), number(net_patient_fen)));
    expect(found.parties.attacker_fen).toBe(net_fen);
    // Of the 20% take 1.3% come home as commissions, and of the 16% in the pool at most 80%: at least 5.9% are gone.
    expect(number(net_at_once_fen)).toBeLessThan(-0.059 * number(paid_fen));
    expect(found.tried).toHaveLength(18);
  });

  test("breaks even where the price has risen by what the take costs over what the points bring", () => {
    // (20% − 1.3%) / (16% · 70% · 80%)
    expect(breakEven(setting.plan)).toBe(2_087_053n);
    expect(breakEven(preset("product-2x"))).toBe(3_204_761n);
    expect(found.figures.break_even_rise_ppm).toBe(2_087_053);
    expect(found.sentence.en).toContain("2.09 times");
  });

  test("is said to pay where it waits in a world that grows manifold after it", () => {
    const arrivals = [
      { from_day: 1, kind: "constant", per_day: "1" },
      { from_day: 16, kind: "constant", per_day: "60" },
    ];
    const pays = attack("wash_ring", { ...setting, world: quiet({ days: 60, arrivals }) });
    expect(pays.verdict).toBe("pays");
    expect(number(pays.figures.net_patient_fen)).toBeGreaterThan(0);
    expect(number(pays.figures.net_at_once_fen)).toBeLessThan(0);
    expect(pays.parties.attacker_fen).toBe(pays.figures.net_fen);
    expect(pays.laws.every(({ held }) => held)).toBe(true);
  });
});

describe("the bank run", () => {
  const found = verdict("bank_run");

  test("pays everyone, later sellers no worse, and what it leaves is the remainder", () => {
    expect(found.verdict).toBe("holds");
    const { figures } = found;
    expect(figures.holders).toBe(580);
    expect(figures.refused).toBe(0);
    expect(number(figures.paid_fen) + number(figures.remainder_fen)).toBe(figures.pool_before_fen);
    expect(Math.abs(number(figures.first_got_ppm) - 800_000)).toBeLessThan(2_000);
    expect(number(figures.last_got_ppm)).toBeGreaterThan(800_000);
    expect(number(figures.least_got_ppm)).toBeGreaterThan(798_000);
    expect(Number(figures.price_last)).toBeGreaterThan(Number(figures.price_first));
    expect(found.parties.members_fen).toBe(figures.paid_fen);
  });

  test("waits for the refund window where the plan has one", () => {
    const timed = planOf({ ...planJson("local-life"), settle_after: "P7D", commission_freeze: "P3D" });
    const late = attack("bank_run", { ...setting, plan: timed });
    expect(late.verdict).toBe("holds");
    expect(late.figures.holders).toBe(580);
    expect(number(late.figures.paid_fen)).toBeGreaterThan(0);
  });
});

describe("the exit cascade", () => {
  const found = verdict("exit_cascade");

  test("is bounded by the step limit, and whoever sets it off loses", () => {
    expect(found.verdict).toBe("holds");
    expect(number(found.figures.exits)).toBeGreaterThan(100);
    expect(number(found.figures.exits_of_one_order)).toBeGreaterThan(10);
    expect(number(found.figures.exits_of_one_order)).toBeLessThanOrEqual(number(found.figures.exits));
    expect(number(found.figures.exits_paid_fen)).toBeGreaterThan(0);
    expect(number(found.figures.largest_lift_ppm)).toBeLessThanOrEqual(500_000);
    expect(number(found.figures.largest_lift_ppm)).toBeGreaterThan(499_000);
    expect(number(found.figures.best_net_fen)).toBeLessThan(0);
    expect(found.tried).toHaveLength(12);
  });

  test("leaps as far as a plan without a narrow limit lets it", () => {
    const loose = attack("exit_cascade", { ...setting, plan: withPool({ max_step: "1000%" }) });
    expect(number(loose.figures.largest_lift_ppm)).toBeGreaterThan(5_000_000);
    expect(loose.laws.every(({ held }) => held)).toBe(true);
  });
});

describe("the front-run", () => {
  const found = verdict("front_run");

  test("does not pay against a quarter of the pool, streamed or in a lump", () => {
    expect(found.verdict).toBe("holds");
    expect(number(found.figures.injected_fen)).toBe(Math.floor(number(found.figures.pool_before_fen) / 4));
    expect(number(found.figures.best_net_fen)).toBeLessThan(0);
    expect(number(found.figures.lump_best_net_fen)).toBeLessThan(0);
    expect(found.figures.over_days).toBe(30);
  });

  test("and the verdict says from which injection on it does", () => {
    const from = number(found.figures.pays_from_injection_fen);
    expect(from).toBeGreaterThan(number(found.figures.injected_fen));
    const injections = [{ day: 30, amount_fen: from, over_days: 30 }];
    const larger = attack("front_run", {
      ...setting,
      world: { ...world, injections: quiet({ injections }).injections },
    });
    expect(larger.verdict).toBe("pays");
    expect(number(larger.figures.best_net_fen)).toBeGreaterThan(0);
  });

  test("pays at once against a plan that mints nearly all, keeps nothing and pays no one", () => {
    const naked = withPool(
      { mint: "99%", exit_load: "0%", max_step: "1000%" },
      {
        portions: [{ to: "pool", rest: true }],
        commissions: {},
      },
    );
    const pays = attack("front_run", { ...setting, plan: naked });
    expect(pays.verdict).toBe("pays");
    expect(number(pays.figures.lump_best_net_fen)).toBeGreaterThan(0);
    expect(pays.parties.attacker_fen).toBe(pays.figures.best_net_fen);
  });

  test("meets the world's own injection where it has one", () => {
    const own = quiet({ days: 60, injections: [{ day: 20, amount_fen: 5_000, over_days: 10 }] });
    const met = attack("front_run", { ...setting, world: own });
    expect(met.figures).toMatchObject({ injected_fen: 5_000, over_days: 10 });
  });
});

describe("the growth stop", () => {
  const found = verdict("growth_stop");

  test("leaves what the pool has: all of it wound up, a little less when everyone sells", () => {
    expect(found.verdict).toBe("holds");
    const { figures } = found;
    expect(number(figures.wound_up_paid_fen)).toBeLessThanOrEqual(number(figures.pool_before_fen));
    expect(number(figures.pool_before_fen) - number(figures.wound_up_paid_fen)).toBeLessThan(1_000);
    expect(number(figures.sold_paid_fen)).toBeLessThanOrEqual(number(figures.pool_before_fen));
    // 16% of the spend is in the pool, less what the first exits took.
    expect(number(figures.sold_paid_of_spend_ppm)).toBeLessThan(160_000);
    expect(number(figures.sold_paid_of_spend_ppm)).toBeGreaterThan(140_000);
  });

  test("shows who waits, how long he would have, and the price as the others leave", () => {
    const { figures, tried } = found;
    expect(figures.lots_waiting).toBe(580);
    expect(figures.median_lot_days_to_cap_after_the_stop).toBeNull();
    // The lot in the middle needs 2,712 times the purchases of its own number (ECONOMICS of the plan): about 40,000 days.
    expect(number(figures.median_lot_days_to_cap_at_former_pace)).toBeGreaterThan(30_000);
    expect(number(figures.median_lot_days_to_cap_at_former_pace)).toBeLessThan(50_000);
    const prices = tried.map((step) => Number(step.figures.price));
    expect(prices).toHaveLength(10);
    expect(prices.every((price, i) => i === 0 || price > (prices[i - 1] as number))).toBe(true);
    // Many small sales: the price goes with the points left to the power −0.2.
    expect(Math.abs((prices[5] as number) / (prices[0] as number) / 0.5 ** -0.2 - 1)).toBeLessThan(0.01);
  });
});

describe("selling in many parts", () => {
  const found = verdict("part_sale");

  test("gains 6% for half the pool in 20 parts: disclosed", () => {
    expect(found.verdict).toBe("disclosed");
    expect(number(found.figures.more_ppm)).toBeGreaterThan(60_000);
    expect(number(found.figures.more_ppm)).toBeLessThan(68_000);
    expect(found.parties.attacker_fen).toBe(found.figures.more_fen);
    const got = found.tried.map((row) => number(row.figures.got_fen));
    expect(got).toEqual([...got].sort((a, b) => a - b));
  });

  test("gains nothing without an exit load: holds", () => {
    const free = attack("part_sale", { ...setting, plan: withPool({ exit_load: "0%" }) });
    expect(free.verdict).toBe("holds");
    expect(number(free.figures.more_fen)).toBeLessThanOrEqual(0);
  });
});

describe("all at once", () => {
  test("on any number of threads, in order, told one by one", async () => {
    const told: string[] = [];
    const attacks = ["growth_stop", "bank_run", "part_sale"] as const;
    const progress = (done: number, of: number, name: string) => told.push(`${done}/${of} ${name}`);
    const found = await attackAll(setting, { attacks, workers: 2, progress });
    expect(found).toEqual(attacks.map(verdict));
    expect(told.map((line) => line.slice(0, 3))).toEqual(["1/3", "2/3", "3/3"]);
    expect(new Set(told.map((line) => line.slice(4)))).toEqual(new Set(attacks));
  });

  test("until called off", async () => {
    const control = new AbortController();
    const work = attackAll({ ...setting, world: ready("equal-purchases") }, { signal: control.signal });
    setTimeout(() => control.abort(), 200);
    await expect(work).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("the stage", () => {
  test("a world with a visitor who does nothing is the world without him", () => {
    const [alone, visited] = [play(setting), play(setting, { dawn: () => [] })];
    expect(visited.positions).toEqual(alone.positions);
    expect(alone.paid).toBe(0n);
  });

  test("adversaries play on a stretch of the world that is not too long, and sees an injection through", () => {
    expect(stretchOf(ready("constant")).days).toBe(120);
    expect(stretchOf(ready("equal-purchases")).days).toBe(20);
    expect(stretchOf(ready("injections")).days).toBe(160);
    expect(stretchOf(quiet({ days: 9 })).days).toBe(9);
  });

  test("a world is cut off on a day for good", () => {
    const cut = cutAt(
      quiet({
        injections: [
          { day: 5, amount_fen: 10, over_days: 3 },
          { day: 9, amount_fen: 10 },
        ],
      }),
      8,
      2,
    );
    expect(cut).toMatchObject({ days: 10, arrivals: [{ kind: "constant" }, { kind: "stop", fromDay: 8 }] });
    expect(cut.injections).toHaveLength(1);
  });

  test("the watch sees a price that falls, and one that leaps", () => {
    const { book } = new Replay(setting.plan);
    const start = { cash: 100n, points: 100n };
    const journal = (cash: bigint, points: bigint) => ({ start, cash, points, last: start }) as Journal;
    const broken = (...journals: Journal[]) => {
      const watch = new LawWatch(500_000n);
      for (const one of journals) watch.see(one);
      return watch
        .checks(book)
        .filter(({ held }) => !held)
        .map(({ law }) => law);
    };
    expect(broken(journal(100n, 100n), journal(150n, 100n))).toEqual([]);
    expect(broken(journal(99n, 100n))).toEqual(["price_never_falls"]);
    expect(broken(journal(120n, 100n), journal(110n, 100n))).toEqual(["price_never_falls"]);
    expect(broken(journal(151n, 100n))).toEqual(["step_limit"]);
    // One grain can hold no less than one fen: rounding up to the price before is no leap.
    expect(broken({ ...journal(1n, 1n), start: { cash: 1n, points: 2n } })).toEqual([]);
    expect(comparePrice(start, start)).toBe(0);
  });
});

test("figures are written as people write them", () => {
  expect([0n, 5n, -5n, 123_456_789n, -100_000n].map(yuan)).toEqual([
    "0.00",
    "0.05",
    "-0.05",
    "1,234,567.89",
    "-1,000.00",
  ]);
  expect([percent(1n, 3n), percent(-1n, 4n), percent(2n, 3n), percent(1n, 0n)]).toEqual([
    "33.33%",
    "-25.00%",
    "66.67%",
    "–",
  ]);
  expect(gain(-150n)).toEqual({ zh: "亏 1.50 元", en: "loses 1.50 yuan" });
  expect(gain(150n)).toEqual({ zh: "赚 1.50 元", en: "gains 1.50 yuan" });
  const said = tell(
    [
      ["他{net}", "he {net}"],
      ["（{n} 天）。", " ({n} days)."],
    ],
    { net: gain(150n), n: 3 },
  );
  expect(said).toEqual({ zh: "他赚 1.50 元（3 天）。", en: "he gains 1.50 yuan (3 days)." });
});
