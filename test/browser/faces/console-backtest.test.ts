/**
 * A shop's own orders through a plan, in the console: the file uploaded, its columns looked at, the run with
 * its progress, what it came to, the report; then a second one, and both side by side. The orders are the real
 * purchases that come along (examples/cdnow-sample.txt).
 */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, type Language, openTestHouse, type TestHouse, VIEWS } from "./house.ts";
import { inspect, isRead } from "./inspect.ts";
import { TWICE, wordsOf } from "./story.ts";

const SAMPLE = new URL("../../../examples/cdnow-sample.txt", import.meta.url);

/** What is told here and is not the console's own word: the shop's file, a title, the name of a world. */
const TEXTS = {
  zh: {
    file: "唱片店.csv",
    headers: ["订单号", "会员", "门店", "收了多少", "时间"],
    unknown: "收了多少",
    shop: "唱片店",
    twice: "两倍封顶",
    world: /^等额消费/,
  },
  en: {
    file: "records.csv",
    headers: ["order", "member", "store", "taken", "time"],
    unknown: "taken",
    shop: "Records",
    twice: "Cap of twice",
    world: /^Equal purchases/,
  },
} as const;

/** The sample as a shop's program would export it; amounts under a header that nobody knows. */
function sheet({ headers, shop }: Pick<(typeof TEXTS)[Language], "headers" | "shop">): string {
  const rows = readFileSync(SAMPLE, "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((cells) => cells.length === 5);
  const lines = rows.map(([, member = "", day = "", , amount = ""], n) => {
    const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
    return `c${n + 1},${member},${shop},${amount},${date} 12:00:00`;
  });
  return `${[headers.join(","), ...lines].join("\n")}\n`;
}

const LONG = { timeout: 300_000 };

describe.skipIf(browserPath === undefined)("a backtest", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  }, 240_000);
  afterAll(() => house?.close());

  /** Chooses a column for a role, as one does with the mouse. */
  async function choose(page: Page, label: string, option: string) {
    const field = page.getByLabel(label, { exact: true });
    await field.click();
    const offered = page.locator(".ant-select-item-option", { hasText: option }).last();
    await offered.click();
    // Until the list has faded its words are too pale to be read.
    await offered.waitFor({ state: "hidden" });
    await page.locator(".ant-select", { has: field, hasText: option }).waitFor();
  }

  test.each(VIEWS)("is uploaded, mapped, read and compared, %s, %s", LONG, async (size, language) => {
    const { say, like, button } = wordsOf(language);
    const known = TEXTS[language];
    // One house sees it in both sizes.
    const texts = { ...known, file: `${size}-${known.file}`, twice: `${known.twice} (${size})` };
    const picture = (step: string) => `console-backtest-${step}-${size}-${language}`;
    const as = house.cast.staff;
    const visit = await house.visit("/console/simulation", { size, language, as });
    const { page } = visit;
    await button(page, "sim.new").click();

    // Slowed down, so that the progress of the upload can be seen.
    const devtools = await visit.context.newCDPSession(page);
    const line = { offline: false, latency: 20, downloadThroughput: -1 };
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", { ...line, uploadThroughput: 150_000 });
    const file = { name: texts.file, mimeType: "text/csv", buffer: Buffer.from(sheet(texts)) };
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByText(like("sim.uploading")).waitFor();
    await page.getByRole("progressbar").waitFor();
    await inspect(visit, picture("uploading"), isRead(size, language));
    await devtools.send("Network.emulateNetworkConditions", { ...line, uploadThroughput: -1 });

    // The unknown header is told, and put right by hand.
    await page.getByText(like("sim.problem")).waitFor();
    await choose(page, say("sim.role.amount"), texts.unknown);
    await inspect(visit, picture("columns"), isRead(size, language));
    await button(page, "sim.run").click();

    await page.getByRole("progressbar").waitFor();
    await page.getByText(say("sim.who"), { exact: true }).waitFor({ timeout: 60_000 });
    const told = (name: string) =>
      page
        .locator("dt", { hasText: new RegExp(`^${name}$`) })
        .locator("xpath=..")
        .innerText();
    expect(await told(say("sim.readRows"))).toContain("6919");
    expect(await told(say("sim.booked"))).toContain("6911");
    expect(await told(say("sim.full"))).toMatch(like("sim.ofMembers"));
    await page
      .getByRole("img", { name: say("sim.chartShares"), exact: true })
      .locator("svg")
      .waitFor();
    await inspect(visit, picture("result"), isRead(size, language));

    const [report] = await Promise.all([
      visit.context.waitForEvent("page"),
      page.getByRole("link", { name: say("sim.report") }).click(),
    ]);
    await report.waitForLoadState();
    expect(await report.title()).toContain(language === "zh" ? "回测" : "Backtest");
    await report.close();

    // Another plan over the same file, which is still there.
    await button(page, "sim.again").click();
    await page.getByRole("button", { name: texts.file }).click();
    await choose(page, say("sim.role.amount"), texts.unknown);
    await choose(page, say("sim.planChoice"), "local-life-2x");
    await page.getByLabel(say("sim.name")).fill(texts.twice);
    await button(page, "sim.run").click();
    await page.getByText(say("sim.who"), { exact: true }).waitFor({ timeout: 60_000 });
    await page.getByRole("heading", { name: texts.twice }).waitFor();

    await page.getByRole("link", { name: say("sim.runs") }).click();
    for (const title of [texts.file, texts.twice]) {
      await page.getByRole("row", { name: title }).getByRole("checkbox").check();
    }
    await button(page, "sim.compare").click();
    await page.getByRole("columnheader", { name: texts.twice }).waitFor();
    await page
      .getByRole("img", { name: say("compare.price") })
      .locator("svg")
      .waitFor();
    await inspect(visit, picture("compare"), isRead(size, language));
    await visit.context.close();
  });

  test.each(TWICE)("a world with an adversary, %s, %s", LONG, async (size, language) => {
    const { say, button } = wordsOf(language);
    const as = house.cast.staff;
    const visit = await house.visit("/console/simulation/world", { size, language, as });
    const { page } = visit;
    await page.getByRole("radio", { name: TEXTS[language].world }).check();
    await page.getByLabel(say("sim.runsField"), { exact: true }).fill("1");
    await choose(page, say("sim.adversary"), say("sim.adversary.bank_run"));
    await button(page, "sim.run").click();
    await page.getByRole("progressbar").waitFor();
    await button(page, "sim.cancel").click();
    await page.getByText(say("sim.over")).waitFor();
    await inspect(visit, `console-world-cancelled-${size}-${language}`);
    await visit.context.close();
  });
});
