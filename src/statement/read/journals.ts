/** Journals as they were booked: one, and lists of them. */

import { KIND } from "#engine";
import { type JournalRecord, orderIdOf, type Queryable } from "#store";
import { numberOf, partyNo } from "./account.ts";
import { limitOf, type Page, type PageArgs, pageOf, readCursor, writeCursor } from "./cursor.ts";

export interface JournalHead {
  readonly seq: bigint;
  /** Id of the order; of the purchase where time brought it. */
  readonly order: string;
  /** Whether an order brought it, and not time. */
  readonly asked: boolean;
  readonly kind: string;
  readonly at: Date | null;
  readonly recordedAt: Date;
  /** The chain up to it. */
  readonly head: string;
  readonly record: JournalRecord;
}

interface Row {
  readonly seq: bigint;
  readonly id: string | null;
  readonly kind: string;
  readonly at: Date | null;
  readonly recorded_at: Date;
  readonly head: Buffer;
  readonly record: string;
}

const COLUMNS = "seq, id, kind, at, recorded_at, head, record";

function shown({ seq, id, kind, at, recorded_at, head, record: text }: Row): JournalHead {
  const record = JSON.parse(text) as JournalRecord;
  const asked = orderIdOf(id) !== null;
  return {
    seq,
    order: record.order,
    asked,
    kind,
    at,
    recordedAt: recorded_at,
    head: head.toString("hex"),
    record,
  };
}

/** The journal of a number; null where there is none. */
export async function journalAt(db: Queryable, cell: bigint, seq: bigint): Promise<JournalHead | null> {
  const { rows } = await db.query<Row>(`SELECT ${COLUMNS} FROM journal WHERE cell_id = $1 AND seq = $2`, [
    cell,
    seq,
  ]);
  return rows[0] === undefined ? null : shown(rows[0]);
}

/** The journal of an order; null where none was booked under that id. */
export async function journalOf(db: Queryable, cell: bigint, order: string): Promise<JournalHead | null> {
  const { rows } = await db.query<Row>(`SELECT ${COLUMNS} FROM journal WHERE cell_id = $1 AND id = $2`, [
    cell,
    order,
  ]);
  return rows[0] === undefined ? null : shown(rows[0]);
}

export interface JournalFilter {
  readonly kind?: string | undefined;
  /** Id of an order. */
  readonly id?: string | undefined;
  /** Id of a member one of whose accounts was touched. */
  readonly member?: string | undefined;
}

/** Journals one page may look through for those of a kind. */
const MOST_SEEN = 20_000n;

/** A page of journals, newest first. */
export async function journals(
  db: Queryable,
  cell: bigint,
  args: PageArgs & JournalFilter = {},
): Promise<Page<JournalHead>> {
  const { id, member, kind } = args;
  const limit = limitOf(args);
  const before = readCursor(args.cursor, 1)?.[0] ?? null;
  if (id !== undefined) {
    const one = await journalOf(db, cell, id);
    const fits = one !== null && before === null && (kind === undefined || one.kind === kind);
    return { items: fits ? [one] : [], next: null };
  }
  if (member !== undefined) return await ofMember(db, cell, member, { kind, before, limit });
  const upTo = before === null ? await newest(db, cell) : before - 1n;
  const floor = kind === undefined ? 0n : upTo - MOST_SEEN;
  const { rows } = await db.query<Row>(
    `SELECT ${COLUMNS} FROM journal
     WHERE cell_id = $1 AND seq <= $2 AND seq > $3 AND ($4::text IS NULL OR kind = $4)
     ORDER BY seq DESC LIMIT $5`,
    [cell, upTo, floor, kind ?? null, limit + 1],
  );
  const page = pageOf(rows, limit, ({ seq }) => [seq], shown);
  // Older ones of the kind may still come: the next page goes on looking where this one stopped.
  return page.next === null && floor > 0n ? { ...page, next: writeCursor(floor + 1n) } : page;
}

async function newest(db: Queryable, cell: bigint): Promise<bigint> {
  const { rows } = await db.query<{ seq: bigint }>("SELECT seq FROM pool WHERE cell_id = $1", [cell]);
  return rows[0]?.seq ?? 0n;
}

const OF_MEMBER = Object.values(KIND).filter(({ per }) => per === "member");

/** Journals an account of a member may be walked back. */
const MOST_WALKED = 5_000;

interface Wanted {
  readonly kind: string | undefined;
  readonly before: bigint | null;
  readonly limit: number;
}

/** Along the chains of the member's accounts; their union, newest first. */
async function ofMember(db: Queryable, cell: bigint, id: string, wanted: Wanted): Promise<Page<JournalHead>> {
  const no = await partyNo(db, cell, "member", id);
  if (no === null) return { items: [], next: null };
  const { kind, before, limit } = wanted;
  const { rows } = await db.query<Row>(
    `WITH RECURSIVE chain AS (
       SELECT a.account_id, a.newest AS seq, 1 AS n FROM account a
       WHERE a.cell_id = $1 AND a.account_id = ANY($2::bigint[]) AND a.newest > 0
       UNION ALL
       SELECT c.account_id, j.prev[array_position(j.touched, c.account_id)], c.n + 1
       FROM chain c JOIN journal j ON j.cell_id = $1 AND j.seq = c.seq WHERE c.n < $3::int
     )
     SELECT ${COLUMNS} FROM journal
     WHERE cell_id = $1 AND ($4::text IS NULL OR kind = $4)
       AND seq IN (SELECT seq FROM chain WHERE seq > 0 AND ($5::bigint IS NULL OR seq < $5)
         UNION SELECT joined_seq FROM member
         WHERE cell_id = $1 AND no = $6 AND ($5::bigint IS NULL OR joined_seq < $5))
     ORDER BY seq DESC LIMIT $7`,
    [cell, OF_MEMBER.map((one) => numberOf(no, one)), MOST_WALKED, kind ?? null, before, no, limit + 1],
  );
  return pageOf(rows, limit, ({ seq }) => [seq], shown);
}
