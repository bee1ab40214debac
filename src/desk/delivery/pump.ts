/** From journals to deliveries: read after the webhook's cursor, written with its advance, or neither. */
import { uuidv7 } from "uuidv7";
import type { JournalRecord, Queryable } from "#store";
import { type BookedJournal, type EventName, eventsOf } from "./events.ts";
import type { Log } from "./pace.ts";

/** Journals in one transaction. */
export const PUMP_SIZE = 200;
/** With so many waiting nothing more is made for a webhook: the journal keeps it. */
const MOST_WAITING = 1_000;

interface JournalRow {
  readonly seq: bigint;
  readonly recorded_at: Date;
  readonly asked: string | null;
  readonly record: string;
}

const journalOf = (cell: bigint, row: JournalRow): BookedJournal => ({
  cell,
  seq: row.seq,
  recordedAt: row.recorded_at,
  record: JSON.parse(row.record) as JournalRecord,
  asked: row.asked === null ? null : (JSON.parse(row.asked) as BookedJournal["asked"]),
});

/** Moves one webhook on; true when there may be more at once. Another node at the same webhook: false. */
export async function pump(
  tx: Queryable,
  cell: bigint,
  webhook: string,
  now: Date,
  log: Log,
): Promise<boolean> {
  const { rows: hooks } = await tx.query<{ cursor_seq: bigint; events: EventName[] }>(
    `SELECT cursor_seq, events FROM webhook WHERE cell_id = $1 AND webhook_id = $2 AND active
      FOR UPDATE SKIP LOCKED`,
    [cell, webhook],
  );
  const [hook] = hooks;
  if (hook === undefined || (await isFull(tx, cell, webhook))) return false;
  const { rows } = await tx.query<JournalRow>(
    `SELECT seq, recorded_at, asked, record FROM journal
      WHERE cell_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [cell, hook.cursor_seq, PUMP_SIZE],
  );
  const last = rows.at(-1);
  if (last === undefined) return false;
  const wanted = (event: EventName) => hook.events.length === 0 || hook.events.includes(event);
  const made = rows.flatMap((row) => deliveriesOf(cell, row, wanted, log));
  if (made.length > 0)
    await tx.query(
      `INSERT INTO delivery (cell_id, delivery_id, operator_id, webhook_id, seq, event, body, state, tries,
         next_at, created_at)
       SELECT w.cell_id, u.delivery_id, w.operator_id, w.webhook_id, u.seq, u.event, u.body, 'queued', 0,
         $7::timestamptz, $7::timestamptz
         FROM webhook w,
              unnest($3::text[], $4::bigint[], $5::text[], $6::text[]) u(delivery_id, seq, event, body)
        WHERE w.cell_id = $1 AND w.webhook_id = $2
       ON CONFLICT (cell_id, webhook_id, seq, event) DO NOTHING`,
      [
        cell,
        webhook,
        made.map(({ id }) => id),
        made.map(({ seq }) => seq),
        made.map(({ event }) => event),
        made.map(({ body }) => body),
        now,
      ],
    );
  await tx.query("UPDATE webhook SET cursor_seq = $3 WHERE cell_id = $1 AND webhook_id = $2", [
    cell,
    webhook,
    last.seq,
  ]);
  return rows.length === PUMP_SIZE;
}

async function isFull(tx: Queryable, cell: bigint, webhook: string): Promise<boolean> {
  const { rows } = await tx.query<{ waiting: bigint }>(
    `SELECT count(*) AS waiting FROM (
       SELECT 1 FROM delivery
        WHERE cell_id = $1 AND webhook_id = $2 AND state IN ('queued', 'sending') LIMIT $3) d`,
    [cell, webhook, MOST_WAITING],
  );
  return Number(rows[0]?.waiting ?? 0) >= MOST_WAITING;
}

/** A journal that cannot be told is passed over and logged: it must not hold up all that come after it. */
function deliveriesOf(cell: bigint, row: JournalRow, wanted: (event: EventName) => boolean, log: Log) {
  try {
    return eventsOf(journalOf(cell, row), wanted).map((told) => ({ id: uuidv7(), seq: row.seq, ...told }));
  } catch (error) {
    log.warn({ cell: `${cell}`, seq: `${row.seq}`, error: String(error) }, "a journal could not be told");
    return [];
  }
}
