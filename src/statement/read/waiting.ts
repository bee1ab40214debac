/** What waits for somebody of the operator's: counts, each of a list that can be opened. */
import type { Queryable } from "#store";

const WAITING = [
  "withdrawals_review",
  "withdrawals_second",
  "withdrawals_pay",
  "approvals",
  "payments_mismatch",
  "payments_refund",
  "stores_opening",
  "agencies",
  "plans_sign",
  "plans_publish",
  "deliveries_dead",
  "webhooks_stopped",
  "jobs_failed",
] as const;

export type Waiting = Readonly<Record<(typeof WAITING)[number], number>>;

/** Failed jobs older than this many days concern nobody any more. */
const RECENT_DAYS = 30;

export async function waitingNow(db: Queryable, cell: bigint, now: Date): Promise<Waiting> {
  const { rows } = await db.query<Record<(typeof WAITING)[number], bigint>>(
    `SELECT w.withdrawals_review, w.withdrawals_second, w.withdrawals_pay, p.payments_mismatch,
       p.payments_refund, d.plans_sign, d.plans_publish,
       (SELECT count(*) FROM approval
         WHERE cell_id = $1 AND state = 'asked' AND expires_at > $2) AS approvals,
       (SELECT count(*) FROM store_profile WHERE cell_id = $1 AND state = 'opening') AS stores_opening,
       (SELECT count(*) FROM agency WHERE cell_id = $1 AND state IN ('asked', 'ending')) AS agencies,
       (SELECT count(*) FROM delivery WHERE cell_id = $1 AND state = 'dead') AS deliveries_dead,
       (SELECT count(*) FROM webhook
         WHERE cell_id = $1 AND NOT active AND disabled_reason IS NOT NULL) AS webhooks_stopped,
       (SELECT count(*) FROM job WHERE cell_id = $1 AND state = 'failed'
         AND finished_at > $2::timestamptz - $3 * interval '1 day') AS jobs_failed
     FROM (SELECT count(*) FILTER (WHERE state = 'applied') AS withdrawals_review,
         count(*) FILTER (WHERE state = 'first_approved') AS withdrawals_second,
         count(*) FILTER (WHERE state = 'approved') AS withdrawals_pay
         FROM withdrawal_request WHERE cell_id = $1 AND settled_seq IS NULL AND state <> 'refused') w,
       (SELECT count(*) FILTER (WHERE state = 'mismatch') AS payments_mismatch,
         count(*) FILTER (WHERE state = 'refund_due') AS payments_refund
         FROM payment WHERE cell_id = $1 AND state IN ('mismatch', 'refund_due')) p,
       (SELECT count(*) FILTER (WHERE state = 'checked') AS plans_sign,
         count(*) FILTER (WHERE state = 'signed' AND effective_from IS NULL) AS plans_publish
         FROM plan_draft WHERE cell_id = $1) d`,
    [cell, now, RECENT_DAYS],
  );
  const row = rows[0];
  return Object.fromEntries(WAITING.map((name) => [name, Number(row?.[name] ?? 0)])) as Waiting;
}
