/**
 * Views of what single members got: commissions with their thaw and what refunds took back, and exits the
 * house made. The views are emptied here: the projector makes them again from the first journal.
 */
import { absent, keyed, type Migration, present } from "./migration.ts";

const TABLES = ["commission_view", "exit_view"] as const;
const VIEWS = [
  ...(["purchase_view", "refund_view", "merchant_day", "member_sum", "upline_day", "cell_day"] as const),
  "projection",
] as const;

export const migration: Migration = {
  name: "010-earnings",
  before: absent(TABLES),
  up: [
    ...VIEWS.map((view) => `DELETE FROM ${view}`),
    // One row a posting of a settlement; back is what refunds took of it.
    `CREATE TABLE commission_view (${keyed(`
      seq bigint NOT NULL,
      step text NOT NULL,
      member_no bigint NOT NULL,
      purchase_seq bigint NOT NULL,
      at timestamptz NOT NULL,
      amount bigint NOT NULL,
      back bigint NOT NULL DEFAULT 0,
      back_at timestamptz,
      -- null: never frozen
      thaws timestamptz,
      thawed_at timestamptz,
      PRIMARY KEY (cell_id, seq, step)`)}) WITH (fillfactor = 80)`,
    "CREATE INDEX commission_view_by_member ON commission_view (cell_id, member_no, at, seq)",
    `CREATE INDEX commission_view_thawed ON commission_view (cell_id, member_no, thawed_at)
       WHERE thawed_at IS NOT NULL`,
    `CREATE INDEX commission_view_back ON commission_view (cell_id, member_no, back_at)
       WHERE back_at IS NOT NULL`,
    `CREATE TABLE exit_view (${keyed(`
      seq bigint NOT NULL,
      n integer NOT NULL,
      member_no bigint NOT NULL,
      at timestamptz NOT NULL,
      points bigint NOT NULL,
      worth bigint NOT NULL,
      proceeds bigint NOT NULL,
      reason text NOT NULL,
      PRIMARY KEY (cell_id, seq, n)`)})`,
    "CREATE INDEX exit_view_by_member ON exit_view (cell_id, member_no, at)",
  ],
  after: present(TABLES),
};
