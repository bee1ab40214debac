/** A record read by itself, and the rows it becomes once it has been held against the others. */
import type { Announcement } from "./money.ts";
import type { SheetRow } from "./row.ts";

/** What a purchase's own row says about its refund, and when. */
export interface Announced extends Announcement {
  readonly at: string | null;
  readonly key: number | null;
  readonly refundId: string | null;
}

/** A record in neutral form, its refund not yet tied to a purchase. */
export interface Draft {
  readonly line: number;
  readonly kind: "purchase" | "refund";
  /** The order column as it stands: of a refund, perhaps the purchase's. */
  readonly id: string | null;
  readonly refundId: string | null;
  readonly original: string | null;
  readonly member: string;
  readonly merchant: string | null;
  readonly amount: bigint;
  readonly announced: Announced | null;
  readonly at: string | null;
  readonly key: number;
  readonly sponsor: string | null;
  readonly cost: bigint | null;
  readonly region: string | null;
}

/** The row of a purchase. */
export function purchaseRow(draft: Draft): SheetRow {
  const { line, id, member, merchant, amount, at, key, sponsor, cost, region } = draft;
  return {
    line,
    id,
    member,
    merchant,
    amount_fen: amount,
    kind: "purchase",
    at,
    sortKey: key,
    sortLine: line,
    sponsor,
    original: null,
    originalLine: null,
    cost_fen: cost,
    region,
  };
}

/** The row of a refund of a purchase. */
export function refundRow(draft: Draft, purchase: Draft): SheetRow {
  const sameMoment = draft.key === purchase.key;
  return {
    ...purchaseRow(draft),
    id: draft.refundId ?? (draft.id === purchase.id ? null : draft.id),
    kind: "refund",
    sortLine: sameMoment ? Math.max(draft.line, purchase.line) : draft.line,
    original: purchase.id,
    originalLine: purchase.line,
  };
}
