/** Paying at the counter as the member sees it, and coming by a code when one is a member already. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sponsorOf } from "#statement";
import { browserPath, openTestHouse, type Person, type TestHouse, type Visit } from "./house.ts";
import { inspect } from "./inspect.ts";

const MINUTES = { timeout: 120_000 };
let keys = 0;

describe.skipIf(browserPath === undefined)("codes", () => {
  let house: TestHouse;
  let counter: Visit;
  beforeAll(async () => {
    house = await openTestHouse();
    counter = await house.visit("/house.json", {
      size: "desktop",
      language: "zh",
      as: (house.cast.owners[0] as Person).id,
    });
  }, 240_000);
  afterAll(() => house?.close());

  const as = (n: number) => house.cast.members[n] as Person;
  const visit = (path: string, who: Person) =>
    house.visit(path, { size: "phone", language: "zh", as: who.id });
  /** What the counter asks of the server. */
  const ask = async (path: string, data: object) => {
    const headers = { "x-wellspring": "1", "idempotency-key": `counter-${++keys}` };
    const reply = await counter.context.request.post(house.url + path, { headers, data });
    expect(reply.status(), await reply.text()).toBe(201);
    return reply.json();
  };
  const codeOf = async (kind: "store" | "member", target: string) => {
    const made = await house.services.trade.codes.of(house.services.cell, kind, target);
    if ("refused" in made) throw new Error(made.refused);
    return made.code;
  };

  test("a pay code is shown, counted down, and leads to the receipt once it is paid", MINUTES, async () => {
    const seen = await visit("/h5/code", as(0));
    const { page } = seen;
    await page.getByRole("button", { name: "我已阅读并了解" }).click();
    await page.getByText(/秒后换新码/).waitFor();
    const digits = (await page.locator(".h-digits").innerText()).replace(/\s/g, "");
    expect(digits).toMatch(/^28\d{16}$/);
    await inspect(seen, "h5-paycode");
    await ask("/v1/payments", { pay_code: digits, merchant: "s1", amount_fen: 6_600, channel: "demo" });
    await page.getByRole("heading", { name: "分账单" }).waitFor({ timeout: 15_000 });
    await page.getByText("¥66.00").first().waitFor();
    await page.getByText("您的推荐人").first().waitFor();
    await inspect(seen, "h5-paycode-receipt");
    await seen.context.close();
  });

  test("an amount shown at the counter is paid by one; who comes second is told", MINUTES, async () => {
    const { code, path } = await ask("/v1/payments/requests", { merchant: "s1", amount_fen: 12_800 });
    expect(path).toBe(`/p/${code}`);
    const first = await visit(path, as(1));
    await first.page.getByRole("button", { name: "我已阅读并了解" }).click();
    await first.page.getByRole("button", { name: "付款 ¥128.00" }).waitFor();
    await inspect(first, "h5-request");
    const second = await visit(path, as(2));
    await first.page.getByRole("button", { name: "付款 ¥128.00" }).click();
    await first.page.getByRole("button", { name: "付款 ¥128.00（演示）" }).click();
    await first.page.getByRole("heading", { name: "付款成功，已入账" }).waitFor();
    await second.page.getByText("您没有被扣款").waitFor();
    await inspect(second, "h5-request-taken");
    await first.context.close();
    await second.context.close();
  });

  test("who has a sponsor keeps him, and is told so", MINUTES, async () => {
    const seen = await visit(`/s/${await codeOf("store", "s2")}`, as(3));
    await seen.page.getByRole("heading", { name: "您已有推荐人" }).waitFor();
    await inspect(seen, "h5-arrive-kept");
    await seen.context.close();
  });

  test("who has none is locked by a friend's poster when he says so", MINUTES, async () => {
    const { desk, cell } = house.services;
    const owner = house.cast.owners[4] as Person;
    const seen = await visit(`/s/${await codeOf("member", as(4).member)}`, owner);
    await seen.page.getByRole("heading", { name: "您还没有推荐人" }).waitFor();
    await inspect(seen, "h5-arrive-friend");
    await seen.page.getByRole("button", { name: "锁定" }).click();
    await seen.page.getByRole("heading", { name: "已锁定" }).waitFor();
    expect((await sponsorOf(desk.database, cell, owner.member))?.sponsor).toBe(as(4).member);
    await seen.context.close();
  });

  test("a withdrawal that was rejected says why, and may be asked for again", MINUTES, async () => {
    const who = as(6);
    const { desk, trade, cell } = house.services;
    const redeem = { id: "redeem-6", kind: "redeem", member: who.member, points: "all" };
    expect((await desk.submit(cell, [{ json: redeem }]))[0]?.status).toBe("booked");
    const seen = await visit("/h5/wallet/withdraw", who);
    const { page } = seen;
    await page.getByLabel("提现金额（元）").fill("12.34");
    await page.getByText("¥12.34").waitFor();
    await inspect(seen, "h5-withdraw-typed");
    await page.getByRole("button", { name: "提交申请" }).click();
    await page.getByRole("heading", { name: "已提交" }).waitFor();
    const [asked] = await trade.withdrawals.list(cell, { members: [who.member], limit: 1 });
    const staff = await house.visit("/house.json", { size: "desktop", language: "zh", as: house.cast.staff });
    const headers = { "x-wellspring": "1", "idempotency-key": "reject-6" };
    const url = `${house.url}/v1/withdrawals/${asked?.id}/reject`;
    const reply = await staff.context.request.post(url, { headers, data: { reason: "户名与实名不符" } });
    expect(reply.status(), await reply.text()).toBe(200);
    await page.goto(`${house.url}/h5/wallet`);
    await page.getByText("未通过").waitFor();
    await page.getByText("户名与实名不符").waitFor();
    await inspect(seen, "h5-wallet-rejected");
    await page.getByRole("link", { name: "重新申请" }).click();
    await page.getByLabel("提现金额（元）").waitFor();
    await page.goto(`${house.url}/h5/messages`);
    await page.getByText("户名与实名不符").waitFor();
    await staff.context.close();
    await seen.context.close();
  });

  test("what is no code of ours is said to be none", MINUTES, async () => {
    const seen = await visit("/h5/scan", as(5));
    await seen.page.getByLabel("或输入码上的字").fill("https://example.org/else");
    await seen.page.getByRole("button", { name: "打开", exact: true }).click();
    await seen.page.getByRole("alert").getByText("这不是本系统的码。").waitFor();
    await seen.page.getByLabel("或输入码上的字").fill(`${house.url}/s/${await codeOf("store", "s1")}`);
    await seen.page.getByRole("button", { name: "打开", exact: true }).click();
    await seen.page.getByRole("heading", { name: "木棉茶楼" }).waitFor();
    await seen.context.close();
  });
});
