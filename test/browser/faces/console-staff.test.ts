/** Letting people and programs in, and taking back: staff, keys shown once, webhooks, a draft withdrawn, the log. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCAL } from "../../plans.ts";
import { browserPath, openTestHouse, type TestHouse } from "./house.ts";
import { inspect } from "./inspect.ts";

describe.skipIf(browserPath === undefined)("staff, keys and webhooks in the console", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  }, 240_000);
  afterAll(() => house?.close());

  test("are made, shown once, changed and shut out", { timeout: 240_000 }, async () => {
    const as = house.cast.staff;
    const visit = await house.visit("/console/staff", { size: "desktop", language: "zh", as });
    const { page } = visit;
    const dialog = page.getByRole("dialog");
    const close = dialog.getByRole("button", { name: /^(OK|确\s*定|我已保存，关闭)$/ });

    await page.getByRole("button", { name: "新增人员" }).click();
    await dialog.getByLabel("登录名").fill("caiwu");
    await dialog.getByLabel("姓名").fill("测试财务");
    await dialog.getByLabel("初始密码").fill("a long enough passphrase 7");
    await dialog.getByRole("checkbox", { name: /^财务/ }).check();
    await inspect(visit, "console-staff-add");
    await close.click();
    await dialog
      .getByText(/动态口令/)
      .first()
      .waitFor();
    await inspect(visit, "console-staff-made");
    await close.click();
    await page
      .getByRole("row", { name: /caiwu/ })
      .getByRole("button", { name: /^停\s*用$/ })
      .click();
    await dialog.getByText("停用后不能登录").waitFor();
    await close.click();
    await page.getByRole("row", { name: /caiwu.*已停用/ }).waitFor();

    await page.goto(`${house.url}/console/settings/keys`, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "新建密钥" }).click();
    await dialog.getByLabel("用途").fill("茶楼一号收银机");
    await dialog.getByRole("checkbox", { name: "收款" }).check();
    await dialog.getByLabel("绑定门店").fill("s1");
    await close.click();
    const key = await dialog.locator("code").innerText();
    expect(key.length).toBeGreaterThan(20);
    await inspect(visit, "console-key-made");
    await close.click();
    await page.getByRole("row", { name: /茶楼一号收银机/ }).waitFor();
    expect(await page.getByText(key).count()).toBe(0);

    await page.goto(`${house.url}/console/settings/webhooks`, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "新建回调" }).click();
    await dialog.getByLabel("地址（https）").fill("http://127.0.0.1:9/hook");
    await close.click();
    await dialog.locator("code").waitFor();
    await close.click();
    await page.getByRole("link", { name: "http://127.0.0.1:9/hook" }).click();
    await page.getByRole("button", { name: "从某张凭证起重新告知" }).click();
    await dialog.getByLabel("凭证号").fill("1");
    await dialog.getByRole("button", { name: "重新投递" }).click();
    await dialog.waitFor({ state: "detached" });
    await inspect(visit, "console-webhook-log");

    await house.services.trade.plans.draft(house.services.cell, { ...LOCAL, version: 2 }, as);
    await page.goto(`${house.url}/console/plans/local-life/2`, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: /^撤\s*回$/ }).click();
    await dialog.getByLabel("原因（记入日志）").fill("另行起草");
    await dialog.getByRole("button", { name: /^撤\s*回$/ }).click();
    await page.getByText(/已撤回：.*另行起草/).waitFor();

    await page.goto(`${house.url}/console/log`, { waitUntil: "networkidle" });
    await page.getByRole("cell", { name: "plan.withdraw" }).waitFor();
    await page.getByRole("cell", { name: "key.create" }).waitFor();
    await visit.context.close();
  });
});
