/** A withdrawal that waits for its member: WeChat shows it, and he confirms that he receives it. */
const { askingPage } = require("../../asking.js");
const { decoded } = require("../../way.js");

const MERCHANT = /^\d{6,16}$/;
const PACKAGE = /^[0-9A-Za-z+/=_-]{1,2048}$/;

/** @param {Record<string, string | undefined>} options as they came with the page's address */
function read(options) {
  const asked = { mchId: decoded(options.mchId), package: decoded(options.package) };
  if (!MERCHANT.test(asked.mchId) || !PACKAGE.test(asked.package)) return null;
  return { ...asked, appId: wx.getAccountInfoSync().miniProgram.appId };
}

const isOld = () => !wx.canIUse("requestMerchantTransfer");

askingPage("transfer", read, (asked) => wx.requestMerchantTransfer(asked), isOld);
