/** Pays by WeChat Pay with what the server signed, which is checked here for its form alone. */
const { askingPage } = require("../../asking.js");
const { decoded } = require("../../way.js");

/** @type {Record<"timeStamp" | "nonceStr" | "package" | "paySign", RegExp>} */
const FORM = {
  timeStamp: /^\d{10}$/,
  nonceStr: /^[0-9A-Za-z]{1,32}$/,
  package: /^prepay_id=[\w-]{1,120}$/,
  paySign: /^[0-9A-Za-z+/]{40,1024}={0,2}$/,
};

/** @param {Record<string, string | undefined>} options as they came with the page's address */
function read(options) {
  const asked = {
    timeStamp: decoded(options.timeStamp),
    nonceStr: decoded(options.nonceStr),
    package: decoded(options.package),
    paySign: decoded(options.paySign),
  };
  const keys = /** @type {(keyof typeof FORM)[]} */ (Object.keys(FORM));
  const isWhole = options.signType === "RSA" && keys.every((key) => FORM[key].test(asked[key]));
  return isWhole ? { ...asked, signType: /** @type {const} */ ("RSA") } : null;
}

askingPage("pay", read, (asked) => wx.requestPayment(asked));
