/**
 * A plan's whole way in the console: drafted with its facts and a receipt beside it, checked, its conditions
 * recorded, signed by two officers, announced, in force; and the next purchase is split by it.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "#people";
import { LOCAL } from "../../plans.ts";
import { browserPath, openTestHouse, PASSWORD, type TestHouse } from "./house.ts";
import { inspect } from "./inspect.ts";

const PLAN = { ...LOCAL, commission_freeze: "P7D" };

describe.skipIf(browserPath === undefined)("a plan on its way", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse({ plan: PLAN });
    const { people } = house.services;
    for (const [login, name, role] of [
      ["fengkong", "测试风控", "risk"],
      ["shichang", "测试市场", "marketing"],
    ] as const) {
      await people.staff.create(SYSTEM, { login, password: PASSWORD, name, roles: [role], totp: false });
    }
  }, 240_000);
  afterAll(() => house?.close());

  const button = (page: Page, name: string) =>
    // antd sets a gap between two characters.
    page.getByRole("button", { name: new RegExp(`^${[...name].join("\\s*")}$`) });

  async function officer(login: string, path: string) {
    const visit = await house.visit(`/console${path}`, { size: "desktop", language: "zh" });
    const { page } = visit;
    await page.getByLabel("登录名").fill(login);
    await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
    await button(page, "登录").click();
    await page.getByRole("button", { name: "退出登录" }).waitFor();
    return visit;
  }

  test("from a draft to the next purchase", { timeout: 300_000 }, async () => {
    const { services, cast, url } = house;
    const owner = await house.visit("/console/settings", { size: "desktop", language: "zh", as: cast.staff });
    const { page } = owner;

    // Changes of rules are announced for a week; here for no time at all.
    await page.getByLabel("章程公示天数").fill("0");
    await button(page, "保存修改").click();
    await page.getByText("已保存").waitFor();

    await page.goto(`${url}/console/plans`, { waitUntil: "networkidle" });
    await button(page, "起草新章程").click();
    await page.getByLabel("平台利润", { exact: true }).fill("3");
    await expect
      .poll(() => page.getByText("进入积分池", { exact: true }).locator("xpath=..").innerText())
      .toContain("¥150.00");
    await page.getByRole("tab", { name: "1,000 元的分账单" }).click();
    const preview = page.getByRole("region", { name: /分账单（预览）/ });
    await preview.getByText("¥30.00").waitFor();
    await inspect(owner, "console-plan-draft");
    await page.getByRole("tab", { name: "与现行章程的差别（1）" }).click();
    await page.getByText("portions.0.rate").waitFor();
    await inspect(owner, "console-plan-diff");

    // What cannot be is told at its field, and cannot be kept.
    await page.getByRole("tab", { name: "表单" }).click();
    await page.getByLabel("分销预算", { exact: true }).fill("19");
    await page.getByText(/处需要改正/).waitFor();
    expect(await button(page, "保存草案，去检查").isDisabled()).toBe(true);
    await page.getByLabel("分销预算", { exact: true }).fill("2");

    await button(page, "保存草案，去检查").click();
    await page.getByRole("heading", { name: "local-life 第 2 版" }).waitFor();
    await button(page, "检查").click();
    await page.getByText("满足条件后可以发布").waitFor();
    await page.getByLabel("备案号").fill("粤备 2026-001");
    await page.getByLabel("书面披露日（年-月-日）").fill("2026-09-01");
    await page.getByLabel("冷静期结束日（年-月-日）").fill("2026-10-15");
    await page.getByLabel("确认只用于到店消费").check();
    await inspect(owner, "console-plan-conditions");
    await button(page, "登记条件并重新检查").click();
    await page.getByText("下一步：第一位签署").waitFor();

    expect(await button(page, "签署").isDisabled()).toBe(true);
    await page.getByLabel("我已读完并确认上述风险").check();
    await page.getByLabel("我已读过这份章程和检查结果").check();
    await inspect(owner, "console-plan-sign");
    await button(page, "签署").click();
    await page.getByText("您已签署。").waitFor();
    expect(await button(page, "签署").count()).toBe(0);

    // Marketing may look; the step is not theirs.
    const looker = await officer("shichang", "/plans/local-life/2");
    await looker.page.getByText("您的角色不能办理这一步。").waitFor();
    await looker.context.close();

    const second = await officer("fengkong", "/plans/local-life/2");
    await second.page.getByText("已有一位签署。").waitFor();
    await second.page.getByLabel("我已读过这份章程和检查结果").check();
    await button(second.page, "签署").click();
    await second.page.getByText("两人已签。").waitFor();
    await second.page.getByText("只有负责人（owner）可以公布。").waitFor();
    await second.context.close();

    await page.reload({ waitUntil: "networkidle" });
    await inspect(owner, "console-plan-publish");
    const soon = new Date(Date.now() + 8_000);
    const field = new Date(soon.getTime() + 8 * 3_600_000).toISOString().slice(0, 19);
    await page.getByLabel("生效时间（北京时间）").fill(field);
    await button(page, "公布").click();
    await page.getByText(/已公布，.*自动生效/).waitFor();
    await expect.poll(() => Date.now() > soon.getTime() + 1_000, { timeout: 20_000 }).toBe(true);
    await services.trade.resume(services.cell);
    await page.getByText(/号凭证起生效/).waitFor();
    await inspect(owner, "console-plan-effective");

    const member = cast.members[0]?.member ?? "";
    const order = { id: "after", kind: "purchase", member, merchant: "s1", amount_fen: 100_000 };
    const [answer] = await services.desk.submit(services.cell, [{ json: order }]);
    if (answer?.status !== "booked") throw new Error(JSON.stringify(answer));
    await page.goto(`${url}/console/books/journals/${answer.seq}`, { waitUntil: "networkidle" });
    await button(page, "分账单").click();
    const receipt = page.getByRole("article");
    await receipt.getByText("章程 local-life 第 2 版").waitFor();
    const lines = (await receipt.getByRole("listitem").allInnerTexts()).map((text) =>
      text.replace(/\s+/g, " "),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^平台利润 ¥30\.00/));
    expect(lines).toContainEqual(expect.stringMatching(/^入池款 ¥150\.00/));
    expect(lines).toContainEqual(expect.stringMatching(/^合计 ¥1,000\.00/));
    await inspect(owner, "console-plan-receipt");
    await owner.context.close();
  });
});
