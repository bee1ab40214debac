/** What everyday work refuses, as a value: its own codes, and those of the book as the book gives them. */
import type { RefusalCode } from "#engine";

/** Each code with the field it speaks of, and whether the same request may be taken later. */
export const TRADE_REFUSALS = {
  payment_unknown: { field: "payment", retry: false },
  payment_state: { field: "payment", retry: false },
  payment_unclear: { field: "payment", retry: true },
  channel_unknown: { field: "channel", retry: false },
  channel_unavailable: { field: "channel", retry: true },
  pay_code_unknown: { field: "pay_code", retry: false },
  pay_code_limit: { field: "amount_fen", retry: false },
  payment_request_unknown: { field: "code", retry: false },
  payment_request_state: { field: "code", retry: false },
  notice_malformed: { field: "body", retry: false },
  notice_signature_wrong: { field: "signature", retry: false },
  notice_stale: { field: "timestamp", retry: false },
  notice_replayed: { field: "nonce", retry: false },
  notice_unknown: { field: "no", retry: false },
  notice_amount_differs: { field: "amount_fen", retry: false },
  withdrawal_request_unknown: { field: "withdrawal", retry: false },
  withdrawal_state: { field: "withdrawal", retry: false },
  withdrawal_too_small: { field: "amount_fen", retry: false },
  withdrawals_too_many: { field: "amount_fen", retry: true },
  payee_not_same_name: { field: "payee", retry: false },
  officer_same: { field: "officer", retry: false },
  reason_required: { field: "reason", retry: false },
  voucher_required: { field: "voucher", retry: false },
  injection_unknown: { field: "injection", retry: false },
  injection_state: { field: "injection", retry: false },
  injection_too_thin: { field: "days", retry: false },
  days_out_of_range: { field: "days", retry: false },
  announcement_required: { field: "announce_zh", retry: false },
  plan_unknown: { field: "plan", retry: false },
  plan_exists: { field: "plan.version", retry: false },
  plan_state: { field: "plan", retry: false },
  plan_malformed: { field: "plan", retry: false },
  plan_refused: { field: "plan", retry: false },
  plan_hash_differs: { field: "hash", retry: false },
  condition_unknown: { field: "rule", retry: false },
  condition_unrecorded: { field: "rule", retry: false },
  effective_too_soon: { field: "effective_from", retry: false },
  code_unknown: { field: "code", retry: false },
  target_unknown: { field: "target", retry: false },
  store_unknown: { field: "store", retry: false },
  shift_unknown: { field: "n", retry: false },
  shift_open: { field: "store", retry: false },
  store_exists: { field: "store", retry: false },
  region_unknown: { field: "region", retry: false },
  name_required: { field: "name_zh", retry: false },
  setting_unknown: { field: "key", retry: false },
  setting_out_of_range: { field: "value", retry: false },
  agent_unknown: { field: "region", retry: false },
  agent_state: { field: "region", retry: false },
  filing_required: { field: "filing_number", retry: false },
  disclosure_too_recent: { field: "disclosed_on", retry: true },
  cooling_off_running: { field: "cooling_off_until", retry: true },
  dates_disordered: { field: "cooling_off_until", retry: false },
  /** The same request key was used for another content. */
  request_conflict: { field: "request", retry: false },
  /** The book could not read the order that follows from this request. */
  order_malformed: { field: "order", retry: false },
} as const;

export type TradeRefusalCode = keyof typeof TRADE_REFUSALS;

export interface TradeRefusal {
  readonly refused: TradeRefusalCode | RefusalCode;
  readonly field: string;
  readonly retry: boolean;
  /** How the row stands, where that is why; the rule or field, where the code alone does not say which. */
  readonly detail: string | null;
}

/** The refusal of a code. */
export function refuse(code: TradeRefusalCode, detail: string | null = null): TradeRefusal {
  return { refused: code, ...TRADE_REFUSALS[code], detail };
}

/** Whether an answer is a refusal. */
export function isTradeRefusal(answer: unknown): answer is TradeRefusal {
  return typeof answer === "object" && answer !== null && "refused" in answer;
}
