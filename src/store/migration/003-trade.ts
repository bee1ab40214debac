/**
 * Everyday work around the book: payments, withdrawals, injections, plans on their way, codes, stores,
 * settings. Every row is a small state machine; the money itself moves by orders alone, whose ids follow
 * from the row's.
 */
import { absent, keyed, type Migration, present } from "./migration.ts";

const TABLES = [
  "payment",
  "channel_nonce",
  "withdrawal_request",
  "injection",
  "plan_draft",
  "code",
  "arrival",
  "store_profile",
  "setting",
] as const;

const payment = `CREATE TABLE payment (${keyed(`
  payment_id text NOT NULL,
  -- the same request is the same payment
  request text,
  request_body text NOT NULL,
  member text NOT NULL,
  merchant text NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  cost_fen bigint CHECK (cost_fen >= 0),
  channel text NOT NULL,
  -- our number at the channel, one for good; its number for the money
  channel_no text NOT NULL,
  channel_ref text,
  state text NOT NULL CHECK (state IN ('created', 'paying', 'paid', 'booked', 'cancelled', 'expired',
    'failed', 'mismatch', 'refund_due', 'refunded')),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  paid_at timestamptz,
  paid_fen bigint,
  order_id text NOT NULL,
  booked_seq bigint,
  reason text,
  settled_by text,
  settled_at timestamptz,
  voucher text,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (cell_id, payment_id),
  UNIQUE (cell_id, request),
  UNIQUE (cell_id, channel, channel_no),
  CHECK ((state = 'booked') = (booked_seq IS NOT NULL)),
  CHECK (state NOT IN ('paid', 'booked', 'mismatch', 'refund_due', 'refunded') OR paid_fen IS NOT NULL),
  CHECK (state NOT IN ('paid', 'booked') OR paid_fen = amount_fen)`)})`;

const channelNonce = `CREATE TABLE channel_nonce (${keyed(`
  channel text NOT NULL,
  nonce text NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (cell_id, channel, nonce)`)})`;

const withdrawalRequest = `CREATE TABLE withdrawal_request (${keyed(`
  withdrawal_id text NOT NULL,
  request text,
  request_body text NOT NULL,
  member text NOT NULL,
  source text NOT NULL CHECK (source IN ('wallet', 'commission')),
  gross_fen bigint NOT NULL CHECK (gross_fen > 0),
  -- withheld at payout, once the house computes it
  tax_fen bigint CHECK (tax_fen >= 0),
  net_fen bigint CHECK (net_fen >= 0),
  payee_way text NOT NULL,
  payee_hint text NOT NULL,
  same_name boolean NOT NULL,
  -- which of the day's it is; null gives the place free again
  day date NOT NULL,
  nth integer,
  officers integer NOT NULL CHECK (officers IN (1, 2)),
  state text NOT NULL CHECK (state IN ('requested', 'refused', 'applied', 'first_approved', 'approved',
    'rejected', 'cancelled', 'sent', 'awaiting_member', 'paid', 'failed', 'expired')),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  first_by text,
  first_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  decided_by text,
  decided_at timestamptz,
  reason text,
  channel text,
  channel_no text NOT NULL,
  channel_ref text,
  sent_at timestamptz,
  paid_by text,
  paid_at timestamptz,
  voucher text,
  order_id text NOT NULL,
  held_seq bigint,
  -- the journal that paid it out or gave it back; null while that is still to be asked for
  settled_seq bigint,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (cell_id, withdrawal_id),
  UNIQUE (cell_id, request),
  UNIQUE (cell_id, channel_no),
  UNIQUE (cell_id, member, day, nth),
  CHECK (net_fen IS NULL OR gross_fen = net_fen + coalesce(tax_fen, 0)),
  CHECK (first_by <> approved_by),
  CHECK ((state IN ('requested', 'refused')) = (held_seq IS NULL)),
  CHECK (state <> 'rejected' OR reason <> ''),
  CHECK (state NOT IN ('approved', 'sent', 'awaiting_member', 'paid')
    OR (approved_by IS NOT NULL AND (officers = 1 OR first_by IS NOT NULL)))`)})`;

const injection = `CREATE TABLE injection (${keyed(`
  injection_id text NOT NULL,
  request text,
  request_body text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('inject', 'release')),
  total_fen bigint NOT NULL CHECK (total_fen > 0),
  days integer NOT NULL CHECK (days > 0),
  -- when part 0 falls due; part i is due i days later
  starts_at timestamptz NOT NULL,
  announce_zh text NOT NULL,
  announce_en text NOT NULL,
  announced_at timestamptz,
  state text NOT NULL CHECK (state IN ('asked', 'approved', 'done', 'rejected', 'stopped')),
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  decided_by text,
  decided_at timestamptz,
  reason text,
  parts integer NOT NULL DEFAULT 0,
  booked_fen bigint NOT NULL DEFAULT 0,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (cell_id, injection_id),
  UNIQUE (cell_id, request),
  CHECK (total_fen >= days),
  CHECK (decided_by <> asked_by),
  CHECK (parts <= days AND booked_fen <= total_fen),
  CHECK (state <> 'done' OR (parts = days AND booked_fen = total_fen)),
  CHECK (parts = 0 OR announced_at IS NOT NULL)`)})`;

const planDraft = `CREATE TABLE plan_draft (${keyed(`
  name text NOT NULL,
  version bigint NOT NULL,
  feed text NOT NULL,
  -- canonical JSON; what is signed is its hash
  body text NOT NULL,
  hash text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'checked', 'signed', 'effective', 'withdrawn')),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  verdict jsonb,
  checked_at timestamptz,
  checked_by text,
  -- what a condition of the verdict wanted recorded, by rule
  recorded jsonb NOT NULL,
  first_by text,
  first_at timestamptz,
  second_by text,
  second_at timestamptz,
  published_by text,
  announced_at timestamptz,
  effective_from timestamptz,
  effective_seq bigint,
  reason text,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (cell_id, name, version),
  CHECK (first_by <> second_by),
  CHECK (state NOT IN ('signed', 'effective') OR (first_by IS NOT NULL AND second_by IS NOT NULL)),
  CHECK ((state = 'effective') = (effective_seq IS NOT NULL))`)})`;

const code = `CREATE TABLE code (${keyed(`
  code text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('store', 'member')),
  target text NOT NULL,
  -- the how-manieth of its target; the newest one counts
  generation integer NOT NULL,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (cell_id, code),
  UNIQUE (cell_id, kind, target, generation)`)})`;

const arrival = `CREATE TABLE arrival (${keyed(`
  arrival_id text NOT NULL,
  request text,
  request_body text NOT NULL,
  member text NOT NULL,
  fresh boolean NOT NULL,
  code text,
  channel text NOT NULL CHECK (channel IN ('store_code', 'poster', 'link', 'referral')),
  sponsor text,
  state text NOT NULL CHECK (state IN ('asked', 'joined', 'bound', 'kept', 'refused')),
  reason text,
  seq bigint,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (cell_id, arrival_id),
  UNIQUE (cell_id, request)`)})`;

const storeProfile = `CREATE TABLE store_profile (${keyed(`
  merchant text NOT NULL,
  name_zh text NOT NULL,
  name_en text,
  address text NOT NULL,
  phone_cipher bytea,
  owner text NOT NULL,
  region text NOT NULL,
  take text,
  recruiter text,
  goods boolean NOT NULL,
  feed text NOT NULL,
  state text NOT NULL CHECK (state IN ('opening', 'open', 'refused')),
  reason text,
  opened_by text NOT NULL,
  created_at timestamptz NOT NULL,
  opened_seq bigint,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (cell_id, merchant),
  CHECK ((state = 'open') = (opened_seq IS NOT NULL))`)})`;

const setting = `CREATE TABLE setting (${keyed(`
  key text NOT NULL,
  value jsonb NOT NULL,
  updated_by text NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (cell_id, key)`)})`;

export const migration: Migration = {
  name: "003-trade",
  before: absent(TABLES),
  up: [
    payment,
    `CREATE INDEX payment_open ON payment (cell_id, state, payment_id)
       WHERE state IN ('created', 'paying', 'paid', 'mismatch', 'refund_due')`,
    "CREATE INDEX payment_member ON payment (cell_id, member, payment_id)",
    "CREATE INDEX payment_merchant ON payment (cell_id, merchant, payment_id)",
    channelNonce,
    "CREATE INDEX channel_nonce_age ON channel_nonce (cell_id, seen_at)",
    withdrawalRequest,
    `CREATE INDEX withdrawal_request_open ON withdrawal_request (cell_id, state, withdrawal_id)
       WHERE settled_seq IS NULL AND state <> 'refused'`,
    "CREATE INDEX withdrawal_request_member ON withdrawal_request (cell_id, member, withdrawal_id)",
    injection,
    "CREATE INDEX injection_open ON injection (cell_id, state) WHERE state IN ('asked', 'approved')",
    planDraft,
    "CREATE INDEX plan_draft_due ON plan_draft (cell_id, effective_from) WHERE state = 'signed'",
    code,
    arrival,
    "CREATE INDEX arrival_open ON arrival (cell_id, arrival_id) WHERE state = 'asked'",
    "CREATE INDEX arrival_member ON arrival (cell_id, member, arrival_id)",
    storeProfile,
    "CREATE INDEX store_profile_owner ON store_profile (cell_id, owner)",
    "CREATE INDEX store_profile_region ON store_profile (cell_id, region)",
    "CREATE INDEX store_profile_open ON store_profile (cell_id) WHERE state = 'opening'",
    setting,
  ],
  after: present(TABLES),
};
