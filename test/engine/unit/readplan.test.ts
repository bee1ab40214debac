import { describe, expect, it } from "vitest";
import { largestCommissions, type PlanFault, poolRate, ratedPortions, readPlan } from "#engine";
import { BASE, type Json, planJson, planOf, withPool } from "./scene.ts";

const DAY = 86_400_000_000;

function faultsOf(json: unknown): readonly PlanFault[] {
  const read = readPlan(json);
  return "faults" in read ? read.faults : [];
}

const portion = (i: number, change: Json) =>
  (BASE["portions"] as Json[]).map((entry, at) => (at === i ? { ...entry, ...change } : entry));
const rated = (...rates: readonly (readonly [to: string, rate: string])[]) => [
  ...rates.map(([to, rate]) => ({ to, rate })),
  { to: "pool", rest: true },
];

describe("a plan", () => {
  it("is read in whole", () => {
    expect(planOf()).toEqual({
      name: "unit",
      version: 1,
      take: 200_000n,
      operator: 20_000n,
      commissions: 20_000n,
      portions: [],
      upline: [3_000n, 2_000n],
      recruiter: 5_000n,
      region: { mode: "cumulative", district: 1_000n, city: 2_000n, province: 3_000n },
      unclaimed: "operator",
      minPurchase: 1n,
      settleAfter: null,
      commissionFreeze: null,
      pool: {
        openingPrice: 100n,
        mint: 700_000n,
        exitLoad: 200_000n,
        maxStep: 10_000_000n,
        multiple: 1_200_000n,
        per: "member",
      },
    });
  });

  it("is read with all that may be given", () => {
    const plan = planOf({
      version: 7,
      min_purchase_fen: 100,
      settle_after: "P7D",
      commission_freeze: "PT1H",
      portions: rated(["operator", "1%"], ["charity", "0.5%"], ["commissions", "3%"], ["town", "0%"]),
      commissions: { unclaimed: "pool", region: { mode: "separate" } },
      pool: { cap: { per: "purchase" }, max_step: undefined },
      more: { keys: "as the product grows" },
    });
    expect(plan).toMatchObject({
      version: 7,
      minPurchase: 100n,
      settleAfter: 7 * DAY,
      commissionFreeze: DAY / 24,
      operator: 10_000n,
      commissions: 30_000n,
      portions: [
        { to: "charity", rate: 5_000n },
        { to: "town", rate: 0n },
      ],
      unclaimed: "pool",
      region: { mode: "separate" },
    });
    expect(plan.pool).toMatchObject({ per: "purchase", maxStep: 500_000n });
    expect(plan).not.toHaveProperty("more");
  });

  it("needs no commissions, regions, durations nor portions but the rest", () => {
    const plan = planOf({
      commissions: undefined,
      portions: rated(),
      settle_after: null,
      commission_freeze: null,
    });
    expect(plan).toMatchObject({
      operator: 0n,
      commissions: 0n,
      portions: [],
      upline: [],
      recruiter: 0n,
      region: { mode: "separate", district: 0n, city: 0n, province: 0n },
      unclaimed: "operator",
      settleAfter: null,
      commissionFreeze: null,
    });
    const partial = planOf({
      commissions: { upline: undefined, recruiter: undefined, region: undefined, unclaimed: undefined },
    });
    expect([partial.upline, partial.recruiter, partial.region.mode]).toEqual([[], 0n, "separate"]);
  });

  it.each([
    ["a take of nothing", { take: "0%", portions: rated(), commissions: undefined }],
    ["take just below 100%", { take: "99.9999%" }],
    ["exit load of nothing", withPool({ exit_load: "0%" })],
    ["exit load just below 100%", withPool({ exit_load: "99.9999%" })],
    ["the least mint", withPool({ mint: "0.0001%" })],
    ["the most mint", withPool({ mint: "99.9999%" })],
    ["the least multiple", withPool({ cap: { multiple: "0.000001" } })],
    ["the least step", withPool({ max_step: "0.0001%" })],
    ["a step above 100%", withPool({ max_step: "100%" })],
    ["the least opening price", withPool({ opening_price_fen: 1 })],
    ["the highest opening price", withPool({ opening_price_fen: Number.MAX_SAFE_INTEGER })],
    ["one level of upline", { commissions: { upline: ["0.3%"] } }],
    ["no level of upline", { commissions: { upline: [] } }],
    ["portions that use up the take", { portions: rated(["operator", "18%"], ["commissions", "2%"]) }],
    ["commissions that use up their portion", { portions: rated(["commissions", "1.3%"]) }],
    ["a name that only begins like an account", { portions: rated(["commissions", "2%"], ["pools", "1%"]) }],
    [
      "the name of a kind of account that goes by its owner's",
      { portions: rated(["commissions", "2%"], ["portion", "1%"]) },
    ],
    ["a name that only ends like an account", { portions: rated(["commissions", "2%"], ["my-pool", "1%"]) }],
  ])("may have %s", (_, changes) => expect(faultsOf(planJson(changes))).toEqual([]));
});

const MOST = "1 … 9007199254740991";
/** A plan's every rule: what is changed, and the fault's path, value, rule and detail. */
const FAULTS: readonly (readonly [Json, string, unknown, string, string?])[] = [
  [{ name: undefined }, "name", undefined, "text_expected"],
  [{ name: 5 }, "name", 5, "text_expected"],
  [{ name: "" }, "name", "", "text_expected"],
  [{ name: " \t" }, "name", " \t", "text_expected"],
  [{ version: undefined }, "version", undefined, "positive_integer_expected", MOST],
  [{ version: 0 }, "version", 0, "positive_integer_expected", MOST],
  [{ version: -1 }, "version", -1, "positive_integer_expected", MOST],
  [{ version: 1.5 }, "version", 1.5, "positive_integer_expected", MOST],
  [{ version: "1" }, "version", "1", "positive_integer_expected", MOST],
  [{ version: 2 ** 53 }, "version", 2 ** 53, "positive_integer_expected", MOST],
  [{ min_purchase_fen: 0 }, "min_purchase_fen", 0, "positive_integer_expected", MOST],
  [{ min_purchase_fen: null }, "min_purchase_fen", null, "positive_integer_expected", MOST],
  [{ take: undefined }, "take", undefined, "percent_expected"],
  [{ take: 20 }, "take", 20, "percent_expected"],
  [{ take: "0.2" }, "take", "0.2", "percent_expected"],
  [{ take: "100%" }, "take", "100%", "below_hundred"],
  [{ take: "100.0001%" }, "take", "100.0001%", "below_hundred"],
  [{ portions: portion(0, { to: "" }) }, "portions[0].to", "", "text_expected"],
  [{ portions: portion(0, { rate: undefined }) }, "portions[0].rate", undefined, "percent_expected"],
  [{ portions: portion(1, { rate: "100%" }) }, "portions[1].rate", "100%", "below_hundred"],
  [{ portions: portion(1, { to: "operator" }) }, "portions[1].to", "operator", "portion_named_twice"],
  [{ portions: portion(2, { to: "rest" }) }, "portions[2].to", "rest", "rest_is_pool"],
  [{ portions: portion(2, { to: "town", rest: 1, rate: "1%" }) }, "portions", 0, "rest_exactly_one"],
  [{ portions: portion(2, { to: "town", rest: false, rate: "1%" }) }, "portions", 0, "rest_exactly_one"],
  [{ portions: [...rated(), { to: "pool", rest: true }] }, "portions", 2, "rest_exactly_one"],
  [{ commissions: null }, "commissions", null, "object_expected"],
  [{ commissions: [] }, "commissions", [], "object_expected"],
  [{ commissions: { upline: "0.3%" } }, "commissions.upline", "0.3%", "array_expected"],
  [{ commissions: { upline: [3] } }, "commissions.upline[0]", 3, "percent_expected"],
  [{ commissions: { upline: ["0.3%", null] } }, "commissions.upline[1]", null, "percent_expected"],
  [{ commissions: { upline: ["0.3%", "100%"] } }, "commissions.upline[1]", "100%", "below_hundred"],
  [
    { commissions: { upline: ["0%", "0%", "0%"] } },
    "commissions.upline",
    ["0%", "0%", "0%"],
    "upline_too_deep",
    "3 > 2",
  ],
  [{ commissions: { recruiter: 1 } }, "commissions.recruiter", 1, "percent_expected"],
  [{ commissions: { recruiter: null } }, "commissions.recruiter", null, "percent_expected"],
  [{ commissions: { recruiter: "100%" } }, "commissions.recruiter", "100%", "below_hundred"],
  [
    { commissions: { region: { mode: "both" } } },
    "commissions.region.mode",
    "both",
    "one_of_expected",
    "separate | cumulative",
  ],
  [
    { commissions: { region: { mode: undefined } } },
    "commissions.region.mode",
    undefined,
    "one_of_expected",
    "separate | cumulative",
  ],
  [{ commissions: { region: { district: 1 } } }, "commissions.region.district", 1, "percent_expected"],
  [{ commissions: { region: { city: "x" } } }, "commissions.region.city", "x", "percent_expected"],
  [{ commissions: { region: { province: "" } } }, "commissions.region.province", "", "percent_expected"],
  [
    { commissions: { unclaimed: "nobody" } },
    "commissions.unclaimed",
    "nobody",
    "one_of_expected",
    "operator | pool",
  ],
  [{ settle_after: "P1M" }, "settle_after", "P1M", "duration_expected"],
  [{ settle_after: 7 }, "settle_after", 7, "duration_expected"],
  [{ commission_freeze: "" }, "commission_freeze", "", "duration_expected"],
  [withPool({ opening_price_fen: 0 }), "pool.opening_price_fen", 0, "positive_integer_expected", MOST],
  [
    withPool({ opening_price_fen: undefined }),
    "pool.opening_price_fen",
    undefined,
    "positive_integer_expected",
    MOST,
  ],
  [withPool({ mint: undefined }), "pool.mint", undefined, "percent_expected"],
  [withPool({ mint: "0.7" }), "pool.mint", "0.7", "percent_expected"],
  [withPool({ mint: "0%" }), "pool.mint", "0%", "strictly_between", "0 < mint < 100%"],
  [withPool({ mint: "100%" }), "pool.mint", "100%", "strictly_between", "0 < mint < 100%"],
  [withPool({ mint: "200%" }), "pool.mint", "200%", "strictly_between", "0 < mint < 100%"],
  [withPool({ exit_load: undefined }), "pool.exit_load", undefined, "percent_expected"],
  [withPool({ exit_load: "100%" }), "pool.exit_load", "100%", "below_hundred"],
  [withPool({ max_step: null }), "pool.max_step", null, "percent_expected"],
  [withPool({ max_step: "0%" }), "pool.max_step", "0%", "above_zero"],
  [withPool({ cap: { multiple: undefined } }), "pool.cap.multiple", undefined, "multiple_expected"],
  [withPool({ cap: { multiple: 1.2 } }), "pool.cap.multiple", 1.2, "multiple_expected"],
  [withPool({ cap: { multiple: "1.2%" } }), "pool.cap.multiple", "1.2%", "multiple_expected"],
  [withPool({ cap: { multiple: "0" } }), "pool.cap.multiple", "0", "above_zero"],
  [withPool({ cap: { per: "lot" } }), "pool.cap.per", "lot", "one_of_expected", "purchase | member"],
  [
    { portions: rated(["operator", "18.0001%"], ["commissions", "2%"]) },
    "portions",
    "20.0001%",
    "portions_above_take",
    "20.0001% > 20%",
  ],
  [
    { portions: rated(["operator", "10%"], ["town", "9%"], ["commissions", "2%"]) },
    "portions",
    "21%",
    "portions_above_take",
    "21% > 20%",
  ],
  [
    { portions: rated(["commissions", "1.2999%"]) },
    "commissions",
    "1.3%",
    "commissions_above_portion",
    "1.3% > 1.2999%",
  ],
];

describe("a plan's faults", () => {
  const rows = FAULTS.map(([changes, path, value, rule, detail]) => ({ changes, path, value, rule, detail }));
  it.each(rows)("$rule: $path $value", ({ changes, path, value, rule, detail }) => {
    const fault = detail === undefined ? { path, value, rule } : { path, value, rule, detail };
    expect(faultsOf(planJson(changes))).toStrictEqual([fault]);
  });

  it.each([
    ...["pool_remainder", "unclaimed", "outside", "pending", "payable", "wallet", "commission"],
    ...["commission_frozen", "points", "points_issued", "wallet:m1", ":", "my pool"],
  ])("a portion may not be called %j", (name) => {
    const portions = rated(["commissions", "2%"], [name, "1%"]);
    expect(faultsOf(planJson({ portions }))).toStrictEqual([
      { path: "portions[1].to", value: name, rule: "portion_name_reserved" },
    ]);
  });

  it("a portion's name is text without control characters", () => {
    const portions = rated(["commissions", "2%"], ["charity\n", "1%"]);
    expect(faultsOf(planJson({ portions }))).toStrictEqual([
      { path: "portions[1].to", value: "charity\n", rule: "text_expected" },
    ]);
  });

  it.each([[undefined], [null], [5], ["{}"], [[]], [true]])("%j is no plan", (json) => {
    expect(readPlan(json)).toStrictEqual({ faults: [{ path: "", value: json, rule: "object_expected" }] });
  });

  it("names an entry of the portions that is no object, and what it lacks", () => {
    const portions = [null, ...(BASE["portions"] as Json[])];
    expect(faultsOf(planJson({ portions }))).toStrictEqual([
      { path: "portions[0]", value: null, rule: "object_expected" },
      { path: "portions[0].to", value: undefined, rule: "text_expected" },
      { path: "portions[0].rate", value: undefined, rule: "percent_expected" },
    ]);
  });

  it.each([[undefined], [{}], ["pool"]])("names portions that are no list: %j", (portions) => {
    expect(faultsOf({ ...BASE, portions })).toStrictEqual([
      { path: "portions", value: portions, rule: "array_expected" },
      { path: "portions", value: 0, rule: "rest_exactly_one" },
    ]);
  });

  it("names a rated portion that is called like the pool, and the pool that comes after it", () => {
    expect(faultsOf(planJson({ portions: rated(["commissions", "2%"], ["pool", "1%"]) }))).toStrictEqual([
      { path: "portions[1].to", value: "pool", rule: "portion_name_reserved" },
      { path: "portions[2].to", value: "pool", rule: "portion_named_twice" },
    ]);
  });

  it("names a region that is no object, and the mode it lacks", () => {
    expect(faultsOf(planJson({ commissions: { region: 5 } })).map(({ path, rule }) => [path, rule])).toEqual([
      ["commissions.region", "object_expected"],
      ["commissions.region.mode", "one_of_expected"],
    ]);
  });

  it("names what a missing pool and cap lack", () => {
    expect(faultsOf(planJson({ pool: undefined })).map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      "pool object_expected",
      "pool.cap object_expected",
      "pool.mint percent_expected",
      "pool.cap.multiple multiple_expected",
      "pool.opening_price_fen positive_integer_expected",
      "pool.exit_load percent_expected",
      "pool.cap.per one_of_expected",
    ]);
  });

  it("are all named at once, and budgets only when the rest is sound", () => {
    const json = planJson({ name: "", take: "1%", settle_after: "soon", pool: { mint: "0%" } });
    expect(faultsOf(json).map(({ path }) => path)).toEqual(["name", "settle_after", "pool.mint"]);
    const both = planJson({ take: "1%", portions: rated(["operator", "1%"], ["commissions", "1%"]) });
    expect(faultsOf(both).map(({ path }) => path)).toEqual(["portions", "commissions"]);
  });
});

describe("the budgets of a plan", () => {
  const levels = { district: 1_000n, city: 3_000n, province: 2_000n };

  it("count every agent's rate where each gets his own, the highest where they share by difference", () => {
    const base = { upline: [5_000n, 300n], recruiter: 70n };
    expect(largestCommissions({ ...base, region: { mode: "separate", ...levels } })).toBe(11_370n);
    expect(largestCommissions({ ...base, region: { mode: "cumulative", ...levels } })).toBe(8_370n);
    const province = { mode: "cumulative", district: 1n, city: 1n, province: 9n } as const;
    expect(largestCommissions({ upline: [], recruiter: 0n, region: province })).toBe(9n);
    expect(largestCommissions({ upline: [], recruiter: 0n, region: { ...province, district: 11n } })).toBe(
      11n,
    );
  });

  it("add the named portions to the operator's and the commissions', and leave the pool the rest of the take", () => {
    const plan = planOf({ portions: rated(["operator", "1%"], ["commissions", "2%"], ["town", "0.5%"]) });
    expect(ratedPortions(plan)).toBe(35_000n);
    expect(poolRate(plan)).toBe(165_000n);
  });
});
