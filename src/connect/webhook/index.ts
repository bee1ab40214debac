/** The door to receivers of webhooks 网络回调: signing, the guard over addresses, one request. */
export { addressAllowed, checkUrl, type UrlFault } from "./guard.ts";
export { type Sending, type Sent, send } from "./send.ts";
export { newSecret, signedHeaders } from "./sign.ts";
