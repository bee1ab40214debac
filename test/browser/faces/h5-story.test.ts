/**
 * A new member's first day, on the real server: a store's code, the lock before anything is bought, a payment
 * of a thousand yuan, what it brought, what another's purchase does to it, and the sponsor's commission.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lessExitLoad } from "#engine";
import { sponsorOf } from "#statement";
import { LOCAL } from "../../plans.ts";
import { browserPath, openTestHouse, type Person, type TestHouse, VIEWS } from "./house.ts";
import { inspect } from "./inspect.ts";

/** Of equal purchases of a thousand yuan the first, third, fifth and seventh get these (RULES section 8). */
const GRANTED = ["112.00", "66.64", "55.4778", "49.5416"];

/** What is asked for in both languages. */
const SAYS = {
  zh: {
    store: "木棉茶楼",
    phone: "手机号",
    send: "获取验证码",
    sent: /秒后/,
    code: "验证码",
    enter: "登录",
    agree: /我已阅读并同意/,
    locked: "已锁定",
    pay: "去付款",
    amount: "消费金额（元）",
    quote: "按此刻价格可得积分",
    go: "付款 ¥1,000.00",
    checkout: "演示收银台",
    confirm: "付款 ¥1,000.00（演示）",
    booked: "付款成功，已入账",
    receipt: "看分账单",
    total: "合计",
    home: "回到首页",
    price: "每积分可兑付金额",
    frozen: "冻结中",
    until: "解冻时间",
  },
  en: {
    store: "Kapok Tea House",
    phone: "Phone",
    send: "Send a code",
    sent: /Again in/,
    code: "Code",
    enter: "Sign in",
    agree: /I have read and agree/,
    locked: "You are locked",
    pay: "Pay here",
    amount: "Amount (yuan)",
    quote: "Points at the price of this moment",
    go: "Pay ¥1,000.00",
    checkout: "Demo checkout",
    confirm: "Pay ¥1,000.00 (demo)",
    booked: "Paid and booked",
    receipt: "See the receipt",
    total: "Sum",
    home: "To the start",
    price: "Price of a point",
    frozen: "Frozen",
    until: "Free on",
  },
} as const;

describe.skipIf(browserPath === undefined)("a new member's first day", () => {
  let house: TestHouse;
  let code: string;
  beforeAll(async () => {
    house = await openTestHouse({ plan: { ...LOCAL, commission_freeze: "P7D" }, isFresh: true });
    const { trade, cell } = house.services;
    const made = await trade.codes.of(cell, "store", "s1");
    if ("refused" in made) throw new Error(made.refused);
    code = made.code;
  }, 240_000);
  afterAll(() => house?.close());

  test.each(VIEWS.map((view, n) => [...view, n] as const))(
    "%s, %s",
    { timeout: 180_000 },
    async (size, language, n) => {
      const says = SAYS[language];
      const name = (step: string) => `story-${step}-${size}-${language}`;
      const phone = `1990002000${n}`;
      const visit = await house.visit(`/s/${code}`, { size, language });
      const { page } = visit;
      await page.getByRole("heading", { name: says.store }).waitFor();
      const tick = page.getByRole("checkbox", { name: says.agree });
      expect(await tick.isChecked()).toBe(false);
      await inspect(visit, name("arrival"));

      await tick.check();
      await page.getByLabel(says.phone).fill(phone);
      await page.getByRole("button", { name: says.send }).click();
      await page.getByRole("button", { name: says.sent }).waitFor();
      await page.getByLabel(says.code).first().fill(house.codeOf(phone));
      await page.getByRole("button", { name: says.enter, exact: true }).click();
      await page.getByRole("heading", { name: says.locked }).waitFor();
      await inspect(visit, name("locked"));
      // Locked in the book, and nothing has been bought yet.
      const person = await house.services.people.persons.findByPhone(phone);
      const member = person?.member ?? "";
      const { desk, cell } = house.services;
      const owner = house.cast.owners[0] as Person;
      expect((await sponsorOf(desk.database, cell, member))?.sponsor).toBe(owner.member);

      await page.getByRole("link", { name: says.pay }).click();
      await page.getByLabel(says.amount).fill("1000");
      const points = GRANTED[n] ?? "";
      await page.locator(".h-quote").getByText(points, { exact: true }).waitFor();
      await inspect(visit, name("amount"));
      await page.getByRole("button", { name: says.go }).click();
      await page.getByRole("heading", { name: says.checkout }).waitFor();
      await inspect(visit, name("cashier"));
      await page.getByRole("button", { name: says.confirm }).click();
      await page.getByRole("heading", { name: says.booked }).waitFor();
      await page.locator(".h-granted").getByText(points, { exact: true }).waitFor();
      await inspect(visit, name("result"));
      await page.getByRole("link", { name: says.receipt }).click();
      await page.getByText(says.total).first().waitFor();
      await inspect(visit, name("receipt"));

      await page.goto(`${house.url}/h5/`);
      await page.locator(".h-hero").getByText(points, { exact: true }).waitFor();
      const before = await worth(page);
      if (n === 0) expect(before).toEqual(["¥160.00", "¥128.00"]);
      // Somebody else buys: the same points are worth more, by the rules of the pool.
      const other = house.cast.members[n] as Person;
      const order = { kind: "purchase", member: other.member, merchant: "s2", amount_fen: 100_000 };
      const [answer] = await desk.submit(cell, [{ json: { id: `other-${n}`, ...order } }]);
      expect(answer?.status).toBe("booked");
      await page.reload();
      await page.locator(".h-hero").getByText(points, { exact: true }).waitFor();
      const after = await worth(page);
      expect(fenOf(after[0])).toBeGreaterThan(fenOf(before[0]));
      expect(fenOf(after[1])).toBe(Number(lessExitLoad(BigInt(fenOf(after[0])), 200_000n)));
      await inspect(visit, name("home"));
      await visit.context.close();

      const theirs = await house.visit("/h5/commissions", { size, language, as: owner.id });
      const line = theirs.page.locator("li", { hasText: says.store }).first();
      await line.getByText("¥3.00", { exact: false }).waitFor();
      await line.getByText(says.frozen, { exact: true }).waitFor();
      const day = new Date(Date.now() + 7 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
      expect(await line.innerText()).toContain(says.until);
      expect(await line.innerText()).toContain(day);
      await inspect(theirs, name("commission"));
      await theirs.context.close();
    },
  );
});

/** Worth, and what redeeming now would bring, as home shows them. */
async function worth(page: Page): Promise<string[]> {
  return await page.locator(".h-hero .h-two summary .h-value").allInnerTexts();
}

const fenOf = (text = ""): number => Number(text.replace(/\D/g, ""));
