/** A page that asks WeChat for one thing and goes back: what came of it, only the server knows. */
const { decoded, leaveFor, placeOf } = require("./way.js");
const { wordsOf } = require("./words.js");

/** @typedef {{ success: () => void, fail: (fault: { errMsg: string }) => void }} Answers */

/**
 * Makes the page.
 * @template {object} Asked
 * @param {"pay" | "transfer"} name of the page
 * @param {(options: Record<string, string | undefined>) => Asked | null} read null where they are not whole
 * @param {(asked: Asked & Answers) => void} ask
 * @param {() => boolean} [isOld] whether this WeChat cannot be asked
 */
function askingPage(name, read, ask, isOld = () => false) {
  Page({
    data: { state: "busy", words: wordsOf(name) },
    asked: /** @type {Asked | null} */ (null),
    /** Page of the server that finds out how it stands. */
    back: "",

    /** @param {Record<string, string | undefined>} options */
    onLoad(options) {
      this.back = placeOf(decoded(options.back));
      this.asked = read(options);
      wx.setNavigationBarTitle({ title: this.data.words.title });
      this.start();
    },

    start() {
      if (this.asked === null) return this.setData({ state: "malformed" });
      if (isOld()) return this.setData({ state: "old" });
      this.setData({ state: "busy" });
      ask({
        ...this.asked,
        success: () => {
          this.setData({ state: "asked" });
          leaveFor(this.back);
        },
        fail: ({ errMsg }) => this.setData({ state: errMsg.includes("cancel") ? "cancelled" : "failed" }),
      });
    },

    onBack() {
      leaveFor(this.back);
    },

    /** Also by WeChat's own way back, the member's page asks the server anew. */
    onUnload() {
      getApp().globalData.next = this.back;
    },
  });
}

module.exports = { askingPage };
