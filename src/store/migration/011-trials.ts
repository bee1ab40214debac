/** Trials 推演 asked for by request: files to backtest, kept for some days, and what each trial came to. */
import { absent, keyed, type Migration, present } from "./migration.ts";

const TABLES = ["upload", "trial"] as const;

export const migration: Migration = {
  name: "011-trials",
  before: absent(TABLES),
  up: [
    // The bytes lie in the data folder under the id.
    `CREATE TABLE upload (${keyed(`
      upload_id text NOT NULL,
      name text NOT NULL,
      bytes bigint NOT NULL CHECK (bytes > 0),
      sha256 text NOT NULL,
      created_by text NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      PRIMARY KEY (cell_id, upload_id),
      -- the same file of the same person is the same upload
      UNIQUE (cell_id, created_by, sha256)`)})`,
    "CREATE INDEX upload_age ON upload (cell_id, expires_at)",
    `CREATE TABLE trial (${keyed(`
      trial_id text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('backtest', 'simulate')),
      title text NOT NULL,
      plan_name text NOT NULL,
      plan_version bigint NOT NULL,
      task jsonb NOT NULL,
      job_id text NOT NULL,
      created_by text NOT NULL,
      created_at timestamptz NOT NULL,
      -- what it came to, as JSON and as a page; or why it was refused
      figures text,
      report text,
      refused jsonb,
      finished_at timestamptz,
      PRIMARY KEY (cell_id, trial_id),
      CHECK ((figures IS NULL) = (report IS NULL)),
      CHECK (figures IS NULL OR refused IS NULL),
      CHECK ((finished_at IS NULL) = (figures IS NULL AND refused IS NULL))`)})`,
    "CREATE INDEX trial_by_maker ON trial (cell_id, created_by, trial_id)",
  ],
  after: present(TABLES),
};
