/**
 * What console and counter work with: views that lists are searched and sorted by, shifts, preferences,
 * exports. The views are emptied here: the projector makes them again from the first journal.
 */
import { absent, keyed, type Migration, present } from "./migration.ts";

const TABLES = ["refund_view", "shift", "preference", "export_part"] as const;
const VIEWS = ["purchase_view", "merchant_day", "member_sum", "upline_day", "cell_day", "projection"];

export const migration: Migration = {
  name: "008-console",
  before: absent(TABLES),
  up: [
    ...VIEWS.map((view) => `DELETE FROM ${view}`),
    // Who took a purchase and by which channel it was paid; null where it was booked by an order alone.
    "ALTER TABLE purchase_view ADD COLUMN taken_by text, ADD COLUMN channel text",
    `CREATE INDEX purchase_view_by_taker ON purchase_view (cell_id, taken_by, at, seq)
       WHERE taken_by IS NOT NULL`,
    // Points granted, and members whom a purchase there locked.
    `ALTER TABLE merchant_day ADD COLUMN points bigint NOT NULL DEFAULT 0,
       ADD COLUMN locked bigint NOT NULL DEFAULT 0`,
    "ALTER TABLE cell_day ADD COLUMN issued bigint NOT NULL DEFAULT 0",
    // A row from joining on; balances as far as the view has come, and the store that locked him.
    `ALTER TABLE member_sum ADD COLUMN joined_at timestamptz, ADD COLUMN store_no bigint,
       ADD COLUMN points bigint NOT NULL DEFAULT 0, ADD COLUMN wallet bigint NOT NULL DEFAULT 0,
       ADD COLUMN commission bigint NOT NULL DEFAULT 0, ADD COLUMN frozen bigint NOT NULL DEFAULT 0`,
    `CREATE INDEX member_sum_arrears ON member_sum (cell_id, member_no)
       WHERE wallet < 0 OR commission < 0 OR frozen < 0`,
    `CREATE TABLE refund_view (${keyed(`
      seq bigint NOT NULL,
      id text NOT NULL,
      purchase_seq bigint NOT NULL,
      member_no bigint NOT NULL,
      merchant_no bigint NOT NULL,
      at timestamptz NOT NULL,
      amount bigint NOT NULL,
      PRIMARY KEY (cell_id, seq)`)})`,
    "CREATE INDEX refund_view_by_merchant ON refund_view (cell_id, merchant_no, at, seq)",
    // Names of persons as they gave them to be called by; real names are sealed and cannot be searched.
    `CREATE INDEX principal_name ON principal (cell_id, name text_pattern_ops)
       WHERE kind = 'person' AND name IS NOT NULL`,
    "CREATE INDEX delivery_dead ON delivery (cell_id, delivery_id) WHERE state = 'dead'",
    "CREATE INDEX job_failed ON job (cell_id, finished_at) WHERE state = 'failed'",
    "CREATE INDEX arrival_code ON arrival (cell_id, code, arrival_id) WHERE code IS NOT NULL",
    "CREATE INDEX audit_who ON audit (cell_id, who, seq)",
    // A shift is of the journals after the one it was opened at, up to the one it was closed at.
    `CREATE TABLE shift (${keyed(`
      merchant text NOT NULL,
      n integer NOT NULL CHECK (n > 0),
      opened_by text NOT NULL,
      opened_at timestamptz NOT NULL,
      opened_seq bigint NOT NULL,
      closed_by text,
      closed_at timestamptz,
      closed_seq bigint,
      -- as they stood at the closing, for good
      figures jsonb,
      counted_fen bigint CHECK (counted_fen >= 0),
      note text,
      PRIMARY KEY (cell_id, merchant, n),
      CHECK ((closed_at IS NULL) = (figures IS NULL)),
      CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
      CHECK ((closed_at IS NULL) = (closed_seq IS NULL))`)})`,
    "CREATE UNIQUE INDEX shift_open ON shift (cell_id, merchant) WHERE closed_at IS NULL",
    `CREATE TABLE preference (${keyed(`
      principal_id text NOT NULL,
      body jsonb NOT NULL,
      updated_at timestamptz NOT NULL,
      PRIMARY KEY (cell_id, principal_id)`)})`,
    // The file an export job has made, in parts; the job's row says whose it is.
    `CREATE TABLE export_part (${keyed(`
      job_id text NOT NULL,
      part integer NOT NULL,
      bytes bytea NOT NULL,
      made_at timestamptz NOT NULL,
      PRIMARY KEY (cell_id, job_id, part)`)})`,
    "ALTER TABLE export_part ALTER COLUMN bytes SET STORAGE EXTERNAL",
    "CREATE INDEX export_part_age ON export_part (cell_id, made_at)",
  ],
  after: present(TABLES),
};
