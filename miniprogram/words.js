/** Every sentence of the mini program, Chinese and English, and the choice between them. */
const zh = {
  "index.title": "页面没有打开",
  "index.gone": "连接不上服务器，请检查网络后重试。",
  "index.retry": "重试",
  "share.title": "{name}：附近门店的会员",
  "login.title": "登录",
  "login.about": "用微信绑定的手机号登录，首次登录即成为会员。",
  "login.agree": "我已阅读并同意会员须知、用户协议与隐私政策",
  "login.agreeFirst": "请先阅读并勾选同意。",
  "login.phone": "手机号快捷登录",
  "login.sms": "改用短信验证码",
  "login.read": "阅读会员须知",
  "login.busy": "正在登录……",
  "login.declined": "您没有授权手机号。可以改用短信验证码登录。",
  "login.noChannel": "本平台还没有接通微信登录，请用短信验证码登录。",
  "login.refused": "登录没有成功，请重试，或改用短信验证码。",
  "login.gone": "连接不上服务器，请检查网络后重试。",
  "pay.title": "微信支付",
  "pay.busy": "正在调起微信支付……",
  "pay.asked": "微信已受理，正在向服务器查询结果……",
  "pay.cancelled": "您取消了支付。",
  "pay.failed": "微信支付没有完成。是否付款以服务器查询的结果为准。",
  "pay.malformed": "支付参数不完整，没有发起付款。请返回后重新下单。",
  "pay.again": "再付一次",
  "pay.back": "返回并查询结果",
  "transfer.title": "确认收款",
  "transfer.busy": "正在打开收款确认……",
  "transfer.asked": "已提交确认，正在向服务器查询结果……",
  "transfer.cancelled": "您还没有确认收款，稍后可在提现记录里再次确认。",
  "transfer.failed": "收款确认没有完成。是否到账以服务器查询的结果为准。",
  "transfer.malformed": "收款参数不完整，没有打开确认。请从提现记录重新进入。",
  "transfer.old": "当前微信版本不支持确认收款，请更新微信后再试。",
  "transfer.again": "再次确认",
  "transfer.back": "返回并查询结果",
};

const en = {
  "index.title": "The page did not open",
  "index.gone": "The server cannot be reached. Check the network and try again.",
  "index.retry": "Try again",
  "share.title": "{name}: membership of stores nearby",
  "login.title": "Sign in",
  "login.about": "Sign in with the phone bound to WeChat; the first time makes you a member.",
  "login.agree": "I have read and agree to the disclosure, the terms and the privacy policy",
  "login.agreeFirst": "Please read and tick the box first.",
  "login.phone": "Sign in with this phone",
  "login.sms": "Use a text message instead",
  "login.read": "Read the disclosure",
  "login.busy": "Signing in …",
  "login.declined": "The phone was not given. You can sign in by text message.",
  "login.noChannel": "This platform has no WeChat sign-in yet. Please sign in by text message.",
  "login.refused": "Signing in did not work. Try again, or use a text message.",
  "login.gone": "The server cannot be reached. Check the network and try again.",
  "pay.title": "WeChat Pay",
  "pay.busy": "Opening WeChat Pay …",
  "pay.asked": "WeChat has taken it; asking the server for the result …",
  "pay.cancelled": "You cancelled the payment.",
  "pay.failed": "WeChat Pay did not finish. Whether it is paid is what the server finds out.",
  "pay.malformed": "The payment is incomplete and was not started. Go back and order again.",
  "pay.again": "Pay again",
  "pay.back": "Back, and ask for the result",
  "transfer.title": "Confirm receipt",
  "transfer.busy": "Opening the confirmation …",
  "transfer.asked": "Confirmed; asking the server for the result …",
  "transfer.cancelled": "Not confirmed yet. You can confirm later from your withdrawals.",
  "transfer.failed": "The confirmation did not finish. Whether it is paid is what the server finds out.",
  "transfer.malformed":
    "The confirmation is incomplete and was not opened. Start again from your withdrawals.",
  "transfer.old": "This WeChat cannot confirm receipts. Please update WeChat and try again.",
  "transfer.again": "Confirm again",
  "transfer.back": "Back, and ask for the result",
};

/** Chinese where the telephone speaks Chinese, else English. */
function language() {
  return wx.getAppBaseInfo().language.startsWith("zh") ? "zh" : "en";
}

/**
 * The sentences of one page without the page's name, as its template reads them.
 * @param {"index" | "login" | "pay" | "transfer"} page
 * @returns {Record<string, string>}
 */
function wordsOf(page) {
  const words = language() === "zh" ? zh : en;
  const own = Object.entries(words).filter(([key]) => key.startsWith(`${page}.`));
  return Object.fromEntries(own.map(([key, text]) => [key.slice(page.length + 1), text]));
}

/**
 * What stands on a card that is shared.
 * @param {{ zh: string, en: string }} name
 */
function shareTitle(name) {
  const own = language();
  return (own === "zh" ? zh : en)["share.title"].replace("{name}", name[own]);
}

module.exports = { zh, en, wordsOf, shareTitle };
