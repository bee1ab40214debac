/** Signing in to each face by hand, on a phone and on a desktop, in Chinese and in English. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  browserPath,
  LANGUAGES,
  OWNER_LOGIN,
  openTestHouse,
  PASSWORD,
  type TestHouse,
  VIEWS,
  type Visit,
} from "./house.ts";
import { inspect } from "./inspect.ts";

describe.skipIf(browserPath === undefined)("signing in", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  }, 120_000);
  afterAll(() => house?.close());

  test.each(VIEWS)("the landing page, %s, %s", async (size, language) => {
    const visit = await house.visit("/", { size, language });
    await visit.page.getByRole("link", { name: language === "zh" ? "运营后台" : "Console" }).waitFor();
    await inspect(visit, `landing-${size}-${language}`);
    await visit.context.close();
  });

  test.each(VIEWS)("the console, %s, %s", async (size, language) => {
    const visit = await house.visit("/console/", { size, language });
    const { page } = visit;
    const zh = language === "zh";
    await page.getByLabel(zh ? "登录名" : "Login").fill(OWNER_LOGIN);
    await page.getByLabel(zh ? "密码" : "Password", { exact: true }).fill("wrong, and long enough");
    await page.getByRole("button", { name: zh ? /登\s*录/ : "Sign in" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").innerText()).toMatch(zh ? /登录信息不对/ : /sign-in is wrong/);
    forgive(visit, 401);
    await inspect(visit, `console-signin-${size}-${language}`);
    await page.getByLabel(zh ? "密码" : "Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: zh ? /登\s*录/ : "Sign in" }).click();
    await page.getByRole("heading", { name: zh ? "积分池" : "Pool" }).waitFor();
    await page.locator("[role=img] svg").first().waitFor();
    await inspect(visit, `console-home-${size}-${language}`);
    await visit.context.close();
  });

  test.each(VIEWS)("the counter, %s, %s", async (size, language) => {
    const visit = await house.visit("/counter/", { size, language });
    const zh = language === "zh";
    const owner = house.cast.owners[VIEWS.findIndex(([s, l]) => s === size && l === language)];
    await byPhone(visit, owner?.phone ?? "", zh, `counter-signin-${size}-${language}`);
    await visit.page.getByRole("button", { name: zh ? "出示收款码" : "Show a code" }).waitFor();
    await inspect(visit, `counter-home-${size}-${language}`);
    await visit.page.getByRole("link", { name: zh ? "我的" : "Me", exact: true }).click();
    await visit.page.getByRole("button", { name: zh ? "退出登录" : "Sign out", exact: true }).click();
    await visit.page.getByLabel(zh ? "手机号" : "Phone").waitFor();
    await visit.context.close();
  });

  test.each(VIEWS)("h5, %s, %s", async (size, language) => {
    const visit = await house.visit("/h5/", { size, language });
    const zh = language === "zh";
    const member = house.cast.members[VIEWS.findIndex(([s, l]) => s === size && l === language)];
    const tick = visit.page.getByRole("checkbox");
    expect(await tick.isChecked()).toBe(false);
    await tick.check();
    await byPhone(visit, member?.phone ?? "", zh, `h5-signin-${size}-${language}`);
    await visit.page.getByRole("heading", { name: zh ? "我的积分" : "My points" }).waitFor();
    await inspect(visit, `h5-home-${size}-${language}`);
    await visit.context.close();
  });

  test.each(LANGUAGES)(
    "a newcomer to a demo needs no other window, and agrees to what he was shown, %s",
    async (language) => {
      const visit = await house.visit("/h5/", { size: "phone", language });
      const { page } = visit;
      const zh = language === "zh";
      await page.getByRole("checkbox").check();
      await page.getByLabel(zh ? "手机号" : "Phone").fill(zh ? "19900018801" : "19900018802");
      await page.getByRole("button", { name: zh ? "获取验证码" : "Send a code" }).click();
      await page.getByRole("button", { name: zh ? /演示验证码 \d{6}/ : /Demo code \d{6}/ }).click();
      await inspect(visit, `h5-demo-code-${language}`);
      await page.getByRole("button", { name: zh ? "登录" : "Sign in", exact: true }).click();
      await page.getByRole("heading", { name: zh ? "我的积分" : "My points" }).waitFor();

      const told = await page.request.get(`${house.url}/v1/disclosure`).then((reply) => reply.json());
      const texts = await page.request.get(`${house.url}/v1/agreements`).then((reply) => reply.json());
      const kept = await page.request.get(`${house.url}/v1/session/consents`).then((reply) => reply.json());
      const hashOf = (one: Record<string, unknown>) => one[zh ? "sha256_zh" : "sha256_en"];
      const shown = [told.text_id, ...texts.items.map(({ id }: { id: string }) => id)].sort();
      const hashes = [told, ...texts.items].map(hashOf).sort();
      expect(kept.items.map(({ text_id }: { text_id: string }) => text_id).sort()).toEqual(shown);
      expect(kept.items.map(({ text_hash }: { text_hash: string }) => text_hash).sort()).toEqual(hashes);
      expect(kept.items.every(({ given }: { given: boolean }) => given)).toBe(true);

      await page.goto(`${house.url}/h5/self/consents`);
      for (const hash of hashes) await page.getByText(`${hash}`).waitFor();
      await visit.context.close();
    },
  );

  async function byPhone(visit: Visit, phone: string, zh: boolean, name: string): Promise<void> {
    const { page } = visit;
    await page.getByLabel(zh ? "手机号" : "Phone").fill(phone);
    await page.getByRole("button", { name: zh ? "获取验证码" : "Send a code" }).click();
    await page.getByRole("button", { name: zh ? /秒后/ : /Again in/ }).waitFor();
    await inspect(visit, name);
    await page
      .getByLabel(zh ? "验证码" : "Code", { exact: false })
      .first()
      .fill(house.codeOf(phone));
    await page.getByRole("button", { name: zh ? "登录" : "Sign in", exact: true }).click();
  }

  /** An expected answer is a fault to the browser's console. */
  function forgive({ faults }: Visit, status: number): void {
    const at = faults.findIndex((fault) => fault.includes(`${status}`));
    if (at >= 0) faults.splice(at, 1);
  }
});
