/**
 * A withdrawal from the member's asking to his money: refused with a reason he reads, asked for again, approved and
 * paid in the console; a large one by two officers.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isRefused, SYSTEM } from "#people";
import {
  browserPath,
  type Language,
  openTestHouse,
  type Person,
  type TestHouse,
  type Visit,
} from "./house.ts";
import { inspect } from "./inspect.ts";

const REASON = "银行卡信息不全，请补充后再申请";

const WORDS = {
  zh: {
    open: "查 看",
    reject: "拒 绝",
    approve: "批 准",
    second: "批准（第二位）",
    pay: "打 款",
    reason: "拒绝原因（会员可见）",
    needed: "请写明原因",
    voucher: "打款凭证号",
    first: "您已做第一位审核，须由另一位人员再审。",
    states: { applied: /^待审核/, first_approved: /^待二审/, approved: /^待打款/ },
    done: { rejected: "已拒绝", paid: "已到账" },
  },
  en: {
    open: "Open",
    reject: "Reject",
    approve: "Approve",
    second: "Approve (second)",
    pay: "Pay",
    reason: "Reason (the member sees it)",
    needed: "Please give the reason",
    voucher: "Voucher",
    first: "You gave the first approval; another officer has to give the second.",
    states: { applied: /^To review/, first_approved: /^For a second officer/, approved: /^To pay/ },
    done: { rejected: "Rejected", paid: "Paid" },
  },
} as const;

type State = keyof (typeof WORDS)["zh"]["states"];

interface Member {
  readonly member: string;
  /** Sends what the member's own page would. */
  readonly ask: (method: "GET" | "POST", path: string, body?: object) => Promise<Record<string, unknown>>;
}

describe.skipIf(browserPath === undefined)("a withdrawal", () => {
  let house: TestHouse;
  let finance: string;
  const members: Member[] = [];
  beforeAll(async () => {
    house = await openTestHouse();
    finance = await officer(house);
    for (const person of house.cast.members.slice(0, 2)) members.push(await withMoney(house, person));
  }, 120_000);
  afterAll(() => house?.close());

  const apply = async ({ ask }: Member, amount_fen: number) =>
    `${(await ask("POST", "/v1/withdrawals", { source: "wallet", amount_fen, way: "bank_card" }))["id"]}`;

  test("refused with a reason, asked for again, approved and paid", { timeout: 120_000 }, async () => {
    const [member] = members as [Member];
    const words = WORDS.zh;
    const first = await apply(member, 5_000);
    const visit = await visitAs(house, house.cast.staff, "zh", "/console/");
    const { page } = visit;
    // Home says that one waits, and leads to it.
    await page.getByRole("link", { name: /提现待审核/ }).click();
    await page.getByRole("button", { name: words.open }).click();
    await page.getByRole("button", { name: words.reject }).click();
    const dialog = page.getByRole("dialog").last();
    await dialog.getByRole("button", { name: words.reject }).click();
    await dialog.getByText(words.needed).waitFor();
    await inspect(visit, "console-withdrawal-reason-zh");
    await dialog.getByLabel(words.reason).fill(REASON);
    await dialog.getByRole("button", { name: words.reject }).click();
    await page.getByText(`拒绝原因：${REASON}`).waitFor();
    await inspect(visit, "console-withdrawal-rejected-zh");
    // The member reads why, and has his money back.
    expect(await member.ask("GET", `/v1/withdrawals/${first}`)).toMatchObject({
      state: "rejected",
      reason: REASON,
    });
    const second = await apply(member, 5_000);
    await decide(visit, "zh", "applied", second, [words.approve, words.approve]);
    // Where it is to go, in full: shown once it was asked for, and that stands in the log.
    await decide(visit, "zh", "approved", second, ["查看收款账号", "查看并记录"], async (dialog) => {
      await dialog.getByText("6222021234567890128").waitFor();
      await inspect(visit, "console-withdrawal-destination-zh");
      await page.keyboard.press("Escape");
    });
    const [look] = await house.services.people.audit.list(1, { target: `withdrawal:${second}` });
    expect(look).toMatchObject({ action: "withdrawal.destination", who: house.cast.staff });
    await decide(visit, "zh", "approved", second, [words.pay], async (pay) => {
      await pay.getByLabel(words.voucher).fill("ICBC-20261102-0007");
      await pay.getByRole("button", { name: words.pay }).click();
    });
    await page.getByText(words.done.paid).first().waitFor();
    expect(await member.ask("GET", `/v1/withdrawals/${second}`)).toMatchObject({ state: "paid" });
    expect(visit.faults).toEqual([]);
    await visit.context.close();
  });

  test("a large one takes two officers, told so in English", { timeout: 120_000 }, async () => {
    const [, member] = members as [Member, Member];
    const words = WORDS.en;
    const large = await apply(member, 150_000);
    const visit = await visitAs(house, house.cast.staff, "en", "/console/withdrawals");
    await decide(visit, "en", "applied", large, [words.approve, words.approve]);
    await visit.page.getByText(words.first).waitFor();
    await inspect(visit, "console-withdrawal-first-en");
    expect(await visit.page.getByRole("button", { name: words.second }).count()).toBe(0);
    await visit.context.close();
    const other = await visitAs(house, finance, "en", "/console/withdrawals");
    await decide(other, "en", "first_approved", large, [words.second, words.approve]);
    await other.page.getByText(words.states.approved).first().waitFor();
    await inspect(other, "console-withdrawal-second-en");
    expect(await member.ask("GET", `/v1/withdrawals/${large}`)).toMatchObject({ state: "approved" });
    await other.context.close();
  });
});

/** Opens the one withdrawal of a state, and presses one button after the other; the last ones in a dialog. */
async function decide(
  { page }: Visit,
  language: Language,
  state: State,
  id: string,
  presses: readonly string[],
  finish?: (dialog: ReturnType<Visit["page"]["getByRole"]>) => Promise<void>,
): Promise<void> {
  const words = WORDS[language];
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/console/withdrawals?state=${state}&field=id&q=${id}`, {
    waitUntil: "networkidle",
  });
  await page.getByRole("button", { name: words.open }).click();
  for (const [at, name] of presses.entries()) {
    const place = at === 0 ? page : page.getByRole("dialog").last();
    await place.getByRole("button", { name, exact: true }).last().click();
  }
  await finish?.(page.getByRole("dialog").last());
  await page.locator(".ant-modal-wrap").waitFor({ state: "detached" });
}

async function visitAs(house: TestHouse, who: string, language: Language, path: string): Promise<Visit> {
  const visit = await house.visit(path, { size: "desktop", language, as: house.cast.staff });
  if (who === house.cast.staff) return visit;
  const token = await tokenOf(house, who, "staff");
  await visit.context.addCookies([{ name: "wellspring", value: token, url: house.url }]);
  await visit.page.reload({ waitUntil: "networkidle" });
  return visit;
}

async function tokenOf({ services }: TestHouse, id: string, kind: "staff" | "person"): Promise<string> {
  const { people, desk } = services;
  const { token } = await desk.database.transaction((tx) =>
    people.sessions.open(tx, { id, kind }, { ip: null, agent: null }),
  );
  return token;
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
async function withMoney(house: TestHouse, { id, member }: Person): Promise<Member> {
  const { people, desk, cell } = house.services;
  const buy = { id: `rich:${member}`, kind: "purchase", member, merchant: "s1", amount_fen: 10_000_000 };
  const sell = { id: `sell:${member}`, kind: "redeem", member, points: "all" };
  for (const json of [buy, sell]) {
    const [answer] = await desk.submit(cell, [{ json }]);
    if (answer?.status !== "booked") throw new Error(JSON.stringify(answer));
  }
  await people.personal.set(SYSTEM, id, "real_name", "李会员");
  await people.personal.set(SYSTEM, id, "bank_card", "6222021234567890128");
  const authorization = `Bearer ${await tokenOf(house, id, "person")}`;
  let asked = 0;
  return {
    member,
    ask: async (method, path, body) => {
      const headers = {
        authorization,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(method === "GET" ? {} : { "idempotency-key": `${member}-${asked++}` }),
      };
      const response = await fetch(house.url + path, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer = (await response.json()) as Record<string, unknown>;
      if (!response.ok) throw new Error(JSON.stringify(answer));
      return answer;
    },
  };
}
