/**
 * Payment requests 收款请求: a counter asks for an amount and shows a code; the first member who scans and pays
 * it is its payer, and there is no second. The payment that follows has the request's code for its key.
 */
import { randomInt } from "node:crypto";
import { canonical } from "#engine";
import type { Queryable } from "#store";
import type { Arrivals } from "./arrivals.ts";
import { ALPHABET, type Codes } from "./codes.ts";
import { DAY, type Ground, one } from "./ground.ts";
import { purchaseOf } from "./paid.ts";
import type { Payment, PaymentState } from "./paymentrow.ts";
import type { Payments } from "./payments.ts";
import { refuse, type TradeRefusal } from "./refusal.ts";

export interface PaymentRequest {
  readonly code: string;
  readonly merchant: string;
  readonly amountFen: bigint;
  readonly costFen: bigint | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Who took it upon himself to pay, by which channel; null while nobody has. */
  readonly member: string | null;
  readonly channel: string | null;
  readonly cancelledAt: Date | null;
  readonly requestBody: string;
}

export interface NewRequest {
  readonly request?: string;
  readonly merchant: string;
  readonly amountFen: bigint;
  readonly costFen?: bigint | null;
  readonly by: string;
}

/** A request with the payment it has become, and how it stands: as that payment, where there is one. */
export interface RequestStanding {
  readonly row: PaymentRequest;
  readonly payment: Payment | null;
  readonly state: PaymentState;
}

const REQUEST = `code, merchant, amount_fen AS "amountFen", cost_fen AS "costFen", created_by AS "createdBy",
  created_at AS "createdAt", expires_at AS "expiresAt", member, channel, cancelled_at AS "cancelledAt",
  request_body AS "requestBody"`;
const MINUTE = 60_000;
const VALID = 10 * MINUTE;
const LENGTH = 10;
/** How long one that nobody took is remembered. */
const KEPT = 7 * DAY;

/** What the payment and the arrival of a request are known by. */
const keyOf = (code: string) => `counter:${code}`;

export class PaymentRequests {
  constructor(
    private readonly ground: Ground,
    private readonly payments: Payments,
    private readonly codes: Codes,
    private readonly arrivals: Arrivals,
  ) {}

  /** Refuses what the book would refuse of a purchase at this store, store_unknown, request_conflict. */
  async create(cell: bigint, asked: NewRequest): Promise<PaymentRequest | TradeRefusal> {
    const { ground } = this;
    const { request = null, merchant, amountFen, costFen = null, by } = asked;
    const body = canonical({
      merchant,
      amountFen: `${amountFen}`,
      costFen: costFen === null ? null : `${costFen}`,
      by,
    });
    const known = request === null ? undefined : await this.requested(cell, request, body);
    if (known !== undefined) return known;
    const code = await this.codes.of(cell, "store", merchant);
    if ("refused" in code) return refuse("store_unknown");
    const resolved = await this.codes.resolve(cell, code.code);
    if ("refused" in resolved) return refuse("store_unknown");
    // Nobody is the payer yet: what the book refuses of the store's owner it refuses of everybody.
    const no = await ground.wouldRefuse(cell, orderOf({ ...asked, costFen }, resolved.sponsor));
    if (no !== null) return no;
    const now = ground.now();
    const made = await one<PaymentRequest>(
      ground.database,
      `INSERT INTO payment_request (cell_id, operator_id, code, request, request_body, merchant, amount_fen,
         cost_fen, created_by, created_at, expires_at)
       SELECT c.cell_id, c.operator_id, $2::text, $3::text, $4::text, $5::text, $6::bigint, $7::bigint,
         $8::text, $9::timestamptz, $10::timestamptz
         FROM cell c WHERE c.cell_id = $1
       ON CONFLICT (cell_id, request) DO NOTHING RETURNING ${REQUEST}`,
      [
        cell,
        newCode(),
        request,
        body,
        merchant,
        amountFen,
        costFen,
        by,
        now,
        new Date(now.getTime() + VALID),
      ],
    );
    return made ?? (await this.requested(cell, request ?? "", body)) ?? refuse("payment_request_unknown");
  }

  private async requested(cell: bigint, request: string, body: string) {
    const known = await one<PaymentRequest>(
      this.ground.database,
      `SELECT ${REQUEST} FROM payment_request WHERE cell_id = $1 AND request = $2`,
      [cell, request],
    );
    return known === undefined || known.requestBody === body ? known : refuse("request_conflict");
  }

  /** The request of a code, as people write it. */
  private row(cell: bigint, text: string, on: Queryable = this.ground.database) {
    const code = text.replace(/[\s-]/g, "").toUpperCase();
    return one<PaymentRequest>(
      on,
      `SELECT ${REQUEST} FROM payment_request WHERE cell_id = $1 AND code = $2`,
      [cell, code],
    );
  }

  /** Refuses payment_request_unknown. */
  async find(cell: bigint, code: string): Promise<RequestStanding | TradeRefusal> {
    const row = await this.row(cell, code);
    if (row === undefined) return refuse("payment_request_unknown");
    const payment = row.member === null ? undefined : await this.payments.ofRequest(cell, keyOf(row.code));
    return { row, payment: payment ?? null, state: stateOf(row, payment, this.ground.now()) };
  }

  /**
   * A member pays: he is locked by the store if nobody has locked him, and becomes the payer unless another
   * was first. Asked again by the payer it is the same payment. Refuses what the book would refuse,
   * payment_request_unknown, payment_request_state (taken, cancelled, expired), channel_unknown.
   */
  async pay(
    cell: bigint,
    text: string,
    { member, channel }: { readonly member: string; readonly channel: string },
  ): Promise<Payment | TradeRefusal> {
    const { ground } = this;
    const seen = await this.row(cell, text);
    if (seen === undefined) return refuse("payment_request_unknown");
    if (seen.member === null) {
      if (!ground.channels.has(channel)) return refuse("channel_unknown");
      const no = await ground.wouldRefuse(cell, orderOf(seen, member));
      if (no !== null) return no;
    }
    const row = (await this.take(cell, seen.code, member, channel)) ?? (await this.row(cell, seen.code));
    if (row === undefined) return refuse("payment_request_unknown");
    if (row.member !== member || row.channel === null) {
      return refuse("payment_request_state", standing(row, ground.now()));
    }
    await ground.after("request.taken");
    const key = keyOf(row.code);
    const known = await this.payments.ofRequest(cell, key);
    if (known !== undefined) return known;
    if (row.expiresAt <= ground.now()) return refuse("payment_request_state", "expired");
    const code = await this.codes.of(cell, "store", row.merchant);
    // Whether he is locked by it or was before, or is above the store's owner: he may buy here all the same.
    if (!("refused" in code)) {
      const by = { code: code.code, channel: "store_code", by: member } as const;
      await this.arrivals.arrive(cell, { request: key, member, fresh: false, ...by });
    }
    const { merchant, amountFen, costFen, createdBy } = row;
    const asked = { request: key, member, merchant, amountFen, costFen, channel: row.channel, by: createdBy };
    return await this.payments.create(cell, asked);
  }

  /** One of those who pay at once takes it: the row decides who. */
  private take(cell: bigint, code: string, member: string, channel: string) {
    return one<PaymentRequest>(
      this.ground.database,
      `UPDATE payment_request SET member = $3, channel = $4, taken_at = $5
        WHERE cell_id = $1 AND code = $2 AND member IS NULL AND cancelled_at IS NULL AND expires_at > $5
       RETURNING ${REQUEST}`,
      [cell, code, member, channel, this.ground.now()],
    );
  }

  /**
   * The counter gives it up, and with it the payment that somebody has begun. Refuses as Payments.cancel,
   * payment_request_unknown, payment_request_state.
   */
  async cancel(cell: bigint, text: string, by: string): Promise<RequestStanding | TradeRefusal> {
    const seen = await this.find(cell, text);
    if ("refused" in seen) return seen;
    const { code } = seen.row;
    await this.ground.database.query(
      `UPDATE payment_request SET cancelled_at = $3
        WHERE cell_id = $1 AND code = $2 AND member IS NULL AND cancelled_at IS NULL`,
      [cell, code, this.ground.now()],
    );
    const now = await this.find(cell, code);
    if ("refused" in now || now.state === "cancelled") return now;
    if (now.payment === null) return refuse("payment_request_state", now.state);
    const ended = await this.payments.cancel(cell, now.payment.id, by);
    return "refused" in ended ? ended : await this.find(cell, code);
  }

  /** Forgets those that nobody took. */
  async resume(cell: bigint): Promise<void> {
    await this.ground.database.query(
      "DELETE FROM payment_request WHERE cell_id = $1 AND member IS NULL AND expires_at < $2",
      [cell, new Date(this.ground.now().getTime() - KEPT)],
    );
  }
}

type Sale = Pick<PaymentRequest, "merchant" | "amountFen" | "costFen">;

/** The purchase that would follow, to ask whether the book would take it. */
function orderOf({ merchant, amountFen, costFen }: Sale, member: string) {
  return purchaseOf({ orderId: "counter:asked", member, merchant, amountFen, costFen });
}

/** As its payment stands; before there is one, as the row says. */
function stateOf(row: PaymentRequest, payment: Payment | undefined, now: Date): PaymentState {
  if (payment !== undefined) return payment.state;
  const state = standing(row, now);
  if (state !== "taken") return state;
  return row.expiresAt <= now ? "expired" : "paying";
}

function standing(row: PaymentRequest, now: Date): "created" | "taken" | "cancelled" | "expired" {
  if (row.cancelledAt !== null) return "cancelled";
  if (row.member !== null) return "taken";
  return row.expiresAt <= now ? "expired" : "created";
}

function newCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}
