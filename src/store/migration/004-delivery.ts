/** Jobs, webhooks with their delivery log, and the slots by which a schedule fires once. */
import { absent, type Migration, present } from "./migration.ts";

const TABLES = ["job", "schedule_slot", "webhook", "delivery"] as const;

const job = `
  CREATE TABLE job (
    cell_id bigint NOT NULL,
    job_id text NOT NULL,
    operator_id bigint NOT NULL,
    kind text NOT NULL,
    -- The same work asked for twice is one row.
    key text NOT NULL,
    payload jsonb NOT NULL,
    state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    run_at timestamptz NOT NULL,
    tries integer NOT NULL,
    most_tries integer NOT NULL CHECK (most_tries > 0),
    last_error text,
    worker text,
    lease_until timestamptz,
    done integer NOT NULL,
    total integer,
    result jsonb,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    finished_at timestamptz,
    PRIMARY KEY (cell_id, job_id),
    UNIQUE (cell_id, kind, key)
  )`;

const scheduleSlot = `
  CREATE TABLE schedule_slot (
    cell_id bigint NOT NULL,
    name text NOT NULL,
    slot timestamptz NOT NULL,
    operator_id bigint NOT NULL,
    claimed_at timestamptz NOT NULL,
    PRIMARY KEY (cell_id, name, slot)
  )`;

const webhook = `
  CREATE TABLE webhook (
    cell_id bigint NOT NULL,
    webhook_id text NOT NULL,
    operator_id bigint NOT NULL,
    url text NOT NULL,
    -- Sealed where the house has a key; the one before it stays good until a rotation is over.
    secret bytea NOT NULL,
    old_secret bytea,
    old_secret_until timestamptz,
    events text[] NOT NULL,
    active boolean NOT NULL,
    disabled_reason text,
    from_seq bigint NOT NULL,
    -- Journals up to here have become deliveries.
    cursor_seq bigint NOT NULL,
    failures integer NOT NULL,
    failing_since timestamptz,
    rest_until timestamptz,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (cell_id, webhook_id)
  )`;

const delivery = `
  CREATE TABLE delivery (
    cell_id bigint NOT NULL,
    delivery_id text NOT NULL,
    operator_id bigint NOT NULL,
    webhook_id text NOT NULL,
    seq bigint NOT NULL,
    event text NOT NULL,
    body text NOT NULL,
    state text NOT NULL CHECK (state IN ('queued', 'sending', 'delivered', 'dead')),
    tries integer NOT NULL,
    -- When it is due; while it is sent, when it counts as lost with its sender.
    next_at timestamptz NOT NULL,
    last_status integer,
    last_error text,
    response text,
    created_at timestamptz NOT NULL,
    delivered_at timestamptz,
    PRIMARY KEY (cell_id, delivery_id),
    UNIQUE (cell_id, webhook_id, seq, event)
  )`;

export const migration: Migration = {
  name: "004-delivery",
  before: absent(TABLES),
  up: [
    job,
    "CREATE INDEX job_due ON job (cell_id, run_at, job_id) WHERE state = 'queued'",
    "CREATE INDEX job_lease ON job (cell_id, lease_until) WHERE state = 'running'",
    scheduleSlot,
    webhook,
    delivery,
    `CREATE INDEX delivery_due ON delivery (cell_id, webhook_id, next_at, delivery_id)
       WHERE state IN ('queued', 'sending')`,
    "CREATE INDEX delivery_log ON delivery (cell_id, webhook_id, delivery_id)",
  ],
  after: [
    ...present(TABLES),
    `SELECT count(*) = 0 AS ok
       FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
      WHERE i.indrelid IN (${TABLES.map((table) => `'${table}'::regclass`).join(", ")})
        AND a.attname <> 'cell_id'`,
  ],
};
