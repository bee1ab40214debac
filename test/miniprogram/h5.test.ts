/**
 * A page inside the mini program, in a real browser and with WeChat's own script: what it hands to WeChat is what
 * the mini program's pages take, and nobody outside loads that script.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { settled, WeChat } from "./wechat.ts";

const source = fileURLToPath(new URL("../../src/web/mobile/miniprogram.ts", import.meta.url));
const AT = "http://127.0.0.1:8080/";
const INSIDE = { userAgent: "Mozilla/5.0 (iPhone) Mobile/15E148 MicroMessenger/8.0.50 miniProgram/wx0123" };
const SIGNED = {
  timeStamp: "1764093600",
  nonceStr: "5K8264ILTKCH16CQ",
  package: "prepay_id=wx201410272009395522657a690389285100",
  signType: "RSA",
  paySign: `a+b/${"c".repeat(340)}==`,
};
const path = findBrowser();
const folder = mkdtempSync(join(tmpdir(), "wellspring-mini-"));
const files = new Map<string, string>();
let entry = "";
let browser: Browser;

beforeAll(async () => {
  writeFileSync(join(folder, "page.js"), `import * as it from ${JSON.stringify(source)};\nwindow.it = it;\n`);
  writeFileSync(join(folder, "index.html"), '<script type="module" src="./page.js"></script>');
  const options = { root: folder, configFile: false, logLevel: "error", build: { write: false } } as const;
  const { output } = (await build(options)) as Rolldown.RolldownOutput;
  for (const part of output) {
    files.set(part.fileName, part.type === "chunk" ? part.code : String(part.source));
    if (part.type === "chunk" && part.isEntry) entry = part.fileName;
  }
  if (path !== undefined) browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox"] });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page, and the scripts that it has loaded. */
async function opened(context: BrowserContextOptions): Promise<{ page: Page; loaded: string[] }> {
  const page = await (await browser.newContext(context)).newPage();
  const loaded: string[] = [];
  await page.route(`${AT}**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1) || "index.html";
    if (name.endsWith(".js")) loaded.push(name);
    const contentType = name.endsWith(".js") ? "text/javascript" : "text/html";
    await route.fulfill({ contentType, body: files.get(name) ?? "" });
  });
  // What WeChat puts into a page of its own.
  await page.addInitScript(
    "window.said = []; window.WeixinJSBridge = { invoke: (name, arg) => window.said.push([name, arg]) };",
  );
  await page.goto(AT, { waitUntil: "networkidle" });
  return { page, loaded };
}

/** What the page told WeChat. */
async function saidBy(page: Page, call: string): Promise<{ name: string; arg: Record<string, string> }[]> {
  await page.evaluate(call);
  await page.waitForFunction("said.length > 0");
  const said = (await page.evaluate("said")) as [string, { name: string; arg: Record<string, string> }][];
  expect(said.map(([name]) => name)).toEqual(said.map(() => "invokeMiniProgramAPI"));
  return said.map(([, { name, arg }]) => ({ name, arg }));
}

test("the script of WeChat's is in no first load", () => {
  const ways = [...files].filter(([, text]) => text.includes("invokeMiniProgramAPI")).map(([name]) => name);
  expect(ways).toHaveLength(1);
  expect(ways).not.toContain(entry);
  expect(files.get("index.html")).not.toContain(ways[0]);
});

test.skipIf(path === undefined)("outside nothing of it is loaded", async () => {
  const { page, loaded } = await opened({});
  expect(await page.evaluate("it.inMiniProgram()")).toBe(false);
  expect(loaded).toEqual([entry]);
});

test.skipIf(path === undefined)("a payment handed over is the payment that WeChat is asked for", async () => {
  const { page, loaded } = await opened(INSIDE);
  expect(await page.evaluate("it.inMiniProgram()")).toBe(true);
  expect(loaded).toEqual([entry]);
  const said = await saidBy(page, `it.openPay(${JSON.stringify(SIGNED)}, "/h5/purchases?payment=7")`);
  expect(said).toMatchObject([{ name: "navigateTo" }]);
  const wechat = new WeChat({ answers: ["ok"] }).launch("/pages/index/index");
  wechat.navigateTo(said[0]?.arg["url"] ?? "");
  await settled();
  expect(wechat.asked).toEqual([{ name: "requestPayment", with: SIGNED }]);
  expect(wechat.page.data["url"]).toBe(`${AT}h5/purchases?payment=7`);
});

test.skipIf(path === undefined)("so are a payout to be confirmed, and signing in", async () => {
  const { page } = await opened(INSIDE);
  const transfer = { mchId: "1900000109", package: "aff+b/dd==" };
  await saidBy(page, `it.openTransfer(${JSON.stringify(transfer)}, "/h5/withdrawals")`);
  const [first, second] = await saidBy(page, `it.openLogin("/h5/self")`);
  const wechat = new WeChat({ answers: ["ok"] }).launch("/pages/index/index");
  wechat.navigateTo(first?.arg["url"] ?? "");
  await settled();
  expect(wechat.asked).toMatchObject([{ name: "requestMerchantTransfer", with: transfer }]);
  wechat.navigateTo(second?.arg["url"] ?? "");
  await wechat.event("onSms");
  await settled();
  expect(wechat.page.data["url"]).toBe(`${AT}h5/self`);
});

test.skipIf(path === undefined)("the code told by a page comes onto the card", async () => {
  const { page } = await opened(INSIDE);
  const said = await saidBy(page, `it.share("AB23CD45")`);
  const wechat = new WeChat().launch("/pages/index/index");
  await wechat.event("onMessage", { data: said.map(({ arg }) => arg) });
  expect((await wechat.card()).path).toBe("/pages/index/index?scene=r%3DAB23CD45");
});
