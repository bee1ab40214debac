/**
 * The report in a real browser, from a file, as an operator opens it: real purchases, charts drawn, both languages,
 * phone and desktop, light and dark. Screenshots go to reports/screens.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSheet, sortRows, toOrders } from "#connect/sheet";
import { Replay, readOrder, readPlan } from "#engine";
import { findBrowser } from "../../scripts/browser.mjs";
import { Collector, type Findings } from "../../src/sim/findings/index.ts";
import { renderReport } from "../../src/sim/report/index.ts";

const root = new URL("../../", import.meta.url);
const screens = fileURLToPath(new URL("reports/screens/", root));
const path = findBrowser();
if (path === undefined) console.log("report.test: skipped, no browser found; set CHROMIUM_PATH");

async function findingsOf(planName: string, redeem: boolean): Promise<Findings> {
  const read = readPlan(JSON.parse(readFileSync(new URL(`plans/${planName}.json`, root), "utf8")));
  if (!("plan" in read)) throw new Error(JSON.stringify(read));
  const sheet = await readSheet(fileURLToPath(new URL("examples/cdnow-sample.txt", root)), {
    format: "cdnow",
  });
  const collector = new Collector(read.plan);
  const replay = new Replay(read.plan, collector.see);
  let n = 0;
  for (const filed of toOrders(sortRows(sheet.rows), { stores: 3 }).orders) {
    const order = readOrder(filed);
    if ("malformed" in order) throw new Error(`${order.malformed}`);
    if (order.at !== null) collector.clock(order.at);
    replay.order(order);
    n += 1;
    if (redeem && order.kind === "purchase" && n % 5 === 0)
      replay.order({
        id: `r${n}`,
        kind: "redeem",
        member: order.member,
        points: "all",
        at: null,
        atText: null,
      });
    if (redeem && n % 3_000 === 0)
      replay.order({ id: `i${n}`, kind: "inject", amount: 200_000n, at: null, atText: null });
  }
  return collector.finish(replay);
}

/** A plan, a store and a member by a name that tries to be markup. */
function hostile(name: string): Findings {
  const json = JSON.parse(readFileSync(new URL("plans/local-life.json", root), "utf8"));
  const [operator, commissions, pool] = json.portions;
  const read = readPlan({
    ...json,
    name,
    portions: [operator, commissions, { to: "charity", rate: "1%" }, pool],
  });
  if (!("plan" in read)) throw new Error(JSON.stringify(read));
  const collector = new Collector(read.plan);
  const replay = new Replay(read.plan, collector.see);
  const lines = [
    { id: "1", kind: "join", member: name },
    { id: "2", kind: "open_store", merchant: name, owner: name, region: "440106" },
    { id: "3", kind: "purchase", member: name, merchant: name, amount_fen: 100_000 },
  ];
  lines.forEach((line, i) => {
    replay.line(JSON.stringify(line), i + 1);
  });
  return collector.finish(replay);
}

const OPTIONS = {
  lang: "zh",
  title: { zh: "章程回测", en: "Backtest of a plan" },
  source: "cdnow-sample.txt",
  notes: [{ zh: "没有门店列：按会员散列分到 3 家", en: "No store column: members spread over 3 stores" }],
  bad: {
    total: 8,
    reasons: [{ reason: { zh: "金额为 0", en: "the amount is 0" }, count: 8 }],
    file: "bad-rows.csv",
  },
} as const;

/** Run inside the page, where this file's types end: as text. */
const OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
const PLOTS = `[...document.querySelectorAll("[role=img][id]")].map((plot) => ({
  id: plot.id,
  marks: plot.querySelectorAll("svg path, svg text").length,
  label: plot.getAttribute("aria-label") ?? "",
  wide: plot.querySelector("svg")?.getBoundingClientRect().width ?? 0,
}))`;
interface Seen {
  readonly id: string;
  readonly marks: number;
  readonly label: string;
  readonly wide: number;
}

interface Visit {
  readonly page: Page;
  readonly faults: string[];
  readonly requests: string[];
}

describe.skipIf(path === undefined)("the report in a browser", () => {
  let browser: Browser;
  const files: Record<string, string> = {};

  beforeAll(async () => {
    mkdirSync(screens, { recursive: true });
    for (const [name, plan, redeem] of [
      ["held", "local-life", false],
      ["sold", "product-2x", true],
    ] as const) {
      const findings = await findingsOf(plan, redeem);
      const file = `${screens}report-${name}.html`;
      writeFileSync(file, renderReport(findings, OPTIONS));
      files[name] = pathToFileURL(file).href;
    }
    browser = await chromium.launch({ executablePath: path ?? "", args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());

  async function visit(name: string, options: BrowserContextOptions): Promise<Visit> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(files[name] as string, { waitUntil: "load" });
    return { page, faults, requests };
  }

  const widths = [
    ["desktop", { viewport: { width: 1280, height: 900 } }],
    [
      "phone",
      { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
    ],
  ] as const;
  const kinds = ["held", "sold"] as const;

  for (const [width, size] of widths) {
    for (const kind of kinds) {
      test(`${kind} on a ${width}: no fault, no request, charts drawn, both languages, no sideways scrolling`, async () => {
        const { page, faults, requests } = await visit(kind, size);
        const charts = await page.evaluate<Seen[]>(PLOTS);
        expect(charts.map(({ id }) => id)).toEqual([
          "division",
          "pool-money",
          "spread",
          "cohorts",
          "price",
          "pool",
          "exits",
        ]);
        for (const { id, marks, label, wide } of charts) {
          expect(marks, id).toBeGreaterThan(6);
          expect(wide, id).toBeGreaterThan(280);
          expect(label, id).toMatch(/[\u4e00-\u9fff]/);
        }
        const sideways = () => page.evaluate<number>(OVERFLOW);
        expect(await sideways()).toBe(0);
        expect(await page.title()).toBe("章程回测 · cdnow-sample.txt");
        await page.screenshot({ path: `${screens}report-${kind}-${width}-zh.png`, fullPage: true });

        await page.click("button[data-lang=en]");
        expect(await page.title()).toBe("Backtest of a plan · cdnow-sample.txt");
        expect(await page.innerText("main")).not.toMatch(/[\u4e00-\u9fff]/);
        expect(await page.innerText("#price")).not.toMatch(/[\u4e00-\u9fff]/);
        expect(await page.getAttribute("#price", "aria-label")).toMatch(/^Price of a point/);
        expect(await sideways()).toBe(0);
        await page.screenshot({ path: `${screens}report-${kind}-${width}-en.png`, fullPage: true });
        await page.click("button[data-lang=zh-CN]");
        expect(await page.innerText("h1")).toBe("章程回测");

        expect(faults).toEqual([]);
        expect(requests.filter((url) => !url.startsWith("file://") && !url.startsWith("data:"))).toEqual([]);
        await page.context().close();
      });
    }
  }

  test("figures explain themselves, charts answer the pointer, lists turn pages", async () => {
    const { page, faults } = await visit("sold", { viewport: { width: 1280, height: 900 } });
    const first = page.locator(".tile .why").first();
    await first.locator("summary").click();
    expect(await first.locator("div").innerText()).toContain("减去退款");
    await page.keyboard.press("Escape");
    expect(await first.getAttribute("open")).toBeNull();

    await page.locator("#price").scrollIntoViewIfNeeded();
    const box = await page.locator("#price").boundingBox();
    if (box === null) throw new Error("no chart");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(() => page.innerText("#price")).toMatch(/每积分可兑付金额 ¥\d/);

    await page.locator("figure:has(#exits) summary", { hasText: "数据表" }).click();
    const pager = page.locator(".pager span");
    expect(await page.locator(".paged tbody tr").count()).toBe(25);
    const one = await page.locator(".paged tbody tr").first().innerText();
    await page.locator(".pager button").nth(1).click();
    expect(await pager.innerText()).toMatch(/^2 \/ \d+$/);
    expect(await page.locator(".paged tbody tr").first().innerText()).not.toBe(one);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("names that are markup stay names, in tables and under the pointer", async () => {
    const evil = `<img src=x onerror=document.title='run'>"'`;
    const file = `${screens}report-hostile.html`;
    const name = { zh: evil, en: evil };
    const band = { name, x_name: name, x: [1, 2, 3], p10: [1, 1, 1], p50: [2, 2, 2], p90: [3, 4, 5] };
    const sections = [{ title: name, text: [name], bands: [{ ...band, unit: "price" as const }] }];
    writeFileSync(file, renderReport(hostile(evil), { ...OPTIONS, title: name, source: evil, sections }));
    files["hostile"] = pathToFileURL(file).href;
    const { page, faults } = await visit("hostile", { viewport: { width: 1280, height: 900 } });
    for (const id of ["brought-0-0", "division", "cohorts"]) {
      await page.locator(`#${id}`).scrollIntoViewIfNeeded();
      const box = await page.locator(`#${id}`).boundingBox();
      if (box === null) throw new Error(id);
      for (const x of [0.3, 0.6, 0.97])
        await page.mouse.move(box.x + box.width * x, box.y + box.height * 0.45);
    }
    await expect.poll(() => page.innerText("#brought-0-0")).toContain(evil);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.title()).toBe(`${evil} · ${evil}`);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("dark screens and paper", async () => {
    const { page, faults } = await visit("held", {
      viewport: { width: 1280, height: 900 },
      colorScheme: "dark",
    });
    const ground = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    expect(await ground()).toBe("rgb(14, 21, 24)");
    await page.screenshot({ path: `${screens}report-dark.png`, fullPage: true });
    await page.emulateMedia({ media: "print" });
    expect(await ground()).toBe("rgb(255, 255, 255)");
    await page.screenshot({ path: `${screens}report-print.png`, fullPage: true });
    await page.pdf({ path: `${screens}report-print.pdf`, format: "A4" });
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
