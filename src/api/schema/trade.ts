/** Payments, purchases and withdrawals as they are shown. */
import { z } from "zod";
import type { Payment, Withdrawal } from "#desk";
import { jsonFen, showPoints, showPrice } from "#engine";
import type { JournalHead, PurchaseRow } from "#statement";
import { bookId, fen, iso, points, time } from "./money.ts";
import { memberNamed } from "./person.ts";

const bookedSchema = z
  .object({
    points: points.nullable().meta({ description: "Granted; null while the purchase waits 发放的积分" }),
    settles_at: time.nullable().meta({ description: "When a waiting purchase settles 待结的结算时间" }),
    price: z
      .object({ cash_fen: fen, points, shown: z.string() })
      .meta({ description: "At which the points were reckoned: pool cash over points out 入账时的价格" }),
    locked: bookId
      .nullable()
      .meta({ description: "The sponsor this payment locked him to 由此锁定的推荐人" }),
  })
  .meta({ id: "PaymentBooked" });

export const paymentSchema = z
  .object({
    id: z.string(),
    state: z
      .enum([
        ...(["created", "paying", "paid", "booked", "cancelled", "expired"] as const),
        ...(["failed", "mismatch", "refund_due", "refunded"] as const),
      ])
      .meta({ description: "created → paying → paid → booked 待付 → 付款中 → 已付 → 已入账" }),
    member: bookId,
    merchant: bookId,
    amount_fen: fen,
    channel: z.string(),
    created_at: time,
    expires_at: time,
    paid_at: time.nullable(),
    paid_fen: fen.nullable(),
    purchase: z.string().meta({ description: "Id of the purchase it becomes 所成消费的编号" }),
    seq: z.int().nullable().meta({ description: "Number of its journal 凭证号" }),
    reason: z.string().nullable(),
    demo: z.boolean().meta({ description: "No real money moves by it 演示，不动真钱" }),
    booked: bookedSchema
      .nullable()
      .meta({ description: "What it became, once it is booked; where one payment is asked for 入账结果" }),
  })
  .meta({ id: "Payment" });

/** What a payment became in the book, out of the journal of its purchase. */
export function bookedShown(
  { entry, start }: JournalHead["record"],
  boundTo: string | null,
): z.output<typeof bookedSchema> {
  const [cash, out] = [BigInt(start.cash), BigInt(start.points)];
  return {
    points: entry.type === "purchased" ? showPoints(BigInt(entry.purchase.points)) : null,
    settles_at: entry.type === "pended" ? entry.settles : null,
    price: { cash_fen: jsonFen(cash), points: showPoints(out), shown: showPrice({ cash, points: out }) },
    locked: boundTo ?? (entry.type === "purchased" ? entry.locked : null),
  };
}

export function paymentShown(
  row: Payment,
  booked: z.output<typeof bookedSchema> | null = null,
): z.output<typeof paymentSchema> {
  return {
    id: row.id,
    state: row.state,
    member: row.member,
    merchant: row.merchant,
    amount_fen: jsonFen(row.amountFen),
    channel: row.channel,
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
    paid_at: iso(row.paidAt),
    paid_fen: row.paidFen === null ? null : jsonFen(row.paidFen),
    purchase: row.orderId,
    seq: row.bookedSeq === null ? null : Number(row.bookedSeq),
    reason: row.reason,
    demo: row.channel === "demo",
    booked,
  };
}

export const purchaseSchema = z
  .object({
    id: z.string(),
    seq: z.int(),
    state: z.enum(["pending", "settled", "refunded"]),
    member: bookId,
    merchant: bookId,
    at: time,
    amount_fen: fen,
    refunded_fen: fen,
    refunds: z.int(),
    settles_at: time.nullable().meta({ description: "When a pending one settles 待结的结算时间" }),
    settled_fen: fen.nullable().meta({ description: "What was split 分账的金额" }),
    due_fen: fen.nullable().meta({ description: "Of it due to the store 其中门店应得" }),
    points: points.nullable(),
    points_left: points.nullable(),
    points_sold: points,
    got_fen: fen.meta({ description: "What the points sold brought 已兑积分所得" }),
    lot: z.int().nullable(),
    channel: z
      .string()
      .nullable()
      .meta({ description: "`till`, a payment channel, or null 收银、支付渠道，或无" }),
    taken_by: z
      .string()
      .nullable()
      .meta({ description: "Who took it; for the store and staff 经手人，门店与运营方可见" }),
  })
  .extend(memberNamed)
  .meta({ id: "Purchase" });

/** Who took it is for the store's and the staff's eyes. */
export function purchaseShown(row: PurchaseRow, inner: boolean) {
  const optional = <T, U>(value: T | null, show: (value: T) => U) => (value === null ? null : show(value));
  return {
    id: row.id,
    seq: Number(row.seq),
    state: row.state,
    member: row.member,
    merchant: row.merchant,
    at: row.at.toISOString(),
    amount_fen: jsonFen(row.amount),
    refunded_fen: jsonFen(row.refunded),
    refunds: row.refunds,
    settles_at: iso(row.settles),
    settled_fen: optional(row.settled, jsonFen),
    due_fen: optional(row.due, jsonFen),
    points: optional(row.points, showPoints),
    points_left: optional(row.left, showPoints),
    points_sold: showPoints(row.sold),
    got_fen: jsonFen(row.got),
    lot: optional(row.lot, Number),
    channel: row.channel,
    taken_by: inner ? row.takenBy : null,
  };
}

export const WITHDRAWAL_STATES = [
  ...(["requested", "refused", "applied", "first_approved", "approved", "rejected"] as const),
  ...(["cancelled", "sent", "awaiting_member", "paid", "failed", "expired"] as const),
] as const;

export const withdrawalSchema = z
  .object({
    id: z.string(),
    state: z
      .enum(WITHDRAWAL_STATES)
      .meta({ description: "applied → approved → sent → paid 已申请 → 已批准 → 已发出 → 已到账" }),
    member: bookId,
    source: z.enum(["wallet", "commission"]),
    amount_fen: fen,
    tax_fen: fen.nullable(),
    net_fen: fen.nullable(),
    way: z.string(),
    payee: z.string().meta({ description: "Masked 打码" }),
    officers: z.int().meta({ description: "How many officers it takes 须几人审核" }),
    created_at: time,
    first_by: z.string().nullable(),
    approved_by: z.string().nullable(),
    decided_by: z.string().nullable(),
    decided_at: time.nullable(),
    reason: z.string().nullable(),
    paid_by: z.string().nullable(),
    paid_at: time.nullable(),
    voucher: z.string().nullable(),
    held_seq: z.int().nullable(),
    settled_seq: z.int().nullable(),
  })
  .meta({ id: "Withdrawal" });

export const withdrawalLineSchema = withdrawalSchema.extend(memberNamed).meta({ id: "WithdrawalLine" });

/** Who decided is for the staff's eyes; a member sees that it was decided, and why. */
export function withdrawalShown(row: Withdrawal, forStaff: boolean): z.output<typeof withdrawalSchema> {
  const officer = (who: string | null) => (forStaff ? who : null);
  return {
    id: row.id,
    state: row.state,
    member: row.member,
    source: row.source,
    amount_fen: jsonFen(row.grossFen),
    tax_fen: row.taxFen === null ? null : jsonFen(row.taxFen),
    net_fen: row.netFen === null ? null : jsonFen(row.netFen),
    way: row.payeeWay,
    payee: row.payeeHint,
    officers: row.officers,
    created_at: row.createdAt.toISOString(),
    first_by: officer(row.firstBy),
    approved_by: officer(row.approvedBy),
    decided_by: officer(row.decidedBy),
    decided_at: iso(row.decidedAt),
    // What the book refused stands in the row as a record of the machine.
    reason: row.state === "refused" ? "refused" : row.reason,
    paid_by: officer(row.paidBy),
    paid_at: iso(row.paidAt),
    voucher: row.voucher,
    held_seq: row.heldSeq === null ? null : Number(row.heldSeq),
    settled_seq: row.settledSeq === null ? null : Number(row.settledSeq),
  };
}
