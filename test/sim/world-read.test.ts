/** Worlds as data: those that come with the product, and every fault a file of a world can have. */
import { describe, expect, test } from "vitest";
import { levelsOf } from "#engine";
import { findForbiddenWords } from "../../src/sim/facts/index.ts";
import {
  readWorld,
  WORLD_RULES,
  type World,
  type WorldFault,
  type WorldRule,
} from "../../src/sim/world/index.ts";
import { readyWorld, readyWorlds } from "./ready.ts";
import { type Json, quietJson } from "./setting.ts";

function faultsOf(json: Json): readonly WorldFault[] {
  const read = readWorld(json);
  return "faults" in read ? read.faults : [];
}

describe("the worlds that come with the product", () => {
  const worlds = readyWorlds();

  test("there are a dozen and more, each under its own id, found by it", () => {
    expect(worlds.length).toBeGreaterThanOrEqual(12);
    expect(new Set(worlds.map(({ id }) => id)).size).toBe(worlds.length);
    for (const id of ["equal-purchases", "constant", "growing", "s-curve", "stop", "panic", "run", "town"]) {
      expect(readyWorld(id)?.id).toBe(id);
    }
    expect(readyWorld("nowhere")).toBeUndefined();
  });

  test.each(worlds.map((world) => [world.id, world] as const))(
    "%s speaks both languages",
    (id, world: World) => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      for (const text of [world.name, world.description]) {
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(text.en).toMatch(/^[A-Z0-9][\x20-\x7e]+$/);
        expect(findForbiddenWords(`${text.zh} ${text.en}`)).toEqual([]);
      }
    },
  );

  test("their regions are codes of provinces that exist", () => {
    const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])0000$/;
    for (const { stores, agents } of worlds) {
      for (const code of [...stores.regions, ...agents]) expect(levelsOf(code).province).toMatch(provinces);
    }
  });
});

describe("a world is read whole", () => {
  test("with everything it may say", () => {
    const read = readWorld(
      quietJson({
        even: false,
        arrivals: [
          { from_day: 1, kind: "constant", per_day: "2.5" },
          { from_day: 5, kind: "growing", per_day: "3", growth: "-1%", most_per_day: "9" },
          { from_day: 9, kind: "s_curve", per_day: "1", growth: "5%", ceiling: 500 },
          { from_day: 20, kind: "stop" },
        ],
        purchases: {
          amount: { kind: "lognormal", median_fen: 9_000, sigma: "0.75", least_fen: 100, most_fen: 70_000 },
          repeat: "1.5%",
        },
        stores: {
          count: 2,
          every_days: 7,
          most: 5,
          regions: ["440106", "441900"],
          home: "60%",
          recruited: "50%",
          take: "18%",
          cost: "30%",
        },
        agents: ["440100", "440000"],
        referral: { share: "40%", choose: "popular" },
        behaviours: [
          { kind: "hold", share: "40%" },
          { kind: "take_profit", share: "30%", multiple: "1.25" },
          { kind: "panic", share: "20%", day: 30, days: 2 },
          { kind: "sell_part", share: "10%", per_day: "2%", fraction: "50%" },
        ],
        refunds: { rate: "3%", from_days: 1, to_days: 9, part: "80%" },
        injections: [{ day: 11, amount_fen: 1_000, over_days: 3 }],
        releases: [{ day: 12, share: "25%" }],
      }),
    );
    expect(read).toEqual({
      world: {
        id: "quiet",
        name: { zh: "安静", en: "Quiet" },
        description: { zh: "每天十笔。", en: "Ten a day." },
        start: 1_767_196_800_000_000,
        startText: "2026-01-01T00:00:00+08:00",
        days: 40,
        even: false,
        arrivals: [
          { kind: "constant", fromDay: 1, perDay: 2_500_000 },
          { kind: "growing", fromDay: 5, perDay: 3_000_000, growth: -10_000, mostPerDay: 9_000_000 },
          { kind: "s_curve", fromDay: 9, perDay: 1_000_000, growth: 50_000, ceiling: 500 },
          { kind: "stop", fromDay: 20 },
        ],
        amount: { kind: "lognormal", median: 9_000n, sigma: 750_000, least: 100n, most: 70_000n },
        repeat: 15_000,
        stores: {
          count: 2,
          everyDays: 7,
          most: 5,
          regions: ["440106", "441900"],
          home: 600_000,
          recruited: 500_000,
          take: 180_000n,
          cost: 300_000n,
        },
        agents: ["440100", "440000"],
        referral: { share: 400_000, choose: "popular" },
        behaviours: [
          { kind: "hold", share: 400_000 },
          { kind: "take_profit", share: 300_000, multiple: 1_250_000n },
          { kind: "panic", share: 200_000, day: 30, days: 2 },
          { kind: "sell_part", share: 100_000, perDay: 20_000, fraction: 500_000n },
        ],
        refunds: { rate: 30_000, fromDays: 1, toDays: 9, part: 800_000n },
        injections: [{ day: 11, amount: 1_000n, overDays: 3 }],
        releases: [{ day: 12, share: 250_000n }],
      },
    });
  });

  test("and with as little as it must", () => {
    const read = readWorld(quietJson());
    expect(read).toMatchObject({
      world: {
        behaviours: [{ kind: "hold", share: 1_000_000 }],
        refunds: null,
        injections: [],
        releases: [],
        agents: [],
        referral: { share: 0, choose: "any" },
        repeat: 0,
        stores: { everyDays: 0, home: 0, take: null, cost: null },
      },
    });
  });
});

const phase = (more: Record<string, Json>) => [{ from_day: 1, kind: "constant", per_day: "1", ...more }];
const stores = (more: Record<string, Json>) => ({ stores: { count: 1, regions: ["440106"], ...more } });
const amount = (more: Json) => ({ purchases: { amount: more } });
const hold = (share: string) => ({ kind: "hold", share });

/** One fault each: what is planted, where it is named and by which rule. */
const PLANTED: readonly (readonly [Record<string, Json>, string, WorldRule])[] = [
  [{ format: 2 }, "format", "format_unknown"],
  [{ refund: {} }, "refund", "unknown_key"],
  [{ id: " " }, "id", "text_expected"],
  [{ name: "Quiet" }, "name", "both_languages"],
  [{ name: { zh: "安静" } }, "name", "both_languages"],
  [{ description: { zh: "", en: "a" } }, "description", "both_languages"],
  [{ start: "2026-01-01" }, "start", "time_expected"],
  [{ start: "2026-01-01T00:00:00" }, "start", "time_expected"],
  [{ start: "2026-01-01T09:00:00+08:00" }, "start", "time_expected"],
  [{ start: "2026-02-30T00:00:00+08:00" }, "start", "time_expected"],
  [{ days: 0 }, "days", "integer_expected"],
  [{ days: 1.5 }, "days", "integer_expected"],
  [{ days: "40" }, "days", "integer_expected"],
  [{ days: 20_001 }, "days", "integer_expected"],
  [{ even: "yes" }, "even", "flag_expected"],
  [{ arrivals: [] }, "arrivals", "array_expected"],
  [{ arrivals: {} }, "arrivals", "array_expected"],
  [{ arrivals: [1] }, "arrivals[0]", "object_expected"],
  [{ arrivals: phase({ kind: "steady" }) }, "arrivals[0].kind", "one_of_expected"],
  [{ arrivals: phase({ per_day: 1 }) }, "arrivals[0].per_day", "number_expected"],
  [{ arrivals: phase({ per_day: "-1" }) }, "arrivals[0].per_day", "number_expected"],
  [{ arrivals: phase({ per_day: "1000001" }) }, "arrivals[0].per_day", "number_expected"],
  [{ arrivals: phase({ growth: "1%" }) }, "arrivals[0].growth", "unknown_key"],
  [{ arrivals: phase({ from_day: 2 }) }, "arrivals[0].from_day", "first_day_missing"],
  [{ arrivals: [...phase({}), { from_day: 1, kind: "stop" }] }, "arrivals[1].from_day", "not_in_order"],
  [{ arrivals: [...phase({}), { from_day: 41, kind: "stop" }] }, "arrivals[1].from_day", "beyond_the_end"],
  [{ arrivals: phase({ kind: "growing", growth: "101%" }) }, "arrivals[0].growth", "percent_expected"],
  [{ arrivals: phase({ kind: "growing", growth: "-101%" }) }, "arrivals[0].growth", "percent_expected"],
  [
    { arrivals: phase({ kind: "s_curve", growth: "-1%", ceiling: 9 }) },
    "arrivals[0].growth",
    "percent_expected",
  ],
  [
    { arrivals: phase({ kind: "s_curve", growth: "1%", ceiling: 0 }) },
    "arrivals[0].ceiling",
    "integer_expected",
  ],
  [{ arrivals: new Array(101).fill(phase({})[0]) as Json[] }, "arrivals", "too_many"],
  [{ purchases: [] }, "purchases", "object_expected"],
  [amount({ kind: "gaussian" }), "purchases.amount.kind", "one_of_expected"],
  [amount({ kind: "fixed", fen: 0 }), "purchases.amount.fen", "integer_expected"],
  [amount({ kind: "fixed", fen: 100_000_000_001 }), "purchases.amount.fen", "integer_expected"],
  [amount({ kind: "lognormal", median_fen: 10, sigma: "4" }), "purchases.amount.sigma", "number_expected"],
  [
    amount({ kind: "lognormal", median_fen: 10, sigma: "1", least_fen: 9, most_fen: 8 }),
    "purchases.amount.least_fen",
    "least_above_most",
  ],
  [
    { purchases: { amount: { kind: "fixed", fen: 1 }, repeat: "0.00001%" } },
    "purchases.repeat",
    "percent_expected",
  ],
  [stores({ count: 0 }), "stores.count", "integer_expected"],
  [stores({ count: 5, most: 4 }), "stores.most", "integer_expected"],
  [stores({ regions: [] }), "stores.regions", "array_expected"],
  [stores({ regions: "440106" }), "stores.regions", "array_expected"],
  [stores({ regions: ["44010"] }), "stores.regions[0]", "region_expected"],
  [stores({ take: "100%" }), "stores.take", "percent_expected"],
  [stores({ cost: "101%" }), "stores.cost", "percent_expected"],
  [stores({ home: "101%" }), "stores.home", "percent_expected"],
  [{ agents: ["440106", "440106"] }, "agents", "region_twice"],
  [{ agents: [440106] }, "agents[0]", "region_expected"],
  [{ referral: { share: "half" } }, "referral.share", "percent_expected"],
  [{ referral: { share: "50%", choose: "friends" } }, "referral.choose", "one_of_expected"],
  [{ behaviours: [hold("99%")] }, "behaviours", "shares_not_whole"],
  [{ behaviours: [] }, "behaviours", "shares_not_whole"],
  [{ behaviours: [{ kind: "wait", share: "100%" }] }, "behaviours[0].kind", "one_of_expected"],
  [
    { behaviours: [{ kind: "take_profit", share: "100%", multiple: 2 }] },
    "behaviours[0].multiple",
    "number_expected",
  ],
  [{ behaviours: [{ kind: "panic", share: "100%", day: 41 }] }, "behaviours[0].day", "integer_expected"],
  [
    { behaviours: [{ kind: "sell_part", share: "100%", per_day: "1%", fraction: "0%" }] },
    "behaviours[0].fraction",
    "percent_expected",
  ],
  [{ behaviours: new Array(51).fill(hold("1%")) as Json[] }, "behaviours", "too_many"],
  [{ refunds: { rate: "1%", from_days: 0, to_days: 1 } }, "refunds.from_days", "integer_expected"],
  [{ refunds: { rate: "1%", from_days: 3, to_days: 2 } }, "refunds.to_days", "integer_expected"],
  [{ refunds: { rate: "1%", from_days: 1, to_days: 2, part: "0%" } }, "refunds.part", "percent_expected"],
  [{ injections: [{ day: 1, amount_fen: 0 }] }, "injections[0].amount_fen", "integer_expected"],
  [{ injections: [{ day: 41, amount_fen: 1 }] }, "injections[0].day", "integer_expected"],
  [{ injections: [{ day: 1, amount_fen: 1, over_days: 0 }] }, "injections[0].over_days", "integer_expected"],
  [{ injections: new Array(1_001).fill({ day: 1, amount_fen: 1 }) as Json[] }, "injections", "too_many"],
  [{ releases: [{ day: 1, share: "0%" }] }, "releases[0].share", "percent_expected"],
];

describe("a fault is named by path, value and rule", () => {
  test.each(PLANTED.map(([more, path, rule]) => [path, rule, more] as const))(
    "%s: %s",
    (path, rule, more) => {
      const found = faultsOf(quietJson(more));
      expect(found.map((fault) => [fault.path, fault.rule])).toContainEqual([path, rule]);
      expect(found.filter((fault) => fault.path === path).every(({ rule }) => rule in WORLD_RULES)).toBe(
        true,
      );
    },
  );

  test("each rule of the list is bitten by some planted fault", () => {
    const bitten = new Set(PLANTED.map(([, , rule]) => rule));
    expect(Object.keys(WORLD_RULES).filter((rule) => !bitten.has(rule as WorldRule))).toEqual([]);
  });

  test("with the value that stood there and the figures of the rule", () => {
    expect(faultsOf(quietJson({ days: "40" }))).toEqual([
      { path: "days", value: "40", rule: "integer_expected", detail: "1 … 20000" },
    ]);
    expect(faultsOf(quietJson({ behaviours: [hold("40%"), hold("50%")] }))).toMatchObject([
      { rule: "shares_not_whole", detail: "90%" },
    ]);
  });

  test("all of them at once", () => {
    const found = faultsOf(quietJson({ days: 0, even: 1, agents: ["x"] }));
    expect(found.map(({ path }) => path)).toEqual(expect.arrayContaining(["days", "even", "agents[0]"]));
  });

  test.each([null, 1, "world", []])("%j is no world", (json) => {
    expect(faultsOf(json)).toEqual([{ path: "", value: json, rule: "object_expected" }]);
  });

  test("a missing part is one fault, not a crash", () => {
    for (const key of ["id", "name", "start", "days", "arrivals", "purchases", "stores"]) {
      const json = quietJson();
      delete json[key];
      expect(
        faultsOf(json).some(({ path }) => path.startsWith(key)),
        key,
      ).toBe(true);
    }
  });
});
