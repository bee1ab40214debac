/** The mini program around this page, where there is one: what only WeChat itself may do for a page. */

/** What the server signed for WeChat Pay. */
interface SignedPayment {
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: "RSA";
  readonly paySign: string;
}

/** A payout that waits for its member to confirm it. */
interface WaitingTransfer {
  readonly mchId: string;
  readonly package: string;
}

/** Whether this page stands in a mini program; then what is below works, and only then. */
export function inMiniProgram(): boolean {
  return window.__wxjs_environment === "miniprogram" || /miniProgram/i.test(navigator.userAgent);
}

/** WeChat's script is loaded where it is needed and nowhere else. */
async function around() {
  const { default: wx } = await import("weixin-js-sdk");
  return wx.miniProgram;
}

async function open(page: "login" | "pay" | "transfer", asked: object): Promise<void> {
  const options = Object.entries(asked).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  (await around()).navigateTo({ url: `/pages/${page}/${page}?${options.join("&")}` });
}

/**
 * Opens WeChat Pay. Afterwards `back`, a place such as /h5/purchases, is loaded anew and asks the server what
 * came of it: no answer of WeChat's on this device is proof of a payment.
 */
export function openPay(payment: SignedPayment, back: string): Promise<void> {
  return open("pay", { ...payment, back });
}

/** Opens the confirmation of a withdrawal; then `back` as after a payment. */
export function openTransfer(transfer: WaitingTransfer, back: string): Promise<void> {
  return open("transfer", { ...transfer, back });
}

/** Opens signing in by WeChat; then `back` where it could not be done. */
export function openLogin(back: string): Promise<void> {
  return open("login", { back });
}

/** Tells the member's own code, under which cards that he shares from now on stand; null: under none. */
export async function share(code: string | null): Promise<void> {
  (await around()).postMessage({ data: { kind: "share", code } });
}
