/**
 * Paying at the counter 当面付: a member's code that is good for a minute and once, and what a counter asks to
 * be paid by whoever scans it.
 */
import { absent, keyed, type Migration, present } from "./migration.ts";

const TABLES = ["pay_code", "payment_request"] as const;

export const migration: Migration = {
  name: "009-counter",
  before: absent(TABLES),
  up: [
    `CREATE TABLE pay_code (${keyed(`
      code_hash bytea NOT NULL,
      member text NOT NULL,
      expires_at timestamptz NOT NULL,
      -- the request that used it: the same one may come again
      used_by text,
      PRIMARY KEY (cell_id, code_hash)`)})`,
    "CREATE INDEX pay_code_age ON pay_code (cell_id, expires_at)",
    `CREATE TABLE payment_request (${keyed(`
      code text NOT NULL,
      request text,
      request_body text NOT NULL,
      merchant text NOT NULL,
      amount_fen bigint NOT NULL CHECK (amount_fen > 0),
      cost_fen bigint CHECK (cost_fen >= 0),
      created_by text NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      -- who was the first to pay it, and by what; one for good
      member text,
      channel text,
      taken_at timestamptz,
      cancelled_at timestamptz,
      PRIMARY KEY (cell_id, code),
      UNIQUE (cell_id, request),
      CHECK ((member IS NULL) = (taken_at IS NULL) AND (member IS NULL) = (channel IS NULL)),
      CHECK (member IS NULL OR cancelled_at IS NULL)`)})`,
    "CREATE INDEX payment_request_open ON payment_request (cell_id, expires_at) WHERE member IS NULL",
  ],
  after: present(TABLES),
};
