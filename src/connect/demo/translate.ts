/**
 * The demo channel's words into ours and back; pure, and strict: what it does not know is unknown, never a
 * guess.
 */

import type { Notice, Told, Transferred } from "../channel/index.ts";

/** What the gateway is asked, as JSON. */
export type Request =
  | { readonly do: "open"; readonly no: string; readonly amount_fen: number; readonly expires_at: string }
  | { readonly do: "query" | "close" | "query_transfer"; readonly no: string }
  | { readonly do: "transfer"; readonly no: string; readonly amount_fen: number; readonly member: string };

type Fields = Readonly<Record<string, unknown>>;

export function requestText(request: Request): string {
  return JSON.stringify({ demo: true, ...request });
}

/** The hand of an opened payment: what the payer's device shows. Throws where the answer holds none. */
export function handOf(body: string, number: string): Readonly<Record<string, string>> {
  const { demo, no, pay_page } = fieldsOf(body);
  if (demo !== true || no !== number || typeof pay_page !== "string")
    throw new Error("the demo channel opened nothing");
  return { channel: "demo", demo: "true", no: number, pay_page };
}

/** How a payment stands, from the answer about this number; an answer about another says nothing of it. */
export function toldOf(body: string, number: string): Told {
  const fields = fieldsOf(body);
  return fields.no === number ? payment(fields) : { state: "unknown" };
}

/** How a transfer stands, from the answer about this number. */
export function transferredOf(body: string, number: string): Transferred {
  const fields = fieldsOf(body);
  return fields.no === number ? transfer(fields) : { state: "unknown" };
}

/** A message; null where it is none of this channel. */
export function noticeOf(body: string): Notice | null {
  const fields = fieldsOf(body);
  const { demo, of, no } = fields;
  if (demo !== true || typeof no !== "string" || !/^[0-9a-f]{32}$/.test(no)) return null;
  if (of === "payment") return { of, no, told: payment(fields) };
  return of === "transfer" ? { of, no, told: transfer(fields) } : null;
}

function payment(fields: Fields): Told {
  const { state } = fields;
  if (state === "PAID") return money(fields);
  if (state === "NOTPAY") return { state: "open" };
  if (state === "CLOSED") return { state: "closed" };
  if (state === "PAYERROR") return { state: "failed" };
  return { state: state === "NOT_FOUND" ? "absent" : "unknown" };
}

function transfer(fields: Fields): Transferred {
  const { state, confirm_page } = fields;
  if (state === "SUCCESS") return money(fields);
  if (state === "WAIT_USER_CONFIRM") {
    const page = typeof confirm_page === "string" ? { confirm_page } : {};
    return { state: "awaiting_member", hand: { channel: "demo", demo: "true", ...page } };
  }
  if (state === "EXPIRED") return { state: "expired" };
  if (state === "FAIL") return { state: "failed" };
  return { state: state === "NOT_FOUND" ? "absent" : "unknown" };
}

/** Money is taken for paid only with all that belongs to it. */
function money({ ref, amount_fen: amount, at }: Fields) {
  const time = typeof at === "string" ? new Date(at) : null;
  if (typeof ref !== "string" || ref === "" || !Number.isSafeInteger(amount) || (amount as number) <= 0) {
    return { state: "unknown" } as const;
  }
  if (time === null || Number.isNaN(time.getTime())) return { state: "unknown" } as const;
  return { state: "paid", ref, amount: BigInt(amount as number), at: time } as const;
}

function fieldsOf(body: string): Fields {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
  } catch {
    return {};
  }
}
