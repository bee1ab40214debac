/** A payment channel 支付渠道 as the desk sees it; each real one is a folder of src/connect that fits this. */

/** How a payment stands at the channel. Unknown is never taken for paid nor for unpaid: ask again. */
export type Told =
  | { readonly state: "unknown" }
  /** absent: the channel has never heard of it; open: nothing paid yet. */
  | { readonly state: "absent" | "open" | "closed" | "failed" }
  | { readonly state: "paid"; readonly ref: string; readonly amount: bigint; readonly at: Date };

/** How a transfer to a member stands at the channel. */
export type Transferred =
  | { readonly state: "unknown" }
  | { readonly state: "absent" | "failed" | "expired" }
  | { readonly state: "awaiting_member"; readonly hand: Readonly<Record<string, string>> }
  | { readonly state: "paid"; readonly ref: string; readonly amount: bigint; readonly at: Date };

/** A message of the channel, its signature and time good. */
export type Notice =
  | { readonly of: "payment"; readonly no: string; readonly told: Told }
  | { readonly of: "transfer"; readonly no: string; readonly told: Transferred };

export type NoticeFault = "notice_malformed" | "notice_signature_wrong" | "notice_stale";

export type ReadNotice =
  | { readonly notice: Notice; readonly nonce: string }
  | { readonly fault: NoticeFault };

export interface Headers {
  readonly [name: string]: string | readonly string[] | undefined;
}

/**
 * Whatever throws is unknown. Every number names one payment or transfer for good, however often it is
 * sent.
 */
export interface Channel {
  readonly name: string;
  /** What is shown beside its name: that no real money moves by it. */
  readonly demo: boolean;
  /** Milliseconds for which a nonce must be remembered: a notice older than that is stale. */
  readonly window: number;
  /** Begins a payment; gives what the payer's device needs. */
  open(deal: {
    readonly no: string;
    readonly amount: bigint;
    readonly expiresAt: Date;
  }): Promise<Readonly<Record<string, string>>>;
  query(no: string): Promise<Told>;
  /** Ends an unpaid payment and tells how it stands afterwards. */
  close(no: string): Promise<Told>;
  transfer(order: {
    readonly no: string;
    readonly amount: bigint;
    readonly member: string;
  }): Promise<Transferred>;
  queryTransfer(no: string): Promise<Transferred>;
  /** Verifies and reads a message. */
  readNotice(headers: Headers, body: string, now: Date): ReadNotice;
}
