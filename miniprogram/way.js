/** How somebody came (a mini program code, a printed store code, a shared card), and where he goes on. */
const { base } = require("./config.js");

/** As the server makes them (eight characters), and not a character that could mean more in an address. */
const CODE = /^[0-9A-Za-z]{1,20}$/;
const SCENE = /^[rs]=(.*)$/;
const HOME = "/h5/";

/**
 * The code of a member (`r=…`) or a store (`s=…`) in the options of the first page; null where there is none.
 * @param {{ scene?: string, q?: string }} options
 * @returns {string | null}
 */
function codeOf({ scene, q }) {
  const printed = `${base}/s/`;
  const link = decoded(q);
  const code = link.startsWith(printed) ? link.slice(printed.length) : SCENE.exec(decoded(scene))?.[1];
  return code !== undefined && CODE.test(code) ? code : null;
}

/**
 * The page of a card that is shared: whoever opens it comes by this code.
 * @param {string | null} code
 */
function cardPath(code) {
  return `/pages/index/index${code === null ? "" : `?scene=${encodeURIComponent(`r=${code}`)}`}`;
}

/**
 * A code as it may stand in a card, else null: pages say what they like.
 * @param {unknown} code
 * @returns {string | null}
 */
function codeFrom(code) {
  return typeof code === "string" && CODE.test(code) ? code : null;
}

/**
 * The member's first page for somebody who came by a code.
 * @param {string | null} code
 */
function arrivalPath(code) {
  return code === null ? HOME : `${HOME}arrive/${code}`;
}

/**
 * A place inside the member's pages; anything else leads to their first page, never to another server.
 * @param {string} place
 */
function placeOf(place) {
  return /^\/h5\/[\w\-./?=&%]*$/.test(place) && !place.includes("..") ? place : HOME;
}

/**
 * Leaves a page of WeChat's; the member's pages then show this place, and ask the server how it stands.
 * @param {string} place
 */
function leaveFor(place) {
  getApp().globalData.next = place;
  wx.navigateBack({ fail: () => wx.reLaunch({ url: "/pages/index/index" }) });
}

/**
 * A value of a page's options, which come as they stood in its address; empty where it is none.
 * @param {string | undefined} text
 */
function decoded(text) {
  if (text === undefined) return "";
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

module.exports = { codeOf, codeFrom, cardPath, arrivalPath, placeOf, leaveFor, decoded };
