/** Lists of members: searched, filtered, sorted and counted, out of the sums that the projector keeps. */
import type { Fen } from "#engine";
import type { Queryable } from "#store";
import { limitOf, type Page, type PageArgs, pageOf, readCursor } from "./cursor.ts";
import { type Balances, balancesByMember } from "./member.ts";
import { poolNow, type Receive, receiveNow } from "./pool.ts";
import { projectTo } from "./project.ts";
import type { Between, Reads } from "./span.ts";

export interface MemberRow extends Balances, Receive {
  readonly member: string;
  readonly sponsor: string | null;
  /** The store whose purchase locked him; null where a code or nothing did. */
  readonly store: string | null;
  readonly joinedAt: Date;
  readonly purchases: number;
  /** Purchases less refunds, as far as the views have come. */
  readonly spend: Fen;
  readonly proceeds: Fen;
  readonly commissions: Fen;
  readonly lastAt: Date | null;
}

export interface MemberFilter {
  /** What the id begins with. */
  readonly id?: string | undefined;
  /** Ids to show, at most 200; for those who look members up by other things than the book knows. */
  readonly among?: readonly string[] | undefined;
  /** Members whose own members are shown, those directly below them. */
  readonly sponsors?: readonly string[] | undefined;
  /** When they joined. */
  readonly joined?: Between | undefined;
  /** Those alone who owe something. */
  readonly arrears?: boolean | undefined;
}

/** What a list is sorted by, the greatest first; the newest where nothing is said. */
const KEYS = {
  joined: "u.member_no",
  points: "u.points",
  spend: "(u.paid - u.refunded)",
} as const;

export type MemberSort = keyof typeof KEYS;
export const MEMBER_SORTS = Object.keys(KEYS) as [MemberSort, ...MemberSort[]];

interface Row {
  readonly no: bigint;
  readonly key: bigint;
  readonly id: string;
  readonly sponsor: string | null;
  readonly store: string | null;
  readonly joined_at: Date;
  readonly purchases: bigint;
  readonly spend: bigint;
  readonly proceeds: bigint;
  readonly commissions: bigint;
  readonly last_at: Date | null;
}

/** Everything a list may be narrowed by. */
const WHERE = `u.cell_id = $1
  AND ($2::text IS NULL OR u.member_no IN (SELECT no FROM member WHERE cell_id = $1 AND id LIKE $2))
  AND ($3::text[] IS NULL OR u.member_no IN (SELECT no FROM member WHERE cell_id = $1 AND id = ANY($3)))
  AND ($4::text[] IS NULL OR u.member_no IN (SELECT b.no FROM member a
    JOIN member b ON b.cell_id = $1 AND b.sponsor_no = a.no WHERE a.cell_id = $1 AND a.id = ANY($4)))
  AND ($5::timestamptz IS NULL OR u.joined_at >= $5) AND ($6::timestamptz IS NULL OR u.joined_at < $6)
  AND (NOT $7::boolean OR u.wallet < 0 OR u.commission < 0 OR u.frozen < 0)`;

function valuesOf(cell: bigint, { id, among, sponsors, joined, arrears = false }: MemberFilter) {
  const prefix = id === undefined ? null : `${id.replace(/[\\%_]/g, "\\$&")}%`;
  const { from = null, to = null } = joined ?? {};
  return [cell, prefix, among?.slice(0, 200) ?? null, sponsors ?? null, from, to, arrears];
}

/** A page of members. */
export async function memberOverview(
  db: Reads,
  cell: bigint,
  args: PageArgs & MemberFilter & { readonly sort?: MemberSort | undefined } = {},
): Promise<Page<MemberRow>> {
  const limit = limitOf(args);
  const place = readCursor(args.cursor, 2);
  const key = KEYS[args.sort ?? "joined"];
  const pool = await poolNow(db, cell);
  if (pool === null) return { items: [], next: null };
  await projectTo(db, cell);
  const { rows } = await db.query<Row>(
    `SELECT u.member_no AS no, u.key, m.id, s.id AS sponsor, l.id AS store, u.joined_at, u.purchases,
       u.paid - u.refunded AS spend, u.proceeds, u.commissions, u.last_at
     FROM (SELECT u.*, ${key} AS key FROM member_sum u
       WHERE ${WHERE} AND ($8::bigint IS NULL OR (${key}, u.member_no) < ($8, $9::bigint))
       ORDER BY ${key} DESC, u.member_no DESC LIMIT $10) u
     JOIN member m ON m.cell_id = $1 AND m.no = u.member_no
     LEFT JOIN member s ON s.cell_id = $1 AND s.no = m.sponsor_no
     LEFT JOIN merchant l ON l.cell_id = $1 AND l.no = u.store_no
     ORDER BY u.key DESC, u.member_no DESC`,
    [...valuesOf(cell, args), place?.[0] ?? null, place?.[1] ?? null, limit + 1],
  );
  const balances = await balancesByMember(
    db,
    cell,
    rows.map(({ no }) => no),
  );
  return pageOf(
    rows,
    limit,
    (row) => [row.key, row.no],
    ({ no, id: member, joined_at: joinedAt, last_at: lastAt, key: _, ...row }) => {
      const held = balances(no);
      const facts = { ...row, member, joinedAt, lastAt, purchases: Number(row.purchases) };
      return { ...facts, ...held, ...receiveNow(pool, held.points) };
    },
  );
}

/** Nobody is counted beyond this many. */
const MOST_COUNTED = 100_000;

export interface Counted {
  readonly count: number;
  /** Whether there are more than were counted. */
  readonly more: boolean;
}

/** How many members a filter finds. */
export async function countMembers(db: Queryable, cell: bigint, filter: MemberFilter): Promise<Counted> {
  const narrowed = Object.values(filter).some((value) => value !== undefined && value !== false);
  const { rows } = narrowed
    ? await db.query<{ count: bigint }>(
        `SELECT count(*) AS count FROM (SELECT 1 FROM member_sum u WHERE ${WHERE} LIMIT $8) found`,
        [...valuesOf(cell, filter), MOST_COUNTED + 1],
      )
    : await db.query<{ count: bigint }>(
        "SELECT COALESCE(sum(joined), 0)::bigint AS count FROM cell_day WHERE cell_id = $1",
        [cell],
      );
  const count = Number(rows[0]?.count ?? 0);
  if (!narrowed) return { count, more: false };
  return { count: Math.min(count, MOST_COUNTED), more: count > MOST_COUNTED };
}
