/** The demo channel 演示渠道: it behaves as a real one does and moves no money. Whatever throws is unknown. */
import type { KeyObject } from "node:crypto";
import type { Channel, Notice, Told, Transferred } from "../channel/index.ts";
import { publicKeyOf, type SignatureFault, type Signed, verified, WINDOW } from "./sign.ts";
import { handOf, noticeOf, type Request, requestText, toldOf, transferredOf } from "./translate.ts";

/** The way to the gateway: a request goes in, a signed answer comes back. */
export type Wire = (request: string) => Promise<Signed>;

export interface DemoChannelOptions {
  readonly wire: Wire;
  /** The gateway's public key (SPKI, base64). */
  readonly publicKey: string;
  readonly clock?: () => Date;
}

export class DemoChannel implements Channel {
  readonly name = "demo";
  readonly demo = true;
  readonly window = WINDOW;
  private readonly wire: Wire;
  private readonly key: KeyObject;
  private readonly clock: () => Date;

  constructor({ wire, publicKey, clock = () => new Date() }: DemoChannelOptions) {
    this.wire = wire;
    this.key = publicKeyOf(publicKey);
    this.clock = clock;
  }

  async open({ no, amount, expiresAt }: { no: string; amount: bigint; expiresAt: Date }) {
    const expires_at = expiresAt.toISOString();
    return handOf(await this.ask({ do: "open", no, amount_fen: Number(amount), expires_at }), no);
  }

  async query(no: string): Promise<Told> {
    return toldOf(await this.ask({ do: "query", no }), no);
  }

  async close(no: string): Promise<Told> {
    return toldOf(await this.ask({ do: "close", no }), no);
  }

  async transfer({ no, amount, member }: { no: string; amount: bigint; member: string }) {
    return transferredOf(await this.ask({ do: "transfer", no, amount_fen: Number(amount), member }), no);
  }

  async queryTransfer(no: string): Promise<Transferred> {
    return transferredOf(await this.ask({ do: "query_transfer", no }), no);
  }

  readNotice(
    headers: Readonly<Record<string, unknown>>,
    body: string,
    now: Date,
  ): { readonly notice: Notice; readonly nonce: string } | { readonly fault: SignatureFault } {
    const good = verified(this.key, headers, body, now);
    if ("fault" in good) return good;
    const notice = noticeOf(body);
    return notice === null ? { fault: "notice_malformed" } : { notice, nonce: good.nonce };
  }

  /** An answer that is not the gateway's own is no answer. */
  private async ask(request: Request): Promise<string> {
    const { headers, body } = await this.wire(requestText(request));
    const good = verified(this.key, headers, body, this.clock());
    if ("fault" in good) throw new Error(`the demo channel's answer is not its own: ${good.fault}`);
    return body;
  }
}
