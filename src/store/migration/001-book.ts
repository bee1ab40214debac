/**
 * The book 账簿. A cell is one book with its pool; `cell_id` leads every key, so that a cell can live on any
 * machine (docs/decisions/4). Numbers come from counters in the pool row, which the one writer of the cell
 * holds.
 */
import type { Migration } from "./migration.ts";

export const migration: Migration = {
  name: "001-book",
  before: ["SELECT to_regclass('journal') IS NULL AS ok"],
  up: [
    `CREATE TABLE operator (
      operator_id bigint PRIMARY KEY,
      name text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    )`,
    `CREATE TABLE cell (
      cell_id bigint PRIMARY KEY,
      operator_id bigint NOT NULL,
      name text NOT NULL,
      -- live: the desk's clock gives orders their time; orders: only orders carry time, as in a replay
      clock text NOT NULL CHECK (clock IN ('live', 'orders')),
      created_at timestamptz NOT NULL DEFAULT now()
    )`,
    // The one row every group of the cell locks: the fence is epoch and seq, compared in the same statement.
    `CREATE TABLE pool (
      cell_id bigint PRIMARY KEY,
      operator_id bigint NOT NULL,
      epoch bigint NOT NULL DEFAULT 0,
      holder text,
      holder_url text,
      lease_until timestamptz NOT NULL DEFAULT '-infinity',
      seq bigint NOT NULL,
      head bytea NOT NULL CHECK (length(head) = 32),
      parties bigint NOT NULL,
      lot_seq bigint NOT NULL,
      cash bigint NOT NULL CHECK (cash >= 0),
      points bigint NOT NULL CHECK (points >= 0),
      remainder bigint NOT NULL CHECK (remainder >= 0),
      last_cash bigint NOT NULL,
      last_points bigint NOT NULL,
      opened boolean NOT NULL,
      closed boolean NOT NULL,
      cascade_order text,
      cascade_cash bigint,
      cascade_points bigint,
      exit_load_ppm bigint NOT NULL,
      clock_us bigint,
      clock_text text,
      -- no journal before this one has anything that is still to happen by itself
      timed_from bigint NOT NULL
    ) WITH (fillfactor = 20)`,
    `CREATE TABLE plan (
      cell_id bigint NOT NULL,
      operator_id bigint NOT NULL,
      name text NOT NULL,
      version bigint NOT NULL,
      hash bytea NOT NULL CHECK (length(hash) = 32),
      body text NOT NULL,
      first_seq bigint NOT NULL,
      PRIMARY KEY (cell_id, name, version)
    )`,
    `CREATE TABLE feed (
      cell_id bigint NOT NULL,
      operator_id bigint NOT NULL,
      feed text NOT NULL,
      plan_name text NOT NULL,
      plan_version bigint NOT NULL,
      since_seq bigint NOT NULL,
      PRIMARY KEY (cell_id, feed)
    )`,
    // One row a journal, whole: what was asked, what came of it as canonical JSON, the chain, and for every
    // account touched the journal that touched it before and its balance afterwards: an account's history is
    // walked from its newest journal back, and buying maintains no index by account.
    `CREATE TABLE journal (
      cell_id bigint NOT NULL,
      seq bigint NOT NULL,
      operator_id bigint NOT NULL,
      id text,
      kind text NOT NULL,
      at timestamptz,
      recorded_at timestamptz NOT NULL,
      head bytea NOT NULL,
      touched bigint[] NOT NULL,
      prev bigint[] NOT NULL,
      after bigint[] NOT NULL,
      earlier bigint,
      asked text,
      record text NOT NULL,
      PRIMARY KEY (cell_id, seq),
      UNIQUE (cell_id, id)
    ) WITH (toast_tuple_target = 8160)`,
    // A record is read as often as it is written: kept as it is, not squeezed.
    "ALTER TABLE journal ALTER COLUMN record SET STORAGE EXTERNAL",
    `CREATE TABLE account (
      cell_id bigint NOT NULL,
      account_id bigint NOT NULL,
      operator_id bigint NOT NULL,
      balance bigint NOT NULL,
      newest bigint NOT NULL,
      PRIMARY KEY (cell_id, account_id)
    ) WITH (fillfactor = 50)`,
    `CREATE TABLE member (
      cell_id bigint NOT NULL,
      no bigint NOT NULL,
      operator_id bigint NOT NULL,
      id text NOT NULL,
      sponsor_no bigint,
      joined_seq bigint NOT NULL,
      PRIMARY KEY (cell_id, no),
      UNIQUE (cell_id, id)
    ) WITH (fillfactor = 90)`,
    "CREATE INDEX member_by_sponsor ON member (cell_id, sponsor_no) WHERE sponsor_no IS NOT NULL",
    `CREATE TABLE sponsor_change (
      cell_id bigint NOT NULL,
      seq bigint NOT NULL,
      operator_id bigint NOT NULL,
      member_no bigint NOT NULL,
      from_no bigint,
      to_no bigint,
      kind text NOT NULL,
      PRIMARY KEY (cell_id, seq)
    )`,
    "CREATE INDEX sponsor_change_by_member ON sponsor_change (cell_id, member_no)",
    `CREATE TABLE merchant (
      cell_id bigint NOT NULL,
      no bigint NOT NULL,
      operator_id bigint NOT NULL,
      id text NOT NULL,
      owner_no bigint NOT NULL,
      region text NOT NULL,
      take_ppm bigint,
      recruiter_no bigint,
      goods boolean NOT NULL,
      feed text NOT NULL,
      opened_seq bigint NOT NULL,
      PRIMARY KEY (cell_id, no),
      UNIQUE (cell_id, id)
    )`,
    `CREATE TABLE portion (
      cell_id bigint NOT NULL,
      no bigint NOT NULL,
      operator_id bigint NOT NULL,
      name text NOT NULL,
      PRIMARY KEY (cell_id, no),
      UNIQUE (cell_id, name)
    )`,
    `CREATE TABLE agent (
      cell_id bigint NOT NULL,
      region text NOT NULL,
      operator_id bigint NOT NULL,
      member_no bigint NOT NULL,
      since_seq bigint NOT NULL,
      PRIMARY KEY (cell_id, region)
    )`,
    `CREATE TABLE lot (
      cell_id bigint NOT NULL,
      seq bigint NOT NULL,
      operator_id bigint NOT NULL,
      member_no bigint NOT NULL,
      points0 bigint NOT NULL CHECK (points0 >= 0),
      cap0 bigint NOT NULL CHECK (cap0 >= 0),
      points bigint NOT NULL CHECK (points BETWEEN 0 AND points0),
      newest_seq bigint NOT NULL,
      oldest_seq bigint NOT NULL,
      PRIMARY KEY (cell_id, seq)
    ) WITH (fillfactor = 70)`,
    "CREATE INDEX lot_by_member ON lot (cell_id, member_no)",
    // What has become of a purchase; no row while it is as it was bought.
    `CREATE TABLE purchase_change (
      cell_id bigint NOT NULL,
      purchase_seq bigint NOT NULL,
      operator_id bigint NOT NULL,
      left_grains bigint NOT NULL CHECK (left_grains >= 0),
      sold bigint NOT NULL CHECK (sold >= 0),
      got bigint NOT NULL CHECK (got >= 0),
      refunded bigint NOT NULL CHECK (refunded >= 0),
      refunds bigint NOT NULL CHECK (refunds >= 0),
      PRIMARY KEY (cell_id, purchase_seq)
    )`,
    `CREATE TABLE withdrawal (
      cell_id bigint NOT NULL,
      id text NOT NULL,
      operator_id bigint NOT NULL,
      member_no bigint NOT NULL,
      source text NOT NULL,
      amount bigint NOT NULL CHECK (amount > 0),
      state text NOT NULL CHECK (state IN ('held', 'paid', 'returned')),
      seq bigint NOT NULL,
      PRIMARY KEY (cell_id, id)
    )`,
    "CREATE INDEX withdrawal_by_member ON withdrawal (cell_id, member_no)",
    // The price after each group: one row a commit, not one a purchase.
    `CREATE TABLE price (
      cell_id bigint NOT NULL,
      seq bigint NOT NULL,
      operator_id bigint NOT NULL,
      at timestamptz NOT NULL,
      cash bigint NOT NULL,
      points bigint NOT NULL,
      PRIMARY KEY (cell_id, seq)
    )`,
  ],
  after: ["SELECT count(*) = 0 AS ok FROM journal", "SELECT count(*) = 0 AS ok FROM pool"],
};
