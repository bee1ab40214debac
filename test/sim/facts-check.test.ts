/** The check of whole plans: the funded statement, the publish rules, the facts and the verdict. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Replay, readPlan } from "#engine";
import { CN, checkPlan, classOf, type Facts, type PlanCheck, SOURCES } from "../../src/sim/facts/index.ts";
import { trialOrders } from "../../src/sim/facts/trial.ts";

const PRESETS = ["local-life", "local-life-2x", "local-life-high", "product-2x", "product-3x"] as const;
type Json = ReturnType<typeof preset>;
const preset = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../plans/${name}.json`, import.meta.url), "utf8")) as Record<
    string,
    unknown
  > & {
    portions: Record<string, unknown>[];
    commissions: Record<string, unknown>;
    pool: Record<string, unknown>;
  };
const local = (change: (json: Json) => void = () => {}): Json => {
  const json = preset("local-life");
  change(json);
  return json;
};
const factsOf = (check: PlanCheck): Facts => {
  if (check.facts === null) throw new Error(JSON.stringify(check.faults));
  return check.facts;
};
const rule = (check: PlanCheck, id: string) => check.rules.find((each) => each.id === id);
const statuses = (check: PlanCheck) =>
  Object.fromEntries(
    check.rules.filter(({ status }) => status !== "ok").map(({ id, status }) => [id, status]),
  );

describe("classes of promises", () => {
  test.each([
    ["F0", "amount", "promise", 100n, 100n],
    ["UNFUNDED", "amount", "promise", 101n, 100n],
    ["F1", "amount", "order", 100n, 100n],
    ["UNFUNDED", "amount", "order", 101n, 100n],
    ["F2", "share", "promise", null, 100n],
    ["UNFUNDED", "amount", "order", null, 100n],
    ["UNFUNDED", "amount", "promise", 0n, null],
    ["UNFUNDED", "share", "promise", null, null],
  ] as const)("%s: %s from the %s, most %s, set aside %s", (expected, of, from, most, setAside) => {
    expect(classOf({ of, from, most, setAside })).toBe(expected);
  });
});

describe("the funded statement", () => {
  const lines = (check: PlanCheck) =>
    check.funded.map((line) => [
      line.code,
      line.most_rate,
      line.most_fen,
      line.total_fen,
      line.set_aside_fen,
      line.class,
    ]);

  test("of local-life, line by line", () => {
    const check = checkPlan(local());
    expect(lines(check)).toEqual([
      ["due", "80%", 80_000, null, 80_000, "F1"],
      ["operator", "2%", 2_000, null, 2_000, "F1"],
      ["upline_1", "0.3%", 300, 300, 2_000, "F1"],
      ["upline_2", "0.2%", 200, 500, 1_700, "F1"],
      ["recruiter", "0.5%", 500, 1_000, 1_500, "F1"],
      ["region_district", "0.1%", 100, 1_100, 1_000, "F1"],
      ["region_city", "0.2%", 200, 1_200, 900, "F1"],
      ["region_province", "0.3%", 300, 1_300, 800, "F1"],
      ["pool_claim", null, null, null, 16_000, "F2"],
      ["redeem", null, null, null, 16_000, "F2"],
      ["cap", "96%", 96_000, null, 16_000, "F2"],
    ]);
    expect(check.commissions).toEqual({ budget_fen: 2_000, largest_fen: 1_300 });
    expect(check.amount_fen).toBe(100_000);
  });

  test("region agents by difference never add more than the highest rate, whatever the order of rates", () => {
    const check = checkPlan(
      local((json) => {
        json.commissions.region = { mode: "cumulative", district: "0.3%", city: "0.1%", province: "0.4%" };
      }),
    );
    const adds = check.funded.filter(({ code }) => code.startsWith("region")).map((line) => line.adds_fen);
    expect(adds).toEqual([300, 0, 100]);
  });

  test("named portions are lines, a smallest purchase above 1000 yuan is the example, an empty plan has no commissions", () => {
    const check = checkPlan(
      local((json) => {
        json.min_purchase_fen = 200_000;
        json.portions.splice(1, 0, { to: "公益", rate: "0.5%" });
        json.commissions = {};
      }),
    );
    expect(check.amount_fen).toBe(200_000);
    expect(check.funded.find(({ code }) => code === "portion")).toMatchObject({
      name: "公益",
      zh: "公益",
      account: "公益",
      most_fen: 1_000,
      class: "F1",
    });
    expect(check.commissions).toEqual({ budget_fen: 4_000, largest_fen: 0 });
  });

  test.each(PRESETS)("%s: the engine pays each line its most, and not a fen more in all", (name) => {
    const json = preset(name);
    const check = checkPlan(json);
    const read = readPlan(json);
    if (!("plan" in read)) throw new Error(name);
    const paid = new Map<string, number>();
    const replay = new Replay(read.plan, ({ postings }) => {
      for (const { step, amount } of postings)
        paid.set(step.code, (paid.get(step.code) ?? 0) + Number(amount));
    });
    for (const order of trialOrders(100_000n, null)) {
      replay.order(order);
      if (order.kind === "purchase") break;
    }
    for (const line of check.funded.filter(({ class: funded }) => funded === "F1")) {
      expect([line.code, paid.get(line.code) ?? 0]).toEqual([line.code, line.adds_fen]);
      expect(line.adds_fen).toBeLessThanOrEqual(line.set_aside_fen as number);
    }
    expect(paid.get("subscribe")).toBe(factsOf(check).pool.fen);
    const budget = check.commissions;
    expect(paid.get("unclaimed")).toBe((budget?.budget_fen ?? 0) - (budget?.largest_fen ?? 0));
  });
});

describe("publish rules of the profile cn", () => {
  test("thresholds are dated and versioned, each on rows that are named", () => {
    const thresholds = Object.values(CN).filter((entry) => typeof entry === "object");
    expect(thresholds.length).toBe(8);
    for (const { dated, version, rows } of thresholds) {
      expect(dated).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(version).toBeGreaterThan(0);
      for (const row of rows) expect(SOURCES[row].zh).toBeTruthy();
    }
  });

  test("local-life: conditions and no refusal", () => {
    const check = checkPlan(local());
    expect(check.verdict).toBe("publishable_with_conditions");
    expect(statuses(check)).toEqual({
      upline_levels: "condition",
      region_agents: "condition",
      refund_window: "condition",
      commission_freeze: "condition",
    });
    expect(rule(check, "upline_levels")?.needs).toEqual(["signed_by", "signed_at", "text_sha256"]);
    expect(rule(check, "region_agents")?.needs).toEqual(["filing_no", "disclosure_date", "cooling_off_end"]);
    expect(rule(check, "region_agents")?.zh).toContain("30 天");
  });

  test("a plan that needs nothing is publishable", () => {
    const check = checkPlan(
      local((json) => {
        json.commissions = { upline: ["0.3%"], recruiter: "0.5%" };
        json.settle_after = "P7D";
      }),
    );
    expect(check.verdict).toBe("publishable");
    expect(statuses(check)).toEqual({});
    expect(check.rules).toHaveLength(14);
  });

  test.each([
    [[], "ok", "No upline"],
    [["0.3%"], "ok", "first-level"],
    [["0.3%", "0%"], "ok", "first-level"],
    [["0%", "0.2%"], "condition", "0.2%"],
    [["0.1%", "0.1%", "0.1%"], "refused", "3 levels"],
  ])("uplines %j: %s", (upline, status, text) => {
    const answer = rule(
      checkPlan(local((json) => Object.assign(json.commissions, { upline }))),
      "upline_levels",
    );
    expect(answer?.status).toBe(status);
    expect(answer?.en).toContain(text);
  });

  /** Goods at a take of 90% with a commissions portion and a first level as given. */
  const goods = (budget: string, upline: string) =>
    checkPlan({
      ...preset("product-2x"),
      take: "90%",
      portions: [
        { to: "commissions", rate: budget },
        { to: "pool", rest: true },
      ],
      commissions: { upline: [upline] },
    });

  test.each([
    ["29%", "29%", "ok", "within"],
    ["30%", "30%", "ok", "reaches the limit"],
    ["40%", "30%", "ok", "what can be paid out decides"],
    ["40%", "30.0001%", "refused", "30.0001%"],
    ["0%", "0%", "ok", "No commissions"],
  ])("budget %s of which %s can be paid out: %s", (budget, upline, status, text) => {
    const answer = rule(goods(budget, upline), "pay_per_order");
    expect(answer?.status).toBe(status);
    expect(answer?.en).toContain(text);
  });

  test.each(["product-2x", "product-3x"])(
    "%s: 16.16%% can be paid out, and its budget at the limit is said",
    (name) => {
      const answer = rule(checkPlan(preset(name)), "pay_per_order");
      expect(answer?.status).toBe("ok");
      for (const figure of ["16.16%", "30%", "已达上限"]) expect(answer?.zh).toContain(figure);
    },
  );

  test.each([
    ["mint_backed", "mint", "0%"],
    ["mint_backed", "mint", "100%"],
    ["exit_load", "exit_load", "100%"],
  ])("%s refuses %s of %s", (id, key, value) => {
    const check = checkPlan(local((json) => Object.assign(json.pool, { [key]: value })));
    expect(rule(check, id)).toMatchObject({ status: "refused", found: [`pool.${key}`] });
  });

  test.each([
    [undefined, undefined, "condition", "condition"],
    ["P7D", undefined, "ok", "ok"],
    ["P6DT23H", undefined, "condition", "condition"],
    [undefined, "P7D", "condition", "ok"],
    ["P3D", "P4D", "condition", "ok"],
    ["P10D", "P1D", "ok", "ok"],
  ])("settle_after %s and commission_freeze %s", (settle_after, commission_freeze, window, freeze) => {
    const check = checkPlan(local((json) => Object.assign(json, { settle_after, commission_freeze })));
    expect([rule(check, "refund_window")?.status, rule(check, "commission_freeze")?.status]).toEqual([
      window,
      freeze,
    ]);
  });

  test("a take at the channel's limit is within it", () => {
    expect(
      rule(checkPlan(local((json) => Object.assign(json, { take: "30%" }))), "channel_split")?.status,
    ).toBe("ok");
  });

  test("a take above the channel's limit, a later version, no region agents", () => {
    const check = checkPlan(
      local((json) => {
        json.take = "30.0001%";
        json.version = 2;
        json.commissions.region = { mode: "separate" };
      }),
    );
    expect(rule(check, "channel_split")).toMatchObject({
      status: "condition",
      needs: ["operator_is_seller"],
    });
    expect(rule(check, "notice")).toMatchObject({ status: "condition", needs: ["announced_at"] });
    expect(rule(check, "region_agents")?.status).toBe("ok");
  });
});

describe("the facts", () => {
  test.each([
    ["local-life", 16_000, 11_200, 8_960, "96%", false, 1_137, 3_702, 0.1667, 0.0809, 0.11, 0.000369],
    ["local-life-2x", 16_000, 11_200, 8_960, "160%", true, 6_238, 20_433, 0.1, 0.0466, 0.11, 0.0000672],
    ["product-2x", 30_000, 21_000, 16_800, "160%", true, 768, 2_493, 0.1875, 0.0922, 0.207, 0.000546],
    ["product-3x", 30_000, 21_000, 16_800, "240%", true, 2_965, 9_696, 0.125, 0.0591, 0.207, 0.000141],
  ] as const)(
    "%s as printed",
    (name, pool, minted, atOnce, net, whole, first, second, hard, rest, median, share) => {
      const facts = factsOf(checkPlan(preset(name)));
      expect(facts.pool).toMatchObject({ fen: pool, minted_fen: minted, unminted_fen: pool - minted });
      expect(facts.average_at_most).toEqual({ share: pool / 100_000, fen: pool });
      expect(facts.at_once).toEqual({ share: atOnce / 100_000, fen: atOnce });
      expect(facts.cap).toMatchObject({ net_rate: net, pays_spend: whole });
      expect([facts.cap.first.engine, facts.cap.second.engine]).toEqual([first, second]);
      expect(facts.ceilings.others_get_nothing).toBeCloseTo(hard, 4);
      expect(facts.ceilings.others_redeem_at_once).toBeCloseTo(rest, 4);
      expect(facts.median.share).toBeCloseTo(median, 3);
      expect(facts.cap.share).toBeCloseTo(share, 6);
    },
  );

  test("of the price: first step, doubling, and what stays when redemptions double it", () => {
    const { price } = factsOf(checkPlan(local()));
    expect(price.first_factor).toBeCloseTo(10 / 7, 10);
    expect(price).toMatchObject({
      unlimited_factor: price.first_factor,
      max_step: "50%",
      limited_purchases: 0,
    });
    expect(price.double_pool_times).toBeCloseTo(10.08, 2);
    expect(price.double_pool_left).toBe(1 / 16);
    expect(price.exponent).toBe(0.3);
  });

  test("of the price where the step limit binds, and without an exit load", () => {
    const { price, at_once, median } = factsOf(
      checkPlan(local((json) => Object.assign(json.pool, { mint: "40%", exit_load: "0%" }))),
    );
    expect(price).toMatchObject({ first_factor: 1.5, unlimited_factor: 2.5, double_pool_left: null });
    expect(price.limited_purchases).toBe(2);
    expect(at_once.fen).toBe(6_400);
    expect(median.share).toBeCloseTo(0.064 * 2 ** 0.6, 6);
  });

  test("waits at 1,000 purchases a day: 269 days for member 100, 742 years for member 100,000", () => {
    const { waits } = factsOf(checkPlan(local())).cap;
    expect(waits[0]).toEqual({ member: 100, purchase: 269_389, days: 269.289 });
    expect(Math.round((waits[1]?.days as number) / 365.25)).toBe(742);
  });

  test("who gets back all he spent in cash: 0.26% for goods, nobody where the cap pays less", () => {
    expect(factsOf(checkPlan(preset("product-2x"))).full_return_share).toBeCloseTo(0.0026, 4);
    expect(factsOf(checkPlan(preset("local-life-2x"))).full_return_share).toBeCloseTo(0.00032, 5);
    expect(factsOf(checkPlan(local())).full_return_share).toBe(0);
    const exactly = local((json) => Object.assign(json.pool, { cap: { multiple: "1.25", per: "member" } }));
    expect(factsOf(checkPlan(exactly)).full_return_share).toBeCloseTo(0.00032, 5);
  });

  test("goods by their cost: the source's 300 of 1000 is what the take leaves, another cost gives another pool", () => {
    const json = preset("product-2x");
    const [byTake, byCost] = [checkPlan(json), checkPlan(json, { cost: 300_000n })];
    expect(byCost.facts).toEqual(byTake.facts);
    const dear = checkPlan(json, { cost: 500_000n });
    expect(factsOf(dear)).toMatchObject({ due_rate: "50%", pool: { fen: 10_000, minted_fen: 7_000 } });
    expect(dear.funded[0]).toMatchObject({ most_rate: "50%", most_fen: 50_000 });
    expect(checkPlan(json, { cost: 600_000n }).facts).toBeNull();
    expect(checkPlan(json, { cost: 900_000n })).toMatchObject({
      facts: null,
      commissions: { largest_fen: 16_160 },
    });
    expect(() => checkPlan(json, { cost: 1_000_001n })).toThrow(RangeError);
    expect(() => checkPlan(json, { cost: -1n })).toThrow(RangeError);
  });

  test("commissions nobody earned may go to the pool: least and most", () => {
    const { pool, average_at_most, cap, ceilings } = factsOf(
      checkPlan(local((json) => Object.assign(json.commissions, { unclaimed: "pool" }))),
    );
    expect(pool).toMatchObject({ rate: "16.7%", fen: 16_700, most_rate: "18%", most_fen: 18_000 });
    expect(average_at_most).toEqual({ share: 0.18, fen: 18_000 });
    expect(ceilings.others_get_nothing).toBeCloseTo(0.18 / 0.96, 10);
    // On the engine with every commission earned, 167 of 1000 enter the pool.
    expect(Math.abs((cap.first.engine as number) - (cap.first.purchase as number))).toBeLessThanOrEqual(1);
  });

  test("a wait that the plan has changes nothing in them", () => {
    const timed = local((json) => Object.assign(json, { settle_after: "P7D", commission_freeze: "P7D" }));
    expect(checkPlan(timed).facts).toEqual(checkPlan(local()).facts);
  });

  test.each([
    ["a cap reached at once", { cap: { multiple: "0.1", per: "purchase" } }],
    ["a cap nobody reaches", { cap: { multiple: "999999999", per: "member" } }],
    ["the smallest mint", { mint: "0.0001%" }],
    ["the largest mint", { mint: "99.9999%" }],
    ["the smallest step", { max_step: "0.0001%" }],
    ["the largest load", { exit_load: "99.9999%" }],
    ["an opening price no purchase can pay", { opening_price_fen: 9_007_199_254_740_991 }],
  ])("%s: every figure can be written as JSON, every share lies in 0 … 1", (_name, pool) => {
    const facts = factsOf(checkPlan(local((json) => Object.assign(json.pool, pool))));
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
    const { share } = facts.cap;
    const { others_get_nothing, others_redeem_at_once } = facts.ceilings;
    for (const each of [
      share,
      others_get_nothing,
      others_redeem_at_once,
      facts.full_return_share,
      facts.median.share,
    ]) {
      expect(each).toBeGreaterThanOrEqual(0);
      expect(each).toBeLessThanOrEqual(1);
    }
  });

  test("the engine is run as far as it reaches: the first member, not the second", () => {
    const pool = { cap: { multiple: "2.6", per: "member" } };
    const { first, second } = factsOf(checkPlan(local((json) => Object.assign(json.pool, pool)))).cap;
    expect(first.engine).toBe(first.purchase);
    expect(first.run).toBe(first.engine);
    expect(second.purchase).toBeGreaterThan(25_000);
    expect(second).toMatchObject({ engine: null, run: 0 });
  });

  test("the engine's word stands where rounding or a tiny cap moves the formula", () => {
    const tiny = factsOf(
      checkPlan(local((json) => Object.assign(json.pool, { cap: { multiple: "0.1", per: "purchase" } }))),
    );
    expect(tiny.cap.first).toEqual({ member: 1, purchase: 1, engine: 1, run: 2 });
    const dear = factsOf(
      checkPlan(local((json) => Object.assign(json.pool, { opening_price_fen: 9_007_199_254_740_991 }))),
    );
    expect(dear.cap.first).toEqual({ member: 1, purchase: 1_137, engine: null, run: 25_000 });
  });
});
