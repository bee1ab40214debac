/** Agencies with what must be on file before a division opens, and the answers that repeatable writes got. */
import { absent, keyed, type Migration, present } from "./migration.ts";

const TABLES = ["agency", "answered"] as const;

export const migration: Migration = {
  name: "007-agency",
  before: absent(TABLES),
  up: [
    `CREATE TABLE agency (${keyed(`
      agency_id text NOT NULL,
      request text,
      request_body text NOT NULL,
      region text NOT NULL,
      member text NOT NULL,
      filing_number text NOT NULL CHECK (filing_number <> ''),
      disclosed_on date NOT NULL,
      cooling_off_until date NOT NULL,
      state text NOT NULL CHECK (state IN ('asked', 'appointed', 'refused', 'ending', 'ended')),
      -- code of the book where it refused; the officer's words where it ended
      reason text,
      created_by text NOT NULL,
      created_at timestamptz NOT NULL,
      appointed_seq bigint,
      ended_by text,
      ended_at timestamptz,
      ended_seq bigint,
      PRIMARY KEY (cell_id, agency_id),
      UNIQUE (cell_id, request),
      CHECK (cooling_off_until >= disclosed_on),
      CHECK (state NOT IN ('appointed', 'ending', 'ended') OR appointed_seq IS NOT NULL)`)})`,
    "CREATE INDEX agency_region ON agency (cell_id, region, agency_id)",
    "CREATE INDEX agency_member ON agency (cell_id, member, agency_id)",
    "CREATE INDEX agency_open ON agency (cell_id, agency_id) WHERE state IN ('asked', 'ending')",
    // The answer is sealed, for it may show a secret once.
    `CREATE TABLE answered (${keyed(`
      request_hash bytea NOT NULL,
      body_hash bytea NOT NULL,
      -- null while the request is under way
      status integer,
      answer bytea,
      started_at timestamptz NOT NULL,
      PRIMARY KEY (cell_id, request_hash)`)})`,
    "CREATE INDEX answered_age ON answered (cell_id, started_at)",
  ],
  after: present(TABLES),
};
