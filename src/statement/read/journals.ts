/** Journals as they were booked: one, and lists of them. */

import { KIND } from "#engine";
import { type JournalRecord, orderIdOf, type Queryable } from "#store";
import { numberOf, partyNo } from "./account.ts";
import { limitOf, type Page, type PageArgs, pageOf, readCursor, writeCursor } from "./cursor.ts";
import { type Between, type Reads, type Span, spanOf } from "./span.ts";

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

export interface JournalFilter extends Between {
  readonly kind?: string | undefined;
  /** Id of an order. */
  readonly id?: string | undefined;
  /** Id of a member one of whose accounts was touched. */
  readonly member?: string | undefined;
  /** Id of a store whose account was touched. */
  readonly merchant?: string | undefined;
}

/** Journals one page may look through for those of a kind or of a time. */
const MOST_SEEN = 20_000n;

/** A page of journals, newest first. */
export async function journals(
  db: Reads,
  cell: bigint,
  args: PageArgs & JournalFilter = {},
): Promise<Page<JournalHead>> {
  const { id, member, merchant, kind } = args;
  const limit = limitOf(args);
  const before = readCursor(args.cursor, 1)?.[0] ?? null;
  if (id !== undefined) {
    const one = await journalOf(db, cell, id);
    const fits = one !== null && before === null && (kind === undefined || one.kind === kind);
    return { items: fits && isWithin(one, args) ? [one] : [], next: null };
  }
  const span = await spanOf(db, cell, args);
  const wanted = { kind, before, limit, span };
  if (member !== undefined) return await ofParty(db, cell, "member", member, wanted);
  if (merchant !== undefined) return await ofParty(db, cell, "merchant", merchant, wanted);
  return await ofAll(db, cell, wanted);
}

function isWithin({ at, recordedAt }: JournalHead, { from, to }: Between): boolean {
  const moment = at ?? recordedAt;
  return (from === undefined || moment >= from) && (to === undefined || moment < to);
}

interface Wanted {
  readonly kind: string | undefined;
  readonly before: bigint | null;
  readonly limit: number;
  readonly span: Span;
}

/** What a journal of a kind and a time looks like; $1 to $6 are the cell, the ends, the kind and the time. */
const FITS = `cell_id = $1 AND seq <= $2 AND seq >= $3 AND ($4::text IS NULL OR kind = $4)
  AND ($5::timestamptz IS NULL OR COALESCE(at, recorded_at) >= $5)
  AND ($6::timestamptz IS NULL OR COALESCE(at, recorded_at) < $6)`;

function endsOf(newest: bigint, { before, span }: Wanted): [high: bigint, low: bigint] {
  const ends = [
    newest,
    ...(before === null ? [] : [before - 1n]),
    ...(span.high === null ? [] : [span.high]),
  ];
  return [ends.reduce((least, one) => (one < least ? one : least)), span.low];
}

async function ofAll(db: Queryable, cell: bigint, wanted: Wanted): Promise<Page<JournalHead>> {
  const { kind, limit, span } = wanted;
  const [high, low] = endsOf(await newest(db, cell), wanted);
  const narrowed = kind !== undefined || span.from !== undefined || span.to !== undefined;
  const floor = narrowed && high - MOST_SEEN + 1n > low ? high - MOST_SEEN + 1n : low;
  const { rows } = await db.query<Row>(
    `SELECT ${COLUMNS} FROM journal WHERE ${FITS} ORDER BY seq DESC LIMIT $7`,
    [cell, high, floor, kind ?? null, span.from ?? null, span.to ?? null, limit + 1],
  );
  const page = pageOf(rows, limit, ({ seq }) => [seq], shown);
  // Older ones that fit may still come: the next page goes on looking where this one stopped.
  return page.next === null && floor > low ? { ...page, next: writeCursor(floor) } : page;
}

async function newest(db: Queryable, cell: bigint): Promise<bigint> {
  const { rows } = await db.query<{ seq: bigint }>("SELECT seq FROM pool WHERE cell_id = $1", [cell]);
  return rows[0]?.seq ?? 0n;
}

/** Journals an account of a party may be walked back. */
const MOST_WALKED = 5_000;

/** Along the chains of the party's accounts; their union, newest first. */
async function ofParty(
  db: Queryable,
  cell: bigint,
  per: "member" | "merchant",
  id: string,
  wanted: Wanted,
): Promise<Page<JournalHead>> {
  const no = await partyNo(db, cell, per, id);
  if (no === null) return { items: [], next: null };
  const accounts = Object.values(KIND).filter((kind) => kind.per === per);
  const { kind, limit, span } = wanted;
  const [high, low] = endsOf(await newest(db, cell), wanted);
  const { rows } = await db.query<Row>(
    `WITH RECURSIVE chain AS (
       SELECT a.account_id, a.newest AS seq, 1 AS n FROM account a
       WHERE a.cell_id = $1 AND a.account_id = ANY($8::bigint[]) AND a.newest > 0
       UNION ALL
       SELECT c.account_id, j.prev[array_position(j.touched, c.account_id)], c.n + 1
       FROM chain c JOIN journal j ON j.cell_id = $1 AND j.seq = c.seq WHERE c.n < $9::int AND c.seq >= $3
     )
     SELECT ${COLUMNS} FROM journal
     WHERE ${FITS} AND seq IN (SELECT seq FROM chain WHERE seq > 0
       UNION SELECT joined_seq FROM member WHERE cell_id = $1 AND no = $10
       UNION SELECT opened_seq FROM merchant WHERE cell_id = $1 AND no = $10)
     ORDER BY seq DESC LIMIT $7`,
    [
      ...[cell, high, low, kind ?? null, span.from ?? null, span.to ?? null, limit + 1],
      ...[accounts.map((one) => numberOf(no, one)), MOST_WALKED, no],
    ],
  );
  return pageOf(rows, limit, ({ seq }) => [seq], shown);
}
