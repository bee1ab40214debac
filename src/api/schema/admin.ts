/** What the operator's own work is shown as: approvals, keys, webhooks, deliveries, jobs. */
import { z } from "zod";
import type { DeliveryView, JobView, Webhook } from "#desk";
import { type Approval, KEY_SCOPES, type KeyLine } from "#people";
import { type Sentence, WORDS } from "../words.ts";
import { bookId, iso, time } from "./money.ts";

const who = z.string().nullable();

export const approvalSchema = z
  .object({
    id: z.string(),
    kind: z.enum(["plan", "injection", "sponsor_correction", "withdrawal"]),
    subject: z.string(),
    payload: z.unknown().meta({ description: "What was asked 所申请的内容" }),
    payload_hash: z.string().meta({ description: "What the second officer approves 复核内容的哈希" }),
    state: z.enum(["asked", "approved", "rejected", "done", "expired"]),
    asked_by: z.string(),
    asked_at: time,
    expires_at: time,
    decided_by: who,
    decided_at: time.nullable(),
    reason: z.string().nullable(),
    outcome: z
      .object({ code: z.string(), zh: z.string(), en: z.string() })
      .nullable()
      .meta({ description: "Why the book no longer took it; null where it did 未能办理的原因" }),
  })
  .meta({ id: "Approval" });

/** How an outcome stands in the row of an approval. */
export const OUTCOME = "refused:";

export function approvalShown(row: Approval): z.output<typeof approvalSchema> {
  const refused = row.state === "done" && row.reason?.startsWith(OUTCOME) === true;
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    payload: row.payload,
    payload_hash: row.payloadHash,
    state: row.state,
    asked_by: row.askedBy,
    asked_at: row.askedAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
    decided_by: row.decidedBy,
    decided_at: iso(row.decidedAt),
    reason: refused ? null : row.reason,
    outcome: refused ? said((row.reason ?? "").slice(OUTCOME.length)) : null,
  };
}

/** A code with its sentences; itself where it is of another version. */
function said(code: string): { code: string; zh: string; en: string } {
  const { zh, en }: Sentence = (WORDS as Readonly<Record<string, Sentence>>)[code] ?? { zh: code, en: code };
  return { code, zh, en };
}

export const scopes = z.array(z.enum(KEY_SCOPES)).min(1).max(KEY_SCOPES.length);

export const keySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    hint: z.string().meta({ description: "Its last four characters 末四位" }),
    scopes: z.array(z.string()),
    store: bookId.nullable(),
    created_by: z.string(),
    created_at: time,
    last_used_at: time.nullable(),
    revoked_at: time.nullable(),
  })
  .meta({ id: "Key" });

export const keyMadeSchema = z
  .object({ id: z.string(), key: z.string().meta({ description: "Shown once 只显示一次" }) })
  .meta({ id: "KeyMade" });

export function keyShown(row: KeyLine): z.output<typeof keySchema> {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    scopes: [...row.scopes],
    store: row.store,
    created_by: row.createdBy,
    created_at: row.createdAt.toISOString(),
    last_used_at: iso(row.lastUsedAt),
    revoked_at: iso(row.revokedAt),
  };
}

export const webhookSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    events: z.array(z.string()).meta({ description: "Empty: every event 空即全部" }),
    active: z.boolean(),
    disabled_reason: z.string().nullable(),
    from_seq: z.int(),
    told_seq: z.int().meta({ description: "Journals up to here have become deliveries 已转投递到的凭证号" }),
    failures: z.int(),
    failing_since: time.nullable(),
    old_secret_until: time.nullable(),
    created_at: time,
    secret: z.string().optional().meta({ description: "Shown once 只显示一次" }),
  })
  .meta({ id: "Webhook" });

export function webhookShown(row: Webhook & { readonly secret?: string }): z.output<typeof webhookSchema> {
  return {
    id: row.id,
    url: row.url,
    events: [...row.events],
    active: row.active,
    disabled_reason: row.disabledReason,
    from_seq: Number(row.fromSeq),
    told_seq: Number(row.cursorSeq),
    failures: row.failures,
    failing_since: iso(row.failingSince),
    old_secret_until: iso(row.oldSecretUntil),
    created_at: row.createdAt.toISOString(),
    ...(row.secret === undefined ? {} : { secret: row.secret }),
  };
}

export const deliverySchema = z
  .object({
    id: z.string(),
    webhook: z.string(),
    seq: z.int(),
    event: z.string(),
    body: z.string(),
    state: z.enum(["queued", "sending", "delivered", "dead"]),
    tries: z.int(),
    next_at: time.nullable(),
    last_status: z.int().nullable(),
    last_error: z.string().nullable(),
    created_at: time,
    delivered_at: time.nullable(),
  })
  .meta({ id: "Delivery" });

export function deliveryShown(row: DeliveryView): z.output<typeof deliverySchema> {
  return {
    id: row.id,
    webhook: row.webhook,
    seq: Number(row.seq),
    event: row.event,
    body: row.body,
    state: row.state,
    tries: row.tries,
    next_at: iso(row.nextAt),
    last_status: row.lastStatus,
    last_error: row.lastError,
    created_at: row.createdAt.toISOString(),
    delivered_at: iso(row.deliveredAt),
  };
}

export const jobSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
    tries: z.int(),
    run_at: time,
    done: z.int(),
    total: z.int().nullable(),
    seconds_left: z.int().nullable(),
    error: z.string().nullable(),
    result: z.unknown(),
    created_at: time,
    finished_at: time.nullable(),
  })
  .meta({ id: "Job" });

export function jobShown(row: JobView): z.output<typeof jobSchema> {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    tries: row.tries,
    run_at: row.runAt.toISOString(),
    done: row.done,
    total: row.total,
    seconds_left: row.secondsLeft,
    error: row.error,
    result: row.result ?? null,
    created_at: row.createdAt.toISOString(),
    finished_at: iso(row.finishedAt),
  };
}
