/**
 * 演示渠道 · the demo payment channel: behaves as a real one and moves no money. The only door of this folder.
 */
export { DemoChannel, type DemoChannelOptions, type Wire } from "./client.ts";
export { DemoGateway, type DemoGatewayOptions } from "./gateway.ts";
export { NONCE, SIGNATURE, type Signed, TIMESTAMP, WINDOW } from "./sign.ts";
