/** Which way the money of a record went, and how much: the table of README.md, as one pure function. */
import type { Role } from "./row.ts";
import type { BadCode } from "./sentences.ts";
import type { Status, Type } from "./words.ts";

/** The cells that speak of money; fen. Null: no such column, or nothing written in it. */
export interface MoneyCells {
  /** May be negative. */
  readonly amount: bigint;
  /** The refunded amount beside it; never negative. */
  readonly back: bigint | null;
  readonly status: Exclude<Status, "unpaid"> | null;
  readonly type: Type | null;
}

/** What a purchase's own row says about its refund. */
export interface Announcement {
  /** Fen; null: no figure is given. */
  readonly amount: bigint | null;
  /** Whether, without a figure and without refund rows, the whole is meant. */
  readonly whole: boolean;
}

export interface Money {
  readonly kind: "purchase" | "refund";
  /** Fen, above 0. */
  readonly amount: bigint;
  /** Of a purchase only. */
  readonly announced: Announcement | null;
}

export interface MoneyFault {
  readonly role: Role;
  readonly code: BadCode;
}

/**
 * A refund is a negative amount, or a positive one of type refund, or (as payment bills have it) an amount
 * of 0 beside a refunded amount in a row that says it is a refund. All else is a purchase, perhaps with an
 * announced refund.
 */
export function readMoney(cells: MoneyCells): Money | MoneyFault {
  const { amount, status, type } = cells;
  const back = cells.back ?? 0n;
  if (amount === 0n) {
    const saysRefund = type === "refund" || (status !== null && status !== "paid");
    if (back === 0n || !saysRefund) return { role: "amount", code: "amount_must_be_positive" };
    return { kind: "refund", amount: back, announced: null };
  }
  if (amount < 0n || type === "refund") {
    if (type === "purchase") return { role: "amount", code: "sign_contradicts_type" };
    const size = amount < 0n ? -amount : amount;
    if (back !== 0n && back !== size) return { role: "refunded", code: "refund_figures_differ" };
    return { kind: "refund", amount: size, announced: null };
  }
  const announced = announcement(cells);
  return announced !== null && "code" in announced ? announced : { kind: "purchase", amount, announced };
}

function announcement({ amount, back, status }: MoneyCells): Announcement | MoneyFault | null {
  const differ: MoneyFault = { role: "refunded", code: "refund_figures_differ" };
  if (status === null || status === "paid") {
    if (back === null || back === 0n) return null;
    return back > amount ? differ : { amount: back, whole: false };
  }
  if (back === null) return { amount: status === "wholly" ? amount : null, whole: status !== "partly" };
  if (back === 0n || back > amount) return differ;
  if ((status === "wholly") !== (back === amount) && status !== "refunded") return differ;
  return { amount: back, whole: false };
}
