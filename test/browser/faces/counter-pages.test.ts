/** Every page of the counter in two sizes and two languages, for the owner of a store and for a clerk. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, openTestHouse, type TestHouse, VIEWS, type Visit } from "./house.ts";
import { inspect, isRead } from "./inspect.ts";

/** Addresses below /counter, each with a heading or sentence that says that its figures are there. */
const PAGES = [
  ["collect", "/", "输入金额", "Enter the amount"],
  ["scan", "/scan/12800", "会员约得积分", "Member's points, about"],
  ["cash", "/cash/12800", "会员约得积分", "Member's points, about"],
  ["flow", "/flow", "消费额", "Purchases"],
  ["settle", "/settle", "应结余额", "Due to this store"],
  ["bill", "/settle/bill", "期末应结", "Closing due"],
  ["shifts", "/settle/shifts", "现在没有开班", "No shift is open"],
  ["members", "/members", "锁定会员 8 人", "8 members locked"],
  ["add", "/members/add", "请先征得对方同意", "Ask for consent first"],
  ["cross", "/members/cross", "逐日在别家消费", "Spent elsewhere by day"],
  ["poster", "/members/poster", "扫码到店", "Scan to arrive"],
  ["self", "/self", "演示路 1 号", "演示路 1 号"],
  ["clerks", "/self/clerks", "王", "王"],
  ["devices", "/self/devices", "最近使用", "Last seen"],
] as const;

/** What a clerk sees otherwise than the owner. */
const CLERKS = [
  ["flow", "/flow", "店员只看到自己经手的消费", "Clerks see what they took"],
  ["settle", "/settle", "我今日经手", "Taken by me today"],
  ["members", "/members", "登记会员", "Register a member"],
  ["self", "/self", "店员", "Clerk"],
] as const;

/** As a system set to large text has it. */
const LARGE = `addEventListener("DOMContentLoaded", () => { document.documentElement.style.fontSize = "20px" })`;

describe.skipIf(browserPath === undefined)("pages of the counter", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  }, 120_000);
  afterAll(() => house?.close());

  async function walk(
    visit: Visit,
    pages: readonly (readonly string[])[],
    zh: boolean,
    name: string,
    read = true,
  ) {
    for (const [page, path = "", inChinese = "", inEnglish = ""] of pages) {
      await visit.turn(`/counter${path}`);
      const sign = visit.page.getByText(zh ? inChinese : inEnglish).first();
      await sign.waitFor({ state: "visible" });
      await inspect(visit, `counter-${page}-${name}`, read);
    }
    await visit.context.close();
  }

  test.each(VIEWS)("of the owner, %s, %s", async (size, language) => {
    const as = house.cast.owners[0]?.id ?? "";
    const visit = await house.visit("/counter/", { size, language, as });
    await walk(visit, PAGES, language === "zh", `${size}-${language}`, isRead(size, language));
  });

  test.each(VIEWS)("of a clerk, %s, %s", async (size, language) => {
    const visit = await house.visit("/counter/", { size, language, as: house.cast.clerk.id });
    await walk(visit, CLERKS, language === "zh", `clerk-${size}-${language}`, isRead(size, language));
  });

  test("in the dark", async () => {
    const some = PAGES.filter(([page]) => ["collect", "scan", "settle", "members", "self"].includes(page));
    const as = house.cast.owners[0]?.id ?? "";
    const visit = await house.visit("/counter/", { size: "phone", language: "zh", dark: true, as });
    await walk(visit, some, true, "dark");
  });

  test("at 360 pixels, and with large text", async () => {
    const as = house.cast.owners[0]?.id ?? "";
    const visit = await house.visit("/counter/", { size: "phone", language: "en", as });
    await visit.page.setViewportSize({ width: 360, height: 640 });
    await visit.page.addInitScript(LARGE);
    await walk(visit, PAGES, false, "narrow");
  });

  test.each(VIEWS)(
    "a shift is opened, closed with what was counted, and kept, %s, %s",
    async (size, language) => {
      const zh = language === "zh";
      const as = house.cast.owners[0]?.id ?? "";
      const visit = await house.visit("/counter/settle/shifts", { size, language, as });
      const { page } = visit;
      await page.getByRole("button", { name: zh ? "开班" : "Open a shift", exact: true }).click();
      const counted = page.getByLabel(zh ? /清点现金/ : /Cash counted/);
      await counted.fill("12.5");
      await page.getByText(zh ? "比账面多" : "More than the book").waitFor();
      await inspect(visit, `counter-shift-${size}-${language}`);
      await page.getByRole("button", { name: zh ? "交班" : "Close the shift", exact: true }).click();
      await page.getByRole("button", { name: zh ? "开班" : "Open a shift", exact: true }).waitFor();
      await page.locator("summary").first().click();
      await page.getByText("¥12.50").first().waitFor();
      await inspect(visit, `counter-shift-closed-${size}-${language}`);
      await visit.context.close();
    },
  );

  test("on paper stand the poster and nothing to tap, in the dark as well; the bill comes as a file", async () => {
    const as = house.cast.owners[0]?.id ?? "";
    const visit = await house.visit("/counter/members/poster", {
      size: "desktop",
      language: "zh",
      dark: true,
      as,
    });
    const { page } = visit;
    await page.getByRole("img", { name: /\/s\// }).waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "打印" }).count()).toBe(0);
    expect(await page.getByRole("navigation").count()).toBe(0);
    await inspect(visit, "counter-poster-print");
    await page.emulateMedia({ media: "screen" });
    await page.goto(`${house.url}/counter/settle/bill`, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "导出 CSV" }).click();
    const fetched = page.waitForEvent("download");
    await page.getByRole("link", { name: /下载表格/ }).click();
    expect((await fetched).suggestedFilename()).toMatch(/结算单.*\.csv$/);
    await visit.context.close();
  });

  test("a purchase is found in the flow and shows where every fen went", async () => {
    const as = house.cast.owners[0]?.id ?? "";
    const visit = await house.visit("/counter/flow", { size: "phone", language: "zh", as });
    await visit.page.getByRole("link", { name: /¥100\.00/ }).click();
    await visit.page.getByText("分账单").waitFor();
    await inspect(visit, "counter-purchase-phone-zh");
    expect(await visit.page.getByRole("button", { name: "退款" }).count()).toBe(1);
    await visit.context.close();
  });
});
