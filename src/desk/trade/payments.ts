/**
 * Payments 付款: created → paying → paid → booked. First the row says what is going to happen, then it happens,
 * so that whatever a crash cuts off is found again. What came in and cannot be booked becomes refund_due.
 */

import type { Channel, Told } from "#connect/channel";
import { canonical } from "#engine";
import type { Queryable } from "#store";
import { type Ground, one } from "./ground.ts";
import { orderIdOf, Paid, purchaseOf } from "./paid.ts";
import {
  listPayments,
  PAYMENT,
  type Payment,
  type PaymentFilter,
  type PaymentState,
  paymentOf,
} from "./paymentrow.ts";
import { refuse, type TradeRefusal } from "./refusal.ts";
import type { Settings } from "./settings.ts";

export interface NewPayment {
  /** The same request is the same payment; such as the id derived from an Idempotency-Key. */
  readonly request?: string;
  readonly member: string;
  readonly merchant: string;
  readonly amountFen: bigint;
  readonly costFen?: bigint | null;
  readonly channel: string;
  readonly by: string;
}

export interface Begun {
  readonly payment: Payment;
  /** What the payer's device needs to pay by the channel. */
  readonly hand: Readonly<Record<string, string>>;
}

const MINUTE = 60_000;

/** How many rows a recovery looks at together. */
const PAGE = 200;

export class Payments {
  /** What happens once money has come in. */
  readonly paid: Paid;

  constructor(
    private readonly ground: Ground,
    private readonly settings: Settings,
  ) {
    this.paid = new Paid(ground);
  }

  find(cell: bigint, id: string, on: Queryable = this.ground.database): Promise<Payment | undefined> {
    return paymentOf(on, cell, id);
  }

  list(cell: bigint, filter: PaymentFilter = {}): Promise<Payment[]> {
    return listPayments(this.ground.database, cell, filter);
  }

  /** Refuses what the book would refuse now, channel_unknown, request_conflict. */
  async create(cell: bigint, asked: NewPayment): Promise<Payment | TradeRefusal> {
    const { ground } = this;
    if (!ground.channels.has(asked.channel)) return refuse("channel_unknown");
    const id = ground.id();
    const cost = asked.costFen ?? null;
    const { request = null, member, merchant, amountFen, channel, by } = asked;
    const body = canonical({
      ...asked,
      amountFen: `${amountFen}`,
      costFen: cost === null ? null : `${cost}`,
    });
    if (request !== null) {
      const known = await this.requested(cell, request, body);
      if (known !== undefined) return known;
    }
    const order = purchaseOf({ orderId: orderIdOf(id), member, merchant, amountFen, costFen: cost });
    const no = await ground.wouldRefuse(cell, order);
    if (no !== null) return no;
    const now = ground.now();
    const { payment_minutes: minutes } = await this.settings.values(cell);
    const made = await one<Payment>(
      ground.database,
      `INSERT INTO payment (cell_id, operator_id, payment_id, request, request_body, member, merchant,
         amount_fen, cost_fen, channel, channel_no, state, created_by, created_at, expires_at, order_id,
         changed_at)
       SELECT c.cell_id, c.operator_id, $2::text, $3::text, $4::text, $5::text, $6::text, $7::bigint,
         $8::bigint, $9::text, $10::text, 'created', $11::text, $12::timestamptz, $13::timestamptz,
         $14::text, $12::timestamptz
         FROM cell c WHERE c.cell_id = $1
       ON CONFLICT (cell_id, request) DO NOTHING RETURNING ${PAYMENT}`,
      [
        cell,
        id,
        request,
        body,
        member,
        merchant,
        amountFen,
        cost,
        channel,
        numberOf(id),
        by,
        now,
        new Date(now.getTime() + minutes * MINUTE),
        orderIdOf(id),
      ],
    );
    await ground.after("payment.created");
    return made ?? (await this.requested(cell, request ?? "", body)) ?? refuse("payment_unknown");
  }

  /** The payment that a request has become. */
  ofRequest(cell: bigint, request: string): Promise<Payment | undefined> {
    return one<Payment>(
      this.ground.database,
      `SELECT ${PAYMENT} FROM payment WHERE cell_id = $1 AND request = $2`,
      [cell, request],
    );
  }

  private async requested(cell: bigint, request: string, body: string) {
    const known = await this.ofRequest(cell, request);
    return known === undefined || known.requestBody === body ? known : refuse("request_conflict");
  }

  /**
   * Begins to pay; while it is paying the same hand may be asked for again. Refuses payment_unknown,
   * payment_state, channel_unavailable (it is paying then: ask again, or wait).
   */
  async pay(cell: bigint, id: string): Promise<Begun | TradeRefusal> {
    const { ground } = this;
    const now = ground.now();
    const begun =
      (await one<Payment>(
        ground.database,
        `UPDATE payment SET state = 'paying', changed_at = $3
          WHERE cell_id = $1 AND payment_id = $2 AND state = 'created' AND expires_at > $3
        RETURNING ${PAYMENT}`,
        [cell, id, now],
      )) ?? (await this.find(cell, id));
    if (begun === undefined) return refuse("payment_unknown");
    if (begun.state !== "paying" || begun.expiresAt <= now) return refuse("payment_state", begun.state);
    await ground.after("payment.paying");
    try {
      const { channelNo: no, amountFen: amount, expiresAt } = begun;
      const hand = await this.channelOf(begun).open({ no, amount, expiresAt });
      await ground.after("payment.opened");
      return { payment: begun, hand };
    } catch (error) {
      ground.log.warn({ payment: id, error: String(error) }, "the channel did not open a payment");
      return refuse("channel_unavailable");
    }
  }

  /**
   * Gives it up: at once while it is created; while it is paying when the channel has closed it. Refuses
   * payment_unknown, payment_state (also where it turns out to be paid), payment_unclear.
   */
  async cancel(cell: bigint, id: string, by: string): Promise<Payment | TradeRefusal> {
    const now = this.ground.now();
    const cancelled = await one<Payment>(
      this.ground.database,
      `UPDATE payment SET state = 'cancelled', reason = $4, changed_at = $3
        WHERE cell_id = $1 AND payment_id = $2 AND state = 'created' RETURNING ${PAYMENT}`,
      [cell, id, now, `cancelled by ${by}`],
    );
    if (cancelled !== undefined) return cancelled;
    const payment = await this.find(cell, id);
    if (payment === undefined) return refuse("payment_unknown");
    if (payment.state !== "paying") return refuse("payment_state", payment.state);
    return await this.close(cell, payment, "cancelled", `cancelled by ${by}`);
  }

  /** Ends a paying payment at the channel. Whether money came first, the channel alone knows. */
  private async close(
    cell: bigint,
    payment: Payment,
    state: "cancelled" | "expired",
    reason: string,
  ): Promise<Payment | TradeRefusal> {
    const told = await this.told(payment, (channel) => channel.close(payment.channelNo));
    if (told.state === "paid") {
      await this.paid.take(cell, payment, told);
      const after = await this.paid.finish(cell, payment.id);
      return refuse("payment_state", after?.state ?? "paid");
    }
    if (told.state !== "closed" && told.state !== "absent" && told.state !== "failed")
      return refuse("payment_unclear");
    await this.ground.database.query(
      `UPDATE payment SET state = $4, reason = $5, changed_at = $3
        WHERE cell_id = $1 AND payment_id = $2 AND state = 'paying'`,
      [cell, payment.id, this.ground.now(), state, reason],
    );
    await this.ground.after("payment.closed");
    const after = (await this.find(cell, payment.id)) as Payment;
    return after.state === state ? after : refuse("payment_state", after.state);
  }

  /** Asks the channel how a paying payment stands, and acts on it. Unknown and open change nothing. */
  async query(cell: bigint, id: string): Promise<Payment | TradeRefusal> {
    const payment = await this.find(cell, id);
    if (payment === undefined) return refuse("payment_unknown");
    if (payment.state === "paying") {
      const told = await this.told(payment, (channel) => channel.query(payment.channelNo));
      if (told.state === "paid" || told.state === "failed" || told.state === "closed")
        await this.paid.take(cell, payment, told);
    }
    return (await this.paid.finish(cell, id)) ?? payment;
  }

  /** Whatever goes wrong on the way to the channel is unknown. */
  private async told(payment: Payment, ask: (channel: Channel) => Promise<Told>): Promise<Told> {
    try {
      return await ask(this.channelOf(payment));
    } catch (error) {
      this.ground.log.warn({ payment: payment.id, error: String(error) }, "the channel did not answer");
      return { state: "unknown" };
    }
  }

  private channelOf(payment: Payment): Channel {
    const channel = this.ground.channels.get(payment.channel);
    if (channel === undefined) throw new Error(`no channel ${payment.channel}`);
    return channel;
  }

  /** Takes up what was left: paid ones are booked, paying ones looked at, those past their time ended. */
  async resume(cell: bigint): Promise<void> {
    const { ground } = this;
    const now = ground.now();
    await ground.database.query(
      `UPDATE payment SET state = 'expired', reason = 'time_over', changed_at = $2
        WHERE cell_id = $1 AND state = 'created' AND expires_at <= $2`,
      [cell, now],
    );
    for await (const page of this.open(cell, ["paid", "paying"])) {
      for (const { id } of page) {
        await ground.mend(`payment ${id}`, async () => {
          const seen = await this.query(cell, id);
          if ("refused" in seen || seen.state !== "paying" || seen.expiresAt > now) return;
          await this.close(cell, seen, "expired", "time_over");
        });
      }
    }
    for await (const page of this.open(cell, ["refund_due"])) await this.paid.heal(cell, page);
  }

  /** Rows in some states, oldest first, page by page. */
  private async *open(cell: bigint, states: readonly PaymentState[]): AsyncGenerator<Payment[]> {
    for (let after = ""; ; ) {
      const { rows } = await this.ground.database.query<Payment>(
        `SELECT ${PAYMENT} FROM payment WHERE cell_id = $1 AND state = ANY($2::text[]) AND payment_id > $3
          ORDER BY payment_id LIMIT $4`,
        [cell, states, after, PAGE],
      );
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows;
      after = last.id;
    }
  }
}

/** 32 characters, which is what the channels of the country take. */
export const numberOf = (id: string) => id.replaceAll("-", "");
