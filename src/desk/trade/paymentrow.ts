/** The row of a payment: how it is read, found and listed. */
import type { Queryable } from "#store";
import { one } from "./ground.ts";

export type PaymentState =
  | "created"
  | "paying"
  | "paid"
  | "booked"
  | "cancelled"
  | "expired"
  | "failed"
  /** Paid, but not what was asked: an officer looks at it. */
  | "mismatch"
  /** Paid, but the book refused the purchase: the money is to go back. */
  | "refund_due"
  | "refunded";

export interface Payment {
  readonly id: string;
  readonly member: string;
  readonly merchant: string;
  readonly amountFen: bigint;
  readonly costFen: bigint | null;
  readonly channel: string;
  /** Our number at the channel, one for good; and its own number for the money. */
  readonly channelNo: string;
  readonly channelRef: string | null;
  readonly state: PaymentState;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly paidAt: Date | null;
  readonly paidFen: bigint | null;
  /** The purchase it becomes, by the id of its order; and the number of that journal. */
  readonly orderId: string;
  readonly bookedSeq: bigint | null;
  /** Why it is where it is: a code of the book, of the channel, or an officer's words. */
  readonly reason: string | null;
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
  readonly voucher: string | null;
  readonly requestBody: string;
}

export const PAYMENT = `payment_id AS id, member, merchant, amount_fen AS "amountFen", cost_fen AS "costFen",
  channel, channel_no AS "channelNo", channel_ref AS "channelRef", state, created_by AS "createdBy",
  created_at AS "createdAt", expires_at AS "expiresAt", paid_at AS "paidAt", paid_fen AS "paidFen",
  order_id AS "orderId", booked_seq AS "bookedSeq", reason, settled_by AS "settledBy",
  settled_at AS "settledAt", voucher, request_body AS "requestBody"`;

export function paymentOf(on: Queryable, cell: bigint, id: string): Promise<Payment | undefined> {
  return one<Payment>(on, `SELECT ${PAYMENT} FROM payment WHERE cell_id = $1 AND payment_id = $2`, [
    cell,
    id,
  ]);
}

export interface PaymentFilter {
  readonly member?: string | undefined;
  readonly merchants?: readonly string[] | undefined;
  readonly states?: readonly PaymentState[] | undefined;
  readonly createdBy?: string | undefined;
  /** When they were begun. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** Those older than this id. */
  readonly before?: string | undefined;
  readonly limit?: number | undefined;
}

/** Newest first. */
export async function listPayments(
  on: Queryable,
  cell: bigint,
  filter: PaymentFilter = {},
): Promise<Payment[]> {
  const { rows } = await on.query<Payment>(
    `SELECT ${PAYMENT} FROM payment
      WHERE cell_id = $1 AND ($2::text IS NULL OR payment_id < $2) AND ($3::text IS NULL OR member = $3)
        AND ($4::text[] IS NULL OR merchant = ANY($4)) AND ($5::text[] IS NULL OR state = ANY($5))
        AND ($6::text IS NULL OR created_by = $6)
        AND ($8::timestamptz IS NULL OR created_at >= $8) AND ($9::timestamptz IS NULL OR created_at < $9)
      ORDER BY payment_id DESC LIMIT $7`,
    [
      cell,
      filter.before ?? null,
      filter.member ?? null,
      filter.merchants ?? null,
      filter.states ?? null,
      filter.createdBy ?? null,
      filter.limit ?? 50,
      filter.from ?? null,
      filter.to ?? null,
    ],
  );
  return rows;
}
