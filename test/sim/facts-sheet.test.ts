/** The plain-text sheet: what it says first, that it promises nothing, and that its columns stand in line. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FAULTS } from "../../src/sim/facts/fault.ts";
import { checkPlan, factsText, findForbiddenWords, RULES } from "../../src/sim/facts/index.ts";
import { count, factor, percent, percentUp, plain, yuan } from "../../src/sim/facts/say.ts";
import { SHEET } from "../../src/sim/facts/sheetwords.ts";
import { aligned, columnsOf, wrapped } from "../../src/sim/facts/width.ts";

const preset = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../plans/${name}.json`, import.meta.url), "utf8")) as Record<
    string,
    unknown
  >;
const PRESETS = ["local-life", "local-life-2x", "local-life-high", "product-2x", "product-3x"];
const both = PRESETS.flatMap((name) => [[name, "zh"] as const, [name, "en"] as const]);

describe("our own words", () => {
  const own = [
    ...Object.values(FAULTS),
    ...Object.values(SHEET),
    ...Object.values(RULES).flatMap(({ title, sentences }) => [title, ...Object.values(sentences)]),
  ];
  test("pass the word guard, every sentence we have", () => {
    expect(own.length).toBeGreaterThan(100);
    for (const [zh, en] of own)
      expect([zh, en, findForbiddenWords(zh), findForbiddenWords(en)]).toEqual([zh, en, [], []]);
  });
  test("are in both languages and ask for the same values", () => {
    const asked = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const [zh, en] of own) {
      if (zh !== en) expect(en).not.toMatch(/\p{Script=Han}/u);
      expect(asked(en), en).toEqual(asked(zh));
    }
  });
});

describe.each(both)("the sheet of %s in %s", (name, language) => {
  const check = checkPlan(preset(name));
  const text = factsText(check, language);
  const lines = text.split("\n");

  test("passes the word guard and leaves no value open", () => {
    expect(findForbiddenWords(text)).toEqual([]);
    expect(text).not.toMatch(/\{\w+\}|NaN|Infinity|undefined|null/);
    expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });
  test("says verdict, then conditions, then facts, then what funds the promises", () => {
    const count = check.rules.filter(({ status }) => status === "condition").length;
    expect(lines[3]).toMatch(
      language === "zh" ? /^结论：满足以下 \d 项/ : /^Verdict: may be published once \d/,
    );
    expect(lines[3]).toContain(String(count));
    const heads =
      language === "zh" ? ["发布前", "一笔", "每项"] : ["Conditions", "What a purchase", "What funds"];
    const at = heads.map((head) => lines.findIndex((line) => line.startsWith(head)));
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });
  test("keeps within a terminal, without trailing blanks, in less than two screens", () => {
    for (const line of lines) {
      expect(line).toBe(line.trimEnd());
      expect(columnsOf(line), line).toBeLessThanOrEqual(112);
    }
    expect(lines.length).toBeLessThan(65);
  });
  test("sets the table in columns: the classes begin under their head", () => {
    const head = language === "zh" ? "类别" : "class";
    const table = lines.filter((line) => line.endsWith(` ${head}`) || / F[12]$/.test(line));
    expect(table).toHaveLength(check.funded.length + 1);
    const starts = table.map((line) => columnsOf(line.slice(0, line.lastIndexOf(" ") + 1)));
    expect(new Set(starts).size).toBe(1);
  });
});

describe("what the sheet of local-life says", () => {
  const text = factsText(checkPlan(preset("local-life")), "zh").replace(/\n */g, "");
  test.each([
    "会员平均最多拿到消费额的 16%，即 160.00 元",
    "刚买完就赎回，约得 89.60 元",
    "实付 960.00 元（96%），因此没有人能拿回全部消费额",
    "第 1 位会员要到第 1,137 笔消费才到顶，第 2 位要到第 3,702 笔消费",
    "约占 0.037%（每 2,712 人 1 人）",
    "第 100 位会员约等 269 天，第 100,000 位约等 742 年",
    "不超过 16.67%；若其他人都在最低时赎回，不超过 8.09%",
    "池内资金增到 10.08 倍，或被赎回到只剩 6.25%",
    "推荐奖励合计最多 13.00 元，分销预算 20.00 元",
    "封顶 1.2 倍是上限，不是目标",
  ])("%s", (sentence) => expect(text).toContain(sentence));
});

describe("refused plans", () => {
  test("the reasons come first, with place and value; no facts of a plan that cannot be read", () => {
    const text = factsText(checkPlan({ ...preset("local-life"), take: "3%", name: "保本计划" }), "zh");
    expect(text).toContain("结论：不可发布（2 处）。");
    expect(text).toMatch(/1\. portions 处的 "4%"：各份合计超过抽成（4% > 3%）/);
    expect(text).toContain("name 处的“保本”");
    expect(text).not.toContain("一笔");
  });
  test("a plan that can be read but not published shows both", () => {
    const text = factsText(checkPlan({ ...preset("local-life"), daily_return: "0.5%" }), "en");
    expect(text).toContain("Verdict: may not be published (2 reasons).");
    expect(text).toMatch(/“daily_return”: no account funds it .* UNFUNDED\n/);
    expect(text).toContain("UNFUNDED nothing funds it");
  });
  test("a plan that leaves the pool nothing says so", () => {
    const text = factsText(checkPlan(preset("product-2x"), { cost: 700_000n }), "zh");
    expect(text).toContain("没有钱进入积分池");
  });
  test("names of a plan cannot move the cursor", () => {
    const text = factsText(checkPlan({ ...preset("local-life"), name: "a\u001b[2Jb\u202ec" }), "en");
    expect(text).toContain("a\\u001b[2Jb\\u202ec");
  });
});

describe("figures and columns", () => {
  test("yuan, counts, percents and factors", () => {
    expect([0n, 5n, 100_000n, 123_456_789n].map(yuan)).toEqual(["0.00", "0.05", "1,000.00", "1,234,567.89"]);
    expect([0, 999, 1_137, 14_883.6].map(count)).toEqual(["0", "999", "1,137", "14,884"]);
    expect([0, 1e-9, 0.00036879, 0.0896, 0.11031, 1].map(percent)).toEqual([
      "0%",
      "<0.0001%",
      "0.037%",
      "8.96%",
      "11.0%",
      "100.0%",
    ]);
    expect([0.0808823, 1 / 6, 0.125, 1].map(percentUp)).toEqual(["8.09%", "16.67%", "12.5%", "100%"]);
    expect([1.4285714, 10.0793, 1e6].map(factor)).toEqual(["1.43", "10.08", "1,000,000"]);
    expect(plain("a".repeat(200))).toHaveLength(81);
  });
  test("Chinese signs take two columns, marks that combine none", () => {
    expect(["abc", "章程", "（a）", "e\u0301", "𠀀", "“”…×"].map(columnsOf)).toEqual([3, 4, 5, 1, 2, 4]);
  });
  test("rows stand in line", () => {
    expect(
      aligned(
        [
          ["会员", "1"],
          ["abc", "1,137"],
        ],
        [1],
        "  ",
      ),
    ).toEqual(["  会员      1", "  abc   1,137"]);
  });
  test("lines break between words and Chinese signs, never before a closing or after an opening mark", () => {
    expect(wrapped("aa bb cc", 5, "")).toEqual(["aa bb", "cc"]);
    expect(wrapped("一二三四五", 8, "1. ")).toEqual(["1. 一二", "   三四", "   五"]);
    expect(wrapped("一二三。四", 6, "")).toEqual(["一二三。", "四"]);
    expect(wrapped("一二（三）四", 6, "")).toEqual(["一二", "（三）", "四"]);
    expect(wrapped("", 10, "- ")).toEqual(["-"]);
  });
});
