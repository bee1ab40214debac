/** What an operator fills in; nothing else in this folder names an address. */
module.exports = {
  /** Where the server is reached: https and without a slash at the end. Here the demo on this machine. */
  base: "http://127.0.0.1:8080",
  /** Shown on cards that members share. */
  name: { zh: "活水", en: "Wellspring" },
};
