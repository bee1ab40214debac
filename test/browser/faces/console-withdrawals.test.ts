/**
 * A withdrawal from the member's asking to his money, in his pages and in the console: refused with a reason he
 * reads, asked for again, approved and paid; a large one by two officers.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isRefused, SYSTEM } from "#people";
import { en as memberEn } from "../../../src/web/h5/words/en.ts";
import { zh as memberZh } from "../../../src/web/h5/words/zh.ts";
import {
  browserPath,
  type Language,
  openTestHouse,
  type Person,
  type Size,
  type TestHouse,
  VIEWS,
  type Visit,
} from "./house.ts";
import { inspect, isRead } from "./inspect.ts";
import { TWICE, wordsOf } from "./story.ts";

const REASON = "银行卡信息不全，请补充后再申请";
const CARD = "6222021234567890128";
const MEMBER_WORDS = { zh: memberZh, en: memberEn };

type Button = Parameters<ReturnType<typeof wordsOf>["button"]>[1];

describe.skipIf(browserPath === undefined)("a withdrawal", () => {
  let house: TestHouse;
  let finance: string;
  beforeAll(async () => {
    house = await openTestHouse();
    finance = await officer(house);
  }, 240_000);
  afterAll(() => house?.close());

  const EVERY = VIEWS.map((view, n) => [...view, n] as const);

  test.each(EVERY)(
    "refused, asked for again, approved and paid, %s, %s",
    {
      timeout: 240_000,
    },
    async (size, language, n) => {
      const { say, like, button } = wordsOf(language);
      const words = MEMBER_WORDS[language];
      const person = house.cast.members[n] as Person;
      const picture = (step: string) => `withdrawal-${step}-${size}-${language}`;
      await withMoney(house, person);
      const member = await house.visit("/h5/wallet/withdraw", { size, language, as: person.id });
      await ask(member, language, "50", picture("asked"));

      const first = await newest(house, person);
      const officer = await house.visit("/console/", { size, language, as: house.cast.staff });
      const { page } = officer;
      // Home says that one waits, and leads to it.
      await page.getByRole("link", { name: new RegExp(say("waiting.withdrawals_review")) }).click();
      await page.waitForURL(/\/withdrawals/);
      await open(officer, language, "applied", first);
      await button(page, "withdrawal.reject").click();
      const dialog = modal(page);
      await pressIn(dialog, button, "withdrawal.reject");
      await dialog.getByText(say("do.reasonNeeded")).waitFor();
      await inspect(officer, picture("reason"), isRead(size, language));
      await dialog.getByLabel(say("withdrawal.reason")).fill(REASON);
      await pressIn(dialog, button, "withdrawal.reject");
      await page.getByText(say("withdrawal.why", { reason: REASON })).waitFor();

      // He reads why, has his money back, and asks once more.
      await member.turn("/h5/wallet");
      await member.page.reload({ waitUntil: "networkidle" });
      await member.page.getByText(REASON).waitFor();
      expect(await stands(house, first)).toMatchObject({ state: "rejected", reason: REASON });
      await inspect(member, picture("rejected"), isRead(size, language));
      await member.page.getByRole("link", { name: words["wallet.again"] }).first().click();
      await ask(member, language, "50", picture("again"));
      const second = await newest(house, person);
      expect(second).not.toBe(first);

      await open(officer, language, "applied", second);
      await button(page, "withdrawal.approve").click();
      await pressIn(modal(page), button, "withdrawal.approve");
      await closed(page);
      // Where it is to go, in full: shown once it was asked for, and that stands in the log.
      await open(officer, language, "approved", second);
      await button(page, "withdrawal.destination").click();
      await pressIn(modal(page), button, "withdrawal.destinationShow");
      await page.getByText(CARD).waitFor();
      await inspect(officer, picture("destination"), isRead(size, language));
      await page.keyboard.press("Escape");
      await closed(page);
      const [look] = await house.services.people.audit.list(1, { target: `withdrawal:${second}` });
      expect(look).toMatchObject({ action: "withdrawal.destination", who: house.cast.staff });
      await button(page, "withdrawal.pay").click();
      const pay = modal(page);
      await pay.getByLabel(say("withdrawal.voucher")).fill(`ICBC-20261102-000${n}`);
      await pressIn(pay, button, "withdrawal.pay");
      await closed(page);
      await page.getByText(like("withdrawal.state.paid")).first().waitFor();

      await member.page.reload({ waitUntil: "networkidle" });
      await member.turn("/h5/messages");
      await member.page
        .getByText(words["message.withdrawal_paid"].replace("{amount}", "50.00"))
        .first()
        .waitFor();
      await inspect(member, picture("paid"), isRead(size, language));
      expect(await stands(house, second)).toMatchObject({ state: "paid" });
      expect([...member.faults, ...officer.faults]).toEqual([]);
      await member.context.close();
      await officer.context.close();
    },
  );

  test.each(TWICE)(
    "a large one takes two officers, %s, %s",
    {
      timeout: 240_000,
    },
    async (size, language) => {
      const { say, like, button } = wordsOf(language);
      const n = TWICE.findIndex(([one]) => one === size);
      const person = house.cast.members[EVERY.length + n] as Person;
      await withMoney(house, person);
      const member = await house.visit("/h5/wallet/withdraw", { size, language, as: person.id });
      await ask(member, language, "1500", `withdrawal-large-${size}-${language}`);
      await member.page.getByText(MEMBER_WORDS[language]["withdraw.twoOfficers"]).waitFor();
      await member.context.close();
      const id = await newest(house, person);

      const first = await officerAt(house, house.cast.staff, size, language);
      await open(first, language, "applied", id);
      await button(first.page, "withdrawal.approve").click();
      await pressIn(modal(first.page), button, "withdrawal.approve");
      await closed(first.page);
      await first.page.getByText(say("withdrawal.mineFirst")).waitFor();
      await inspect(first, `withdrawal-first-${size}-${language}`);
      expect(await button(first.page, "withdrawal.approveSecond").count()).toBe(0);
      await first.context.close();

      const second = await officerAt(house, finance, size, language);
      await open(second, language, "first_approved", id);
      await button(second.page, "withdrawal.approveSecond").click();
      await pressIn(modal(second.page), button, "withdrawal.approve");
      await closed(second.page);
      await second.page.getByText(like("withdrawal.state.approved")).first().waitFor();
      await inspect(second, `withdrawal-second-${size}-${language}`);
      expect(await stands(house, id)).toMatchObject({ state: "approved" });
      await second.context.close();
    },
  );
});

/** The member fills the form on the page he is at, and sends it. */
async function ask(visit: Visit, language: Language, yuan: string, picture: string): Promise<void> {
  const { page } = visit;
  const words = MEMBER_WORDS[language];
  await page.getByLabel(words["withdraw.amount"]).fill(yuan);
  await page.getByLabel(words["withdraw.to"]).selectOption("bank_card");
  await page.getByRole("button", { name: words["withdraw.apply"] }).click();
  await page.getByRole("heading", { name: words["withdraw.done"] }).waitFor();
  await inspect(visit, picture);
}

/** Opens the one withdrawal of a state. */
async function open({ page }: Visit, language: Language, state: string, id: string): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/console/withdrawals?state=${state}&field=id&q=${id}`, {
    waitUntil: "networkidle",
  });
  await wordsOf(language).button(page, "do.open").click();
}

/** The dialog in front; the drawer behind it is one as well. */
const modal = (page: Page) => page.locator(".ant-modal-wrap");

/** Presses a button in it. */
const pressIn = (
  dialog: ReturnType<Page["locator"]>,
  button: ReturnType<typeof wordsOf>["button"],
  key: Button,
) => button(dialog, key).last().click();

const closed = (page: Page) => modal(page).waitFor({ state: "detached" });

async function newest({ services }: TestHouse, { member }: Person): Promise<string> {
  const { rows } = await services.desk.database.query<{ id: string }>(
    "SELECT withdrawal_id AS id FROM withdrawal_request WHERE member = $1 ORDER BY created_at DESC LIMIT 1",
    [member],
  );
  return rows[0]?.id ?? "";
}

const stands = ({ services }: TestHouse, id: string) => services.trade.withdrawals.find(services.cell, id);

async function officerAt(house: TestHouse, who: string, size: Size, language: Language): Promise<Visit> {
  const visit = await house.visit("/console/withdrawals", { size, language, as: house.cast.staff });
  if (who === house.cast.staff) return visit;
  const { people, desk } = house.services;
  const { token } = await desk.database.transaction((tx) =>
    people.sessions.open(tx, { id: who, kind: "staff" }, { ip: null, agent: null }),
  );
  await visit.context.addCookies([{ name: "wellspring", value: token, url: house.url }]);
  await visit.page.reload({ waitUntil: "networkidle" });
  return visit;
}

async function officer({ services }: TestHouse): Promise<string> {
  const made = await services.people.staff.create(SYSTEM, {
    login: "finance",
    password: "correct horse battery 2",
    name: "测试财务",
    roles: ["finance"],
    totp: false,
  });
  if (isRefused(made)) throw new Error(made.refused);
  return made.id;
}

/** A member who has spent much, redeemed all of it, and given the card it may go to. */
async function withMoney(house: TestHouse, { id, member }: Person): Promise<void> {
  const { people, desk, cell } = house.services;
  const buy = { id: `rich:${member}`, kind: "purchase", member, merchant: "s1", amount_fen: 10_000_000 };
  const sell = { id: `sell:${member}`, kind: "redeem", member, points: "all" };
  for (const json of [buy, sell]) {
    const [answer] = await desk.submit(cell, [{ json }]);
    if (answer?.status !== "booked") throw new Error(JSON.stringify(answer));
  }
  await people.personal.set(SYSTEM, id, "real_name", "李会员");
  await people.personal.set(SYSTEM, id, "bank_card", CARD);
}
