/** Courses of worlds: the same seed the same history, and every behaviour does what its data says. */
import { describe, expect, test } from "vitest";
import { brokenLaws, type Journal, type Order, Replay } from "#engine";
import { Course, type World } from "../../src/sim/world/index.ts";
import { DAY } from "../../src/sim/world/world.ts";
import { readyWorlds } from "./ready.ts";
import { type Json, planJson, planOf, preset, quiet, ready } from "./setting.ts";

interface Told {
  readonly replay: Replay;
  readonly orders: readonly (Order & { readonly day: number })[];
  readonly journals: readonly Journal[];
}

function tell(world: World, seed = 1n, plan = preset("local-life"), visit: readonly Order[] = []): Told {
  const timed = plan.settleAfter !== null || plan.commissionFreeze !== null;
  const course = new Course(world, seed, timed);
  const journals: Journal[] = [];
  const replay = new Replay(plan, (journal) => journals.push(journal));
  const orders: (Order & { day: number })[] = [];
  const visitor = { dawn: (day: number) => (day === 5 ? visit : []) };
  for (const order of course.orders(replay.book, visitor)) {
    orders.push({ ...order, day: course.day });
    replay.order(order);
  }
  return { replay, orders, journals };
}

const kinds = ({ orders }: Told, kind: Order["kind"]) => orders.filter((order) => order.kind === kind);
const countOf = (told: Told, kind: Order["kind"]) => kinds(told, kind).length;
const share = (kind: string, percent: string, more: Record<string, Json> = {}) => ({
  kind,
  share: percent,
  ...more,
});

describe("a history", () => {
  test("is the same for the same seed and another for another", () => {
    const world = ready("town", 60);
    const [a, b, c] = [tell(world, 7n), tell(world, 7n), tell(world, 8n)];
    expect(a.orders).toEqual(b.orders);
    expect(a.orders).not.toEqual(c.orders);
  });

  test("asks for the same purchases and refunds whatever else happens to the book", () => {
    const world = ready("town", 60);
    const plain = tell(world, 7n);
    const stranger: Order[] = [
      { kind: "join", id: "x1", at: null, atText: null, member: "x", sponsor: null },
      {
        kind: "purchase",
        id: "x2",
        at: null,
        atText: null,
        member: "x",
        merchant: "store-1",
        amount: 10n ** 7n,
        cost: null,
      },
      { kind: "inject", id: "x3", at: null, atText: null, amount: 10n ** 6n },
    ];
    const visited = tell(world, 7n, preset("local-life"), stranger);
    const bought = (told: Told) =>
      told.orders
        .filter(({ id }) => !id.startsWith("x"))
        .flatMap((order) =>
          order.kind === "purchase" ? [[order.member, order.merchant, order.amount, order.day]] : [],
        );
    expect(bought(visited)).toEqual(bought(plain));
    expect(countOf(visited, "refund")).toBe(countOf(plain, "refund"));
    expect(visited.replay.book.pool.cash.balance).not.toBe(plain.replay.book.pool.cash.balance);
  });

  test("with other refunds has the same arrivals", () => {
    const world = ready("constant", 40);
    const without = tell({ ...world, refunds: null });
    const joined = (told: Told) => kinds(told, "join").map((order) => order.day);
    expect(joined(tell(world))).toEqual(joined(without));
  });

  test("gives every order an id of its own", () => {
    const { orders } = tell(ready("new-cycle", 400));
    expect(new Set(orders.map(({ id }) => id)).size).toBe(orders.length);
  });

  test.each(readyWorlds().map(({ id }) => [id] as const))(
    "%s keeps every law and is refused nothing",
    (id) => {
      const days = Math.min(ready(id).days, id === "equal-purchases" ? 1 : 60);
      const { replay } = tell(ready(id, days), 11n, preset(id === "own-goods" ? "product-2x" : "local-life"));
      expect(brokenLaws(replay.book)).toEqual([]);
      expect(replay.refused).toEqual([]);
      expect(replay.book.members.size).toBeGreaterThan(50);
    },
  );
});

describe("times", () => {
  const timedPlan = planOf({ ...planJson("local-life"), settle_after: "P7D", commission_freeze: "P7D" });

  test("orders carry theirs where the plan needs it, never running back", () => {
    const { orders, replay } = tell(ready("town", 40), 3n, timedPlan);
    const times = orders.map(({ at }) => at as number);
    expect(times.every((at, i) => i === 0 || at >= (times[i - 1] as number))).toBe(true);
    expect(orders[0]?.atText).toBe("2026-01-01T00:00:00+08:00");
    for (const { at, day } of orders) {
      expect(Math.floor(((at as number) - ready("town").start) / DAY)).toBe(day - 1);
    }
    expect(replay.refused).toEqual([]);
    expect(brokenLaws(replay.book)).toEqual([]);
  });

  test("and none where it has no use for them", () => {
    expect(tell(ready("town", 10)).orders.every(({ at, atText }) => at === null && atText === null)).toBe(
      true,
    );
  });
});

describe("who comes and buys", () => {
  test("in an even world exactly as many as it says, each once", () => {
    const told = tell(quiet());
    expect(countOf(told, "purchase")).toBe(400);
    expect(new Set(kinds(told, "purchase").map((order) => "member" in order && order.member)).size).toBe(400);
    expect(kinds(told, "purchase").every((order) => "amount" in order && order.amount === 10_000n)).toBe(
      true,
    );
  });

  test("members buy again at the rate, mostly at home", () => {
    const world = quiet({
      days: 100,
      purchases: { amount: { kind: "fixed", fen: 10_000 }, repeat: "2%" },
      stores: { count: 10, regions: ["440106"], home: "80%" },
    });
    const told = tell(world, 7n);
    const homes = new Map<string, string>();
    let again = 0;
    let athome = 0;
    for (const order of told.orders) {
      if (order.kind !== "purchase") continue;
      const home = homes.get(order.member);
      if (home === undefined) homes.set(order.member, order.merchant);
      else {
        again += 1;
        if (home === order.merchant) athome += 1;
      }
    }
    // Members at the beginning of each day are 0, 10, 20, … 990; 2% of their sum.
    expect(again).toBe(990);
    // 80% at home, and of the rest one in ten by chance.
    expect(Math.abs(athome / again - 0.82)).toBeLessThan(0.04);
  });

  test("nobody during a stop", () => {
    const world = quiet({
      arrivals: [
        { from_day: 1, kind: "constant", per_day: "10" },
        { from_day: 11, kind: "stop" },
      ],
      purchases: { amount: { kind: "fixed", fen: 10_000 }, repeat: "10%" },
    });
    const days = kinds(tell(world), "purchase").map(({ day }) => day);
    expect(Math.max(...days)).toBe(10);
  });

  test("by a member's code, as many as the world says, and the popular bring more", () => {
    const sponsors = (choose: string) => {
      const told = tell(quiet({ days: 200, referral: { share: "60%", choose } }));
      const by = new Map<string, number>();
      let referred = 0;
      for (const order of kinds(told, "join")) {
        if (order.kind !== "join" || order.sponsor === null) continue;
        referred += 1;
        by.set(order.sponsor, (by.get(order.sponsor) ?? 0) + 1);
      }
      return { referred, most: Math.max(...by.values()), told };
    };
    const [any, popular, recent] = [sponsors("any"), sponsors("popular"), sponsors("recent")];
    for (const { referred } of [any, popular, recent])
      expect(Math.abs(referred / 2_000 - 0.6)).toBeLessThan(0.04);
    expect(popular.most).toBeGreaterThan(2 * any.most);
    const numberOf = (id: string) => Number(id.slice(1));
    for (const order of kinds(recent.told, "join")) {
      if (order.kind !== "join" || order.sponsor === null) continue;
      expect(numberOf(order.sponsor)).toBeGreaterThanOrEqual(Math.floor(0.9 * (numberOf(order.member) - 1)));
    }
  });
});

describe("stores and agents", () => {
  test("open in turn, brought in by members, until there are enough", () => {
    const world = quiet({
      stores: {
        count: 2,
        every_days: 5,
        most: 6,
        regions: ["440106", "441900"],
        recruited: "100%",
        take: "18%",
      },
      agents: ["440106", "440000"],
    });
    const told = tell(world);
    const opened = told.orders.flatMap((order) => (order.kind === "open_store" ? [order] : []));
    expect(opened.map(({ day }) => day)).toEqual([1, 1, 6, 11, 16, 21]);
    expect(opened.map(({ region }) => region)).toEqual([
      "440106",
      "441900",
      "440106",
      "441900",
      "440106",
      "441900",
    ]);
    expect(opened.every(({ take }) => take === 180_000n)).toBe(true);
    const recruiters = opened.map(
      ({ merchant }) => told.replay.book.merchants.get(merchant)?.recruiter?.id ?? null,
    );
    expect(recruiters.slice(0, 2)).toEqual([null, null]);
    expect(recruiters.slice(2).every((id) => id?.startsWith("m"))).toBe(true);
    expect(told.replay.book.regions.get("440106")?.id).toBe("agent-440106");
    expect(told.replay.book.members.get("agent-440000")?.commission.balance).toBeGreaterThan(0n);
  });

  test("own goods carry their cost", () => {
    const told = tell(
      quiet({ stores: { count: 1, regions: ["440106"], cost: "30%" } }),
      1n,
      preset("product-2x"),
    );
    expect(kinds(told, "purchase").every((order) => "cost" in order && order.cost === 3_000n)).toBe(true);
    expect(told.replay.refused).toEqual([]);
  });
});

describe("who sells", () => {
  test("holders never do", () => {
    expect(countOf(tell(quiet()), "redeem")).toBe(0);
  });

  test("at a multiple of 1 everyone at once", () => {
    const told = tell(
      quiet({ behaviours: [share("hold", "50%"), share("take_profit", "50%", { multiple: "1" })] }),
    );
    const { orders } = told;
    const sellers = new Set(orders.flatMap((order) => (order.kind === "redeem" ? [order.member] : [])));
    orders.forEach((order, i) => {
      if (order.kind !== "purchase" || !sellers.has(order.member)) return;
      expect(orders[i + 1]).toMatchObject({ kind: "redeem", member: order.member });
    });
    expect(Math.abs(sellers.size / 400 - 0.5)).toBeLessThan(0.1);
  });

  test("profit takers exactly when their points have reached the multiple", () => {
    const world = quiet({
      behaviours: [share("hold", "60%"), share("take_profit", "40%", { multiple: "1.5" })],
    });
    const { orders, journals } = tell(world);
    const price = ({ cash, points }: Journal) => Number(cash) / Number(points);
    const boughtAt = new Map<string, number>();
    let sold = 0;
    let last = 0;
    const byOrder = new Map(journals.map((journal) => [journal.order, journal]));
    for (const order of orders) {
      const journal = byOrder.get(order.id) as Journal;
      if (order.kind === "purchase") boughtAt.set(order.member, last);
      if (order.kind === "redeem") {
        sold += 1;
        expect(last / (boughtAt.get(order.member) as number)).toBeGreaterThanOrEqual(1.5 - 1e-12);
      }
      if (journal.points > 0n) last = price(journal);
    }
    expect(sold).toBeGreaterThan(20);
    const takers = [...boughtAt].filter(([, at]) => at > 0 && last / at >= 1.5).length;
    // Of all who could, the 40% did (holders are among the ones that could).
    expect(sold / takers).toBeGreaterThan(0.25);
    expect(sold / takers).toBeLessThan(0.55);
  });

  test("in a panic every member of the group on its days, and never again", () => {
    const world = quiet({
      days: 60,
      purchases: { amount: { kind: "fixed", fen: 10_000 }, repeat: "5%" },
      behaviours: [share("hold", "50%"), share("panic", "50%", { day: 30, days: 2 })],
    });
    const told = tell(world);
    const sold = new Map<string, number>();
    for (const order of told.orders) if (order.kind === "redeem") sold.set(order.member, order.day);
    expect(new Set(sold.values())).toEqual(new Set([30, 31]));
    expect(Math.abs(sold.size / 300 - 0.5)).toBeLessThan(0.08);
    for (const order of told.orders) {
      const left = order.kind === "purchase" ? sold.get(order.member) : undefined;
      if (left !== undefined) expect(order.day).toBeLessThanOrEqual(left);
    }
    for (const member of sold.keys()) expect(told.replay.book.members.get(member)?.points.balance).toBe(0n);
  });

  test("a part of what they hold, so many a day", () => {
    const world = quiet({ behaviours: [share("sell_part", "100%", { per_day: "1%", fraction: "50%" })] });
    const told = tell(world);
    // 1% of 0, 10, 20, … 390 members on the 40 days.
    expect(countOf(told, "redeem")).toBe(78);
    const balance = new Map<string, bigint>();
    for (const { postings, kind } of told.journals) {
      for (const { from, to, amount } of postings) {
        if (from.kind.name === "points" && kind === "redeem") {
          expect(amount).toBe((balance.get(from.owner) as bigint) / 2n);
          balance.set(from.owner, (balance.get(from.owner) as bigint) - amount);
        }
        if (to.kind.name === "points") balance.set(to.owner, (balance.get(to.owner) ?? 0n) + amount);
      }
    }
  });
});

describe("money from outside, and back", () => {
  test("refunds come at the rate, on their days, for their part", () => {
    const refunds = { rate: "25%", from_days: 2, to_days: 5, part: "60%" };
    const told = tell(quiet({ days: 100, refunds }));
    const bought = new Map(kinds(told, "purchase").map((order) => [order.id, order.day]));
    const back = told.orders.flatMap((order) => (order.kind === "refund" ? [order] : []));
    expect(Math.abs(back.length / 1_000 - 0.25)).toBeLessThan(0.05);
    const after = back.map(({ purchase, day }) => day - (bought.get(purchase) as number));
    expect(new Set(after)).toEqual(new Set([2, 3, 4, 5]));
    expect(back.every(({ amount }) => amount === 6_000n)).toBe(true);
    expect(told.replay.refused).toEqual([]);
  });

  test("an injection is streamed to the last fen", () => {
    const told = tell(quiet({ injections: [{ day: 10, amount_fen: 10_000, over_days: 7 }] }));
    const parts = told.orders.flatMap((order) => (order.kind === "inject" ? [order] : []));
    expect(parts.map(({ day }) => day)).toEqual([10, 11, 12, 13, 14, 15, 16]);
    expect(parts.reduce((sum, { amount }) => sum + amount, 0n)).toBe(10_000n);
    expect(parts.every(({ amount }) => amount === 1_428n || amount === 1_429n)).toBe(true);
  });

  test("a release lets its share of the remainder back, once, and nothing where there is none", () => {
    const sellAll = { behaviours: [share("panic", "100%", { day: 20 })] };
    const releases = [
      { day: 5, share: "50%" },
      { day: 30, share: "50%" },
    ];
    const arrivals = [
      { from_day: 1, kind: "constant", per_day: "10" },
      { from_day: 20, kind: "stop" },
      { from_day: 25, kind: "constant", per_day: "10" },
    ];
    const told = tell(quiet({ ...sellAll, arrivals, releases }));
    const found = told.orders.flatMap((order) => (order.kind === "release" ? [order] : []));
    expect(found.map(({ day }) => day)).toEqual([30]);
    const amount = found[0]?.amount as bigint;
    expect(amount).toBeGreaterThan(0n);
    const journal = told.journals.find(({ kind }) => kind === "release") as Journal;
    expect(journal.remainder - amount <= 1n && journal.remainder >= amount).toBe(true);
  });
});
