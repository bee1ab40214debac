/**
 * Views 投影: what lists and figures are read from. All of it is made of journals, behind the book and beside
 * its way: a projector follows the journals by their numbers, and may be thrown away and made again. Days
 * are those of business time, by the clock of the country (UTC+8).
 */
import type { Migration } from "./migration.ts";

export const migration: Migration = {
  name: "006-views",
  before: ["SELECT to_regclass('purchase_view') IS NULL AS ok"],
  up: [
    // How far the projector has come. Whoever moves it holds this row.
    `CREATE TABLE projection (
      cell_id bigint NOT NULL,
      name text NOT NULL,
      operator_id bigint NOT NULL,
      seq bigint NOT NULL,
      PRIMARY KEY (cell_id, name)
    )`,
    // One row a purchase, by the journal that first booked it: paid and waiting, or settled at once.
    `CREATE TABLE purchase_view (
      cell_id bigint NOT NULL,
      seq bigint NOT NULL,
      operator_id bigint NOT NULL,
      id text NOT NULL,
      member_no bigint NOT NULL,
      merchant_no bigint NOT NULL,
      at timestamptz NOT NULL,
      state text NOT NULL CHECK (state IN ('pending', 'settled', 'refunded')),
      -- as it was paid; what of it went back, in how many refunds, by which journals
      amount bigint NOT NULL,
      refunded bigint NOT NULL,
      refunds bigint NOT NULL,
      refund_seqs bigint[] NOT NULL,
      settles timestamptz,
      -- what its settlement found out; null while it waits
      settled_seq bigint,
      settled bigint,
      due bigint,
      points bigint,
      lot_seq bigint,
      level1_no bigint,
      level2_no bigint,
      PRIMARY KEY (cell_id, seq)
    ) WITH (fillfactor = 80)`,
    "CREATE INDEX purchase_view_by_time ON purchase_view (cell_id, at, seq)",
    "CREATE INDEX purchase_view_by_member ON purchase_view (cell_id, member_no, at, seq)",
    "CREATE INDEX purchase_view_by_merchant ON purchase_view (cell_id, merchant_no, at, seq)",
    "CREATE INDEX purchase_view_pending ON purchase_view (cell_id, seq) WHERE state = 'pending'",
    `CREATE TABLE merchant_day (
      cell_id bigint NOT NULL,
      merchant_no bigint NOT NULL,
      day date NOT NULL,
      operator_id bigint NOT NULL,
      -- turnover: what was paid that day and what went back that day, waiting or settled
      purchases bigint NOT NULL,
      paid bigint NOT NULL,
      refunds bigint NOT NULL,
      refunded bigint NOT NULL,
      -- the store's account: what was split, what of it became due, what refunds took back of both
      settled bigint NOT NULL,
      due bigint NOT NULL,
      settled_back bigint NOT NULL,
      due_back bigint NOT NULL,
      shortfall bigint NOT NULL,
      -- commissions of its purchases, less those taken back
      commissions bigint NOT NULL,
      PRIMARY KEY (cell_id, merchant_no, day)
    ) WITH (fillfactor = 80)`,
    "CREATE INDEX merchant_day_by_day ON merchant_day (cell_id, day)",
    `CREATE TABLE member_sum (
      cell_id bigint NOT NULL,
      member_no bigint NOT NULL,
      operator_id bigint NOT NULL,
      purchases bigint NOT NULL,
      -- spend is paid less refunded
      paid bigint NOT NULL,
      refunded bigint NOT NULL,
      -- what points brought into the wallet, less what refunds took back of it
      proceeds bigint NOT NULL,
      commissions bigint NOT NULL,
      first_at timestamptz,
      last_at timestamptz,
      PRIMARY KEY (cell_id, member_no)
    ) WITH (fillfactor = 70)`,
    // What the members directly and indirectly below a member bought at a store, and what that earned him.
    `CREATE TABLE upline_day (
      cell_id bigint NOT NULL,
      member_no bigint NOT NULL,
      merchant_no bigint NOT NULL,
      day date NOT NULL,
      operator_id bigint NOT NULL,
      spend1 bigint NOT NULL,
      earned1 bigint NOT NULL,
      spend2 bigint NOT NULL,
      earned2 bigint NOT NULL,
      PRIMARY KEY (cell_id, member_no, merchant_no, day)
    ) WITH (fillfactor = 80)`,
    `CREATE TABLE cell_day (
      cell_id bigint NOT NULL,
      day date NOT NULL,
      operator_id bigint NOT NULL,
      journals bigint NOT NULL,
      -- every journal of the day has a number from the first to the last; others may lie between
      first_seq bigint NOT NULL,
      last_seq bigint NOT NULL,
      joined bigint NOT NULL,
      purchases bigint NOT NULL,
      paid bigint NOT NULL,
      refunds bigint NOT NULL,
      refunded bigint NOT NULL,
      redemptions bigint NOT NULL,
      redeemed bigint NOT NULL,
      exits bigint NOT NULL,
      exit_proceeds bigint NOT NULL,
      commissions bigint NOT NULL,
      -- the pool after the last of them
      cash bigint NOT NULL,
      points bigint NOT NULL,
      remainder bigint NOT NULL,
      PRIMARY KEY (cell_id, day)
    ) WITH (fillfactor = 80)`,
    // The figures of the members' disclosure, which go through every member: kept for a while.
    `CREATE TABLE disclosure_figure (
      cell_id bigint PRIMARY KEY,
      operator_id bigint NOT NULL,
      made_at timestamptz NOT NULL,
      seq bigint NOT NULL,
      members bigint NOT NULL,
      whole bigint NOT NULL,
      median_ppm bigint,
      whole_today bigint NOT NULL,
      median_today_ppm bigint,
      median_receive bigint
    )`,
    // Lists of members by what an id begins with, and withdrawals that wait.
    "CREATE INDEX member_by_prefix ON member (cell_id, id text_pattern_ops)",
    "CREATE INDEX withdrawal_held ON withdrawal (cell_id, seq) WHERE state = 'held'",
  ],
  after: ["SELECT count(*) = 0 AS ok FROM purchase_view", "SELECT count(*) = 0 AS ok FROM projection"],
};
