/** Pages of plans, simulation, books, staff, settings and logs open whole, in both sizes and languages. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, openTestHouse, type TestHouse, VIEWS } from "./house.ts";
import { inspect, isRead } from "./inspect.ts";

const PAGES = [
  ["plans", "/plans"],
  ["plan-edit", "/plans/new"],
  ["plan", "/plans/local-life/1"],
  ["simulations", "/simulation"],
  ["backtest", "/simulation/backtest"],
  ["world", "/simulation/world"],
  ["compare", "/simulation/compare"],
  ["journals", "/books"],
  ["accounts", "/books/accounts"],
  ["account", "/books/accounts?account=pool"],
  ["balance", "/books/balance"],
  ["proof", "/books/proof"],
  ["price", "/books/price"],
  ["settings", "/settings"],
  ["texts", "/settings/texts"],
  ["keys", "/settings/keys"],
  ["webhooks", "/settings/webhooks"],
  ["me", "/settings/me"],
  ["staff", "/staff"],
  ["log", "/log"],
  ["logins", "/log/logins"],
  ["exports", "/exports"],
] as const;

describe.skipIf(browserPath === undefined)("the console's books and what surrounds them", () => {
  let house: TestHouse;
  let newest = 0;
  beforeAll(async () => {
    house = await openTestHouse();
    const { desk, cell } = house.services;
    const booked = await desk.find(cell, house.cast.purchase);
    if (booked?.status !== "booked") throw new Error("the world has no purchase");
    newest = Number(booked.seq);
  }, 240_000);
  afterAll(() => house?.close());

  test.each(VIEWS)("open whole, %s, %s", { timeout: 400_000 }, async (size, language) => {
    const visit = await house.visit("/console/", { size, language, as: house.cast.staff });
    for (const [name, path] of [...PAGES, ["journal", `/books/journals/${newest}`] as const]) {
      await visit.turn(`/console${path}`);
      await inspect(visit, `console-${name}-${size}-${language}`, isRead(size, language));
    }
    await visit.context.close();
  });

  test("in the dark", { timeout: 400_000 }, async () => {
    const as = house.cast.staff;
    const visit = await house.visit("/console/", { size: "desktop", language: "zh", dark: true, as });
    for (const [name, path] of PAGES) {
      await visit.turn(`/console${path}`);
      await inspect(visit, `console-${name}-dark`);
    }
    await visit.context.close();
  });

  test("a journal leads to its accounts and to the next; the proof is made, and balances are shown to add up", {
    timeout: 120_000,
  }, async () => {
    const as = house.cast.staff;
    const visit = await house.visit(`/console/books/journals/${newest}`, {
      size: "desktop",
      language: "zh",
      as,
    });
    const { page } = visit;
    await page.getByRole("link", { name: "应付货款 s1" }).click();
    await page.getByRole("heading", { name: "应付货款 s1" }).waitFor();
    // 80% of a hundred yuan is due to the store.
    await page.getByRole("cell", { name: "¥80.00" }).first().waitFor();
    await page.goto(`${house.url}/console/books/balance`, { waitUntil: "networkidle" });
    await page.getByText("平衡：全部科目相加为零").waitFor();
    expect(await page.getByRole("row", { name: /贷方 − 借方/ }).allInnerTexts()).toEqual([
      expect.stringContaining("¥0.00"),
      expect.stringContaining("0.00"),
    ]);
    await page.goto(`${house.url}/console/books/proof`, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "立即出具当日证明" }).click();
    await page.getByText("运营方签名（Ed25519）").waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "下载这份证明" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^wellspring-proof-\d{4}-\d\d-\d\d\.json$/);
    await inspect(visit, "console-proof-made");
    await visit.context.close();
  });
});
