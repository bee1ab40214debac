/** `bench store` at a tiny size on a cluster of its own, the kill included: what it claims to check, it checks. */
import { expect, test } from "vitest";
import { type Plan, readPlan } from "#engine";
import { barChart, barsOf } from "../../src/main/bench/store/chart.ts";
import { check, usualBooks } from "../../src/main/bench/store/check.ts";
import { fill } from "../../src/main/bench/store/fill.ts";
import { median } from "../../src/main/bench/store/latency.ts";
import { Server } from "../../src/main/bench/store/machine.ts";
import { measureSize, type Trial } from "../../src/main/bench/store/size.ts";
import { Usual } from "../../src/main/bench/store/usual.ts";
import { isSound, type StoreFigures } from "../../src/main/bench/store/whole.ts";
import { type Choice, World } from "../../src/main/bench/store/world.ts";
import { LOCAL } from "../plans.ts";
import { freshDatabase } from "../postgres.ts";

const SEED = 20_260_101;
const MEMBERS = 2_000;
const { plan } = readPlan(LOCAL) as { plan: Plan };

const trial: Trial = {
  plan,
  members: MEMBERS,
  seed: SEED,
  rounds: 1,
  warm: 0,
  lengths: {
    naive: 0.4,
    product: 0.4,
    plpgsql: 0.3,
    reference: 0.2,
    simple_update: 0.2,
    product_zipf: 0.3,
    copy: 1,
  },
  open: [{ rate: 500, seconds: 0.4 }],
  sustain: 0.4,
  crash: 0.3,
};

test("every variant ends where the engine ends, and a killed database loses nothing", async () => {
  const server = await Server.open(undefined, () => {});
  try {
    const { signal } = new AbortController();
    const size = await server.withDatabase((place) => measureSize(trial, place, signal, () => {}));
    const nothing = { lost: 0, same_pool: true, conservation_fen: 0, conservation_grains: 0 };
    for (const variant of ["product", "naive", "plpgsql"] as const) {
      expect([variant, size.checks[variant]]).toMatchObject([variant, nothing]);
      expect(size.checks[variant]?.orders).toBeGreaterThan(10);
    }
    expect(size.crash).toMatchObject({ lost: 0, doubled: 0 });
    expect(size.crash?.answered).toBeGreaterThan(0);
    expect(Object.keys(size.variants).sort()).toEqual(Object.keys(trial.lengths).sort());
    expect(size.headline.orders_per_second).toBeGreaterThan(0);
    const figures: StoreFigures = {
      machine: server.machine,
      seed: SEED,
      quick: true,
      sizes: [size],
      growth: null,
    };
    expect(isSound(figures)).toBe(true);
    const chart = barChart(
      ["<title>", "b"],
      [],
      barsOf(size, (variant) => [variant, "&"]),
    );
    expect(chart.match(/<rect x=/g)).toHaveLength(6);
    expect(chart).not.toContain("<title>");
  } finally {
    await server.close();
  }
}, 120_000);

test("the check sees a fen too much, a lost answer, and an order booked in another sequence", async () => {
  const { database, drop } = await freshDatabase();
  const world = new World(plan, 200, SEED);
  await fill(database, world, () => {});
  const usual = await Usual.open(database, "usual", plan);
  try {
    const orders = world.orders("x", "uniform", 1);
    for (let i = 0; i < 20; i++) await usual.submit(orders.next().value as never);
    const books = usualBooks("usual");
    const right = await check(database, world, books, 19);
    expect(right).toMatchObject({ lost: 0, same_pool: true, conservation_fen: 0, conservation_grains: 0 });
    expect((await check(database, world, books, right.orders + 3)).lost).toBe(3);
    await database.query("UPDATE usual.pool SET cash = cash + 1");
    expect(await check(database, world, books, 0)).toMatchObject({ same_pool: false, conservation_fen: 1 });
    await database.query("UPDATE usual.pool SET cash = cash - 1");
    await database.query("UPDATE usual.orders SET seq = 1000 WHERE seq = 1");
    expect(await check(database, world, books, 0)).toMatchObject({ same_pool: false, conservation_fen: 0 });
  } finally {
    await usual.close();
    await drop();
  }
}, 60_000);

test.each(["uniform", "zipf"] as const)("orders are the same for the same seed: %s", (choice: Choice) => {
  const world = new World(plan, MEMBERS, SEED);
  const take = (count: number) => {
    const orders = world.orders("o", choice, 7);
    return Array.from({ length: count }, () => orders.next().value);
  };
  const [one, other] = [take(20_000), take(20_000)];
  expect(one).toEqual(other);
  const repeats = one.length - new Set(one.map((order) => order?.id)).size;
  expect(repeats / one.length).toBeGreaterThan(0.015);
  expect(repeats / one.length).toBeLessThan(0.025);
  const often = new Map<string, number>();
  for (const order of one) often.set(order?.member ?? "", (often.get(order?.member ?? "") ?? 0) + 1);
  const most = Math.max(...often.values()) / one.length;
  // By Zipf's law with 0.99 the first of 2,000 is chosen in about one order of eight.
  if (choice === "zipf") expect(most).toBeGreaterThan(0.08);
  else expect(most).toBeLessThan(0.005);
});

test("the median of an even number lies between the two in the middle", () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([3, 1, 2])).toBe(2);
});
