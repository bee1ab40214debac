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
  readonly id?: string | undefined;
  /** Members, at most 200. */
  readonly members?: readonly string[] | undefined;
  readonly states?: readonly WithdrawalState[] | undefined;
  /** When they were asked for. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

const WHERE = `cell_id = $1 AND ($2::text IS NULL OR withdrawal_id = $2)
  AND ($3::text[] IS NULL OR member = ANY($3)) AND ($4::text[] IS NULL OR state = ANY($4))
  AND ($5::timestamptz IS NULL OR created_at >= $5) AND ($6::timestamptz IS NULL OR created_at < $6)`;

const valuesOf = (cell: bigint, { id, members, states, from, to }: WithdrawalFilter) => [
  ...[cell, id ?? null, members?.slice(0, 200) ?? null, states ?? null, from ?? null, to ?? null],
];

export interface WithdrawalPage {
  /** Those older than this id. */
  readonly before?: string | undefined;
  readonly limit?: number | undefined;
}

/** Newest first. */
export async function listWithdrawals(
  on: Queryable,
  cell: bigint,
  { before, limit, ...filter }: WithdrawalFilter & WithdrawalPage = {},
): Promise<Withdrawal[]> {
  const { rows } = await on.query<Withdrawal>(
    `SELECT ${WITHDRAWAL} FROM withdrawal_request WHERE ${WHERE}
       AND ($7::text IS NULL OR withdrawal_id < $7) ORDER BY withdrawal_id DESC LIMIT $8`,
    [...valuesOf(cell, filter), before ?? null, limit ?? 50],
  );
  return rows;
}

export interface WithdrawalCount {
  readonly state: WithdrawalState;
  readonly count: number;
  readonly grossFen: bigint;
}

/** How many stand in each state, and what they come to. */
export async function countWithdrawals(
  on: Queryable,
  cell: bigint,
  filter: WithdrawalFilter,
): Promise<WithdrawalCount[]> {
  const { rows } = await on.query<Omit<WithdrawalCount, "count"> & { readonly count: bigint }>(
    `SELECT state, count(*) AS count, sum(gross_fen)::bigint AS "grossFen" FROM withdrawal_request
      WHERE ${WHERE} GROUP BY state ORDER BY state`,
    valuesOf(cell, filter),
  );
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
