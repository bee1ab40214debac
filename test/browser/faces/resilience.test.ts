/**
 * Every face behind a server that stops, loses answers, refuses and is slow: the page says what happened and
 * offers to ask again, and however often it is asked, the book has it once.
 */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  browserPath,
  LANGUAGES,
  type Language,
  openTestHouse,
  type Person,
  type TestHouse,
} from "./house.ts";
import { inspect } from "./inspect.ts";
import { type Line, openLine } from "./proxy.ts";

type InBoth = readonly [zh: string, en: string];

/** One thing of a face that moves money. */
interface Trial {
  readonly path: string;
  readonly as: string;
  /** Where it is sent to. */
  readonly asks: string;
  /** Fills in what it needs. */
  readonly fill: (page: Page, say: (words: InBoth) => string) => Promise<void>;
  /** The button that sends it, the last of that name. */
  readonly button: InBoth;
  /** After a reload, where the question is not at once in sight. */
  readonly reopen?: (page: Page, say: (words: InBoth) => string) => Promise<void>;
  /** What is seen once it is done. */
  readonly done: InBoth;
  /** How many the book has. */
  readonly booked: () => Promise<number>;
}

const ALL = /./;
const WRITES = /^(POST|PUT|DELETE) /;

const AGAIN: InBoth = ["再问一次", "Ask again"];
const GIVE_UP: InBoth = ["我已核对，重新开始", "I have looked: start over"];
const GONE: InBoth = ["网络不通或服务器没有答复", "does not answer"];
const BUSY: InBoth = ["请求太多", "Too many requests"];
const WAIT: InBoth = ["请 1 秒后再试", "try again in 1 s"];
const LEFT: InBoth = ["还没有等到答复", "no answer was waited for"];
const SLOW: InBoth = ["仍在办理", "Still working"];
const FAILED: InBoth = ["服务器答复 500", "The server answered 500"];

describe.skipIf(browserPath === undefined)("a house that cannot be relied on", () => {
  let house: TestHouse;
  let line: Line;
  beforeAll(async () => {
    house = await openTestHouse();
    line = await openLine(house.url);
    const { desk, cell } = house.services;
    const { members } = house.cast;
    const bought = members.map(({ member }, n) => {
      return { id: `more-${n}`, kind: "purchase", member, merchant: "s1", amount_fen: 100_000 };
    });
    // What two of them may withdraw.
    const sold = members.slice(4, 6).map(({ member }, n) => {
      return { id: `sold-${n}`, kind: "redeem", member, points: "all" };
    });
    for (const json of [...bought, ...sold]) {
      const [answer] = await desk.submit(cell, [{ json }]);
      expect(answer?.status).toBe("booked");
    }
  }, 120_000);
  afterEach(() => line?.weather("pass"));
  afterAll(async () => {
    await line?.close();
    await house?.close();
  });

  const person = (all: readonly Person[], n: number) => all[n] as Person;

  /** Journals of the book of this kind whose order says this. */
  async function journals(kind: string, said: object): Promise<number> {
    const { rows } = await house.services.desk.database.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM journal WHERE cell_id = 1 AND kind = $1 AND asked::jsonb @> $2",
      [kind, JSON.stringify(said)],
    );
    return rows[0]?.count ?? 0;
  }

  /** The nth is for Chinese or English: each has a member and an amount of its own. */
  const TRIALS: Readonly<Record<string, (n: number) => Trial>> = {
    "a purchase at the counter": (n) => ({
      path: `/counter/cash/${77_700 + n}`,
      as: person(house.cast.owners, n).id,
      asks: "/v1/purchases",
      fill: async (page, say) => {
        await page
          .getByLabel(say(["会员手机号", "Member's phone"]))
          .fill(person(house.cast.members, n).phone);
        await page.getByRole("button", { name: say(["下一步", "Next"]) }).click();
      },
      button: ["已收到，入账", "Received, book it"],
      done: ["收款成功", "Payment received"],
      booked: () => journals("purchase", { amount_fen: 77_700 + n }),
    }),
    "a refund at the counter": (n) => ({
      path: `/counter/flow/more-${n}/refund`,
      as: person(house.cast.owners, n).id,
      asks: `/v1/purchases/more-${n}/refunds`,
      fill: async (page, say) => {
        await page.getByLabel(say(["退款原因", "Reason"])).selectOption("goods");
        await page.getByRole("button", { name: say(["退款 1,000.00 元", "Refund 1,000.00 yuan"]) }).click();
      },
      button: ["确认退款", "yuan now"],
      done: ["退款已办理", "Refunded"],
      booked: () => journals("refund", { purchase: `more-${n}` }),
    }),
    "a redemption in h5": (n) => ({
      path: "/h5/points/redeem",
      as: person(house.cast.members, 2 + n).id,
      asks: "/v1/redemptions",
      fill: async (page, say) => {
        await page.getByLabel(say(["赎回多少积分", "How many points"])).fill("3");
        await page.getByRole("button", { name: say(["试算", "Quote"]) }).click();
      },
      button: ["确认赎回", "Redeem now"],
      done: ["赎回完成", "Redeemed"],
      booked: () => journals("redeem", { member: person(house.cast.members, 2 + n).member, points: "3" }),
    }),
    "a withdrawal in h5": (n) => ({
      path: "/h5/wallet/withdraw",
      as: person(house.cast.members, 4 + n).id,
      asks: "/v1/withdrawals",
      fill: async (page, say) => {
        await page.getByLabel(say(["提现金额（元）", "Amount (yuan)"])).fill("11");
      },
      button: ["提交申请", "Ask for it"],
      done: ["已提交", "Your request is in"],
      booked: () => journals("withdraw", { member: person(house.cast.members, 4 + n).member }),
    }),
    "a refund in the console": (n) => ({
      path: `/console/purchases?open=more-${6 + n}`,
      as: house.cast.staff,
      asks: `/v1/purchases/more-${6 + n}/refunds`,
      fill: async (page, say) => {
        await openRefund(page, say);
        await page.getByLabel(say(["退款金额", "Amount to refund"])).fill("10.00");
        await page.getByText(say(["金额有误", "A wrong amount"])).click();
      },
      button: [REFUND, "Refund"],
      reopen: openRefund,
      done: ["已退款", "Refunded"],
      booked: () => journals("refund", { purchase: `more-${6 + n}` }),
    }),
  };
  // antd sets a space between two characters.
  const REFUND = "退";
  async function openRefund(page: Page, say: (words: InBoth) => string) {
    const sheet = page.getByRole("dialog").first();
    await sheet
      .getByRole("button", { name: say([REFUND, "Refund"]) })
      .first()
      .click();
  }

  async function enter({ path, as }: Trial, language: Language) {
    const size = path.startsWith("/console") ? "desktop" : "phone";
    const visit = await house.visit("/house.json", { size, language, as });
    await visit.page.goto(`${line.url}${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
    const say = ([zh, en]: InBoth) => (language === "zh" ? zh : en);
    const sees = async (words: InBoth) => {
      await visit.page
        .getByRole("alert")
        .filter({ hasText: say(words) })
        .first()
        .waitFor();
    };
    const press = async (words: InBoth) =>
      await visit.page
        .getByRole("button", { name: say(words) })
        .last()
        .click();
    const again = async () =>
      await visit.page
        .getByRole("button", { name: say(AGAIN) })
        .first()
        .click();
    return { visit, page: visit.page, say, sees, press, again };
  }

  describe.each(Object.keys(TRIALS))("%s", (name) => {
    test.each(LANGUAGES)("is booked once, whatever becomes of the answers, %s", async (language) => {
      const trial = TRIALS[name]?.(LANGUAGES.indexOf(language)) as Trial;
      const { visit, page, say, sees, press, again } = await enter(trial, language);
      const before = await trial.booked();

      await trial.fill(page, say);
      line.weather("break", WRITES);
      await press(trial.button);
      await sees(FAILED);
      line.weather("stop", ALL);
      await again();
      await sees(GONE);
      expect(await trial.booked()).toBe(before);

      line.weather("cut", WRITES);
      await again();
      await expect.poll(() => trial.booked(), { timeout: 10_000 }).toBe(before + 1);
      await sees(GONE);

      await page.reload();
      await trial.reopen?.(page, say);
      await sees(LEFT);
      // Of lost answers the browser complains by itself; how the console looks is for the tests of its pages.
      if (!trial.path.startsWith("/console")) {
        await inspect({ ...visit, faults: [] }, `unknown-${name.replaceAll(" ", "-")}-${language}`);
      }

      line.weather("refuse", WRITES);
      await again();
      await sees(BUSY);
      await sees(WAIT);

      line.weather("slow", WRITES);
      await again();
      await page.getByText(say(SLOW)).first().waitFor();
      await page.getByText(say(trial.done)).first().waitFor();
      expect(await trial.booked()).toBe(before + 1);
      expect(new Set(line.keysOf(trial.asks).slice(-4)).size).toBe(1);
      await visit.context.close();
    });
  });

  test.each(LANGUAGES)(
    "a server that never answers: look, and start over knowingly, %s",
    async (language) => {
      const trial = TRIALS["a purchase at the counter"]?.(2 + LANGUAGES.indexOf(language)) as Trial;
      const { visit, page, say, sees, press, again } = await enter(trial, language);
      await trial.fill(page, say);
      line.weather("break", WRITES);
      await press(trial.button);
      await sees(FAILED);
      // After one lost answer it is asked again; only then is there another way.
      expect(await page.getByRole("button", { name: say(GIVE_UP) }).count()).toBe(0);
      await again();
      await page.getByRole("button", { name: say(GIVE_UP) }).waitFor();
      const look = page.getByRole("alert").getByRole("link", { name: say(["流水", "Flow"]) });
      expect(await look.getAttribute("href")).toBe("/counter/flow");
      await page.getByRole("button", { name: say(GIVE_UP) }).click();
      line.weather("pass");
      await page.getByRole("button", { name: say(["已收到，入账", "Received, book it"]) }).click();
      await page.getByText(say(trial.done)).first().waitFor();
      expect(await trial.booked()).toBe(1);
      const [first, second, third] = line.keysOf(trial.asks).slice(-3);
      expect([first === second, second === third]).toEqual([true, false]);
      await visit.context.close();
    },
  );

  test.each([
    ["/console/", "staff", ["会员", "Members"]],
    ["/counter/", "owner", ["流水", "Flow"]],
    ["/h5/", "member", ["积分", "Points"]],
  ] as const)(
    "%s: reads that are refused, a page that cannot come",
    { timeout: 90_000 },
    async (path, who, other) => {
      const { cast } = house;
      const as = { staff: cast.staff, owner: person(cast.owners, 0).id, member: person(cast.members, 0).id }[
        who
      ];
      for (const language of LANGUAGES) {
        line.weather("pass");
        const { visit, page, say } = await enter({ path, as } as Trial, language);
        const role = path === "/console/" ? "menuitem" : "link";
        const way = page.getByRole(role, { name: say(other), exact: true }).first();
        await way.waitFor();
        // A page whose file has not come yet.
        line.weather("stop", ALL);
        await way.click();
        await page.getByText(say(["这一页没有载入", "This page did not load"])).waitFor();
        await page.getByRole("button", { name: say(["重新载入", "Load again"]) }).click();
        await page.getByText(say(["服务器还没有答复", "does not answer yet"])).waitFor();
        line.weather("refuse");
        await page.getByRole("button", { name: say(["重新载入", "Load again"]) }).click();
        const retry = page.getByRole("button", { name: say(["重试", "Try again"]) }).first();
        await retry.waitFor({ timeout: 25_000 });
        await page
          .getByRole("alert")
          .filter({ hasText: say(BUSY) })
          .first()
          .waitFor();
        line.weather("pass");
        await retry.click();
        await way.waitFor();
        await visit.context.close();
      }
    },
  );
});
