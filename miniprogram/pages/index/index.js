/** The member's pages, in their frame: where somebody arrives, what he shares, and what is said offline. */
const { base, name } = require("../../config.js");
const { arrivalPath, cardPath, codeFrom, codeOf } = require("../../way.js");
const { shareTitle, wordsOf } = require("../../words.js");

/** Messages of a page may come a moment after WeChat asks for the card; it waits up to three seconds. */
const MESSAGES_MS = 300;
const app = getApp();

Page({
  data: { url: "", words: wordsOf("index") },
  /** The member's own code, as his pages last told it. */
  own: /** @type {string | null} */ (null),
  /** Where the frame was last sent, to be opened again. */
  place: "",

  /** @param {{ scene?: string, q?: string }} options */
  onLoad(options) {
    app.globalData.code = codeOf(options);
    this.open(arrivalPath(app.globalData.code));
  },

  onShow() {
    const { next } = app.globalData;
    if (next === null) return;
    app.globalData.next = null;
    this.open(next);
  },

  /** @param {string} place path on the server */
  open(place) {
    this.place = place;
    // An address that is shown already would not be loaded again.
    const again =
      this.data.url === base + place ? `${place.includes("?") ? "&" : "?"}again=${Date.now()}` : "";
    this.setData({ url: base + place + again });
  },

  onGone() {
    this.setData({ url: "" });
  },

  onRetry() {
    this.open(this.place);
  },

  /** @param {{ detail: { data: { kind?: unknown, code?: unknown }[] } }} event all messages since the last time */
  onMessage({ detail }) {
    for (const { kind, code } of detail.data) {
      if (kind === "share") this.own = codeFrom(code);
    }
  },

  onShareAppMessage() {
    const card = () => ({ title: shareTitle(name), path: cardPath(this.own) });
    const promise = new Promise((resolve) => setTimeout(() => resolve(card()), MESSAGES_MS));
    return { ...card(), promise };
  },
});
