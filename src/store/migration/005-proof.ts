/** Daily proofs: the figures of a cell, signed, kept and served. */
import type { Migration } from "./migration.ts";

export const migration: Migration = {
  name: "005-proof",
  before: ["SELECT to_regclass('proof') IS NULL AS ok"],
  up: [
    `CREATE TABLE proof (
      cell_id bigint NOT NULL,
      -- in the country's time
      day date NOT NULL,
      operator_id bigint NOT NULL,
      seq bigint NOT NULL,
      head bytea NOT NULL CHECK (length(head) = 32),
      -- the proof as canonical JSON, its signature included
      body text NOT NULL,
      made_at timestamptz NOT NULL,
      PRIMARY KEY (cell_id, day)
    )`,
  ],
  after: ["SELECT count(*) = 0 AS ok FROM proof"],
};
