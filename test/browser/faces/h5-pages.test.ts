/** Every page of h5 on a phone and on a desktop, in Chinese and in English, light and dark, narrow and large. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCAL } from "../../plans.ts";
import {
  browserPath,
  type Language,
  openTestHouse,
  type Person,
  type TestHouse,
  VIEWS,
  type Visit,
} from "./house.ts";
import { inspect, isRead } from "./inspect.ts";

/** Address below /h5, and a text that stands there once it has come, in each language. */
const PAGES = [
  ["", "钱包", "Wallet"],
  ["points", "我的批次", "My lots"],
  ["points/redeem", "赎回多少积分", "How many points"],
  ["purchases", "余额", "Balance"],
  ["commissions", "累计", "Total"],
  ["wallet", "提现记录", "Withdrawals"],
  ["wallet/withdraw", "提现金额（元）", "Amount (yuan)"],
  ["team", "直推", "Level 1"],
  ["team/poster", "长按图片保存，发给朋友。", "Press and hold the picture to save it."],
  ["messages", "青禾面包房", "Green Bakery"],
  ["truth", "账目证明", "Proof of the books"],
  ["agreements", "隐私政策", "Privacy"],
  ["help", "积分是什么？", "What are points?"],
  ["self", "字号", "Text size"],
  ["self/profile", "真实姓名", "Real name"],
  ["self/devices", "登录记录", "Sign-ins"],
  ["self/consents", "门店的活动消息", "news of stores"],
  ["self/cases", "还没有开放", "Not open yet"],
  ["self/close", "导出我的全部信息", "Export all my data"],
  ["code", "首次消费前", "Before your first purchase"],
  ["scan", "打开摄像头", "Open the camera"],
] as const;

describe.skipIf(browserPath === undefined)("pages of h5", () => {
  let house: TestHouse;
  let owner: Person;
  beforeAll(async () => {
    house = await openTestHouse({ plan: { ...LOCAL, commission_freeze: "P7D" } });
    owner = house.cast.owners[0] as Person;
    const { desk, cell, proofs } = house.services;
    const buy = { kind: "purchase", member: owner.member, merchant: "s2", amount_fen: 66_600 };
    const [answer] = await desk.submit(cell, [{ json: { id: "owner-buys", ...buy } }]);
    expect(answer?.status).toBe("booked");
    await proofs.make(cell);
  }, 240_000);
  afterAll(() => house?.close());

  test.each(VIEWS)("%s, %s", { timeout: 240_000 }, async (size, language) => {
    const visit = await house.visit(`/h5/?lang=${language}`, { size, language, as: owner.id });
    await look(visit, language, `${size}-${language}`, isRead(size, language));
    await visit.context.close();
  });

  test("in the dark, at 360 px, in the largest text", { timeout: 240_000 }, async () => {
    const visit = await house.visit("/h5/?lang=en", {
      size: "phone",
      language: "en",
      as: owner.id,
      dark: true,
    });
    await visit.page.setViewportSize({ width: 360, height: 740 });
    await visit.page.evaluate('localStorage.setItem("wellspring.textsize", "larger")');
    await visit.page.reload();
    await look(visit, "en", "dark-large");
    await visit.context.close();
  });

  /** Opens each and looks at it; tells of all that are wrong, not of the first alone. */
  async function look(visit: Visit, language: Language, name: string, read = true): Promise<void> {
    const wrong: string[] = [];
    for (const [path, zh, en] of PAGES) {
      const { page } = visit;
      await visit.turn(`/h5/${path}`);
      const text = page.getByText(language === "zh" ? zh : en).locator("visible=true");
      try {
        await text.first().waitFor({ timeout: 8_000 });
        await inspect(visit, `h5-${path.replace("/", "-") || "home"}-${name}`, read);
      } catch (error) {
        wrong.push(`${path}: ${error}`);
        visit.faults.length = 0;
      }
    }
    expect(wrong).toEqual([]);
  }
});
