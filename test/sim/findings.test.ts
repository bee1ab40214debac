import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BrokenLaw, Replay } from "#engine";
import { Collector, type Findings, type MemberRow } from "../../src/sim/findings/index.ts";
import { addsUp, buys, orders, planOf, play, preset, textOf } from "./replayed.ts";

const cases = new URL("../cases/", import.meta.url);

function rowOf({ member_rows }: Findings, member: string): MemberRow {
  const i = member_rows.member.indexOf(member);
  const entries = Object.entries(member_rows).map(([field, column]) => [field, column[i]]);
  return Object.fromEntries(entries) as MemberRow;
}

describe("three purchases of 1000 yuan (RULES section 8)", () => {
  const { findings } = play(preset("local-life"), textOf("test/cases/worked-local.orders.jsonl").split("\n"));

  test("each fen has one place", () => {
    expect(findings.money).toEqual({
      purchases_fen: 300_000,
      refunds_fen: 0,
      spent_fen: 300_000,
      suppliers_fen: 240_000,
      operator_fen: 6_000,
      portions: {},
      // 0.3% to the store's owner, a and b; 0.2% to boss, own and a.
      upline_1_fen: 900,
      upline_2_fen: 600,
      recruiter_fen: 1_500,
      region_district_fen: 0,
      region_city_fen: 600,
      region_province_fen: 0,
      unclaimed_fen: 2_400,
      pool_fen: 48_000,
      pending_fen: 0,
      pool: {
        from_purchases_fen: 48_000,
        injected_fen: 0,
        in_pool_fen: 48_000,
        remainder_fen: 0,
        redeemed_fen: 0,
        forced_exits_fen: 0,
        dust_fen: 0,
        wound_up_fen: 0,
        wound_up_rest_fen: 0,
        returned_fen: 0,
      },
    });
  });

  test("what a member has, could redeem and has earned", () => {
    expect(rowOf(findings, "a")).toEqual({
      member: "a",
      sponsor: "own",
      first_purchase: 1,
      first_at: null,
      cohort: "1",
      purchases: 1,
      spent_fen: 100_000,
      points: "112.00000000",
      worth_fen: 20_915,
      redeemable_fen: 16_732,
      got_fen: 0,
      commission_fen: 500,
      so_far_ppm: 0,
      if_redeemed_ppm: 167_320,
    });
    expect(rowOf(findings, "boss")).toMatchObject({ spent_fen: 0, so_far_ppm: null, cohort: null });
  });

  test("the series holds every purchase with the three prices", () => {
    expect(findings.series.map(({ price }) => price)).toEqual(["1.42857142", "1.68067226", "1.86741363"]);
    expect(findings.series.map(({ purchase }) => purchase)).toEqual([1, 2, 3]);
    expect(findings.series.map(({ holders }) => holders)).toEqual([1, 2, 3]);
  });

  test("counts, standings and stores", () => {
    expect(findings).toMatchObject({ members: 5, buyers: 3, counted: 3, stores: 1, holders: 3, booked: 10 });
    expect(findings.orders).toEqual({ join: 5, open_store: 1, appoint: 1, purchase: 3 });
    const standing = findings.standings.map(({ rank, row }) => [rank, row.member, row.if_redeemed_ppm]);
    expect(standing).toEqual([
      ["best", "a", 167_320],
      ["p90", "a", 167_320],
      ["median", "b", 117_120],
      ["p10", "c", 99_550],
      ["worst", "c", 99_550],
    ]);
    expect(findings.store_rows).toEqual({
      store: ["s1"],
      owner: ["own"],
      region: ["440106"],
      purchases: [3],
      spent_fen: [300_000],
      payable_fen: [240_000],
    });
  });

  test("goes through JSON unchanged", () => {
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
  });
});

describe("agrees with the results of the worked cases", () => {
  const names = readdirSync(cases).flatMap((file) => /^(.*)\.plan\.json$/.exec(file)?.[1] ?? []);
  test.each(names)("%s", (name) => {
    const text = (kind: string) => readFileSync(new URL(`${name}.${kind}`, cases), "utf8");
    const result = JSON.parse(text("result.json"));
    const { findings } = play(planOf(JSON.parse(text("plan.json"))), text("orders.jsonl").split("\n"));
    const { cash_fen, points, price, remainder_fen } = findings.pool;
    expect({ cash_fen, points, price, remainder_fen }).toEqual(result.pool);
    for (const [id, { points, wallet_fen, commission_fen, sponsor }] of Object.entries<{
      points: string;
      wallet_fen: number;
      commission_fen: number;
      sponsor: string | null;
    }>(result.members)) {
      expect(rowOf(findings, id)).toMatchObject({ points, got_fen: wallet_fen, commission_fen, sponsor });
    }
    expect(
      findings.exits.map(({ order, member, points, worth_fen, proceeds_fen }) => ({
        order,
        member,
        points,
        worth_fen,
        proceeds_fen,
      })),
    ).toEqual(result.exits);
    expect(findings.refused.total).toBe(result.refused.length);
    const spent = findings.member_rows.spent_fen.reduce((sum, fen) => sum + fen, 0);
    expect(spent).toBe(findings.money.spent_fen);
    expect(findings.holders).toBe(findings.member_rows.points.filter((held) => held !== "0.00000000").length);
  });
});

describe("guards", () => {
  test("a journal that was not shown breaks a law", () => {
    const plan = preset("local-life");
    for (const hidden of ["purchase", "redeem", "refund", "inject"]) {
      const collector = new Collector(plan);
      const replay = new Replay(plan, (journal) => {
        if (journal.kind !== hidden) collector.see(journal);
      });
      const lines = orders([
        buys("a", 1000),
        buys("b", 500),
        { kind: "redeem", member: "a", points: "50" },
        { kind: "refund", purchase: "o2", amount_fen: 10_000 },
        { kind: "inject", amount_fen: 7_777 },
      ]);
      lines.forEach((line, i) => {
        replay.line(line, i + 1);
      });
      expect(() => collector.finish(replay), hidden).toThrow(BrokenLaw);
    }
  });

  test("an exit that was not shown", () => {
    const plan = preset("local-life", { cap: { multiple: "0.12", per: "member" } });
    const collector = new Collector(plan);
    const replay = new Replay(plan, (journal) => {
      if (journal.exits.length === 0) collector.see(journal);
    });
    orders([buys("a", 1000), buys("b", 1000)]).forEach((line, i) => {
      replay.line(line, i + 1);
    });
    expect(() => collector.finish(replay)).toThrow(/1 exits, 0 seen/);
  });

  test("an offset that is none, and too few samples", () => {
    const plan = preset("local-life");
    for (const zone of ["Asia/Shanghai", "8", "+8:00", ""])
      expect(() => new Collector(plan, { zone })).toThrow(`zone: "${zone}"`);
    for (const zone of ["Z", "z", "+0800", "-05:30"])
      expect(() => new Collector(plan, { zone })).not.toThrow();
    expect(() => new Collector(plan, { samples: 15 })).toThrow("at least 16");
  });
});

describe("refunds, redemptions and pending purchases", () => {
  test("spend is net of refunds; who gets everything back has no share", () => {
    const { findings } = play(
      preset("local-life"),
      orders([
        buys("a", 1000),
        buys("b", 1000),
        { kind: "refund", purchase: "o1", amount_fen: 40_000 },
        { kind: "refund", purchase: "o2", amount_fen: 100_000 },
      ]),
    );
    expect(rowOf(findings, "a")).toMatchObject({ spent_fen: 60_000, purchases: 1 });
    expect(rowOf(findings, "b")).toMatchObject({ spent_fen: 0, so_far_ppm: null, if_redeemed_ppm: null });
    expect(findings).toMatchObject({ buyers: 2, counted: 1 });
    expect(findings.money).toMatchObject({ purchases_fen: 200_000, refunds_fen: 140_000, spent_fen: 60_000 });
    addsUp(findings);
  });

  test("what was redeemed and given back on a refund is told apart", () => {
    const { findings } = play(
      preset("local-life"),
      orders([
        buys("a", 1000),
        buys("b", 1000),
        { kind: "redeem", member: "a", points: "all" },
        { kind: "refund", purchase: "o1", amount_fen: 100_000 },
      ]),
    );
    const { redeemed_fen, returned_fen } = findings.money.pool;
    // a sold 112 points at 320 / 190.4 yuan with 20% kept, and gives all of it back.
    expect(redeemed_fen).toBe(15_058);
    expect(returned_fen).toBe(15_058);
    expect(rowOf(findings, "a")).toMatchObject({ got_fen: 0, spent_fen: 0 });
    expect(findings.series.map(({ paid_fen }) => paid_fen)).toEqual([0, 0, 15_058, 0]);
  });

  test("a pending purchase is spent but not split; it is a purchase once, when it was paid", () => {
    const plan = preset("local-life", {}, { settle_after: "P7D" });
    const { findings } = play(
      plan,
      orders([
        buys("a", 1000, { at: "2026-01-30T12:00:00+08:00" }),
        buys("b", 1000, { at: "2026-02-10T12:00:00+08:00" }),
      ]),
    );
    expect(findings.money).toMatchObject({ spent_fen: 200_000, pending_fen: 100_000, pool_fen: 16_000 });
    expect(findings).toMatchObject({ pending: 1, buyers: 2, automatic: { settle: 1 }, cohorts_by: "month" });
    expect(findings.orders["purchase"]).toBe(2);
    expect(rowOf(findings, "a")).toMatchObject({ first_at: "2026-01-30T12:00:00+08:00", purchases: 1 });
    expect(findings.cohorts.map(({ name }) => name)).toEqual(["2026-01", "2026-02"]);
  });

  test("winding up pays everything and leaves the rest to the operator", () => {
    const { findings } = play(
      preset("local-life"),
      orders([buys("a", 1000), buys("b", 333), { kind: "wind_up" }]),
    );
    const { wound_up_fen, wound_up_rest_fen, in_pool_fen, from_purchases_fen } = findings.money.pool;
    expect(in_pool_fen).toBe(0);
    expect(wound_up_fen + wound_up_rest_fen).toBe(from_purchases_fen);
    expect(findings.pool.closed).toBe(true);
    addsUp(findings);
  });
});

describe("time and cohorts", () => {
  const at = (month: number) =>
    `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  const months = (n: number, zone?: string) =>
    play(
      preset("local-life"),
      orders(Array.from({ length: n }, (_, i) => buys(`m${i}`, 100, { at: `${at(i)}-01T00:30:00+08:00` }))),
      zone === undefined ? {} : { zone },
    ).findings;

  test("months, then quarters, then years", () => {
    const [few, more, many] = [months(3), months(25), months(80)];
    expect(few.cohorts.map(({ name }) => name)).toEqual(["2020-01", "2020-02", "2020-03"]);
    expect(more.cohorts_by).toBe("quarter");
    expect(more.cohorts.map(({ name }) => name).slice(0, 2)).toEqual(["2020-Q1", "2020-Q2"]);
    expect(many.cohorts.map(({ name }) => name).slice(0, 2)).toEqual(["2020", "2021"]);
    expect(few.period).toEqual({ from: "2020-01-01T00:30:00+08:00", to: "2020-03-01T00:30:00+08:00" });
  });

  test("months are those of the offset asked for", () => {
    expect(months(3, "Z").cohorts.map(({ name }) => name)).toEqual(["2019-12", "2020-01", "2020-02"]);
  });

  test("tenths by arrival where there is no time", () => {
    const list = Array.from({ length: 25 }, (_, i) => buys(`m${i}`, 100));
    const { findings } = play(preset("local-life"), orders(list));
    expect(findings.cohorts_by).toBe("arrival");
    expect(findings.cohorts.map(({ name }) => name)).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
      "10",
    ]);
    expect(findings.cohorts.map(({ members }) => members)).toEqual([3, 2, 3, 2, 3, 2, 3, 2, 3, 2]);
    const medians = findings.cohorts.map(({ if_redeemed }) => if_redeemed.p50_ppm ?? 0);
    expect(medians).toEqual(medians.toSorted((a, b) => b - a));
  });
});

test("nothing happened: empty findings, no share, no standing", () => {
  const { findings } = play(preset("local-life"), []);
  expect(findings).toMatchObject({ booked: 0, counted: 0, standings: [], cohorts: [], exits: [] });
  expect(findings.so_far).toMatchObject({ p50_ppm: null, full: 0 });
  expect(findings.series).toHaveLength(1);
  expect(findings.pool.price).toBe("1.00000000");
});

test("without rows the figures are the same and the rows are gone", () => {
  const lines = textOf("test/cases/product-2.orders.jsonl").split("\n");
  const plan = planOf(JSON.parse(textOf("test/cases/product-2.plan.json")));
  const { findings: whole } = play(plan, lines);
  const { findings: bare } = play(plan, lines, { rows: false });
  const { member_rows, store_rows, exits, ...rest } = bare;
  expect(whole).toMatchObject(rest);
  expect([member_rows.member, store_rows.store, exits]).toEqual([[], [], []]);
});

test("closed forms of ECONOMICS: 0.262% and 20.7% for goods, 11.0% for stores, whose cap lies below the spend", () => {
  const goods = play(preset("product-2x"), []).findings;
  expect(goods.theory.full_ppm / 1e4).toBeCloseTo(0.262, 3);
  expect(goods.theory.median_ppm / 1e4).toBeCloseTo(20.68, 2);
  const stores = play(preset("local-life"), []).findings;
  expect(stores.theory).toEqual({ full_ppm: 0, median_ppm: 110_311 });
  expect(stores.plan.most_at_cap_ppm).toBe(960_000);
  const high = play(preset("local-life-2x"), []).findings;
  expect(high.theory.full_ppm / 1e4).toBeCloseTo(0.032, 3);
});
