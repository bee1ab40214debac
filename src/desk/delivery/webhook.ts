/** Webhooks of a cell: who is told what, and up to where they have been told. */
import { uuidv7 } from "uuidv7";
import { checkUrl, newSecret, type UrlFault } from "#connect/webhook";
import type { Queryable } from "#store";
import { EVENT_NAMES, type EventName } from "./events.ts";

export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** Empty: every event. */
  readonly events: readonly EventName[];
  readonly active: boolean;
  /** Why the house stopped it: `failing` too long, or `gone` by the receiver's own word. */
  readonly disabledReason: string | null;
  readonly fromSeq: bigint;
  /** Journals up to this one have become deliveries. */
  readonly cursorSeq: bigint;
  readonly failures: number;
  readonly failingSince: Date | null;
  /** Until when the secret before this one still signs too. */
  readonly oldSecretUntil: Date | null;
  readonly createdAt: Date;
}

/** Shown once, to whoever made the webhook or changed its secret. */
export type WebhookWithSecret = Webhook & { readonly secret: string };

export interface WebhookFault {
  readonly fault: UrlFault | "event_unknown" | "webhooks_exhausted" | "seq_out_of_range" | "cell_unknown";
  readonly field: "url" | "events" | "from_seq" | null;
}

/** How secrets lie in the database; the house gives its own where it has a key. */
export interface Seal {
  seal(text: string): Buffer;
  open(sealed: Buffer): string;
}

export const PLAIN: Seal = {
  seal: (text) => Buffer.from(text, "utf8"),
  open: (sealed) => sealed.toString("utf8"),
};

export const MOST_WEBHOOKS = 20;

export interface WebhookRow {
  readonly webhook_id: string;
  readonly url: string;
  readonly secret: Buffer;
  readonly old_secret: Buffer | null;
  readonly old_secret_until: Date | null;
  readonly events: EventName[];
  readonly active: boolean;
  readonly disabled_reason: string | null;
  readonly from_seq: bigint;
  readonly cursor_seq: bigint;
  readonly failures: number;
  readonly failing_since: Date | null;
  readonly created_at: Date;
}

export const WEBHOOK_COLUMNS = `webhook_id, url, secret, old_secret, old_secret_until, events, active,
  disabled_reason, from_seq, cursor_seq, failures, failing_since, created_at`;

export function webhookView(row: WebhookRow): Webhook {
  return {
    id: row.webhook_id,
    url: row.url,
    events: row.events,
    active: row.active,
    disabledReason: row.disabled_reason,
    fromSeq: row.from_seq,
    cursorSeq: row.cursor_seq,
    failures: row.failures,
    failingSince: row.failing_since,
    oldSecretUntil: row.old_secret_until,
    createdAt: row.created_at,
  };
}

/** What is wrong with an address or a list of events; null when nothing is. */
export function faultOf(
  { url, events }: { readonly url?: string | undefined; readonly events?: readonly string[] | undefined },
  allowPrivate: boolean,
): WebhookFault | null {
  const target = url === undefined ? null : checkUrl(url, allowPrivate);
  if (typeof target === "string") return { fault: target, field: "url" };
  const known = new Set<string>(EVENT_NAMES);
  if (events?.some((event) => !known.has(event)) === true) return { fault: "event_unknown", field: "events" };
  return null;
}

export interface NewWebhook {
  readonly url: string;
  /** Absent or empty: every event. */
  readonly events?: readonly string[];
  /** The first journal told, 1 or above; absent: the next one to be booked. */
  readonly fromSeq?: bigint;
}

/** The newest journal of a cell, 0 before the first. */
async function newestSeq(tx: Queryable, cell: bigint): Promise<bigint> {
  const { rows } = await tx.query<{ seq: bigint }>(
    "SELECT seq FROM journal WHERE cell_id = $1 ORDER BY seq DESC LIMIT 1",
    [cell],
  );
  return rows[0]?.seq ?? 0n;
}

export async function insertWebhook(
  tx: Queryable,
  cell: bigint,
  made: NewWebhook,
  seal: Seal,
  now: Date,
): Promise<WebhookWithSecret | WebhookFault> {
  const newest = await newestSeq(tx, cell);
  const fromSeq = made.fromSeq ?? newest + 1n;
  if (fromSeq < 1n || fromSeq > newest + 1n) return { fault: "seq_out_of_range", field: "from_seq" };
  const { rows: there } = await tx.query<{ cell_id: bigint; webhook_id: string | null }>(
    `SELECT c.cell_id, w.webhook_id FROM cell c LEFT JOIN webhook w ON w.cell_id = $1
      WHERE c.cell_id = $1`,
    [cell],
  );
  if (there.length === 0) return { fault: "cell_unknown", field: null };
  if (there.length >= MOST_WEBHOOKS) return { fault: "webhooks_exhausted", field: null };
  const secret = newSecret();
  const events = [...new Set(made.events ?? [])];
  const { rows } = await tx.query<WebhookRow>(
    `INSERT INTO webhook (cell_id, webhook_id, operator_id, url, secret, events, active, from_seq, cursor_seq,
       failures, created_at)
     SELECT c.cell_id, $2::text, c.operator_id, $3::text, $4::bytea, $5::text[], true, $6::bigint, $7::bigint,
       0, $8::timestamptz
       FROM cell c WHERE c.cell_id = $1
     RETURNING ${WEBHOOK_COLUMNS}`,
    [cell, uuidv7(), made.url, seal.seal(secret), events, fromSeq, fromSeq - 1n, now],
  );
  return { ...webhookView(rows[0] as WebhookRow), secret };
}

export async function selectWebhooks(tx: Queryable, cell: bigint): Promise<Webhook[]> {
  const { rows } = await tx.query<WebhookRow>(
    `SELECT ${WEBHOOK_COLUMNS} FROM webhook WHERE cell_id = $1 ORDER BY webhook_id`,
    [cell],
  );
  return rows.map(webhookView);
}

export interface WebhookPatch {
  readonly url?: string;
  readonly events?: readonly string[];
  /** True starts a stopped webhook again where it had stopped, its failures forgotten. */
  readonly active?: boolean;
  /** A new secret; the one before it signs beside it for `oldSecretFor` milliseconds. */
  readonly rotateSecret?: boolean;
  readonly oldSecretFor?: number;
}

const OLD_SECRET_FOR = 86_400_000;

/** Changes what the patch names; null when there is no such webhook. */
export async function updateWebhook(
  tx: Queryable,
  cell: bigint,
  id: string,
  patch: WebhookPatch,
  seal: Seal,
  now: Date,
): Promise<Webhook | WebhookWithSecret | null> {
  const { url, events, active, rotateSecret, oldSecretFor } = patch;
  const secret = rotateSecret === true ? newSecret() : null;
  const until = new Date(now.getTime() + (oldSecretFor ?? OLD_SECRET_FOR));
  const { rows } = await tx.query<WebhookRow>(
    `UPDATE webhook
        SET url = COALESCE($3::text, url),
            events = COALESCE($4::text[], events),
            active = COALESCE($5::boolean, active),
            disabled_reason = CASE WHEN $5::boolean THEN NULL ELSE disabled_reason END,
            failures = CASE WHEN $5::boolean THEN 0 ELSE failures END,
            failing_since = CASE WHEN $5::boolean THEN NULL ELSE failing_since END,
            rest_until = CASE WHEN $5::boolean THEN NULL ELSE rest_until END,
            old_secret = CASE WHEN $6::bytea IS NULL THEN old_secret ELSE secret END,
            old_secret_until = CASE WHEN $6::bytea IS NULL THEN old_secret_until ELSE $7::timestamptz END,
            secret = COALESCE($6::bytea, secret)
      WHERE cell_id = $1 AND webhook_id = $2
      RETURNING ${WEBHOOK_COLUMNS}`,
    [
      cell,
      id,
      url ?? null,
      events === undefined ? null : [...new Set(events)],
      active ?? null,
      secret === null ? null : seal.seal(secret),
      until,
    ],
  );
  const [row] = rows;
  if (row === undefined) return null;
  return secret === null ? webhookView(row) : { ...webhookView(row), secret };
}

/** Removes a webhook with its log. */
export async function removeWebhook(tx: Queryable, cell: bigint, id: string): Promise<boolean> {
  const { rowCount } = await tx.query("DELETE FROM webhook WHERE cell_id = $1 AND webhook_id = $2", [
    cell,
    id,
  ]);
  if (rowCount === 0) return false;
  await tx.query("DELETE FROM delivery WHERE cell_id = $1 AND webhook_id = $2", [cell, id]);
  return true;
}
