/** A write whose answer got lost: it is asked again with the same key and body, over a reload as well. */
import type { Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, openTestHouse, type TestHouse } from "./house.ts";

interface Sent {
  readonly key: string | undefined;
  readonly body: string | null;
}

describe.skipIf(browserPath === undefined)("asking again", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  }, 120_000);
  afterAll(() => house?.close());

  /** Signed in as the nth member, with what he sends to this route handed to `answer` first. */
  async function visit(n: number, answer: (route: Route, turn: number) => Promise<void>) {
    const as = house.cast.members[n]?.id ?? "";
    const { page, context } = await house.visit("/h5/self/devices", { size: "phone", language: "zh", as });
    const sent: Sent[] = [];
    await page.route("**/v1/session/devices", async (route) => {
      const request = route.request();
      if (request.method() !== "DELETE") return await route.continue();
      sent.push({ key: request.headers()["idempotency-key"], body: request.postData() });
      await answer(route, sent.length);
    });
    const run = page.getByRole("button", { name: "退出其他设备" });
    const again = page.getByRole("button", { name: "再问一次" });
    return { page, context, sent, run, again, done: page.getByText(/已退出 \d+ 台/) };
  }

  test("the connection breaks after the server has heard: the same key again, done once", async () => {
    const { sent, run, again, done, page, context } = await visit(0, async (route, turn) => {
      if (turn > 1) return await route.continue();
      // The server did it; only the answer is lost.
      await route.fetch();
      await route.abort("connectionreset");
    });
    await run.click();
    await again.waitFor();
    expect(await page.getByRole("alert").innerText()).toContain("还不能确定");
    // A new intention does not begin while the old one is open.
    await run.click();
    expect(sent).toHaveLength(1);
    await page.reload();
    await again.click();
    await done.waitFor();
    expect(sent).toHaveLength(2);
    expect(sent[0]?.key).toMatch(/^[0-9a-f]{32}$/);
    expect(sent[1]).toEqual(sent[0]);
    // The next intention has a key of its own.
    await run.click();
    await expect.poll(() => sent.length).toBe(3);
    expect(sent[2]?.key).not.toBe(sent[0]?.key);
    await context.close();
  });

  test("the server fails: unknown, with the same key again", async () => {
    const { sent, run, again, done, context } = await visit(1, async (route, turn) => {
      if (turn > 1) return await route.continue();
      await route.fulfill({ status: 502, body: "bad gateway", headers: { "retry-after": "2" } });
    });
    await run.click();
    await again.click();
    await done.waitFor();
    expect(sent[1]).toEqual(sent[0]);
    await context.close();
  });

  test("a definite no ends the intention; a slow answer is told to be on its way", async () => {
    const { sent, run, again, done, page, context } = await visit(2, async (route, turn) => {
      if (turn === 1) {
        const problem = { code: "conflict", detail_zh: "与当前情形冲突。", detail_en: "A conflict." };
        return await route.fulfill({ status: 409, json: problem });
      }
      await new Promise((later) => setTimeout(later, 3_500));
      await route.continue();
    });
    await run.click();
    await page.getByText("与当前情形冲突。").waitFor();
    expect(await again.count()).toBe(0);
    await run.click();
    await page.getByText("仍在办理").waitFor();
    await done.waitFor();
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
    await context.close();
  });

  test("a session that has run out leads to signing in and back to the same address", async () => {
    const { page, context } = await visit(3, (route) => route.continue());
    await context.clearCookies();
    await page.getByRole("button", { name: "退出其他设备" }).click();
    await page.getByLabel("手机号").waitFor();
    expect(new URL(page.url()).pathname).toBe("/h5/self/devices");
    await context.close();
  });
});
