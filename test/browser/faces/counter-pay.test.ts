/**
 * Taking a payment at the counter in two taps: an amount and then a code that a member's phone pays, or the
 * member's own code, from a picture and typed; cash; what was spoken; and nothing twice.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  browserPath,
  type Language,
  openTestHouse,
  type Size,
  type TestHouse,
  VIEWS,
  type Visit,
} from "./house.ts";
import { inspect } from "./inspect.ts";

const SAID = "wellspring.said";
/** What the browser's voice would say, kept for the test. */
const LISTEN = `
  localStorage.setItem("wellspring.sound", "on");
  const said = () => JSON.parse(sessionStorage.getItem("${SAID}") ?? "[]");
  window.speechSynthesis.speak = (speech) =>
    sessionStorage.setItem("${SAID}", JSON.stringify([...said(), speech.text]));
`;

const ZH = {
  show: "出示收款码",
  scan: "扫会员码",
  cash: "收现金",
  paid: "收款成功",
  next: "收下一笔",
  take: "收款",
};
const EN: typeof ZH = {
  show: "Show a code",
  scan: "Scan member's code",
  cash: "Take cash",
  paid: "Payment received",
  next: "Next customer",
  take: "Take",
};
const wordsOf = (language: Language) => (language === "zh" ? ZH : EN);

describe.skipIf(browserPath === undefined)("the till", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  }, 120_000);
  afterAll(() => house?.close());

  /** The counter of the tea house, with its voice listened to. */
  async function till(size: Size, language: Language) {
    const visit = await house.visit("/counter/self", { size, language, as: house.cast.owners[0]?.id ?? "" });
    await visit.page.addInitScript(LISTEN);
    await visit.page.goto(`${house.url}/counter/`, { waitUntil: "networkidle" });
    return visit;
  }

  const said = (page: Page) =>
    page.evaluate<string>(`sessionStorage.getItem("${SAID}") ?? "[]"`).then(JSON.parse);

  async function press(page: Page, keys: string): Promise<void> {
    for (const key of keys) await page.getByRole("button", { name: key, exact: true }).click();
  }

  /** A member's phone, with the disclosure read before the first order. */
  async function phoneOf(
    n: number,
    path: string,
    language: Language,
    people = house.cast.members,
  ): Promise<Visit> {
    const as = people[n]?.id ?? "";
    const visit = await house.visit(path, { size: "phone", language, as });
    const read = visit.page.getByRole("button", { name: /我已|I have read/ });
    if (await read.count()) await read.click();
    return visit;
  }

  test.each(VIEWS)("an amount, a code, and the member's phone pays it, %s, %s", async (size, language) => {
    const words = wordsOf(language);
    const n = VIEWS.findIndex(([s, l]) => s === size && l === language);
    const visit = await till(size, language);
    const { page } = visit;
    if (size === "phone") await press(page, "128.5");
    else await page.keyboard.type("128.5");
    await page.getByText(/25\.70/).waitFor();
    await inspect(visit, `counter-typed-${size}-${language}`);
    // The second tap.
    if (size === "phone") await page.getByRole("button", { name: words.show }).click();
    else await page.keyboard.press("Enter");
    const code = page.getByRole("img", { name: /\/p\// });
    await code.waitFor();
    await inspect(visit, `counter-code-${size}-${language}`);
    const path = /\/p\/\w+/.exec((await code.getAttribute("alt")) ?? "")?.[0] ?? "";
    const member = await phoneOf(n, path, language);
    await member.page.getByRole("button", { name: /¥128\.50/ }).click();
    await member.page.getByRole("button", { name: /¥128\.50/ }).click();
    await page.getByRole("heading", { name: words.paid }).waitFor();
    await page.getByText("¥128.50").waitFor();
    await inspect(visit, `counter-paid-${size}-${language}`);
    expect(await said(page)).toEqual([language === "zh" ? "收款128.5元" : "Received 128.5 yuan"]);
    const id = new URL(page.url()).pathname.split("/").pop();
    const payment = await visit.context.request.get(`${house.url}/v1/payments/${id}`).then((r) => r.json());
    expect(payment).toMatchObject({ state: "booked", amount_fen: 12_850, merchant: "s1" });
    expect(payment.member).toBe(house.cast.members[n]?.member);
    await page.getByText(payment.booked.points.replace(/(\.\d\d)\d+$/, "$1")).waitFor();
    await page.getByRole("button", { name: words.next }).click();
    await page.getByRole("button", { name: words.show }).waitFor();
    await member.context.close();
    await visit.context.close();
  });

  test.each(VIEWS)("an amount, and the member's own code is scanned, %s, %s", async (size, language) => {
    const words = wordsOf(language);
    const n = VIEWS.findIndex(([s, l]) => s === size && l === language);
    // Co-owners have no sponsor yet: on the desktop one of them is the payer, and is locked.
    const locks = size === "desktop";
    const member = locks
      ? await phoneOf(n, "/h5/code", language, house.cast.owners)
      : await phoneOf(n + 4, "/h5/code", language);
    const code = member.page.getByRole("img", { name: /28\d{16}/ });
    await code.waitFor();
    const visit = await till(size, language);
    const { page } = visit;
    await press(page, "45");
    await page.getByRole("button", { name: words.scan }).click();
    await page.getByRole("textbox").waitFor();
    if (size === "phone") {
      // A picture of the member's screen stands in for the camera.
      await page.locator("input[type=file]").setInputFiles({
        name: "code.png",
        mimeType: "image/png",
        buffer: await code.screenshot(),
      });
    } else {
      const digits = /28\d{16}/.exec((await code.getAttribute("alt")) ?? "")?.[0] ?? "";
      await page.getByRole("textbox").fill(digits.replace(/(\d{4})/g, "$1 "));
      await page.keyboard.press("Enter");
    }
    await page.getByRole("heading", { name: words.paid }).waitFor();
    await page.getByText("¥45.00").waitFor();
    expect(await said(page)).toEqual([language === "zh" ? "收款45元" : "Received 45 yuan"]);
    const lock =
      language === "zh" ? (locks ? "本次锁定到本店" : "本店会员") : locks ? /just now/ : /This store's/;
    await page.getByText(lock).waitFor();
    await inspect(visit, `counter-scanned-${size}-${language}`);
    await member.context.close();
    await visit.context.close();
  });

  test("cash: a new member by phone is locked here, and what is told beforehand is what is booked", async () => {
    const visit = await till("phone", "zh");
    const { page } = visit;
    await press(page, "300");
    await page.getByRole("button", { name: ZH.cash }).click();
    await page.getByLabel("会员手机号").fill("19900018888");
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByText("新会员").waitFor();
    await page.getByText("会员得积分").waitFor();
    const told = await page.locator("dd").first().innerText();
    await inspect(visit, "counter-cash-sure-phone-zh");
    await page.getByRole("button", { name: "已收到，入账" }).click();
    await page.getByRole("heading", { name: ZH.paid }).waitFor();
    await inspect(visit, "counter-cash-done-phone-zh");
    const id = decodeURIComponent(new URL(page.url()).pathname.split("/").pop() ?? "");
    const bought = await visit.context.request
      .get(`${house.url}/v1/purchases/${encodeURIComponent(id)}`)
      .then((r) => r.json());
    expect(bought).toMatchObject({ amount_fen: 30_000, channel: "till", state: "settled" });
    expect(bought.points.startsWith(told)).toBe(true);
    await visit.context.close();
  });

  test("a code given up takes no money, and whoever scanned it is told", async () => {
    const visit = await till("phone", "zh");
    await press(visit.page, "9");
    await visit.page.getByRole("button", { name: ZH.show }).click();
    const code = visit.page.getByRole("img", { name: /\/p\// });
    await code.waitFor();
    const path = /\/p\/\w+/.exec((await code.getAttribute("alt")) ?? "")?.[0] ?? "";
    await visit.page.getByRole("button", { name: "取消收款" }).click();
    await visit.page.getByRole("button", { name: ZH.show }).waitFor();
    const member = await phoneOf(0, path, "zh");
    await member.page.getByText(/已撤销/).waitFor();
    await visit.context.close();
    await member.context.close();
  });

  test("what is no payment code is said to be none; the answer got lost, and asking again charges once", async () => {
    const member = await phoneOf(6, "/h5/code", "zh");
    const code = member.page.getByRole("img", { name: /28\d{16}/ });
    const alt = (await code.getAttribute("alt")) ?? "";
    const digits = /28\d{16}/.exec(alt)?.[0] ?? "";
    const visit = await till("desktop", "zh");
    const { page } = visit;
    const count = async () => {
      const answer = await visit.context.request.get(`${house.url}/v1/purchase-totals?merchant=s1`);
      return (await answer.json()).count as number;
    };
    const before = await count();
    await page.keyboard.type("17");
    await page.getByRole("button", { name: ZH.scan }).click();
    await page.getByRole("textbox").fill("1234567890");
    await page.getByRole("button", { name: ZH.take, exact: true }).click();
    await page.getByText("这不是付款码").waitFor();
    await page.route("**/v1/payments", async (route) => {
      // The server did it; only the answer is lost.
      await route.fetch();
      await route.abort("connectionreset");
    });
    await page.getByRole("textbox").fill(digits);
    await page.keyboard.press("Enter");
    const again = page.getByRole("button", { name: "再问一次" });
    await again.waitFor();
    await page.unroute("**/v1/payments");
    await page.reload();
    await again.click();
    await page.getByRole("heading", { name: ZH.paid }).waitFor();
    await page.getByText("¥17.00").waitFor();
    expect(await count()).toBe(before + 1);
    await visit.context.close();
    await member.context.close();
  });
});
