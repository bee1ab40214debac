/**
 * A plan's whole way in the console: drafted with its facts and a receipt beside it, checked, its conditions
 * recorded, signed by two officers, announced, in force; and the next purchase is split by it.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "#people";
import { LOCAL } from "../../plans.ts";
import { browserPath, openTestHouse, PASSWORD, type TestHouse, VIEWS } from "./house.ts";
import { inspect, isRead } from "./inspect.ts";
import { wordsOf } from "./story.ts";

const PLAN = { ...LOCAL, commission_freeze: "P7D" };

// Each in a house of its own, since a plan in force is so for everybody.
describe.skipIf(browserPath === undefined).each(VIEWS)("a plan on its way, %s, %s", (size, language) => {
  const { say, like, button } = wordsOf(language);
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

  const picture = (step: string) => `console-plan-${step}-${size}-${language}`;

  async function officer(login: string, path: string) {
    const visit = await house.visit(`/console${path}`, { size, language });
    const { page } = visit;
    await page.getByLabel(say("signin.login"), { exact: true }).fill(login);
    await page.getByLabel(say("signin.password"), { exact: true }).fill(PASSWORD);
    await button(page, "session.signIn").click();
    await button(page, "session.signOut").waitFor();
    return visit;
  }

  test("from a draft to the next purchase", { timeout: 300_000 }, async () => {
    const { services, cast, url } = house;
    const owner = await house.visit("/console/settings", { size, language, as: cast.staff });
    const { page } = owner;

    // Changes of rules are announced for a week; here for no time at all.
    await page.getByLabel(say("settings.key.plan_notice_days")).fill("0");
    await button(page, "settings.save").click();
    await page.getByText(say("settings.saved"), { exact: true }).waitFor();

    const plans = page.getByRole("menuitem", { name: say("section.plans"), exact: true });
    if (size === "phone") {
      await button(page, "console.menu").click();
      // It slides in; once it stands still it could be pressed.
      await plans.click({ trial: true });
      await inspect(owner, picture("menu"), isRead(size, language));
    }
    await plans.click();
    await button(page, "plans.new").click();
    await page.getByLabel(say("edit.field.operator"), { exact: true }).fill("3");
    await expect
      .poll(() => page.getByText(say("facts.pool"), { exact: true }).locator("xpath=..").innerText())
      .toContain("¥150.00");
    await page.getByRole("tab", { name: say("preview.tab") }).click();
    const preview = page.getByRole("region", { name: say("preview.title") });
    await preview.getByText("¥30.00").waitFor();
    await inspect(owner, picture("draft"), isRead(size, language));
    await page.getByRole("tab", { name: say("edit.diffCount", { count: 1 }) }).click();
    await page.getByText("portions.0.rate").waitFor();
    await inspect(owner, picture("diff"), isRead(size, language));

    // What cannot be is told at its field, and cannot be kept.
    await page.getByRole("tab", { name: say("edit.form") }).click();
    const budget = page.getByLabel(say("edit.field.commissions"), { exact: true });
    await budget.fill("19");
    await page.getByText(like("edit.faults")).waitFor();
    expect(await button(page, "edit.save").isDisabled()).toBe(true);
    await budget.fill("2");

    await button(page, "edit.save").click();
    await page
      .getByRole("heading", { name: say("plan.title", { name: "local-life", version: 2 }) })
      .waitFor();
    await button(page, "plan.check").click();
    await page.getByText(say("plans.verdict.publishable_with_conditions")).waitFor();
    await page.getByLabel(say("plan.need.filing_no")).fill("粤备 2026-001");
    await page.getByLabel(say("plan.need.disclosure_date")).fill("2026-09-01");
    await page.getByLabel(say("plan.need.cooling_off_end")).fill("2026-10-15");
    await page.getByLabel(say("plan.need.in_store_only")).check();
    await inspect(owner, picture("conditions"), isRead(size, language));
    await button(page, "plan.checkAgain").click();
    await page.getByText(say("plan.next.first")).waitFor();

    expect(await button(page, "plan.sign").isDisabled()).toBe(true);
    await page.getByLabel(say("plan.riskRead")).check();
    await page.getByLabel(say("plan.read")).check();
    await inspect(owner, picture("sign"), isRead(size, language));
    await button(page, "plan.sign").click();
    await page.getByText(say("plan.next.mine")).waitFor();
    expect(await button(page, "plan.sign").count()).toBe(0);

    // Marketing may look; the step is not theirs.
    const [looker, second] = await Promise.all([
      officer("shichang", "/plans/local-life/2"),
      officer("fengkong", "/plans/local-life/2"),
    ]);
    await looker.page.getByText(say("plan.notYours")).waitFor();
    await looker.context.close();

    await second.page.getByText(say("plan.next.second")).waitFor();
    await second.page.getByLabel(say("plan.read")).check();
    await button(second.page, "plan.sign").click();
    await second.page.getByText(say("plan.next.publish")).waitFor();
    await second.page.getByText(say("plan.ownerOnly")).waitFor();
    await second.context.close();

    await page.reload({ waitUntil: "networkidle" });
    await inspect(owner, picture("publish"), isRead(size, language));
    const soon = new Date(Date.now() + 4_000);
    const field = new Date(soon.getTime() + 8 * 3_600_000).toISOString().slice(0, 19);
    await page.getByLabel(say("plan.from")).fill(field);
    await button(page, "plan.publish").click();
    await page.getByText(like("plan.next.waiting")).waitFor();
    await expect.poll(() => Date.now() > soon.getTime(), { timeout: 20_000 }).toBe(true);
    await services.trade.resume(services.cell);
    await page.getByText(like("plan.next.effective")).waitFor();
    await inspect(owner, picture("effective"), isRead(size, language));

    const member = cast.members[0]?.member ?? "";
    const order = { id: "after", kind: "purchase", member, merchant: "s1", amount_fen: 100_000 };
    const [answer] = await services.desk.submit(services.cell, [{ json: order }]);
    if (answer?.status !== "booked") throw new Error(JSON.stringify(answer));
    await page.goto(`${url}/console/books/journals/${answer.seq}`, { waitUntil: "networkidle" });
    await button(page, "journal.receipt").click();
    const receipt = page.getByRole("article");
    await receipt.getByText(say("receipt.plan", { plan: "local-life", version: 2 })).waitFor();
    const lines = (await receipt.getByRole("listitem").allInnerTexts()).map((text) =>
      text.replace(/\s+/g, " "),
    );
    for (const [line, amount] of [
      ["receipt.line.operator", "¥30.00"],
      ["receipt.line.pool_in", "¥150.00"],
      ["receipt.sum", "¥1,000.00"],
    ] as const) {
      const told = `${say(line)} ${amount}`;
      expect(lines.filter((text) => text.startsWith(told))).toHaveLength(1);
    }
    await inspect(owner, picture("receipt"), isRead(size, language));
    await owner.context.close();
  });
});
