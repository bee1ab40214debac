/** Who takes deliveries from the table, sends them and writes down what came of it. */
import { type Sent, send, signedHeaders } from "#connect/webhook";
import type { Database } from "#store";
import { after, type Clock, type Pace, wait } from "./pace.ts";
import type { Seal, WebhookRow } from "./webhook.ts";

export interface CourierSettings {
  readonly clock: Clock;
  readonly random: () => number;
  readonly allowPrivate: boolean;
  readonly seal: Seal;
  /** Milliseconds for one request. */
  readonly timeout: number;
  /** Milliseconds after which a delivery whose sender fell silent is sent again; above `timeout`. */
  readonly lease: number;
  readonly retry: Pace;
  readonly mostTries: number;
  /** Milliseconds of nothing but failure after which a webhook is stopped. */
  readonly disableAfter: number;
}

interface Parcel {
  readonly delivery_id: string;
  readonly body: string;
  readonly tries: number;
}

/** Failures in a row from which on the whole webhook rests between tries, and the longest rest. */
const RESTS_FROM = 5;
const LONGEST_REST = 600_000;
/** The longest a receiver may ask to be left alone, in seconds. */
const LONGEST_ASKED = 3_600;
const GONE = 410;

export class Courier {
  constructor(
    private readonly database: Database,
    private readonly settings: CourierSettings,
  ) {}

  /** Takes up to `most` due deliveries of a webhook: nobody else gets them until the lease is over. */
  take(cell: bigint, webhook: string, most: number): Promise<readonly Parcel[]> {
    const now = this.settings.clock();
    return this.database.transaction(async (tx) => {
      const { rows: due } = await tx.query<{ delivery_id: string }>(
        `SELECT delivery_id FROM delivery
          WHERE cell_id = $1 AND webhook_id = $2 AND state IN ('queued', 'sending') AND next_at <= $3
          ORDER BY next_at, delivery_id LIMIT $4 FOR UPDATE SKIP LOCKED`,
        [cell, webhook, now, most],
      );
      if (due.length === 0) return [];
      const { rows } = await tx.query<Parcel>(
        `UPDATE delivery SET state = 'sending', tries = tries + 1, next_at = $3
          WHERE cell_id = $1 AND delivery_id = ANY($2::text[])
          RETURNING delivery_id, body, tries`,
        [cell, due.map((row) => row.delivery_id), after(now, this.settings.lease)],
      );
      return rows;
    });
  }

  /** Sends one and writes down what came of it. */
  async bring(cell: bigint, webhook: WebhookRow, parcel: Parcel): Promise<void> {
    const { clock, seal, allowPrivate, timeout } = this.settings;
    const at = clock();
    const secrets = [webhook.secret];
    if (webhook.old_secret !== null && (webhook.old_secret_until ?? at) > at)
      secrets.push(webhook.old_secret);
    const { delivery_id: id, body } = parcel;
    const headers = signedHeaders(
      { id, at, body },
      secrets.map((secret) => seal.open(secret)),
    );
    const sent = await send({ url: webhook.url, headers, body, allowPrivate, timeout });
    if (sent.error === null) await this.delivered(cell, webhook, parcel, sent);
    else await this.failed(cell, webhook, parcel, sent);
  }

  private async delivered(cell: bigint, webhook: WebhookRow, parcel: Parcel, sent: Sent): Promise<void> {
    await this.database.query(
      `UPDATE delivery
          SET state = 'delivered', last_status = $4, last_error = NULL, response = $5, delivered_at = $6
        WHERE cell_id = $1 AND delivery_id = $2 AND state = 'sending' AND tries = $3`,
      [cell, parcel.delivery_id, parcel.tries, sent.status, sent.response, this.settings.clock()],
    );
    await this.database.query(
      `UPDATE webhook SET failures = 0, failing_since = NULL, rest_until = NULL
        WHERE cell_id = $1 AND webhook_id = $2 AND failures > 0`,
      [cell, webhook.webhook_id],
    );
  }

  private async failed(cell: bigint, webhook: WebhookRow, parcel: Parcel, sent: Sent): Promise<void> {
    const { clock, random, retry, mostTries, disableAfter } = this.settings;
    const now = clock();
    const asked = Math.min(LONGEST_ASKED, sent.retryAfter ?? 0) * 1_000;
    const next = after(now, Math.max(asked, wait(retry, parcel.tries, random)));
    const inRow = webhook.failures + 1 - RESTS_FROM;
    const rest = inRow < 0 ? null : after(now, wait({ ...retry, longest: LONGEST_REST }, inRow + 1, random));
    // The webhook first, as everywhere: two who lock both in the same order cannot lock each other out.
    await this.database.transaction(async (tx) => {
      await tx.query(
        `UPDATE webhook
            SET failures = failures + 1, failing_since = COALESCE(failing_since, $3::timestamptz),
                rest_until = COALESCE($4::timestamptz, rest_until),
                active = active AND NOT $5::boolean
                  AND COALESCE(failing_since, $3::timestamptz) > $6::timestamptz,
                disabled_reason = CASE
                  WHEN NOT active THEN disabled_reason
                  WHEN $5::boolean THEN 'gone'
                  WHEN failing_since <= $6::timestamptz THEN 'failing'
                END
          WHERE cell_id = $1 AND webhook_id = $2`,
        [cell, webhook.webhook_id, now, rest, sent.status === GONE, after(now, -disableAfter)],
      );
      await tx.query(
        `UPDATE delivery
            SET state = $4, next_at = $5, last_status = $6, last_error = $7, response = $8
          WHERE cell_id = $1 AND delivery_id = $2 AND state = 'sending' AND tries = $3`,
        [
          cell,
          parcel.delivery_id,
          parcel.tries,
          parcel.tries >= mostTries ? "dead" : "queued",
          next,
          sent.status,
          sent.error,
          sent.response,
        ],
      );
    });
  }
}
