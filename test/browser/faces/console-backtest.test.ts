/**
 * A shop's own orders through a plan, in the console: the file uploaded, its columns looked at, the run with
 * its progress, what it came to, the report; then a second one, and both side by side. The orders are the real
 * purchases that come along (examples/cdnow-sample.txt).
 */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, openTestHouse, type TestHouse } from "./house.ts";
import { inspect } from "./inspect.ts";

const SAMPLE = new URL("../../../examples/cdnow-sample.txt", import.meta.url);

/** The sample as a shop's program would export it; amounts under a header that nobody knows. */
function sheet(): string {
  const rows = readFileSync(SAMPLE, "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((cells) => cells.length === 5);
  const lines = rows.map(([, member = "", day = "", , amount = ""], n) => {
    const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
    return `c${n + 1},${member},唱片店,${amount},${date} 12:00:00`;
  });
  return `${["订单号,会员,门店,收了多少,时间", ...lines].join("\n")}\n`;
}

describe.skipIf(browserPath === undefined)("a backtest", () => {
  let house: TestHouse;
  const csv = sheet();
  beforeAll(async () => {
    house = await openTestHouse();
  }, 240_000);
  afterAll(() => house?.close());

  const start = (page: Page) => page.getByRole("button", { name: /^开\s*始$/ });

  /** Chooses a column for a role, as one does with the mouse. */
  async function choose(page: Page, label: string, option: string) {
    await page.getByLabel(label, { exact: true }).click();
    await page.locator(".ant-select-item-option", { hasText: option }).last().click();
  }

  test("is uploaded, mapped, watched, read and compared", { timeout: 300_000 }, async () => {
    const as = house.cast.staff;
    const visit = await house.visit("/console/simulation", { size: "desktop", language: "zh", as });
    const { page } = visit;
    await page.getByRole("button", { name: "回测自己的订单" }).click();

    // Slowed down, so that the progress of the upload can be seen.
    const devtools = await visit.context.newCDPSession(page);
    const line = { offline: false, latency: 20, downloadThroughput: -1 };
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", { ...line, uploadThroughput: 150_000 });
    const file = { name: "唱片店.csv", mimeType: "text/csv", buffer: Buffer.from(csv) };
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByText(/正在上传 唱片店.csv：\d+%/).waitFor();
    await page.getByRole("progressbar").waitFor();
    await inspect(visit, "console-backtest-uploading");
    await devtools.send("Network.emulateNetworkConditions", { ...line, uploadThroughput: -1 });

    // The unknown header is told, and put right by hand.
    await page.getByText(/按此读取会被拒绝/).waitFor();
    await choose(page, "金额", "收了多少");
    await inspect(visit, "console-backtest-columns");
    await start(page).click();

    await page.getByRole("progressbar").waitFor();
    await page.getByText("谁得了多少").waitFor({ timeout: 60_000 });
    const told = (name: string) =>
      page
        .locator("dt", { hasText: new RegExp(`^${name}$`) })
        .locator("xpath=..")
        .innerText();
    expect(await told("读入行数")).toContain("6919");
    expect(await told("已入账")).toContain("6911");
    expect(await told("得回全部消费额的会员")).toContain("人");
    await page.locator("svg").nth(2).waitFor();
    await inspect(visit, "console-backtest-result");

    const [report] = await Promise.all([
      visit.context.waitForEvent("page"),
      page.getByRole("link", { name: "打开报告" }).click(),
    ]);
    await report.waitForLoadState();
    expect(await report.title()).toContain("回测");
    await report.close();

    // Another plan over the same file, which is still there.
    await page.getByRole("button", { name: "再做一次" }).click();
    await page.getByRole("button", { name: /^唱片店.csv/ }).click();
    await choose(page, "金额", "收了多少");
    await choose(page, "用哪份章程", "local-life-2x");
    await page.getByLabel("给这次起个名字（可不填）").fill("两倍封顶");
    await start(page).click();
    await page.getByText("谁得了多少").waitFor({ timeout: 60_000 });
    await page.getByRole("heading", { name: "两倍封顶" }).waitFor();

    await page.getByRole("link", { name: "推演记录" }).click();
    for (const title of ["唱片店.csv", "两倍封顶"]) {
      await page
        .getByRole("row", { name: new RegExp(title) })
        .getByRole("checkbox")
        .check();
    }
    await page.getByRole("button", { name: "比较所选两项" }).click();
    await page.getByRole("columnheader", { name: "两倍封顶" }).waitFor();
    await page.locator("svg").first().waitFor();
    await inspect(visit, "console-backtest-compare");
    await visit.context.close();
  });

  test("a world with an adversary, in English", { timeout: 300_000 }, async () => {
    const as = house.cast.staff;
    const visit = await house.visit("/console/simulation/world", { size: "desktop", language: "en", as });
    const { page } = visit;
    await page.getByRole("radio", { name: /^Equal purchases/ }).check();
    await page.getByLabel("Runs", { exact: true }).fill("1");
    await choose(page, "Adversary", "bank run");
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByRole("progressbar").waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText(/was not finished/).waitFor();
    await inspect(visit, "console-world-cancelled-en");
    await visit.context.close();
  });
});
