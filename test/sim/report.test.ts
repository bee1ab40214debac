import { Script } from "node:vm";
import { describe, expect, test } from "vitest";
import { kindWord } from "#statement";
import { findForbiddenWords } from "../../src/sim/facts/guard.ts";
import type { Findings } from "../../src/sim/findings/index.ts";
import { disclosure, restOf } from "../../src/sim/report/disclosure.ts";
import { type ReportOptions, renderReport } from "../../src/sim/report/index.ts";
import { buys, orders, planOf, play, preset, textOf } from "./replayed.ts";

const OPTIONS: ReportOptions = {
  lang: "zh",
  title: { zh: "章程回测", en: "Backtest of a plan" },
  source: "orders.csv",
};

const MANY: ReportOptions = {
  ...OPTIONS,
  notes: [{ zh: "按时间、再按行排序", en: "Sorted by time, then by line" }],
  bad: {
    total: 12,
    reasons: [{ reason: { zh: "金额为 0", en: "the amount is 0" }, count: 12 }],
    file: "bad.csv",
  },
  refusalWords: (code) =>
    code === "points_insufficient" ? { zh: "持有的积分不够。", en: "Not enough points." } : undefined,
  sections: [
    {
      title: { zh: "对手推演", en: "Adversaries" },
      text: [{ zh: "刷单环没有得到好处。", en: "The wash ring gained nothing." }],
      table: {
        head: [
          { zh: "推演", en: "Played" },
          { zh: "差额", en: "Difference" },
        ],
        rows: [["ring", "−12.00"]],
      },
      bands: [
        {
          name: { zh: "价格", en: "Price" },
          x_name: { zh: "天", en: "days" },
          unit: "price",
          x: [1, 2],
          p10: [1, 1.1],
          p50: [1.2, 1.3],
          p90: [1.4, 1.5],
        },
      ],
    },
  ],
};

const casesOf = (name: string) =>
  play(
    planOf(JSON.parse(textOf(`test/cases/${name}.plan.json`))),
    textOf(`test/cases/${name}.orders.jsonl`).split("\n"),
  ).findings;

const worked = () => casesOf("worked-local");
const mixed = () => casesOf("product-2");
const nothing = () => play(preset("product-3x"), []).findings;

/** Text of a page as a person sees it: without scripts and styles. */
const seen = (page: string) =>
  page
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, " ")
    .replace(/ (?:title|aria-label|data-zh|data-en)="([^"]*)"/g, ">$1<");
const words = (page: string) =>
  seen(page)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
const scripts = (page: string) =>
  [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((found) => found[1] ?? "");

describe("one file that needs nothing else", () => {
  const page = renderReport(mixed(), MANY);

  test("no address in it is ever fetched, and the policy forbids what could be", () => {
    const markup = page.replace(/<script>[\s\S]*?<\/script>/g, "");
    expect(markup).not.toMatch(
      /https?:|url\(|@import|<link(?! rel="icon" href="data:,")|<(img|iframe|object|form)\b/,
    );
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script[^>]+src/);
    expect(Buffer.byteLength(page)).toBeLessThan(1_200_000);
  });

  test("its scripts are whole: they parse, import nothing, and end where they should", () => {
    expect(scripts(page)).toHaveLength(2);
    for (const script of scripts(page)) {
      expect(() => new Script(script)).not.toThrow();
      expect(script).not.toMatch(/^(import|export) /m);
    }
    for (const data of page.matchAll(/<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/g))
      expect(() => JSON.parse(data[1] ?? "")).not.toThrow();
  });

  test("every chart has its data, a place, and a text for who cannot see it", () => {
    const found = /id="charts">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
    const charts = Object.keys(JSON.parse(found).charts);
    expect(charts).toEqual([
      "brought-0-0",
      "division",
      "pool-money",
      "spread",
      "cohorts",
      "price",
      "pool",
      "exits",
    ]);
    for (const id of charts)
      expect(page).toMatch(new RegExp(`id="${id}" role="img" data-zh="[^"]{8,}" data-en="[^"]{8,}"`));
  });

  test("what the caller brings stands in it", () => {
    const text = words(page);
    for (const part of [
      "对手推演",
      "The wash ring gained nothing.",
      "−12.00",
      "金额为 0",
      "bad.csv",
      "Sorted by time",
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/持有的积分不够。 ?Not enough points. ?points_insufficient/);
  });
});

describe("what it says", () => {
  test("no word of ours promises a gain, in either language, whatever happened", () => {
    for (const findings of [worked(), mixed(), nothing(), casesOf("attack-refund-pump-per-member")]) {
      for (const lang of ["zh", "en"] as const) {
        const page = renderReport(findings, { ...MANY, lang });
        const ours = scripts(page).at(-1) ?? "";
        expect(ours.length).toBeGreaterThan(1_000);
        expect(findForbiddenWords(words(page) + ours)).toEqual([]);
      }
    }
    const planted = renderReport(worked(), { ...OPTIONS, title: { zh: "稳赚的章程", en: "Risk-free" } });
    expect(findForbiddenWords(words(planted))).toEqual(["稳赚", "risk-free"]);
  });

  test("three purchases in plain words", () => {
    const text = words(renderReport(worked(), OPTIONS)).replace(/ /g, "");
    expect(text).toContain("每花100元：商户得80.00元，16.00元进入积分池，运营方得2.80元，推荐奖励1.20元。");
    expect(text).toContain("如果今天把手里的积分全部赎回，中位数是11.71%，十个人里有九个不超过16.74%");
    expect(text).toContain("有消费的3名会员里，算上今天可兑付的，0名（0.00%）拿到的不少于消费额");
    expect(text).toContain("到封顶时一笔消费的赎回款最多为其金额的96.00%");
    expect(text).toContain("从1.00元到1.86元；前一半消费之后是1.68元");
  });

  test("kinds of orders go by the words of the journals", () => {
    const kinds = `join open_store appoint purchase refund redeem inject release wind_up publish settle thaw exits`;
    const orders = Object.fromEntries(kinds.split(" ").map((kind, i) => [kind, i + 1]));
    const text = words(renderReport({ ...worked(), orders, automatic: {} }, OPTIONS));
    const booked = kinds.split(" ").map((kind, i) => `${kindWord(kind, "zh")} ${i + 1}`);
    expect(text).toContain(`已入账：${booked.join("，")}`);
  });

  test("a cap above the spend is not held out", () => {
    const text = words(renderReport(mixed(), OPTIONS));
    expect(mixed().plan.most_at_cap_ppm).toBeLessThan(1_000_000);
    expect(text).toContain("赎回款最多为其金额的");
    const high = play(preset("product-2x"), orders([buys("a", 1000)])).findings;
    expect(words(renderReport(high, OPTIONS))).not.toContain("赎回款最多为其金额的");
    expect(words(renderReport(high, OPTIONS))).toContain("封顶额是上限，不是目标");
  });

  test("the disclosure of the compliance profile, sentence by sentence, with live figures", () => {
    const { zh, en } = disclosure(worked());
    expect(zh).toBe(
      "积分不是存款、证券或货币，不产生利息，平台不承诺任何收益。" +
        "每积分可兑付金额 = 积分池现有余额 ÷ 流通积分；按章程它不会下降，但可能长期几乎不变。" +
        "中位会员的积分今天可兑付 117.12 元：市值的 80%，其余 20% 留存池内。" +
        "截至最后一笔指令，3 名会员中，兑付所得（含今天可兑付的）达到消费额 100% 的占 0.00%" +
        "（无人提前兑付时理论值约 0.00%），中位数为消费额的 11.71%（理论值 11.03%）。" +
        "封顶额是上限，不是目标。后加入者一般少于先加入者。退款将同步收回积分和奖励。" +
        "平台终止时，池内余额按份额全额分配，不扣留存。",
    );
    expect(en).toContain("the operator promises no gain of any kind");
    for (const lang of ["zh", "en"] as const)
      expect(words(renderReport(worked(), { ...OPTIONS, lang }))).toContain(zh);
    expect([restOf("20%"), restOf("0%"), restOf("0.05%"), restOf("99.9999%")]).toEqual([
      "80%",
      "100%",
      "99.95%",
      "0.0001%",
    ]);
  });

  test("nothing happened: it still says so", () => {
    const text = words(renderReport(nothing(), OPTIONS));
    expect(text).toContain("没有一位会员有消费余额");
    expect(text).toContain("没有强制赎回");
    expect(text).toContain("每一行都已读入，没有指令被拒绝");
  });
});

describe("what others wrote", () => {
  const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>'&`;
  const findings = (): Findings =>
    play(
      preset("local-life", { cap: { multiple: "0.12", per: "member" } }, { name: evil }),
      orders([buys(evil, 1000), buys("b", 1000), buys("</script><!--", 1000)]),
    ).findings;

  test("stays text, in markup and in data", () => {
    const sentence = { zh: evil, en: evil };
    const page = renderReport(findings(), {
      lang: "zh",
      title: sentence,
      source: evil,
      notes: [sentence],
      bad: { total: 1, reasons: [{ reason: sentence, count: 1 }], file: evil },
      refusalWords: () => sentence,
      sections: [{ title: sentence, text: [sentence], table: { head: [sentence], rows: [[evil]] } }],
    });
    expect(findings().exits.map(({ member }) => member)).toContain(evil);
    for (const live of ["<script>alert", "<img src=x", "</script><!--"])
      expect(page.includes(live)).toBe(false);
    expect(page.match(/<script[ >]/g)).toHaveLength(4);
    expect(words(page)).toContain("&quot;&gt;&lt;script&gt;alert(1)");
  });
});

describe("bounded", () => {
  test("a thousand exits are listed, the rest is counted", () => {
    const base = mixed();
    const [exit] = base.exits;
    if (exit === undefined) throw new Error("this case has exits");
    const page = renderReport({ ...base, exits: Array.from({ length: 1_500 }, () => exit) }, OPTIONS);
    const rows = JSON.parse(/id="exits-rows">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "");
    expect(rows).toHaveLength(1_000);
    expect(words(page)).toContain("共 1,500 次，这里列出最早的 1,000 次，另有 500 次只在 exits.csv 里");
  });

  test("23,570 members: under a second and not larger than for three", () => {
    const list = Array.from({ length: 23_570 }, (_, i) => buys(`m${i}`, 1 + (i % 300)));
    const { findings } = play(preset("local-life"), orders(list));
    const started = performance.now();
    const page = renderReport(findings, OPTIONS);
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(page.length).toBeLessThan(renderReport(worked(), OPTIONS).length + 60_000);
    expect(findings.series.length).toBeLessThanOrEqual(400);
  });
});
