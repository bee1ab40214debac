/**
 * The gateway of the demo channel 演示网关: a small one in memory that does what real ones do, with its own
 * key. A person pays, declines or confirms by its methods; each end is told by a signed message, as often
 * as it is asked.
 */
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { type Signed, signed } from "./sign.ts";

type PaymentState = "NOTPAY" | "PAID" | "CLOSED" | "PAYERROR";
type TransferState = "WAIT_USER_CONFIRM" | "SUCCESS" | "FAIL" | "EXPIRED";

interface Entry<State> {
  readonly no: string;
  readonly amount: number;
  state: State;
  ref: string | null;
  paid: number | null;
  at: string | null;
}

export interface DemoGatewayOptions {
  readonly clock?: () => Date;
  /** Where its pages stand, for the payer to see. */
  readonly pages?: string;
}

export class DemoGateway {
  /** SPKI, base64: what a client verifies by. */
  readonly publicKey: string;
  private readonly key: KeyObject;
  private readonly clock: () => Date;
  private readonly pages: string;
  private readonly payments = new Map<string, Entry<PaymentState>>();
  private readonly transfers = new Map<string, Entry<TransferState>>();
  private count = 0;

  constructor({ clock = () => new Date(), pages = "/demo/pay" }: DemoGatewayOptions = {}) {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    this.key = privateKey;
    this.publicKey = publicKey.export({ format: "der", type: "spki" }).toString("base64");
    this.clock = clock;
    this.pages = pages;
  }

  /** Answers a request of a client; the same number is the same payment, however often it is opened. */
  readonly answer = (request: string): Promise<Signed> => Promise.resolve(this.answered(request));

  private answered(request: string): Signed {
    const fields = JSON.parse(request) as Record<string, unknown>;
    const no = `${fields.no}`;
    const amount = Number(fields.amount_fen ?? 0);
    if (fields.do === "open") {
      if (!this.payments.has(no)) this.payments.set(no, fresh<PaymentState>(no, amount, "NOTPAY"));
      return this.sign({ demo: true, no, pay_page: `${this.pages}/${no}` });
    }
    if (fields.do === "close") {
      const entry = this.payments.get(no);
      if (entry?.state === "NOTPAY") entry.state = "CLOSED";
      // One that was never opened is closed too: it cannot be opened and paid afterwards.
      if (entry === undefined) this.payments.set(no, fresh<PaymentState>(no, amount, "CLOSED"));
    }
    if (fields.do === "transfer" && !this.transfers.has(no)) {
      this.transfers.set(no, fresh<TransferState>(no, amount, "WAIT_USER_CONFIRM"));
    }
    const isTransfer = fields.do === "transfer" || fields.do === "query_transfer";
    return this.sign(isTransfer ? this.toldTransfer(no) : this.toldPayment(no));
  }

  /** The payer pays, of his own or by mistake another amount; null where nothing of that number is open. */
  pay(no: string, amount?: number): Signed | null {
    const entry = this.payments.get(no);
    if (entry?.state !== "NOTPAY") return null;
    this.moved(entry, "PAID", amount);
    return this.message(no);
  }

  /** The payer's bank says no. */
  decline(no: string): Signed | null {
    const entry = this.payments.get(no);
    if (entry?.state !== "NOTPAY") return null;
    entry.state = "PAYERROR";
    return this.message(no);
  }

  /** The member takes the money, or does not, or the transfer fails. */
  endTransfer(no: string, state: "SUCCESS" | "FAIL" | "EXPIRED"): Signed | null {
    const entry = this.transfers.get(no);
    if (entry?.state !== "WAIT_USER_CONFIRM") return null;
    if (state === "SUCCESS") this.moved(entry, state);
    else entry.state = state;
    return this.message(no);
  }

  /** The message of how a number stands, signed anew: gateways tell it again until they are heard. */
  message(no: string): Signed {
    const told = this.payments.has(no) ? this.toldPayment(no) : this.toldTransfer(no);
    return this.sign({ of: this.payments.has(no) ? "payment" : "transfer", ...told });
  }

  /** Signs anything, as the gateway would; a forger has another key. */
  sign(body: object, at: Date = this.clock(), nonce?: string): Signed {
    return signed(this.key, JSON.stringify(body), at, nonce);
  }

  private moved<State>(entry: Entry<State>, state: State, amount = entry.amount): void {
    this.count += 1;
    const at = this.clock().toISOString();
    Object.assign(entry, { state, paid: amount, ref: `demo-${entry.no.slice(0, 12)}-${this.count}`, at });
  }

  private toldPayment(no: string): object {
    return told(no, this.payments.get(no));
  }

  private toldTransfer(no: string): object {
    const entry = this.transfers.get(no);
    return { ...told(no, entry), confirm_page: `${this.pages}/${no}` };
  }
}

function fresh<State>(no: string, amount: number, state: State): Entry<State> {
  return { no, amount, state, ref: null, paid: null, at: null };
}

function told<State>(no: string, entry: Entry<State> | undefined): object {
  if (entry === undefined) return { demo: true, no, state: "NOT_FOUND" };
  const { state, ref, paid, at } = entry;
  return { demo: true, no, state, ...(ref === null ? {} : { ref, amount_fen: paid, at }) };
}
