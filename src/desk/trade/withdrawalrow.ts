/** The row of a withdrawal on its way: how it is read, found and listed. */
import type { Queryable } from "#store";
import { one } from "./ground.ts";

export type WithdrawalState =
  /** Written down; the book has not answered yet whether it holds the money. */
  | "requested"
  | "refused"
  | "applied"
  /** A large one that one of its two officers has approved. */
  | "first_approved"
  | "approved"
  | "rejected"
  | "cancelled"
  | "sent"
  | "awaiting_member"
  | "paid"
  | "failed"
  | "expired";

export interface Withdrawal {
  readonly id: string;
  readonly member: string;
  readonly source: "wallet" | "commission";
  readonly grossFen: bigint;
  /** Withheld, and what is sent; null as long as the house withholds nothing. */
  readonly taxFen: bigint | null;
  readonly netFen: bigint | null;
  readonly payeeWay: string;
  /** Masked: enough to know it again. */
  readonly payeeHint: string;
  readonly sameName: boolean;
  /** How many officers it takes. */
  readonly officers: 1 | 2;
  readonly state: WithdrawalState;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly firstBy: string | null;
  readonly firstAt: Date | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly channel: string | null;
  readonly channelNo: string;
  readonly channelRef: string | null;
  readonly sentAt: Date | null;
  readonly paidBy: string | null;
  readonly paidAt: Date | null;
  readonly voucher: string | null;
  readonly orderId: string;
  /** The journal that holds the money; the one that paid it out or gave it back, null until it is booked. */
  readonly heldSeq: bigint | null;
  readonly settledSeq: bigint | null;
  readonly requestBody: string;
}

export const WITHDRAWAL = `withdrawal_id AS id, member, source, gross_fen AS "grossFen", tax_fen AS "taxFen",
  net_fen AS "netFen", payee_way AS "payeeWay", payee_hint AS "payeeHint", same_name AS "sameName", officers,
  state, created_by AS "createdBy", created_at AS "createdAt", first_by AS "firstBy", first_at AS "firstAt",
  approved_by AS "approvedBy", approved_at AS "approvedAt", decided_by AS "decidedBy",
  decided_at AS "decidedAt", reason, channel, channel_no AS "channelNo", channel_ref AS "channelRef",
  sent_at AS "sentAt", paid_by AS "paidBy", paid_at AS "paidAt", voucher, order_id AS "orderId",
  held_seq AS "heldSeq", settled_seq AS "settledSeq", request_body AS "requestBody"`;

export function withdrawalOf(on: Queryable, cell: bigint, id: string): Promise<Withdrawal | undefined> {
  const text = `SELECT ${WITHDRAWAL} FROM withdrawal_request WHERE cell_id = $1 AND withdrawal_id = $2`;
  return one<Withdrawal>(on, text, [cell, id]);
}

export interface WithdrawalFilter {
  readonly member?: string;
  readonly states?: readonly WithdrawalState[];
  /** Those older than this id. */
  readonly before?: string;
  readonly limit?: number;
}

/** Newest first. */
export async function listWithdrawals(
  on: Queryable,
  cell: bigint,
  { member, states, before, limit }: WithdrawalFilter = {},
): Promise<Withdrawal[]> {
  const { rows } = await on.query<Withdrawal>(
    `SELECT ${WITHDRAWAL} FROM withdrawal_request
      WHERE cell_id = $1 AND ($2::text IS NULL OR withdrawal_id < $2) AND ($3::text IS NULL OR member = $3)
        AND ($4::text[] IS NULL OR state = ANY($4))
      ORDER BY withdrawal_id DESC LIMIT $5`,
    [cell, before ?? null, member ?? null, states ?? null, limit ?? 50],
  );
  return rows;
}
