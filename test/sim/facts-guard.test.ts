/** The word guard and the guard of keys: what they name, however it is spelt, and what they leave alone. */
import { describe, expect, test } from "vitest";
import localLife from "../../plans/local-life.json" with { type: "json" };
import { checkPlan, findForbiddenWords } from "../../src/sim/facts/index.ts";
import { findPromiseKeys } from "../../src/sim/facts/keys.ts";

const LISTED =
  "永远单边上扬 单边上扬 保本 回本 全返 免费消费还赚钱 免费消费 静态盈利 出局 复投 躺赚 管道收益 卖地图 财务自由 配股 " +
  "反并购上市 二级市场变现 不用担心涉传 更加合规合法 只涨不跌 稳赚 白拿 静态收益 动态收益 原始股 国家支持 部委支持 二级分销合法";

describe("findForbiddenWords", () => {
  test.each(LISTED.split(" "))("%s, alone and in a sentence", (word) => {
    expect(findForbiddenWords(word)).toEqual([word]);
    expect(findForbiddenWords(`本店活动：${word}，欢迎参加`)).toEqual([word]);
  });
  test("several, each once, in the order of the text, the longest reading of each", () => {
    expect(findForbiddenWords("稳赚！保本，稳赚。永远单边上扬")).toEqual(["稳赚", "保本", "永远单边上扬"]);
  });
  test.each([
    ["保 本", "保本"],
    ["保\u200b本", "保本"],
    ["保·本", "保本"],
    ["保**本", "保本"],
    ["穩賺", "稳赚"],
    ["財務自由", "财务自由"],
    ["複投", "复投"],
    ["永遠單邊上揚", "永远单边上扬"],
    ["确保本金", "保本"],
    ["返回本金", "回本"],
    ["RISK\u00a0FREE", "risk-free"],
    ["ＲＩＳＫ－ＦＲＥＥ", "risk-free"],
    ["Guaranteed\n returns", "guaranteed return"],
  ])("%j is read as %s", (text, word) => {
    expect(findForbiddenWords(text)).toEqual([word]);
  });
  test.each([
    "确保本店商品质量",
    "返回本页",
    "收回本次优惠",
    "安全返回",
    "重复投票",
    "反复投诉",
    "说得明白拿得放心",
    "匹配股东名册",
    "原始股东",
    "退出局域网",
    "保证质量。本店正品",
    "封顶额是上限，不是目标",
    "积分不是存款，运营方不承诺任何收益",
    "当前可兑付金额 返利 推荐佣金 积分余额 上限 到期",
    "the price does not fall, and points pay no interest",
    "",
  ])("leaves “%s” alone", (text) => {
    expect(findForbiddenWords(text)).toEqual([]);
  });
  test("a long hostile text is read in no time", () => {
    const start = performance.now();
    findForbiddenWords(`保${" ".repeat(100_000)}${"保·".repeat(50_000)}`);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

const withKeys = (extra: object) => ({ ...structuredClone(localLife), ...extra });

describe("texts of a plan", () => {
  test.each([
    [{ name: "保本计划" }, "name: 保本"],
    [{ description: "人人稳赚" }, "description: 稳赚"],
    [{ notices: [{ zh: "欢迎" }, { zh: "消费全返" }] }, "notices[1].zh: 全返"],
    [{ "免 费 消 费": 1 }, '["免 费 消 费"]: 免费消费'],
  ])("%j refuses the plan and names the word", (extra, found) => {
    const check = checkPlan(withKeys(extra));
    const rule = check.rules.find((each) => each.id === "words");
    expect(check.verdict).toBe("refused");
    expect(rule).toMatchObject({ status: "refused", found: [found] });
    expect(rule?.zh).toContain(found.split(": ")[1]);
  });
  test("are read in a plan with faults too", () => {
    const check = checkPlan(withKeys({ take: "200%", name: "躺赚" }));
    expect(check.rules.map(({ id, status }) => [id, status])).toContainEqual(["words", "refused"]);
  });
});

describe("keys that tie points to a gain", () => {
  test.each([
    "daily_return",
    "dailyReturn",
    "guarantee",
    "guaranteed_price",
    "buyback",
    "buyback_price",
    "buy_back",
    "dividend_rate",
    "interest",
    "annualized",
    "points_to_shares",
    "share_ratio",
    "equity",
    "yield_ppm",
    "ipo",
    "日返",
    "分红比例",
    "股权",
    "回购价",
  ])("%s is refused, funded by nothing", (key) => {
    const check = checkPlan(withKeys({ [key]: "1%" }));
    expect(check.verdict).toBe("refused");
    expect(check.rules.find((rule) => rule.id === "promise_keys")).toMatchObject({
      status: "refused",
      found: [key],
    });
    expect(check.rules.find((rule) => rule.id === "funded")).toMatchObject({
      status: "refused",
      found: [key],
    });
    expect(check.funded.at(-1)).toMatchObject({ code: "key", name: key, class: "UNFUNDED", account: null });
  });
  test("are found at any depth, and as the name of a portion", () => {
    expect(findPromiseKeys({ pool: { extras: [{ a: 1 }, { buyBack: { rate: "1%" } }] } })).toEqual([
      "pool.extras[1].buyBack",
    ]);
    const portions = [{ to: "partner_dividend", rate: "1%" }, ...localLife.portions];
    const check = checkPlan(withKeys({ portions }));
    expect(check.rules.find((rule) => rule.id === "promise_keys")?.found).toEqual(["portions[0].to"]);
  });
  test("are named in the order of the plan", () => {
    expect(findPromiseKeys({ roi: 1, pool: { apr: [{ ipo: 2 }], yield: 3 }, equity: 4 })).toEqual([
      "roi",
      "pool.apr",
      "pool.apr[0].ipo",
      "pool.yield",
      "equity",
    ]);
  });
  test("keys of the plan itself, and of goods and links, are none", () => {
    expect(findPromiseKeys(localLife)).toEqual([]);
    expect(findPromiseKeys({ settle_after: "P7D", commission_freeze: "P7D", goods_return_days: 7 })).toEqual(
      [],
    );
    expect(findPromiseKeys({ share_link: "", description: "dividend", returnPolicy: "" })).toEqual([]);
  });
  test("a plan nested fifty thousand deep is walked to its end", () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(50_000)}{"guarantee":1}${"}".repeat(50_000)}`);
    expect(findPromiseKeys(deep)).toHaveLength(1);
  });
});
