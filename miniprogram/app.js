/** The mini program: a frame around the member's pages, for what only WeChat itself may do. */
App({
  globalData: {
    /** Code of the store or member somebody came by; null when by none. */
    code: /** @type {string | null} */ (null),
    /** Place on the server that is to be shown with the first page; null when that may stay as it is. */
    next: /** @type {string | null} */ (null),
  },
});
