/**
 * The history of an account, newest first: its journals are walked along the chain that each keeps for every
 * account it touched, so that no index by account is maintained while the book is written.
 */
import type { AccountKind } from "#engine";
import type { JournalRecord, Queryable } from "#store";
import { type AccountFound, findAccount } from "./account.ts";
import { BadCursor, limitOf, type Page, type PageArgs, readCursor, writeCursor } from "./cursor.ts";
import { type Between, type Reads, type Span, spanOf } from "./span.ts";

/** One posting as its account sees it. */
export interface HistoryRow {
  readonly seq: bigint;
  /** Which posting of the journal, counted from 0. */
  readonly line: number;
  /** Id of the order; of the purchase where time brought the journal. */
  readonly order: string;
  readonly kind: string;
  readonly step: string;
  /** Above zero what came in, below zero what went out; fen or grains, as the account counts. */
  readonly amount: bigint;
  /** Key of the account on the other side. */
  readonly counter: string;
  /** The store of the purchase that this journal settled; null for every other journal. */
  readonly merchant: string | null;
  /** Balance after this row. */
  readonly balance: bigint;
  readonly at: Date | null;
  readonly recordedAt: Date;
}

/** What came in, or what went out. */
export type Way = "in" | "out";

const wanted = (rows: HistoryRow[], way: Way | undefined): HistoryRow[] =>
  way === undefined ? rows : rows.filter(({ amount }) => amount < 0n === (way === "out"));

export interface History extends Page<HistoryRow> {
  readonly account: string;
  readonly number: bigint;
  readonly unit: AccountKind["unit"];
}

/** Journals of an account that one page may walk past, looking for those of a time. */
const MOST_WALKED = 4_000;
/** Journals looked through at once for one that touched an account before a time. */
const NEAR = 2_000n;

interface Walked {
  readonly seq: bigint;
  readonly older: bigint | null;
  readonly balance: bigint | null;
  readonly kind: string;
  readonly at: Date | null;
  readonly recorded_at: Date;
  /** Null where the journal lies outside the time asked for. */
  readonly record: string | null;
}

/** Where a walk goes on: a journal, and the posting in it before which the next row lies. */
interface Place {
  readonly seq: bigint;
  readonly line: number;
}

const WHOLE = Number.MAX_SAFE_INTEGER;

/**
 * A page of the history of an account given by key or number; null where there is no such account. `from` and
 * `to` (exclusive) ask for business time, or the time of booking where an order had none.
 */
export async function accountHistory(
  db: Reads,
  cell: bigint,
  account: string | bigint,
  args: PageArgs & Between & { readonly way?: Way | undefined } = {},
): Promise<History | null> {
  const found = await findAccount(db, cell, account);
  if (found === null) return null;
  const span = await spanOf(db, cell, args);
  const cursor = readCursor(args.cursor, 2);
  const first: Place | null =
    cursor === null
      ? await newestPlace(db, cell, found.number, span)
      : { seq: cursor[0] as bigint, line: Number(cursor[1]) };
  const page = await walk(db, cell, { account: found, first, limit: limitOf(args), span, way: args.way });
  return { account: found.key, number: found.number, unit: found.kind.unit, ...page };
}

interface Walk {
  readonly account: AccountFound;
  readonly first: Place | null;
  readonly limit: number;
  readonly span: Span;
  readonly way: Way | undefined;
}

async function walk(
  db: Queryable,
  cell: bigint,
  { account, first, limit, span, way }: Walk,
): Promise<Page<HistoryRow>> {
  const items: HistoryRow[] = [];
  let place = first;
  for (let walked = 0; place !== null && place.seq >= span.low; ) {
    const journals = await chain(db, cell, account.number, place.seq, limit + 1, span);
    if (journals.length === 0) throw new BadCursor();
    for (const journal of journals) {
      if (journal.older === null || journal.balance === null) throw new BadCursor();
      for (const row of wanted(rowsOf(journal, account.key), way).reverse()) {
        if (row.line >= place.line) continue;
        if (items.length === limit) return { items, next: nextOf(items) };
        items.push(row);
      }
      place = journal.older === 0n ? null : { seq: journal.older, line: WHOLE };
      if (place === null || place.seq < span.low) return { items, next: null };
    }
    walked += journals.length;
    if (walked >= MOST_WALKED) return { items, next: writeCursor(place.seq, place.line) };
  }
  return { items, next: null };
}

function nextOf(items: readonly HistoryRow[]): string {
  const { seq, line } = items.at(-1) as HistoryRow;
  return writeCursor(seq, line);
}

/** Up to `most` journals of an account, from one back. */
async function chain(
  db: Queryable,
  cell: bigint,
  number: bigint,
  from: bigint,
  most: number,
  { from: since, to }: Between,
): Promise<Walked[]> {
  const { rows } = await db.query<Walked>(
    `WITH RECURSIVE chain AS (
       SELECT j.seq, j.prev[array_position(j.touched, $3::bigint)] AS older,
         j.after[array_position(j.touched, $3::bigint)] AS balance, 1 AS n
       FROM journal j WHERE j.cell_id = $1 AND j.seq = $2
       UNION ALL
       SELECT j.seq, j.prev[array_position(j.touched, $3::bigint)],
         j.after[array_position(j.touched, $3::bigint)], c.n + 1
       FROM chain c JOIN journal j ON j.cell_id = $1 AND j.seq = c.older WHERE c.n < $4::int
     )
     SELECT c.seq, c.older, c.balance, j.kind, j.at, j.recorded_at,
       CASE WHEN ($5::timestamptz IS NULL OR COALESCE(j.at, j.recorded_at) >= $5)
         AND ($6::timestamptz IS NULL OR COALESCE(j.at, j.recorded_at) < $6) THEN j.record END AS record
     FROM chain c JOIN journal j ON j.cell_id = $1 AND j.seq = c.seq ORDER BY c.n`,
    [cell, from, number, most, since ?? null, to ?? null],
  );
  return rows;
}

/** Rows of one journal in the order of its postings, balances reckoned back from the one it left. */
function rowsOf({ seq, balance, record, kind, at, recorded_at }: Walked, key: string): HistoryRow[] {
  if (record === null) return [];
  const { postings, order, entry } = JSON.parse(record) as JournalRecord;
  const merchant = entry.type === "purchased" ? entry.purchase.merchant : null;
  const rows: HistoryRow[] = [];
  let after = balance as bigint;
  for (let line = postings.length - 1; line >= 0; line--) {
    const { from, to, step, amount: digits } = postings[line] as JournalRecord["postings"][number];
    if (from !== key && to !== key) continue;
    const amount = to === key ? BigInt(digits) : -BigInt(digits);
    const counter = to === key ? from : to;
    const facts = {
      order,
      kind,
      step,
      amount,
      counter,
      merchant,
      balance: after,
      at,
      recordedAt: recorded_at,
    };
    rows.push({ seq, line, ...facts });
    after -= amount;
  }
  return rows.reverse();
}

/** Where the history begins: the newest journal of the account that is not beyond the span. */
async function newestPlace(db: Queryable, cell: bigint, number: bigint, span: Span): Promise<Place | null> {
  const { rows } = await db.query<{ newest: bigint }>(
    "SELECT newest FROM account WHERE cell_id = $1 AND account_id = $2",
    [cell, number],
  );
  const newest = rows[0]?.newest;
  if (newest === undefined || newest === 0n) return null;
  if (span.high === null || newest <= span.high) return { seq: newest, line: WHOLE };
  // An account that is touched often has a journal near by; the chain of another is short enough to walk.
  const near = await db.query<{ seq: bigint }>(
    `SELECT seq FROM journal WHERE cell_id = $1 AND seq <= $2 AND seq > $3 AND touched @> ARRAY[$4::bigint]
     ORDER BY seq DESC LIMIT 1`,
    [cell, span.high, span.high - NEAR, number],
  );
  return { seq: near.rows[0]?.seq ?? newest, line: WHOLE };
}
