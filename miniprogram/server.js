/** Asking the server: an answer with its status, or null where it cannot be reached. */
const { base } = require("./config.js");

const MOST_MS = 15000;

/**
 * @param {string} path
 * @param {Record<string, unknown>} data
 * @returns {Promise<{ status: number, body: unknown } | null>}
 */
function post(path, data) {
  return new Promise((resolve) => {
    wx.request({
      url: base + path,
      method: "POST",
      data,
      // The server takes writes of programs and of its own pages only; this says it is no foreign page.
      header: { "content-type": "application/json", "x-wellspring": "miniprogram" },
      timeout: MOST_MS,
      success: ({ statusCode, data: body }) => resolve({ status: statusCode, body }),
      fail: () => resolve(null),
    });
  });
}

module.exports = { post };
