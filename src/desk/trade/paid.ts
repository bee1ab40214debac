/** What becomes of a payment once money has come in: booked as a purchase, or on its way back, never lost. */

import type { Told } from "#connect/channel";
import { jsonFen } from "#engine";
import { knownOrders, type Queryable } from "#store";
import { type Ground, type OrderBody, one } from "./ground.ts";
import { PAYMENT, type Payment, type PaymentState, paymentOf } from "./paymentrow.ts";
import { refuse, type TradeRefusal } from "./refusal.ts";

/** Given up by us: money that comes in afterwards has to go back. */
const OVER: readonly PaymentState[] = ["cancelled", "expired"];

export class Paid {
  constructor(private readonly ground: Ground) {}

  /**
   * Writes down what the channel says, in the transaction given. It may come twice, late and out of order:
   * only what fits the state changes it. Refuses notice_amount_differs, the row having become a mismatch.
   */
  async take(
    cell: bigint,
    payment: Payment,
    told: Told,
    on: Queryable = this.ground.database,
  ): Promise<TradeRefusal | null> {
    const now = this.ground.now();
    const { id } = payment;
    if (told.state === "failed" || told.state === "closed") {
      await on.query(
        `UPDATE payment SET state = $5, reason = $4, changed_at = $3
          WHERE cell_id = $1 AND payment_id = $2 AND state = 'paying'`,
        [cell, id, now, `channel_${told.state}`, told.state === "closed" ? "expired" : "failed"],
      );
    }
    if (told.state !== "paid") return null;
    const values = [cell, id, now, told.amount, told.ref, told.at];
    // Money for what was given up: it is in the house and has to go back; what merely failed may come right.
    const late = await on.query(
      `UPDATE payment SET state = 'refund_due', reason = 'paid_after_' || state, paid_fen = $4,
         channel_ref = $5, paid_at = $6, changed_at = $3
        WHERE cell_id = $1 AND payment_id = $2 AND state = ANY($7::text[])`,
      [...values, OVER],
    );
    if (late.rowCount > 0) return null;
    await on.query(
      `UPDATE payment SET state = CASE WHEN amount_fen = $4 THEN 'paid' ELSE 'mismatch' END,
         reason = CASE WHEN amount_fen = $4 THEN NULL ELSE 'amount_differs' END, paid_fen = $4,
         channel_ref = $5, paid_at = $6, changed_at = $3
        WHERE cell_id = $1 AND payment_id = $2 AND state IN ('created', 'paying', 'failed')`,
      values,
    );
    return told.amount === payment.amountFen ? null : refuse("notice_amount_differs");
  }

  /** Books a paid payment as a purchase; asked again it is the same purchase. */
  async finish(cell: bigint, id: string): Promise<Payment | undefined> {
    const { ground } = this;
    return await ground.turn(`${cell} payment ${id}`, async () => {
      const payment = await paymentOf(ground.database, cell, id);
      if (payment?.state !== "paid") return payment;
      await ground.after("payment.paid");
      const asked = await ground.ask(cell, purchaseOf(payment));
      await ground.after("payment.asked");
      if (asked === null) return payment;
      const now = ground.now();
      if ("refused" in asked) {
        await ground.database.query(
          `UPDATE payment SET state = 'refund_due', reason = $4, changed_at = $3
            WHERE cell_id = $1 AND payment_id = $2 AND state = 'paid'`,
          [cell, id, now, asked.refused],
        );
      } else await this.booked(cell, id, asked.seq);
      await ground.after("payment.finished");
      return await paymentOf(ground.database, cell, id);
    });
  }

  /** A purchase that is in the book is booked, whatever was thought of it before. */
  private async booked(cell: bigint, id: string, seq: bigint): Promise<void> {
    await this.ground.database.query(
      `UPDATE payment SET state = 'booked', booked_seq = $4, reason = NULL, changed_at = $3
        WHERE cell_id = $1 AND payment_id = $2 AND state IN ('paid', 'refund_due') AND paid_fen = amount_fen`,
      [cell, id, this.ground.now(), seq],
    );
  }

  /** Finance decides on a mismatch: the money is to go back. Refuses reason_required, payment_state. */
  async judge(cell: bigint, id: string, by: string, reason: string): Promise<Payment | TradeRefusal> {
    if (reason.trim() === "") return refuse("reason_required");
    return await this.settle(cell, id, "mismatch", "refund_due", [by, reason.trim(), null]);
  }

  /**
   * Finance has sent the money back, outside this house; the voucher says how. Refuses voucher_required,
   * payment_state: also where the purchase turns out to be booked.
   */
  async refunded(cell: bigint, id: string, by: string, voucher: string): Promise<Payment | TradeRefusal> {
    if (voucher.trim() === "") return refuse("voucher_required");
    return await this.ground.turn(`${cell} payment ${id}`, async () => {
      const booked = await this.ground.options.desk.find(cell, orderIdOf(id));
      if (booked?.status === "booked") await this.booked(cell, id, booked.seq);
      return await this.settle(cell, id, "refund_due", "refunded", [by, null, voucher.trim()]);
    });
  }

  private async settle(
    cell: bigint,
    id: string,
    from: string,
    to: string,
    [by, reason, voucher]: readonly [string, string | null, string | null],
  ): Promise<Payment | TradeRefusal> {
    const settled = await one<Payment>(
      this.ground.database,
      `UPDATE payment SET state = $5, settled_by = $6, settled_at = $3, reason = coalesce($7, reason),
         voucher = $8, changed_at = $3
        WHERE cell_id = $1 AND payment_id = $2 AND state = $4 RETURNING ${PAYMENT}`,
      [cell, id, this.ground.now(), from, to, by, reason, voucher],
    );
    if (settled !== undefined) return settled;
    const now = await paymentOf(this.ground.database, cell, id);
    return now === undefined ? refuse("payment_unknown") : refuse("payment_state", now.state);
  }

  /** Of two that asked the book, one may have been refused and the other booked: what is booked holds. */
  async heal(cell: bigint, due: readonly Payment[]): Promise<void> {
    const known = await knownOrders(
      this.ground.database,
      cell,
      due.map(({ orderId }) => orderId),
    );
    for (const { id, orderId } of due) {
      const found = known.get(orderId);
      if (found !== undefined) await this.booked(cell, id, found.seq);
    }
  }
}

/** The order a payment becomes: the same every time it is asked for. */
export function purchaseOf(
  payment: Pick<Payment, "orderId" | "member" | "merchant" | "amountFen" | "costFen">,
): OrderBody {
  const { orderId: id, member, merchant, amountFen, costFen } = payment;
  const cost = costFen === null ? {} : { cost_fen: jsonFen(costFen) };
  return { id, kind: "purchase", member, merchant, amount_fen: jsonFen(amountFen), ...cost };
}

export const orderIdOf = (id: string) => `pay:${id}`;
