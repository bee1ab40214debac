/** People: who acts, how they sign in, what they may reach, what they asked and did. */
import { keyed, type Migration } from "./migration.ts";

const TABLES = [
  "principal",
  "principal_scope",
  "personal",
  "session",
  "login_code",
  "rate",
  "lockout",
  "api_key",
  "approval",
  "audit",
  "audit_head",
  "login_log",
  "consent",
];

const exactly = (count: number): string =>
  `SELECT count(*) = ${count} AS ok FROM information_schema.tables
   WHERE table_schema = current_schema() AND table_name IN (${TABLES.map((name) => `'${name}'`).join(", ")})`;

export const migration: Migration = {
  name: "002-people",
  before: [exactly(0)],
  up: [
    // Staff sign in by login, password and TOTP; a person by phone and code. A tombstone keeps id and
    // member_id.
    `CREATE TABLE principal (${keyed(`
       id text NOT NULL,
       kind text NOT NULL CHECK (kind IN ('staff', 'person')),
       roles text[] NOT NULL,
       name text,
       login text,
       password_hash text,
       totp_cipher bytea,
       totp_step bigint,
       phone_hash bytea,
       phone_cipher bytea,
       member_id text,
       active boolean NOT NULL,
       created_at timestamptz NOT NULL,
       erased_at timestamptz,
       PRIMARY KEY (cell_id, id),
       CHECK (kind = 'staff' OR roles = '{}'),
       CHECK (kind = 'person' OR (member_id IS NULL AND phone_hash IS NULL)),
       CHECK (kind = 'staff' OR (login IS NULL AND password_hash IS NULL AND totp_cipher IS NULL)),
       CHECK (erased_at IS NULL OR (NOT active AND name IS NULL AND phone_hash IS NULL AND phone_cipher IS
       NULL))`)})`,
    "CREATE UNIQUE INDEX principal_login ON principal (cell_id, login)",
    "CREATE UNIQUE INDEX principal_phone ON principal (cell_id, phone_hash)",
    "CREATE UNIQUE INDEX principal_member ON principal (cell_id, member_id)",
    `CREATE TABLE principal_scope (${keyed(`
       principal_id text NOT NULL,
       role text NOT NULL CHECK (role IN ('merchant', 'clerk', 'agent')),
       value text NOT NULL,
       granted_at timestamptz NOT NULL,
       granted_by text NOT NULL,
       PRIMARY KEY (cell_id, principal_id, role, value)`)})`,
    "CREATE INDEX principal_scope_value ON principal_scope (cell_id, value, role)",
    // One encrypted field of one person; the hint is what a list may show.
    `CREATE TABLE personal (${keyed(`
       principal_id text NOT NULL,
       field text NOT NULL CHECK (field IN ('real_name', 'id_number', 'bank_card')),
       cipher bytea NOT NULL,
       hint text NOT NULL,
       at timestamptz NOT NULL,
       PRIMARY KEY (cell_id, principal_id, field)`)})`,
    `CREATE TABLE session (${keyed(`
       token_hash bytea NOT NULL,
       principal_id text NOT NULL,
       created_at timestamptz NOT NULL,
       expires_at timestamptz NOT NULL,
       ends_at timestamptz NOT NULL,
       last_seen_at timestamptz NOT NULL,
       ip text,
       agent text,
       PRIMARY KEY (cell_id, token_hash)`)})`,
    "CREATE INDEX session_principal ON session (cell_id, principal_id)",
    // One live code a phone; a new one takes its place.
    `CREATE TABLE login_code (${keyed(`
       phone_hash bytea NOT NULL,
       code_hash bytea NOT NULL,
       tries integer NOT NULL,
       sent_at timestamptz NOT NULL,
       expires_at timestamptz NOT NULL,
       used_at timestamptz,
       PRIMARY KEY (cell_id, phone_hash)`)})`,
    // How often a subject did something in one slot of time.
    `CREATE TABLE rate (${keyed(`
       subject text NOT NULL,
       slot timestamptz NOT NULL,
       count integer NOT NULL,
       PRIMARY KEY (cell_id, subject, slot)`)})`,
    "CREATE INDEX rate_slot ON rate (cell_id, slot)",
    `CREATE TABLE lockout (${keyed(`
       subject bytea NOT NULL,
       failures integer NOT NULL,
       locked_until timestamptz NOT NULL,
       PRIMARY KEY (cell_id, subject)`)})`,
    `CREATE TABLE api_key (${keyed(`
       key_hash bytea NOT NULL,
       id text NOT NULL,
       name text NOT NULL,
       hint text NOT NULL,
       scopes text[] NOT NULL,
       store_id text,
       created_by text NOT NULL,
       created_at timestamptz NOT NULL,
       last_used_at timestamptz,
       revoked_at timestamptz,
       PRIMARY KEY (cell_id, key_hash)`)})`,
    "CREATE UNIQUE INDEX api_key_id ON api_key (cell_id, id)",
    "CREATE INDEX api_key_store ON api_key (cell_id, store_id)",
    // The payload is text, not jsonb: its hash is over exactly these bytes (RFC 8785).
    `CREATE TABLE approval (${keyed(`
       id text NOT NULL,
       kind text NOT NULL CHECK (kind IN ('plan', 'injection', 'sponsor_correction', 'withdrawal')),
       subject text NOT NULL,
       payload text NOT NULL,
       payload_hash text NOT NULL,
       asked_by text NOT NULL,
       asked_at timestamptz NOT NULL,
       expires_at timestamptz NOT NULL,
       state text NOT NULL CHECK (state IN ('asked', 'approved', 'rejected', 'done')),
       decided_by text,
       decided_at timestamptz,
       reason text,
       done_at timestamptz,
       PRIMARY KEY (cell_id, id),
       CHECK (decided_by IS NULL OR decided_by <> asked_by),
       CHECK ((state = 'asked') = (decided_by IS NULL))`)})`,
    "CREATE INDEX approval_state ON approval (cell_id, state, id)",
    // What was done, chained: head = SHA-256(head before || SHA-256(canonical JSON of the row)).
    `CREATE TABLE audit (${keyed(`
       seq bigint NOT NULL,
       at timestamptz NOT NULL,
       who text NOT NULL,
       role text NOT NULL,
       action text NOT NULL,
       target text NOT NULL,
       before text,
       after text,
       ip text,
       head bytea NOT NULL,
       PRIMARY KEY (cell_id, seq)`)})`,
    "CREATE INDEX audit_target ON audit (cell_id, target, seq)",
    `CREATE TABLE audit_head (${keyed(`
       seq bigint NOT NULL,
       head bytea NOT NULL,
       PRIMARY KEY (cell_id)`)})`,
    `CREATE TABLE login_log (${keyed(`
       id text NOT NULL,
       at timestamptz NOT NULL,
       way text NOT NULL,
       outcome text NOT NULL,
       principal_id text,
       ip text,
       agent text,
       PRIMARY KEY (cell_id, id)`)})`,
    "CREATE INDEX login_log_principal ON login_log (cell_id, principal_id, id)",
    `CREATE TABLE consent (${keyed(`
       id text NOT NULL,
       principal_id text NOT NULL,
       purpose text NOT NULL,
       text_id text NOT NULL,
       text_hash text NOT NULL,
       given boolean NOT NULL,
       at timestamptz NOT NULL,
       ip text,
       PRIMARY KEY (cell_id, id)`)})`,
    "CREATE INDEX consent_principal ON consent (cell_id, principal_id, id)",
    "CREATE INDEX consent_text ON consent (cell_id, text_id, id)",
    ...["principal_scope", "personal", "session"].map(
      (table) =>
        `ALTER TABLE ${table} ADD FOREIGN KEY (cell_id, principal_id) REFERENCES principal (cell_id, id)`,
    ),
  ],
  after: [exactly(TABLES.length)],
};
