/** Signs in by WeChat and the phone bound to it, where the server can; else by text message in its pages. */
const { post } = require("../../server.js");
const { decoded, leaveFor, placeOf } = require("../../way.js");
const { wordsOf } = require("../../words.js");

/** What a server answers that has no WeChat sign-in. */
const NO_CHANNEL = [404, 405, 501];
const app = getApp();

Page({
  data: { state: "", agreed: false, words: wordsOf("login") },
  /** The member's page that wanted somebody signed in; without WeChat it asks for a text message itself. */
  back: "",

  /** @param {{ back?: string }} options */
  onLoad(options) {
    this.back = placeOf(decoded(options.back));
    wx.setNavigationBarTitle({ title: this.data.words.title });
  },

  /** @param {{ detail: { value: string[] } }} event */
  onTick({ detail }) {
    this.setData({ agreed: detail.value.length > 0 });
  },

  /** @param {{ detail: { code?: string } }} event without a code where he did not give his phone */
  async onPhone({ detail }) {
    if (this.data.state === "busy") return;
    if (!this.data.agreed) return this.setData({ state: "agreeFirst" });
    if (detail.code === undefined) return this.setData({ state: "declined" });
    this.setData({ state: "busy" });
    const login = await loginCode();
    if (login === null) return this.setData({ state: "refused" });
    const { code } = app.globalData;
    const referral = code === null ? {} : { referral: code };
    const answer = await post("/v1/session/wechat", { code: login, phone_code: detail.code, ...referral });
    if (answer === null) return this.setData({ state: "gone" });
    const path = answer.status === 200 ? pathIn(answer.body) : null;
    if (path !== null) return leaveFor(placeOf(path));
    this.setData({ state: NO_CHANNEL.includes(answer.status) ? "noChannel" : "refused" });
  },

  onSms() {
    leaveFor(this.back);
  },

  onRead() {
    leaveFor("/h5/agreements");
  },
});

/** @returns {Promise<string | null>} what the server asks WeChat with who this is; null where WeChat gives none */
function loginCode() {
  return new Promise((resolve) => {
    wx.login({ success: ({ code }) => resolve(code === "" ? null : code), fail: () => resolve(null) });
  });
}

/**
 * The page that signs its frame in, once, as the server names it: its cookie is not the mini program's.
 * @param {unknown} body
 */
function pathIn(body) {
  if (typeof body !== "object" || body === null || !("path" in body)) return null;
  return typeof body.path === "string" ? body.path : null;
}
