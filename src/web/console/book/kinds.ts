/** Kinds of journals and of accounts, for the filters of the books. */

export const JOURNAL_KINDS = [
  ...["purchase", "settle", "refund", "redeem", "exits", "withdraw", "pay_out", "return_withdrawal", "thaw"],
  ...["join", "bind", "correct_sponsor", "open_store", "appoint", "dismiss", "publish"],
  ...["inject", "release", "wind_up"],
] as const;

/** Accounts of which the book has one. */
export const SINGLE_ACCOUNTS = [
  ...["pool", "pool_remainder", "operator", "unclaimed", "pending", "outside", "points_issued"],
] as const;

/** Accounts that somebody has: of a member, a merchant, a named portion. */
export const OWNED_ACCOUNTS = [
  ...["wallet", "commission", "commission_frozen", "points", "withdrawal", "payable", "portion"],
] as const;
