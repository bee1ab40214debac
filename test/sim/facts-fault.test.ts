/** Every rule a plan can break is broken here once, and its sentence names place, value and rule in both languages. */
import { describe, expect, test } from "vitest";
import { type PlanRule, readPlan } from "#engine";
import localLife from "../../plans/local-life.json" with { type: "json" };
import { FAULTS } from "../../src/sim/facts/fault.ts";
import { checkPlan, sayFault } from "../../src/sim/facts/index.ts";

/** The local plan with one place set to another value; undefined removes it. */
function broken(path: string, value: unknown): unknown {
  const json = structuredClone(localLife) as Record<string, unknown>;
  const steps = path.replace(/\[(\d+)\]/g, ".$1").split(".");
  const last = steps.pop() as string;
  const place = steps.reduce((at, step) => at[step] as Record<string, unknown>, json);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return json;
}

const cases: [PlanRule, string, unknown, string, string?][] = [
  ["object_expected", "pool.cap", 5, "pool.cap"],
  ["array_expected", "portions", "2%", "portions"],
  ["text_expected", "name", " ", "name"],
  ["positive_integer_expected", "version", 1.5, "version", "1 … 9007199254740991"],
  ["percent_expected", "portions[1].rate", "2,5%", "portions[1].rate"],
  ["multiple_expected", "pool.cap.multiple", 1.2, "pool.cap.multiple"],
  ["duration_expected", "settle_after", "P1M", "settle_after"],
  ["one_of_expected", "commissions.region.mode", "级差", "commissions.region.mode", "separate | cumulative"],
  ["below_hundred", "pool.exit_load", "100%", "pool.exit_load"],
  ["above_zero", "pool.max_step", "0%", "pool.max_step"],
  ["strictly_between", "pool.mint", "100%", "pool.mint", "0 < mint < 100%"],
  ["rest_exactly_one", "portions[2]", { to: "reserve", rate: "1%" }, "portions"],
  ["rest_is_pool", "portions[2].to", "reserve", "portions[2].to"],
  ["portion_named_twice", "portions[1].to", "operator", "portions[1].to"],
  ["portion_name_reserved", "portions[0].to", "wallet", "portions[0].to"],
  ["portions_above_take", "take", "3%", "portions", "4% > 3%"],
  ["commissions_above_portion", "commissions.recruiter", "1.5%", "commissions", "2.3% > 2%"],
  ["upline_too_deep", "commissions.upline", ["0.1%", "0.1%", "0.1%"], "commissions.upline", "3 > 2"],
];

test("the catalogue has every rule, and every rule is broken below", () => {
  expect(cases.map(([rule]) => rule).sort()).toEqual(Object.keys(FAULTS).sort());
  for (const [zh, en] of Object.values(FAULTS)) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[a-z][^\p{Script=Han}]+$/iu);
  }
});

describe.each(cases)("%s", (rule, path, value, place, detail) => {
  const json = broken(path, value);
  const read = readPlan(json);
  const fault = "faults" in read ? read.faults.find((each) => each.rule === rule) : undefined;

  test("is found at its place", () => {
    expect(fault?.path).toBe(place);
  });
  test("is said with place, value, rule and figures", () => {
    if (fault === undefined) throw new Error("no such fault");
    const said = sayFault(fault);
    for (const sentence of [said.zh, said.en]) {
      expect(sentence).toContain(place);
      expect(sentence).toContain(JSON.stringify(fault.value));
      expect(sentence).toContain(rule);
      if (detail !== undefined) expect(sentence).toContain(detail);
      expect(sentence).not.toMatch(/\{\w+\}/);
    }
    expect(said.zh).not.toBe(said.en);
  });
  test("refuses the plan, with no facts made up", () => {
    const check = checkPlan(json);
    expect(check).toMatchObject({
      verdict: "refused",
      plan: null,
      facts: null,
      funded: [],
      amount_fen: null,
    });
    expect(check.faults.map((each) => each.rule)).toContain(rule);
    expect(JSON.parse(JSON.stringify(check)).faults).toHaveLength(check.faults.length);
  });
});

describe("what is no plan at all", () => {
  test.each([null, 5, "text", [], true])("%j is refused as a whole", (json) => {
    const check = checkPlan(json);
    expect(check.verdict).toBe("refused");
    expect(check.faults[0]?.zh).toMatch(/^整份章程 处的 /);
    expect(check.faults[0]?.en).toMatch(/^the whole plan is /);
  });
  test("a missing value is said to be missing", () => {
    const [fault] = checkPlan(broken("take", undefined)).faults;
    expect(fault?.zh).toContain("take 处的 （缺）");
    expect(fault?.en).toContain("take is (missing)");
  });
  test("long and hostile values are cut and made harmless", () => {
    const [fault] = checkPlan(broken("take", `\u001b[2J\u202e${"长".repeat(100_000)}`)).faults;
    expect(fault?.zh.length).toBeLessThan(300);
    expect(fault?.zh).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    const deep = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`) as unknown;
    expect(checkPlan(broken("take", deep)).faults[0]?.en).toContain("take is [");
  });
});
