/**
 * The line to the server fails where a member pays by a channel or asks for money: two answers are lost on the
 * way to one purchase, and who asks cannot be learned. What every face does alike is in resilience.test.ts.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { memberBalances, purchases } from "#statement";
import { browserPath, openTestHouse, type Person, type TestHouse, type Visit } from "./house.ts";
import { inspect } from "./inspect.ts";
import { type Line, openLine } from "./proxy.ts";

const MINUTES = { timeout: 120_000 };

describe.skipIf(browserPath === undefined)("when the line fails", () => {
  let house: TestHouse;
  let line: Line;
  let code: string;
  beforeAll(async () => {
    house = await openTestHouse();
    line = await openLine(house.url);
    const { trade, cell } = house.services;
    const made = await trade.codes.of(cell, "store", "s1");
    if ("refused" in made) throw new Error(made.refused);
    code = made.code;
  }, 240_000);
  afterEach(() => line?.weather("pass"));
  afterAll(async () => {
    await line?.close();
    await house?.close();
  });

  const as = (n: number) => house.cast.members[n] as Person;
  const visit = (path: string, who: Person) =>
    house.visit(path, { size: "phone", language: "zh", as: who.id, at: line.url });
  const bought = async (who: Person) =>
    (await purchases(house.services.desk.database, house.services.cell, { member: who.member, limit: 50 }))
      .items.length;
  const wallet = async (who: Person) =>
    (await memberBalances(house.services.desk.database, house.services.cell, who.member))?.wallet ?? 0n;

  /** What the browser's console says of lost answers is expected here. */
  async function look(seen: Visit, name: string): Promise<void> {
    seen.faults.length = 0;
    await inspect(seen, name);
  }

  test("a read: what happened, and again once the server is back", MINUTES, async () => {
    const seen = await visit("/h5/", as(0));
    const { page } = seen;
    await page.getByText("我的积分").first().waitFor();
    line.weather("stop");
    await page.getByRole("link", { name: "团队" }).click();
    const told = page.getByRole("alert").filter({ hasText: "网络不通" });
    await told.waitFor({ timeout: 25_000 });
    await look(seen, "weather-read");
    line.weather("pass");
    await page.getByRole("button", { name: "重试" }).first().click();
    await page.getByText("这一级还没有人", { exact: false }).waitFor();
    await seen.context.close();
  });

  test.each(["h5", "counter", "console"])("%s: not even who asks can be learned", MINUTES, async (face) => {
    line.weather("stop", /GET \/v1\/session/);
    const seen = await house.visit(`/${face}/`, { size: "desktop", language: "zh", at: line.url });
    await seen.page.getByRole("alert").first().waitFor({ timeout: 25_000 });
    await look(seen, `weather-session-${face}`);
    line.weather("pass");
    await seen.page.getByRole("button", { name: "重试" }).first().click();
    await seen.page
      .getByRole("button", { name: /登\s*录/ })
      .first()
      .waitFor();
    await seen.context.close();
  });

  test("a payment whose answers are lost, twice, is made once", MINUTES, async () => {
    const who = as(1);
    const before = await bought(who);
    const seen = await visit(`/h5/store/${code}`, who);
    const { page } = seen;
    await page.getByRole("button", { name: "我已阅读并了解" }).click();
    await page.getByLabel("消费金额（元）").fill("88");
    line.weather("cut", /POST \/v1\/payments/);
    await page.getByRole("button", { name: "付款 ¥88.00" }).click();
    await page.getByRole("button", { name: "再问一次" }).waitFor();
    expect(line.met).toBeGreaterThan(0);
    await look(seen, "weather-pay");
    // The button for a new one does nothing while it is not known what became of this one.
    await page.getByRole("button", { name: "付款 ¥88.00" }).click();
    line.weather("pass");
    await page.getByRole("button", { name: "再问一次" }).click();
    await page.getByRole("heading", { name: "演示收银台" }).waitFor();
    line.weather("cut", /POST \/v1\/channels\/demo\/pay/);
    await page.getByRole("button", { name: /付款 ¥88\.00/ }).click();
    await page.getByRole("button", { name: "再问一次" }).waitFor();
    line.weather("pass");
    await page.getByRole("button", { name: "再问一次" }).click();
    await page.getByRole("heading", { name: "付款成功，已入账" }).waitFor();
    const { trade, cell } = house.services;
    expect(await trade.payments.list(cell, { member: who.member })).toHaveLength(1);
    expect(await bought(who)).toBe(before + 1);
    await seen.context.close();
  });

  test("too many requests: when to come again, and then it is done once", MINUTES, async () => {
    const who = as(2);
    const { desk, cell } = house.services;
    const redeem = { id: "redeem-2", kind: "redeem", member: who.member, points: "all" };
    expect((await desk.submit(cell, [{ json: redeem }]))[0]?.status).toBe("booked");
    const held = await wallet(who);
    expect(held).toBeGreaterThan(1_000n);
    const seen = await visit("/h5/wallet/withdraw", who);
    const { page } = seen;
    await page.getByLabel("提现金额（元）").fill("10");
    line.weather("refuse", /POST \/v1\/withdrawals/);
    await page.getByRole("button", { name: "提交申请" }).click();
    await page.getByText("请 1 秒后再试。").waitFor();
    await look(seen, "weather-busy");
    line.weather("pass");
    await page.getByRole("button", { name: "再问一次" }).click();
    await page.getByRole("heading", { name: "已提交" }).waitFor();
    expect(await wallet(who)).toBe(held - 1_000n);
    await page.getByRole("link", { name: "提现记录" }).click();
    await page.getByRole("button", { name: "撤回申请" }).click();
    await page.getByText("已撤回").waitFor();
    expect(await wallet(who)).toBe(held);
    await seen.context.close();
  });
});
