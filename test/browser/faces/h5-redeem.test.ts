/** Redeeming by hand: the quote, the confirmation with its least, and proceeds to the fen; and a forced exit. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lessExitLoad, parsePoints, worthAt } from "#engine";
import { memberBalances, poolNow } from "#statement";
import { LOCAL } from "../../plans.ts";
import { browserPath, openTestHouse, type Person, type TestHouse, VIEWS } from "./house.ts";
import { inspect } from "./inspect.ts";

const SAYS = {
  zh: {
    redeem: "赎回",
    howMany: "赎回多少积分",
    quote: "试算",
    will: "您将收到",
    confirm: "确认赎回",
    done: "赎回完成",
    wallet: "钱包与提现",
    left: "已离开",
    exit: /强制赎回 112\.00|112\.00 积分强制赎回/,
    exits: "本单引起强制赎回（笔）",
  },
  en: {
    redeem: "Redeem",
    howMany: "How many points",
    quote: "Quote",
    will: "You will receive",
    confirm: "Redeem now",
    done: "Redeemed",
    wallet: "Wallet and withdrawals",
    left: "Left",
    exit: /forced exit of 112\.00 points/,
    exits: "Forced exits with this purchase",
  },
} as const;

describe.skipIf(browserPath === undefined)("redeeming", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  }, 240_000);
  afterAll(() => house?.close());

  test.each(VIEWS.map((view, n) => [...view, n] as const))(
    "%s, %s",
    { timeout: 120_000 },
    async (size, language, n) => {
      const says = SAYS[language];
      const who = house.cast.members[n] as Person;
      const { desk, cell } = house.services;
      const visit = await house.visit("/h5/points", { size, language, as: who.id });
      const { page } = visit;
      await page.getByRole("link", { name: says.redeem, exact: true }).click();
      await page.getByLabel(says.howMany).fill("1.5");
      const pool = await poolNow(desk.database, cell);
      if (pool === null) throw new Error("no pool");
      const gross = worthAt(parsePoints("1.5") ?? 0n, pool.price.cash, pool.price.points);
      const proceeds = lessExitLoad(gross, 200_000n);
      const shown = `¥${proceeds / 100n}.${`${proceeds % 100n}`.padStart(2, "0")}`;
      await page.getByText(shown).waitFor();
      await page.getByRole("button", { name: says.quote }).click();
      await page.getByRole("heading", { name: says.will }).waitFor();
      await page.getByText(shown, { exact: true }).waitFor();
      await inspect(visit, `redeem-confirm-${size}-${language}`);
      await page.getByRole("button", { name: says.confirm }).click();
      await page.getByRole("heading", { name: says.done }).waitFor();
      await page.getByText(shown, { exact: true }).waitFor();
      await inspect(visit, `redeem-done-${size}-${language}`);
      const held = await memberBalances(desk.database, cell, who.member);
      expect(held?.wallet).toBe(proceeds);
      await page.getByRole("link", { name: says.wallet }).click();
      await page.getByText(shown, { exact: true }).first().waitFor();
      await visit.context.close();
    },
  );
});

/** A ceiling so low that the third purchase of a thousand yuan reaches the first lot's. */
const LOW = { ...LOCAL, pool: { ...LOCAL.pool, cap: { multiple: "0.2", per: "member" } } };

describe.skipIf(browserPath === undefined).each(VIEWS)(
  "a forced exit, seen from both sides, %s, %s",
  (size, language) => {
    let house: TestHouse;
    beforeAll(async () => {
      house = await openTestHouse({ plan: LOW, isFresh: true });
      const { desk, cell } = house.services;
      for (const n of [0, 1, 2]) {
        const { member } = house.cast.members[n] as Person;
        const buy = { id: `exit-${n}`, kind: "purchase", member, merchant: "s1", amount_fen: 100_000 };
        const [answer] = await desk.submit(cell, [{ json: buy }]);
        expect(answer?.status).toBe("booked");
      }
    }, 240_000);
    afterAll(() => house?.close());

    const says = SAYS[language];

    test("he who leaves sees why, what it paid, and the money", { timeout: 120_000 }, async () => {
      const [leaver] = house.cast.members as readonly [Person];
      const visit = await house.visit("/h5/messages", { size, language, as: leaver.id });
      const { page } = visit;
      await page.getByText(says.exit).first().waitFor();
      await page.getByText("¥160.00").first().waitFor();
      await inspect(visit, `exit-message-${size}-${language}`);
      await page.goto(`${house.url}/h5/points`);
      await page.getByRole("button", { name: says.left, exact: true }).click();
      await page.locator("li").getByText("112.00", { exact: true }).waitFor();
      await page.locator("li").getByText("¥160.00").waitFor();
      await inspect(visit, `exit-lots-${size}-${language}`);
      await page.goto(`${house.url}/h5/wallet`);
      await page.getByText("¥160.00").first().waitFor();
      await visit.context.close();
    });

    test("he whose purchase set it off sees that on his receipt", { timeout: 120_000 }, async () => {
      const buyer = house.cast.members[2] as Person;
      const visit = await house.visit("/h5/purchases/exit-2", { size, language, as: buyer.id });
      const row = visit.page.locator("div", { hasText: says.exits }).last();
      await row.waitFor();
      expect(await row.innerText()).toContain("1");
      await inspect(visit, `exit-receipt-${size}-${language}`);
      await visit.context.close();
    });
  },
);
