/** The mini program's pages in WeChat's place: how somebody comes, signs in, pays, confirms, shares. */
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Circumstances, type Server, settled, WeChat } from "./wechat.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const BASE = "http://127.0.0.1:8080";
const INDEX = "/pages/index/index";

const SIGNED = {
  timeStamp: "1764093600",
  nonceStr: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS",
  package: "prepay_id=wx201410272009395522657a690389285100",
  signType: "RSA",
  paySign: `oR9d8PuhnIc+YZ8cBHFCwfgpaK9gd7vaRvkYD7rthRAZ/X+QBhcCYL21N7cHCTUxbQ${"A".repeat(274)}==`,
};
const TRANSFER = { mchId: "1900000109", package: "affffddafdfafddffda==" };
const PAY_BACK = "/h5/purchases?payment=pay-7";
const PAY_BACK_ON_SERVER = `${BASE}${PAY_BACK}`;

const addressOf = (page: string, asked: object): string => {
  const options = Object.entries(asked).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `/pages/${page}/${page}?${options.join("&")}`;
};

const opened = (how: Circumstances = {}, url = INDEX): WeChat => new WeChat(how).launch(url);
const shown = (wechat: WeChat): unknown => wechat.page.data["url"];
const state = (wechat: WeChat): unknown => wechat.page.data["state"];

test("WeChat's own typings accept every page", () => {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const args = [tsc, "-p", "test/miniprogram/tsconfig.json"];
  expect(execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" })).toBe("");
});

describe("how somebody comes", () => {
  test.each([
    ["by nobody", INDEX, "/h5/"],
    ["by a member's code", `${INDEX}?scene=r%3DAB23CD45`, "/h5/arrive/AB23CD45"],
    ["by a store's code", `${INDEX}?scene=s%3DWXYZ2345`, "/h5/arrive/WXYZ2345"],
    [
      "by a store's printed code",
      `${INDEX}?q=${encodeURIComponent(`${BASE}/s/WXYZ2345`)}&scancode_time=1764093600`,
      "/h5/arrive/WXYZ2345",
    ],
    [
      "by a code of another server",
      `${INDEX}?q=${encodeURIComponent("https://x.example/s/AB23CD45")}`,
      "/h5/",
    ],
    ["by a code that is none", `${INDEX}?scene=r%3D..%2F..%2Fv1`, "/h5/"],
    ["by another kind of scene", `${INDEX}?scene=x%3DAB23CD45`, "/h5/"],
    ["by broken encoding", `${INDEX}?scene=%E0%A4%A`, "/h5/"],
  ])("%s", (_, url, place) => {
    expect(shown(opened({}, url))).toBe(BASE + place);
  });

  test("a scene of a code fits WeChat's thirty-two characters", () => {
    expect(encodeURIComponent("r=AB23CD45").length).toBeLessThanOrEqual(32);
  });
});

describe("when the page cannot be opened", () => {
  test.each([
    ["zh_CN", "连接不上服务器，请检查网络后重试。"],
    ["en", "The server cannot be reached. Check the network and try again."],
  ])("it says so (%s), and opens the same page on retrying", async (language, sentence) => {
    const wechat = opened({ language }, `${INDEX}?scene=s%3DWXYZ2345`);
    await wechat.event("onGone");
    expect(shown(wechat)).toBe("");
    expect(wechat.page.data["words"]).toMatchObject({ gone: sentence });
    await wechat.event("onRetry");
    expect(shown(wechat)).toBe(`${BASE}/h5/arrive/WXYZ2345`);
  });
});

describe("sharing", () => {
  test("without a code the card leads to the first page", async () => {
    expect(await opened().card()).toEqual({ title: "活水：附近门店的会员", path: INDEX, first: INDEX });
  });

  test("the member's code, told late, still comes onto the card", async () => {
    const wechat = opened({ language: "en" });
    const card = wechat.card();
    const data = [{ kind: "share", code: "OLD2OLD2" }, { kind: "share", code: "AB23CD45" }, { kind: "else" }];
    await wechat.event("onMessage", { data });
    expect(await card).toMatchObject({ first: INDEX, path: `${INDEX}?scene=r%3DAB23CD45` });
    const friend = opened({}, (await wechat.card()).path);
    expect(shown(friend)).toBe(`${BASE}/h5/arrive/AB23CD45`);
  });

  test.each([null, "../x", 7, "A".repeat(21)])("what is no code is left off: %s", async (code) => {
    const wechat = opened();
    await wechat.event("onMessage", { data: [{ kind: "share", code }] });
    expect((await wechat.card()).path).toBe(INDEX);
  });
});

describe("paying", () => {
  const address = addressOf("pay", { ...SIGNED, back: PAY_BACK });

  test("asks WeChat with what was signed, then the server", async () => {
    const wechat = opened({ answers: ["ok"] }).navigateTo(address);
    expect(wechat.title).toBe("微信支付");
    await settled();
    expect(wechat.asked).toEqual([{ name: "requestPayment", with: SIGNED }]);
    expect(wechat.depth).toBe(1);
    expect(shown(wechat)).toBe(PAY_BACK_ON_SERVER);
  });

  test.each([
    ["cancel", "cancelled"],
    ["fail", "failed"],
  ] as const)("on %s it stays, may ask once more, and the server has the last word", async (no, said) => {
    const wechat = opened({ answers: [no, "ok"] }).navigateTo(address);
    await settled();
    expect(state(wechat)).toBe(said);
    expect(wechat.page.data["words"]).toHaveProperty(said);
    expect(wechat.depth).toBe(2);
    await wechat.event("start");
    await settled();
    expect(wechat.asked).toHaveLength(2);
    expect(shown(wechat)).toBe(PAY_BACK_ON_SERVER);
  });

  test("also who leaves by WeChat's own way back is shown what the server says", () => {
    const wechat = opened({ answers: [] }).navigateTo(address);
    expect(state(wechat)).toBe("busy");
    expect(wechat.back()).toBe(true);
    expect(shown(wechat)).toBe(PAY_BACK_ON_SERVER);
  });

  test("a second payment on the same page loads it anew", async () => {
    const wechat = opened({ answers: ["ok", "ok"] }).navigateTo(address);
    await settled();
    wechat.navigateTo(address);
    await settled();
    expect(shown(wechat)).toMatch(/^http:\/\/127\.0\.0\.1:8080\/h5\/purchases\?payment=pay-7&again=\d+$/);
  });

  test.each(["timeStamp", "nonceStr", "package", "signType", "paySign"])(
    "nothing is asked where %s is missing or foreign",
    async (key) => {
      for (const value of ["", "<script>", "MD5;"]) {
        const wechat = opened().navigateTo(addressOf("pay", { ...SIGNED, [key]: value, back: PAY_BACK }));
        expect(state(wechat)).toBe("malformed");
        expect(wechat.asked).toEqual([]);
        await wechat.event("onBack");
        await settled();
        expect(shown(wechat)).toBe(PAY_BACK_ON_SERVER);
      }
    },
  );

  test.each(["https://x.example/", "//x.example/h5/", "/v1/session", "/h5/../v1", "javascript:1", ""])(
    "the way back never leaves the member's pages: %s",
    async (back) => {
      const wechat = opened({ answers: ["ok"] }).navigateTo(addressOf("pay", { ...SIGNED, back }));
      await settled();
      expect(shown(wechat)).toMatch(/^http:\/\/127\.0\.0\.1:8080\/h5\/(\?again=\d+)?$/);
    },
  );

  test("opened from outside, with no page below, it goes on to the first page", async () => {
    const wechat = opened({ answers: ["ok"] }, address);
    await settled();
    expect(wechat.depth).toBe(1);
    expect(shown(wechat)).toBe(PAY_BACK_ON_SERVER);
  });
});

describe("confirming a payout", () => {
  const address = addressOf("transfer", { ...TRANSFER, back: "/h5/withdrawals" });

  test("asks WeChat in the name of this mini program, then the server", async () => {
    const wechat = opened({ answers: ["cancel", "ok"] }).navigateTo(address);
    await settled();
    expect(state(wechat)).toBe("cancelled");
    await wechat.event("start");
    await settled();
    expect(wechat.asked.at(-1)).toEqual({
      name: "requestMerchantTransfer",
      with: { ...TRANSFER, appId: "wx0123456789abcdef" },
    });
    expect(shown(wechat)).toBe(`${BASE}/h5/withdrawals`);
  });

  test("an old WeChat is told so", () => {
    const wechat = opened({ old: true, language: "en" }).navigateTo(address);
    expect(state(wechat)).toBe("old");
    expect(wechat.page.data["words"]).toHaveProperty("old", expect.stringContaining("update WeChat"));
  });

  test.each([{ mchId: "x" }, { package: "" }, { package: "<a>" }])("nothing is asked with %o", (wrong) => {
    const wechat = opened().navigateTo(addressOf("transfer", { ...TRANSFER, ...wrong, back: "/h5/" }));
    expect(state(wechat)).toBe("malformed");
    expect(wechat.asked).toEqual([]);
  });
});

describe("signing in", () => {
  const answering =
    (statusCode: number, data: unknown): Server =>
    () =>
      Promise.resolve({ statusCode, data });
  const address = addressOf("login", { back: "/h5/self" });

  const asking = async (how: Circumstances, phone: object = { code: "phone-code" }): Promise<WeChat> => {
    const wechat = opened(how, `${INDEX}?scene=s%3DWXYZ2345`).navigateTo(address);
    await wechat.event("onTick", { value: ["agreed"] });
    await wechat.event("onPhone", phone);
    await settled();
    return wechat;
  };

  test("tells the server both codes and by whom he came, and opens the page that it names", async () => {
    const wechat = await asking({ server: answering(200, { path: "/h5/enter?ticket=t-1" }) });
    expect(wechat.requests).toMatchObject([
      {
        url: `${BASE}/v1/session/wechat`,
        method: "POST",
        data: { code: "wx-login-code", phone_code: "phone-code", referral: "WXYZ2345" },
        header: { "x-wellspring": "miniprogram" },
      },
    ]);
    expect(shown(wechat)).toBe(`${BASE}/h5/enter?ticket=t-1`);
  });

  test.each([
    [404, { code: "not_found" }, "noChannel"],
    [501, {}, "noChannel"],
    [422, { code: "validation" }, "refused"],
    [500, "<html>", "refused"],
    [200, {}, "refused"],
    [200, null, "refused"],
  ])("a server that answers %i %o: %s, and the text message remains", async (status, body, said) => {
    const wechat = await asking({ server: answering(status, body) });
    expect(state(wechat)).toBe(said);
    await wechat.event("onSms");
    await settled();
    expect(shown(wechat)).toBe(`${BASE}/h5/self`);
  });

  test("a page of another server is not opened", async () => {
    const wechat = await asking({ server: answering(200, { path: "https://x.example/" }) });
    expect(shown(wechat)).toBe(`${BASE}/h5/`);
  });

  test.each([
    ["no network", {}, { code: "phone-code" }, "gone"],
    ["no phone given", {}, { errMsg: "getPhoneNumber:fail user deny" }, "declined"],
    ["WeChat does not say who it is", { login: "fail" }, { code: "phone-code" }, "refused"],
  ] as const)("%s", async (_, how, phone, said) => {
    const wechat = await asking(how, phone);
    expect(state(wechat)).toBe(said);
    expect(wechat.page.data["words"]).toHaveProperty(said);
  });

  test("nothing is asked before the box is ticked", async () => {
    const wechat = opened().navigateTo(address);
    expect(wechat.page.data["agreed"]).toBe(false);
    await wechat.event("onPhone", { code: "phone-code" });
    expect(state(wechat)).toBe("agreeFirst");
    await wechat.event("onRead");
    await settled();
    expect(wechat.requests).toEqual([]);
    expect(shown(wechat)).toBe(`${BASE}/h5/agreements`);
  });
});
