/** The delivery log 投递记录: what was sent or is still to be, and how to send it again. */
import type { Queryable } from "#store";

export type DeliveryState = "queued" | "sending" | "delivered" | "dead";

export interface DeliveryView {
  /** Also the message's own id, by which the receiver knows it again. */
  readonly id: string;
  readonly webhook: string;
  readonly seq: bigint;
  readonly event: string;
  readonly body: string;
  readonly state: DeliveryState;
  readonly tries: number;
  /** When it is tried next; null when it will not be. */
  readonly nextAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly response: string | null;
  readonly createdAt: Date;
  readonly deliveredAt: Date | null;
}

export interface DeliveryFilter {
  readonly webhook: string;
  readonly state?: DeliveryState;
  readonly event?: string;
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
}

export interface DeliveryPage {
  readonly items: readonly DeliveryView[];
  readonly nextCursor: string | null;
}

interface DeliveryRow {
  readonly delivery_id: string;
  readonly webhook_id: string;
  readonly seq: bigint;
  readonly event: string;
  readonly body: string;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly next_at: Date;
  readonly last_status: number | null;
  readonly last_error: string | null;
  readonly response: string | null;
  readonly created_at: Date;
  readonly delivered_at: Date | null;
}

const MOST = 200;
const COLUMNS = `delivery_id, webhook_id, seq, event, body, state, tries, next_at, last_status, last_error,
  response, created_at, delivered_at`;

const view = (row: DeliveryRow): DeliveryView => ({
  id: row.delivery_id,
  webhook: row.webhook_id,
  seq: row.seq,
  event: row.event,
  body: row.body,
  state: row.state,
  tries: row.tries,
  nextAt: row.state === "queued" ? row.next_at : null,
  lastStatus: row.last_status,
  lastError: row.last_error,
  response: row.response,
  createdAt: row.created_at,
  deliveredAt: row.delivered_at,
});

/** Newest first. */
export async function selectDeliveries(
  tx: Queryable,
  cell: bigint,
  { webhook, state, event, limit = 50, cursor }: DeliveryFilter,
): Promise<DeliveryPage> {
  const most = Math.max(1, Math.min(MOST, Math.trunc(limit)));
  const { rows } = await tx.query<DeliveryRow>(
    `SELECT ${COLUMNS} FROM delivery
      WHERE cell_id = $1 AND webhook_id = $2 AND ($3::text IS NULL OR delivery_id < $3)
        AND ($4::text IS NULL OR state = $4) AND ($5::text IS NULL OR event = $5)
      ORDER BY delivery_id DESC LIMIT $6`,
    [cell, webhook, cursor ?? null, state ?? null, event ?? null, most + 1],
  );
  const items = rows.slice(0, most).map(view);
  return { items, nextCursor: rows.length > most ? (items.at(-1)?.id ?? null) : null };
}

export async function readDelivery(tx: Queryable, cell: bigint, id: string): Promise<DeliveryView | null> {
  const { rows } = await tx.query<DeliveryRow>(
    `SELECT ${COLUMNS} FROM delivery WHERE cell_id = $1 AND delivery_id = $2`,
    [cell, id],
  );
  return rows[0] === undefined ? null : view(rows[0]);
}

/** Sends one delivery again, whatever became of it. False when there is no such delivery. */
export async function replayOne(tx: Queryable, cell: bigint, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE delivery SET state = 'queued', tries = 0, next_at = $3, delivered_at = NULL
      WHERE cell_id = $1 AND delivery_id = $2`,
    [cell, id, now],
  );
  return rowCount === 1;
}

/**
 * Sends again all a webhook has to be told from a journal on: deliveries that are there are queued again, and
 * the cursor goes back for those that are not. Null when there is no such webhook.
 */
export async function replayFrom(
  tx: Queryable,
  cell: bigint,
  webhook: string,
  fromSeq: bigint,
  now: Date,
): Promise<number | null> {
  const { rowCount: there } = await tx.query(
    `UPDATE webhook SET cursor_seq = LEAST(cursor_seq, $3::bigint - 1), rest_until = NULL
      WHERE cell_id = $1 AND webhook_id = $2`,
    [cell, webhook, fromSeq],
  );
  if (there === 0) return null;
  const { rowCount } = await tx.query(
    `UPDATE delivery SET state = 'queued', tries = 0, next_at = $4, delivered_at = NULL
      WHERE cell_id = $1 AND webhook_id = $2 AND seq >= $3`,
    [cell, webhook, fromSeq, now],
  );
  return rowCount;
}

/** Most deliveries dropped at once. */
const MOST_DROPPED = 50_000;

/** Drops what was delivered or given up before a day, oldest first; the journal can always tell it again. */
export async function forgetDeliveries(tx: Queryable, cell: bigint, before: Date): Promise<number> {
  const { rowCount } = await tx.query(
    `DELETE FROM delivery
      WHERE cell_id = $1 AND state IN ('delivered', 'dead') AND delivery_id = ANY(ARRAY(
        SELECT delivery_id FROM delivery
         WHERE cell_id = $1 AND state IN ('delivered', 'dead') AND created_at < $2
         ORDER BY created_at LIMIT $3))`,
    [cell, before, MOST_DROPPED],
  );
  return rowCount;
}
