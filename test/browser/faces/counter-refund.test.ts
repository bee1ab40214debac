/**
 * A refund at the counter, in part and then the rest: what the counter tells, what the member's page and API
 * say, and what the operator's books say agree to the fen; a clerk refunds up to his limit and his own alone.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, type Language, openTestHouse, type TestHouse, VIEWS, type Visit } from "./house.ts";
import { inspect } from "./inspect.ts";

const ZH = {
  cash: "收现金",
  phone: "会员手机号",
  find: "下一步",
  take: "已收到，入账",
  paid: "收款成功",
  refund: "退款",
  part: "退一部分",
  amount: "退款金额（元）",
  reason: "退款原因",
  goods: "商品退回",
  next: (amount: string) => `退款 ${amount} 元`,
  do: (amount: string) => `确认退款 ${amount} 元`,
  done: "退款已办理",
  see: "查看这笔消费",
  partly: "部分退款",
  whole: "已退款",
  clerkLimit: /超过店员可退/,
};
const EN: typeof ZH = {
  cash: "Take cash",
  phone: "Member's phone",
  find: "Next",
  take: "Received, book it",
  paid: "Payment received",
  refund: "Refund",
  part: "A part",
  amount: "Amount (yuan)",
  reason: "Reason",
  goods: "Goods returned",
  next: (amount) => `Refund ${amount} yuan`,
  do: (amount) => `Refund ${amount} yuan now`,
  done: "Refunded",
  see: "See the purchase",
  partly: "Partly refunded",
  whole: "Refunded",
  clerkLimit: /above what a clerk/,
};
const wordsOf = (language: Language) => (language === "zh" ? ZH : EN);

/** "4.95" of "4.95101234": what a page shows of points at the least. */
const short = (points: string) => points.replace(/(\.\d\d)\d+$/, "$1");

describe.skipIf(browserPath === undefined)("a refund", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  }, 120_000);
  afterAll(() => house?.close());

  /** What a face's own session gets of the API; answers are what the test is about. */
  async function ask({ context }: Visit, path: string): Promise<ReturnType<JSON["parse"]>> {
    const answer = await context.request.get(house.url + path);
    expect(answer.status(), path).toBe(200);
    return await answer.json();
  }

  async function takeCash({ page }: Visit, yuan: string, phone: string, language: Language): Promise<string> {
    const words = wordsOf(language);
    await page.goto(`${house.url}/counter/cash/${yuan.replace(".", "")}`, { waitUntil: "networkidle" });
    await page.getByLabel(words.phone).fill(phone);
    await page.getByRole("button", { name: words.find }).click();
    await page.getByRole("button", { name: words.take }).click();
    await page.getByRole("heading", { name: words.paid }).waitFor();
    return decodeURIComponent(new URL(page.url()).pathname.split("/").pop() ?? "");
  }

  async function refund({ page }: Visit, yuan: string, part: boolean, language: Language): Promise<void> {
    const words = wordsOf(language);
    await page.getByRole("button", { name: words.refund, exact: true }).click();
    if (part) {
      await page.getByRole("button", { name: words.part }).click();
      await page.getByLabel(words.amount).fill(yuan);
    }
    await page.getByLabel(words.reason).selectOption({ label: words.goods });
    await page.getByRole("button", { name: words.next(yuan), exact: true }).click();
    await page.getByRole("button", { name: words.do(yuan), exact: true }).click();
  }

  /** The same things as the store, the member and the operator are told them. */
  async function figures(counter: Visit, staff: Visit) {
    const today = await ask(counter, "/v1/stores/s1/today");
    const { day } = today;
    const bill = await ask(counter, `/v1/stores/s1/statement?from=${day}&to=${day}`);
    const totals = await ask(staff, "/v1/purchase-totals?merchant=s1");
    const { now } = await ask(staff, "/v1/overview");
    const seen = [today, totals, now, bill.total].map(({ refunded_fen }) => refunded_fen as number);
    expect(new Set(seen).size, `refunded: ${seen}`).toBe(1);
    const trial = await ask(staff, "/v1/trial-balance");
    for (const { balanced } of trial.totals) expect(balanced).toBe(true);
    return { refunded: seen[0] ?? 0, taken: today.amount_fen as number, due: bill.closing_fen as number };
  }

  test.each(VIEWS)("every face tells the same of it, %s, %s", async (size, language) => {
    const words = wordsOf(language);
    const n = VIEWS.findIndex(([s, l]) => s === size && l === language);
    const member = house.cast.members[n];
    if (member === undefined) throw new Error("too few members");
    const counter = await house.visit("/counter/", { size, language, as: house.cast.owners[0]?.id ?? "" });
    const staff = await house.visit("/", { size: "desktop", language, as: house.cast.staff });
    const { page } = counter;
    const paid = `20${n}.50`;
    const id = await takeCash(counter, paid, member.phone, language);
    const url = `/v1/purchases/${encodeURIComponent(id)}`;
    const before = await figures(counter, staff);
    // Found in the flow, as an owner would.
    await page.goto(`${house.url}/counter/flow`, { waitUntil: "networkidle" });
    await page.getByRole("link", { name: `¥${paid}` }).click();
    await page.getByRole("button", { name: words.refund, exact: true }).waitFor();
    const bought = await ask(counter, url);
    await refund(counter, "60.50", true, language);
    await page.getByRole("heading", { name: words.done }).waitFor();
    await page.getByText("¥60.50").first().waitFor();
    await inspect(counter, `counter-refund-done-${size}-${language}`);

    const phone = await house.visit(`/h5/purchases/${encodeURIComponent(id)}`, {
      size: "phone",
      language,
      as: member.id,
    });
    const [atStore, atMember, atOperator] = await Promise.all(
      [counter, phone, staff].map((v) => ask(v, url)),
    );
    expect(atStore).toMatchObject({ refunded_fen: 6_050, refunds: 1, amount_fen: bought.amount_fen });
    // The member is not told who took it; all else is the same.
    expect({ ...atMember, taken_by: null }).toEqual({ ...atStore, taken_by: null });
    expect(atOperator).toEqual(atStore);
    // The counter's sentence is the member's loss: points of the purchase before, less those left.
    const took = await page
      .getByText(/^\d+\.\d{2,8}$/)
      .first()
      .innerText();
    const gone = Number(bought.points) - Number(atMember.points_left);
    expect(Math.abs(gone - Number(took))).toBeLessThan(1e-7);
    await phone.page.getByText("¥60.50").first().waitFor();
    await phone.page.getByText(short(atMember.points_left)).first().waitFor();
    const receipts = await Promise.all([counter, phone, staff].map((v) => ask(v, `${url}/receipt`)));
    expect(receipts[1].refunds).toEqual(receipts[0].refunds);
    expect(receipts[2].refunds).toEqual(receipts[0].refunds);
    const [slip] = receipts[0].refunds;
    expect(slip.amount_fen).toBe(6_050);
    const back = slip.lines
      .filter((line: { to: string; from: string }) => line.to === "outside")
      .reduce((sum: number, line: { amount: string }) => sum + Number(line.amount), 0);
    expect(back).toBe(6_050);

    const after = await figures(counter, staff);
    expect(after.refunded - before.refunded).toBe(6_050);
    expect(after.taken).toBe(before.taken);
    // The store's sponsor reward of it is clawed back in the same part, rounded down.
    const owner = house.cast.owners[0]?.member ?? "";
    const earned = await ask(counter, `/v1/members/${owner}/commissions`);
    const line = earned.items.find(({ purchase }: { purchase: string }) => purchase === id);
    expect(line.back_fen).toBe(Math.floor((line.amount_fen * 6_050) / bought.amount_fen));

    await page.getByRole("button", { name: words.see }).click();
    await page.getByText(words.partly).first().waitFor();
    await inspect(counter, `counter-refunded-${size}-${language}`);
    const rest = (Number(paid) - 60.5).toFixed(2);
    await page.getByRole("button", { name: words.refund, exact: true }).click();
    await page.getByLabel(words.reason).waitFor();
    await inspect(counter, `counter-refund-${size}-${language}`);
    await page.goBack();
    await refund(counter, rest, false, language);
    await page.getByRole("heading", { name: words.done }).waitFor();
    await page.getByRole("button", { name: words.see }).click();
    await page.getByText(words.whole).first().waitFor();
    await page.getByRole("button", { name: words.refund, exact: true }).waitFor({ state: "detached" });
    const whole = await ask(phone, url);
    expect(whole).toMatchObject({ state: "refunded", refunded_fen: bought.amount_fen, refunds: 2 });
    expect(Number(whole.points_left)).toBe(0);
    const end = await figures(counter, staff);
    expect(end.refunded - before.refunded).toBe(bought.amount_fen);
    const log = await ask(staff, `/v1/audit?action=purchase.refund&limit=2`);
    expect(log.items[0]).toMatchObject({ target: `purchase:${id}` });
    for (const visit of [counter, staff, phone]) await visit.context.close();
  });

  test("a clerk sees and refunds his own, up to his limit; the owner does the rest", async () => {
    const member = house.cast.members[5];
    const clerk = await house.visit("/counter/", { size: "phone", language: "zh", as: house.cast.clerk.id });
    const id = await takeCash(clerk, "260.00", member?.phone ?? "", "zh");
    await clerk.page.goto(`${house.url}/counter/flow`, { waitUntil: "networkidle" });
    expect(await clerk.page.getByRole("link", { name: /¥/ }).count()).toBe(1);
    await clerk.page.getByRole("link", { name: "¥260.00" }).click();
    await refund(clerk, "260.00", false, "zh");
    await clerk.page.getByRole("alert").filter({ hasText: ZH.clerkLimit }).waitFor();
    await clerk.page.getByText("¥200.00").waitFor();
    const untouched = await ask(clerk, `/v1/purchases/${encodeURIComponent(id)}`);
    expect(untouched.refunded_fen).toBe(0);
    // What another took is as good as not there.
    await clerk.page.goto(`${house.url}/counter/flow/buy-0`, { waitUntil: "networkidle" });
    await clerk.page.getByRole("alert").waitFor();
    const owner = await house.visit(`/counter/flow/${encodeURIComponent(id)}`, {
      size: "phone",
      language: "zh",
      as: house.cast.owners[0]?.id ?? "",
    });
    await refund(owner, "260.00", false, "zh");
    await owner.page.getByRole("heading", { name: ZH.done }).waitFor();
    await clerk.context.close();
    await owner.context.close();
  });
});
