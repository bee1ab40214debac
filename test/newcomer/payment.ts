/** The first payment of a new house: an amount at the counter, shown as a code; the member pays it in h5. */
import { type Browser, chromium, type Page } from "playwright-core";
import type { NewHouse } from "./house.ts";

/** Printed by the start for whoever wants to try it. */
const STORE_OWNER = "19900009004";
const MEMBER = "19900000001";

/** Takes it, by hand as it were; returns what the counter then shows. */
export async function takePayment(house: NewHouse, executablePath: string): Promise<string> {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const counter = await opened(browser, `${house.url}/counter/`, { width: 1440, height: 900 });
    await signIn(house, counter, STORE_OWNER);
    for (const digit of ["2", "5"]) await counter.getByRole("button", { name: digit, exact: true }).click();
    const asked = counter.waitForResponse((answer) => answer.url().endsWith("/v1/payments/requests"));
    await counter.getByRole("button", { name: "出示收款码" }).click();
    const { path } = (await (await asked).json()) as { path: string };

    const member = await opened(browser, house.url + path, { width: 390, height: 844 });
    await signIn(house, member, MEMBER);
    const read = member.getByRole("button", { name: "我已阅读并了解" });
    const pay = member.getByRole("button", { name: /^付款 ¥25/ });
    // Read before signing in, the text is taken as seen a moment later; here it is asked for until then.
    const seen = () => read.click({ timeout: 5_000 }).catch(() => {});
    await member.addLocatorHandler(read, seen, { noWaitAfter: true });
    await pay.click();
    await member.getByRole("button", { name: /^付款 ¥25.*演示/ }).click();

    await counter.getByRole("heading", { name: "收款成功" }).waitFor();
    return await counter.locator("main").innerText();
  } finally {
    await browser.close();
  }
}

async function opened(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
): Promise<Page> {
  const page = await (await browser.newContext({ locale: "zh-CN", viewport })).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(url);
  return page;
}

async function signIn(house: NewHouse, page: Page, phone: string): Promise<void> {
  await page.getByRole("textbox", { name: "手机号" }).fill(phone);
  const ask = () => page.getByRole("button", { name: "获取验证码" }).click();
  const code = await house.codeAfter(ask);
  await page.getByRole("textbox", { name: "验证码" }).fill(code);
  const agreements = page.getByRole("checkbox");
  if ((await agreements.count()) > 0) await agreements.first().check();
  await page.getByRole("button", { name: "登录", exact: true }).click();
}
