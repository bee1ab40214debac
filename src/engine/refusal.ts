/** Refusals 拒绝: every expected no, as a value. */

/** Each code with the field it speaks of, and whether the same order may be accepted later. */
export const REFUSALS = {
  member_exists: { field: "member", retry: false },
  sponsor_unknown: { field: "sponsor", retry: true },
  merchant_exists: { field: "merchant", retry: false },
  member_unknown: { field: "member", retry: true },
  merchant_unknown: { field: "merchant", retry: true },
  region_taken: { field: "region", retry: false },
  amount_must_be_positive: { field: "amount_fen", retry: false },
  amount_too_small: { field: "amount_fen", retry: false },
  cost_not_allowed: { field: "cost_fen", retry: false },
  cost_out_of_range: { field: "cost_fen", retry: false },
  margin_too_small: { field: "amount_fen", retry: false },
  points_must_be_positive: { field: "points", retry: false },
  points_insufficient: { field: "points", retry: true },
  remainder_insufficient: { field: "amount_fen", retry: true },
  pool_empty: { field: "amount_fen", retry: true },
  purchase_unknown: { field: "purchase", retry: true },
  refund_exceeds_purchase: { field: "amount_fen", retry: false },
  refunds_exhausted: { field: "purchase", retry: false },
  pool_closed: { field: "kind", retry: false },
  purchases_pending: { field: "kind", retry: true },
  time_reversed: { field: "at", retry: false },
  at_required: { field: "at", retry: false },
  id_conflict: { field: "id", retry: false },
  feed_unknown: { field: "feed", retry: true },
  version_not_newer: { field: "plan.version", retry: false },
  pool_terms_differ: { field: "plan.pool", retry: false },
  exit_load_raised: { field: "plan.pool.exit_load", retry: false },
  sponsor_fixed: { field: "sponsor", retry: false },
  sponsor_below: { field: "sponsor", retry: false },
  sponsor_same: { field: "sponsor", retry: false },
  region_vacant: { field: "region", retry: false },
  balance_insufficient: { field: "amount_fen", retry: true },
  withdrawal_unknown: { field: "withdrawal", retry: true },
  withdrawal_closed: { field: "withdrawal", retry: false },
  proceeds_below_minimum: { field: "min_proceeds_fen", retry: true },
  /** Larger than a desk takes; the book itself knows no such bound. */
  amount_too_large: { field: "amount_fen", retry: false },
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** An expected no: the code, the field it speaks of, whether a retry may cure it. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly field: string;
  readonly retry: boolean;
}

/** The refusal of a code. */
export function refuse(code: RefusalCode): Refusal {
  return { refused: code, ...REFUSALS[code] };
}
