/** Runs of worlds: the closed forms of the pool come out, and many runs are the same however they are done. */
import { describe, expect, test } from "vitest";
import { type Journal, priceOf, Replay } from "#engine";
import { simulationBands } from "../../src/sim/report/simulation.ts";
import { percentilesOf, rankOf } from "../../src/sim/run/bands.ts";
import {
  runWorld,
  type SimulateOptions,
  type SimulationProgress,
  simulate,
  WorkerFault,
} from "../../src/sim/run/index.ts";
import { gridOf } from "../../src/sim/run/runworld.ts";
import { medianRun } from "../../src/sim/run/simulate.ts";
import { Course, derived } from "../../src/sim/world/index.ts";
import { planJson, planOf, preset, quiet, ready } from "./setting.ts";

const plan = preset("local-life");

/** Γ(0.7)·n!/Γ(n + 0.7) for n = 1, 2 …, as the product it is. */
function closedForm(most: number): number[] {
  const prices: number[] = [];
  for (let n = 1, price = 1; n <= most; n += 1) {
    price *= n / (n - 1 + 0.7);
    prices.push(price);
  }
  return prices;
}

describe("equal purchases of 1000 yuan by fresh members", () => {
  test.each([
    ["local-life", [1_137, 3_702]],
    ["product-2x", [768, 2_493]],
    ["product-3x", [2_965]],
  ])("under %s the first exits come at purchases %j", (name, exits) => {
    const run = runWorld(preset(name), ready("equal-purchases", 4), 1n, { rows: false });
    expect(run.series.purchases.at(-1)).toBe(4_000);
    expect(run.first_exits).toEqual(exits);
    expect(run.findings.refused.total).toBe(0);
  });

  test.each([
    ["local-life", 1_136],
    ["product-2x", 767],
  ])("under %s the price is the closed form to 1e-8 until somebody leaves", (name, most) => {
    const prices: number[] = [];
    const see = ({ entry, cash, points, exits }: Journal) => {
      if (entry.type !== "purchased" || prices.length === most) return;
      expect(exits).toEqual([]);
      prices.push((Number(cash) / Number(points)) * 1e6);
    };
    runWorld(preset(name), ready("equal-purchases", 2), 1n, { rows: false, see });
    const expected = closedForm(most);
    expect(prices.length).toBe(most);
    const off = prices.map((price, i) => Math.abs(price / (expected[i] as number) - 1));
    expect(Math.max(...off)).toBeLessThan(1e-8);
  });
});

describe("one run", () => {
  test("samples the ends of days as a replay of its orders would stand then", () => {
    const world = ready("town", 50);
    const run = runWorld(plan, world, 5n, { samples: 10 });
    expect(run.days).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45, 50]);
    const replay = new Replay(plan);
    const course = new Course(world, 5n, false);
    let [spent, purchases] = [0n, 0];
    for (const order of course.orders(replay.book)) {
      if (course.day > 25) break;
      replay.order(order);
      if (order.kind === "purchase") [spent, purchases] = [spent + order.amount, purchases + 1];
      if (order.kind === "refund") spent -= order.amount;
    }
    const { series } = run;
    const wallets = [...replay.book.members.values()].reduce((sum, { wallet }) => sum + wallet.balance, 0n);
    expect(series.pool_fen[4]).toBe(Number(replay.book.pool.cash.balance));
    expect(series.purchases[4]).toBe(purchases);
    expect(series.spent_fen[4]).toBe(Number(spent));
    expect(series.paid_fen[4]).toBe(Number(wallets));
    expect(series.members[4]).toBe(replay.book.members.size);
    expect(Number(series.price[4])).toBeCloseTo(
      (Number(priceOf(replay.book).cash) / Number(priceOf(replay.book).points)) * 1e6,
      6,
    );
  });

  test("ends as its findings say", () => {
    const { series, findings } = runWorld(plan, ready("town", 80), 5n);
    expect(series.pool_fen.at(-1)).toBe(findings.pool.cash_fen);
    expect(series.price.at(-1)).toBe(findings.pool.price);
    expect(series.remainder_fen.at(-1)).toBe(findings.pool.remainder_fen);
    expect(series.spent_fen.at(-1)).toBe(findings.money.spent_fen);
    expect(series.members.at(-1)).toBe(findings.members);
    expect(findings.member_rows.member.length).toBeGreaterThan(0);
  });

  test("fills the days on which nothing happens", () => {
    const world = quiet({
      arrivals: [
        { from_day: 1, kind: "constant", per_day: "1" },
        { from_day: 3, kind: "stop" },
        { from_day: 8, kind: "constant", per_day: "1" },
      ],
      days: 10,
    });
    expect(runWorld(plan, world, 1n).series.purchases).toEqual([1, 2, 2, 2, 2, 2, 2, 3, 4, 5]);
  });

  test("lets pending purchases settle when their time has come, order or no order", () => {
    const timed = planOf({ ...planJson("local-life"), settle_after: "P3D" });
    const world = quiet({
      arrivals: [
        { from_day: 1, kind: "constant", per_day: "1" },
        { from_day: 2, kind: "stop" },
      ],
      days: 6,
    });
    const { series, findings } = runWorld(timed, world, 1n);
    expect(series.pool_fen).toEqual([0, 0, 0, 1_600, 1_600, 1_600]);
    expect(findings.pending).toBe(0);
    expect(findings.period.from?.slice(0, 10)).toBe("2026-01-01");
  });

  test("a grid of days is even and ends with the last", () => {
    expect(gridOf(5, 400)).toEqual([1, 2, 3, 4, 5]);
    expect(gridOf(10, 4)).toEqual([3, 5, 8, 10]);
  });
});

const small: SimulateOptions = { plan, world: ready("town", 25), seed: 42n, runs: 5, samples: 10 };

describe("many runs", () => {
  test("come to the same with one, two and four workers", async () => {
    const [one, two, four] = await Promise.all([1, 2, 4].map((workers) => simulate({ ...small, workers })));
    expect(two).toEqual(one);
    expect(four).toEqual(one);
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });

  test("are the single runs of the derived seeds; the median one is there in full", async () => {
    const found = await simulate(small);
    const runs = [0, 1, 2, 3, 4].map((n) => runWorld(plan, small.world, derived(42n, n), { samples: 10 }));
    expect(found.rows.map(({ seed }) => seed)).toEqual(runs.map(({ seed }) => seed));
    expect(found.rows.map(({ price }) => price)).toEqual(runs.map(({ series }) => series.price.at(-1)));
    const prices = runs.map(({ series }) => Number(series.price.at(-1)));
    const middle = prices.indexOf([...prices].sort((a, b) => a - b)[2] as number);
    expect(found.median_run).toBe(middle + 1);
    expect(found.findings).toEqual(runs[middle]?.findings);
    expect(found.bands.price.p50.at(-1)).toBe(found.findings.pool.price);
    const day = found.days.indexOf(15);
    const pools = runs.map(({ series }) => series.pool_fen[day] as number).sort((a, b) => a - b);
    const { p5, p50, p95 } = found.bands.pool_fen;
    expect([p5[day], p50[day], p95[day]]).toEqual([pools[0], pools[2], pools[4]]);
    const medians = runs.map(({ findings }) => findings.if_redeemed.p50_ppm as number).sort((a, b) => a - b);
    expect(found.if_redeemed.p50_ppm.p50).toBe(medians[2]);
    const charts = simulationBands(found);
    expect(charts.map(({ x, p10, p50, p90 }) => [x, p10, p50, p90].map(({ length }) => length))).toEqual(
      charts.map(() => [10, 10, 10, 10]),
    );
    expect(charts[1]?.p50.at(-1)).toBe((found.bands.pool_fen.p50.at(-1) as number) / 100);
  });

  test("tell how far they are, never backwards, up to the end", async () => {
    const told: SimulationProgress[] = [];
    await simulate({ ...small, world: ready("constant", 120), progress: (progress) => told.push(progress) });
    const done = told.map((progress) => progress.done);
    expect(done.every((share, i) => share >= (done[i - 1] ?? 0) && share <= 1)).toBe(true);
    expect(told.at(-1)).toMatchObject({ done: 1, runs_done: 5, runs: 5, seconds_left: 0 });
    expect(told.at(-1)?.orders).toBeGreaterThan(10_000);
    expect(told.some(({ seconds_left }) => seconds_left !== null)).toBe(true);
  });

  test("stop at once when they are called off", async () => {
    const control = new AbortController();
    const world = ready("equal-purchases");
    const work = simulate({ ...small, world, runs: 4, signal: control.signal });
    const reason = new Error("enough");
    const called = performance.now() + 300;
    setTimeout(() => control.abort(reason), 300);
    await expect(work).rejects.toBe(reason);
    expect(performance.now() - called).toBeLessThan(3_000);
    await expect(simulate({ ...small, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test("say which run broke down, and why", async () => {
    const broken = { ...small.world, arrivals: [{ kind: "constant", fromDay: 1, perDay: 1n }] };
    const work = simulate({ ...small, world: broken as unknown as typeof small.world });
    await expect(work).rejects.toBeInstanceOf(WorkerFault);
    await expect(work).rejects.toThrow(/^run [12] broke down: Cannot mix BigInt/);
  });

  test.each([
    [{ runs: 0 }, "runs: 0"],
    [{ runs: 10_001 }, "runs: 10001"],
    [{ runs: 1.5 }, "runs: 1.5"],
    [{ seed: -1n }, "seed: -1"],
    [{ seed: 1n << 64n }, "seed: 18446744073709551616"],
  ])("refuse %o", async (more, message) => {
    await expect(simulate({ ...small, ...more })).rejects.toThrow(message);
  });
});

describe("percentiles", () => {
  test("are values that were there: nearest rank", () => {
    const figures = Array.from({ length: 20 }, (_, i) => 20 - i);
    expect(percentilesOf(figures)).toEqual({ p5: 1, p10: 2, p25: 5, p50: 10, p75: 15, p90: 18, p95: 19 });
    expect(percentilesOf([7])).toEqual({ p5: 7, p10: 7, p25: 7, p50: 7, p75: 7, p90: 7, p95: 7 });
    expect([rankOf(50, 3), rankOf(50, 4), rankOf(5, 3), rankOf(95, 3)]).toEqual([1, 1, 0, 2]);
  });

  test("compare prices as decimals, not as text, and put what is missing lowest", () => {
    expect(percentilesOf(["9.00000000", "10.00000000", "100.50000000"]).p50).toBe("10.00000000");
    expect(percentilesOf([5, null, 6]).p5).toBeNull();
    expect(percentilesOf([5, null, 6]).p95).toBe(6);
  });

  test("of equal prices the earlier run is the median", () => {
    const row = (run: number, price: string) => ({ run, price }) as Parameters<typeof medianRun>[0][number];
    expect(medianRun([row(1, "2.00000000"), row(2, "2.00000000"), row(3, "1.00000000")])).toBe(0);
    expect(medianRun([row(1, "12.00000000"), row(2, "9.00000000")])).toBe(1);
  });
});
