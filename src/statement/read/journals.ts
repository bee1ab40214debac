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
  if (id !== undefined) {
    const one = await journalOf(db, cell, id);
    const fits = one !== null && args.cursor === undefined && (kind === undefined || one.kind === kind);
    return { items: fits && isWithin(one, args) ? [one] : [], next: null };
  }
  const span = await spanOf(db, cell, args);
  const { cursor } = args;
  const wanted = { kind, before: null, limit, span, cursor };
  if (member !== undefined) return await ofParty(db, cell, { per: "member", id: member }, wanted);
  if (merchant !== undefined) return await ofParty(db, cell, { per: "merchant", id: merchant }, wanted);
  return await ofAll(db, cell, { ...wanted, before: readCursor(cursor, 1)?.[0] ?? null });
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

const isNarrowed = ({ kind, span: { from, to } }: Wanted) =>
  kind !== undefined || from !== undefined || to !== undefined;

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
  const floor = isNarrowed(wanted) && high - MOST_SEEN + 1n > low ? high - MOST_SEEN + 1n : low;
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

/** Journals of an account that one page may walk past, looking for those of a kind or of a time. */
const MOST_WALKED = 5_000;
/** In the place of an account: the journal that a member joined with, or a store was opened with. */
const FOUNDING = -1n;

/**
 * Along the chains of the party's accounts; their union, newest first. The cursor holds where each chain goes
 * on, so that a page walks no further than it is long.
 */
async function ofParty(
  db: Queryable,
  cell: bigint,
  party: { readonly per: "member" | "merchant"; readonly id: string },
  { cursor, ...wanted }: Wanted & { readonly cursor: string | undefined },
): Promise<Page<JournalHead>> {
  const no = await partyNo(db, cell, party.per, party.id);
  if (no === null) return { items: [], next: null };
  const kinds = Object.values(KIND).filter((kind) => kind.per === party.per);
  const accounts = [FOUNDING, ...kinds.map((kind) => numberOf(no, kind))];
  const places = readCursor(cursor, accounts.length) ?? (await newestOf(db, cell, no, accounts));
  const { kind, limit, span } = wanted;
  const [high, low] = endsOf(await newest(db, cell), wanted);
  const most = isNarrowed(wanted) ? MOST_WALKED : limit + 2;
  const chains = await walk(db, cell, { accounts, places, most, low });
  // What lies above the place where the first of them broke off is known in full.
  const floor = greatest(chains.map((chain) => chain.at(-1) ?? 0n));
  const { rows } = await db.query<Row>(
    `SELECT ${COLUMNS} FROM journal WHERE ${FITS} AND seq = ANY($7::bigint[]) ORDER BY seq DESC LIMIT $8`,
    [
      ...[cell, high, low, kind ?? null, span.from ?? null, span.to ?? null],
      ...[chains.flat().filter((seq) => seq > floor), limit + 1],
    ],
  );
  const last = rows.length > limit ? rows[limit - 1]?.seq : undefined;
  const goesOn = last !== undefined || (floor > 0n && floor >= low);
  const below = last ?? floor + 1n;
  return {
    items: rows.slice(0, limit).map(shown),
    next: goesOn ? writeCursor(...chains.map((chain) => chain.find((seq) => seq < below) ?? 0n)) : null,
  };
}

const greatest = (seqs: readonly bigint[]) => seqs.reduce((most, one) => (one > most ? one : most), 0n);

/** The newest journal of each account, 0 where nothing has touched it. */
async function newestOf(
  db: Queryable,
  cell: bigint,
  no: bigint,
  accounts: readonly bigint[],
): Promise<bigint[]> {
  const { rows } = await db.query<{ newest: bigint }>(
    `SELECT COALESCE(a.newest, CASE WHEN u.n = $3 THEN COALESCE(
         (SELECT joined_seq FROM member WHERE cell_id = $1 AND no = $4),
         (SELECT opened_seq FROM merchant WHERE cell_id = $1 AND no = $4)) END, 0) AS newest
     FROM unnest($2::bigint[]) WITH ORDINALITY AS u(n, at)
     LEFT JOIN account a ON a.cell_id = $1 AND a.account_id = u.n ORDER BY u.at`,
    [cell, accounts, FOUNDING, no],
  );
  return rows.map((row) => row.newest);
}

interface Walk {
  readonly accounts: readonly bigint[];
  /** Where each begins; 0 where it has ended. */
  readonly places: readonly bigint[];
  readonly most: number;
  readonly low: bigint;
}

/** The journals of each account back from its place; with the last the next walk begins, 0 at the end. */
async function walk(db: Queryable, cell: bigint, { accounts, places, most, low }: Walk): Promise<bigint[][]> {
  const { rows } = await db.query<{ account_id: bigint; seq: bigint }>(
    `WITH RECURSIVE chain AS (
       SELECT u.account_id, u.seq, 1 AS n FROM unnest($2::bigint[], $3::bigint[]) AS u(account_id, seq)
       UNION ALL
       SELECT c.account_id, COALESCE(j.prev[array_position(j.touched, c.account_id)], 0), c.n + 1
       FROM chain c JOIN journal j ON j.cell_id = $1 AND j.seq = c.seq WHERE c.n <= $4::int AND c.seq >= $5
     )
     SELECT account_id, seq FROM chain ORDER BY account_id, n`,
    [cell, accounts, places, most, low],
  );
  return accounts.map((account) => rows.flatMap((row) => (row.account_id === account ? row.seq : [])));
}
