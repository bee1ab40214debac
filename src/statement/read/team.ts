/** The two levels below a member: how many they are, and who; and what they bought where, in sums only. */
import type { Fen } from "#engine";
import type { Queryable } from "#store";
import { dayOf } from "#store";
import { partyNo } from "./account.ts";
import { limitOf, type Page, type PageArgs, pageOf, readCursor } from "./cursor.ts";
import { projectTo } from "./project.ts";
import type { Between, Reads } from "./span.ts";

/** Nobody is counted beyond this many a level. */
export const MOST_COUNTED = 100_000;

export interface TeamRow {
  readonly member: string;
  readonly level: 1 | 2;
  /** On level 2: who stands between. */
  readonly sponsor: string;
  readonly joinedAt: Date;
}

export interface Team extends Page<TeamRow> {
  readonly counts: { readonly level1: number; readonly level2: number };
  /** What their purchases earned him, less what refunds took back: all of it, and of which level. */
  readonly earned: { readonly level1: Fen; readonly level2: Fen };
  readonly spend: { readonly level1: Fen; readonly level2: Fen };
}

export type TeamOrder = "newest" | "oldest";

/**
 * A page of the members on one level below a member, as they joined; null where there is no such
 * member.
 */
export async function memberTeam(
  db: Reads,
  cell: bigint,
  member: string,
  args: PageArgs & { readonly level?: 1 | 2 | undefined; readonly order?: TeamOrder | undefined } = {},
): Promise<Team | null> {
  const no = await partyNo(db, cell, "member", member);
  if (no === null) return null;
  await projectTo(db, cell);
  const limit = limitOf(args);
  const after = readCursor(args.cursor, 1)?.[0] ?? null;
  const { level = 1, order = "newest" } = args;
  const rows = await below(db, cell, no, { level, order, after }, limit + 1);
  const page = pageOf(
    rows,
    limit,
    (row) => [row.no],
    ({ id, sponsor, joined_at: joinedAt }): TeamRow => ({ member: id, level, sponsor, joinedAt }),
  );
  return { ...page, counts: await counts(db, cell, no), ...(await sums(db, cell, no)) };
}

interface Row {
  readonly no: bigint;
  readonly id: string;
  readonly sponsor: string;
  readonly joined_at: Date;
}

/** Whose sponsor is the member himself; whose sponsor's sponsor he is. */
const ABOVE: Readonly<Record<1 | 2, string>> = { 1: "s.no", 2: "s.sponsor_no" };
/** Members are numbered as they join. */
const AFTER: Readonly<Record<TeamOrder, readonly [beyond: string, sort: string]>> = {
  newest: ["<", "DESC"],
  oldest: [">", "ASC"],
};

interface Asked {
  readonly level: 1 | 2;
  readonly order: TeamOrder;
  /** Number of the member shown last. */
  readonly after: bigint | null;
}

async function below(
  db: Queryable,
  cell: bigint,
  no: bigint,
  { level, order, after }: Asked,
  most: number,
): Promise<Row[]> {
  const [beyond, sort] = AFTER[order];
  const { rows } = await db.query<Row>(
    `SELECT m.no, m.id, s.id AS sponsor, COALESCE(j.at, j.recorded_at) AS joined_at FROM member s
     JOIN member m ON m.cell_id = $1 AND m.sponsor_no = s.no
     JOIN journal j ON j.cell_id = $1 AND j.seq = m.joined_seq
     WHERE s.cell_id = $1 AND ${ABOVE[level]} = $2 AND ($3::bigint IS NULL OR m.no ${beyond} $3)
     ORDER BY m.no ${sort} LIMIT $4`,
    [cell, no, after, most],
  );
  return rows;
}

async function counts(db: Queryable, cell: bigint, no: bigint): Promise<Team["counts"]> {
  const { rows } = await db.query<{ level1: bigint; level2: bigint }>(
    `SELECT
       (SELECT count(*) FROM (SELECT 1 FROM member WHERE cell_id = $1 AND sponsor_no = $2 LIMIT $3) one) AS
       level1,
       (SELECT count(*) FROM (SELECT 1 FROM member s JOIN member m ON m.cell_id = $1 AND m.sponsor_no = s.no
         WHERE s.cell_id = $1 AND s.sponsor_no = $2 LIMIT $3) two) AS level2`,
    [cell, no, MOST_COUNTED],
  );
  return { level1: Number(rows[0]?.level1), level2: Number(rows[0]?.level2) };
}

async function sums(db: Queryable, cell: bigint, no: bigint): Promise<Pick<Team, "earned" | "spend">> {
  const { rows } = await db.query<Readonly<Record<"spend1" | "earned1" | "spend2" | "earned2", bigint>>>(
    `SELECT COALESCE(sum(spend1), 0)::bigint AS spend1, COALESCE(sum(earned1), 0)::bigint AS earned1,
       COALESCE(sum(spend2), 0)::bigint AS spend2, COALESCE(sum(earned2), 0)::bigint AS earned2
     FROM upline_day WHERE cell_id = $1 AND member_no = $2`,
    [cell, no],
  );
  const { spend1 = 0n, earned1 = 0n, spend2 = 0n, earned2 = 0n } = rows[0] ?? {};
  return { earned: { level1: earned1, level2: earned2 }, spend: { level1: spend1, level2: spend2 } };
}

/** What the members below a store's owner spent at one store, and what it earned him. */
export interface CrossRow {
  readonly merchant: string;
  /** Whether it is the store itself. */
  readonly own: boolean;
  readonly spend: Fen;
  readonly earned: Fen;
}

export interface CrossEarnings {
  /** Members locked to the owner: those directly below. */
  readonly locked: number;
  readonly here: { readonly spend: Fen; readonly earned: Fen };
  /** 跨界盈利: the same members at all other stores. */
  readonly elsewhere: { readonly spend: Fen; readonly earned: Fen };
  /** By store, most earned first, 200 at most. */
  readonly stores: readonly CrossRow[];
  /** By day, oldest first, the newest 400 at most. */
  readonly days: readonly CrossDay[];
}

/** A day of the same: at the store itself and elsewhere. */
export interface CrossDay {
  readonly day: string;
  readonly here: { readonly spend: Fen; readonly earned: Fen };
  readonly elsewhere: { readonly spend: Fen; readonly earned: Fen };
}

/** The most days shown. */
const MOST_DAYS = 400;

/** What the owner's direct members spent at his store and elsewhere; null where there is no such store. */
export async function crossEarnings(
  db: Reads,
  cell: bigint,
  merchant: string,
  { from, to }: Between = {},
): Promise<CrossEarnings | null> {
  await projectTo(db, cell);
  const owner = await db.query<{ no: bigint; owner_no: bigint }>(
    "SELECT no, owner_no FROM merchant WHERE cell_id = $1 AND id = $2",
    [cell, merchant],
  );
  const row = owner.rows[0];
  if (row === undefined) return null;
  const { rows } = await db.query<{ id: string; no: bigint; spend: bigint; earned: bigint }>(
    `SELECT m.id, m.no, sum(u.spend1)::bigint AS spend, sum(u.earned1)::bigint AS earned
     FROM upline_day u JOIN merchant m ON m.cell_id = u.cell_id AND m.no = u.merchant_no
     WHERE u.cell_id = $1 AND u.member_no = $2 AND ($3::date IS NULL OR u.day >= $3)
       AND ($4::date IS NULL OR u.day < $4)
     GROUP BY m.id, m.no ORDER BY earned DESC, m.no`,
    [cell, row.owner_no, from === undefined ? null : dayOf(from), to === undefined ? null : dayOf(to)],
  );
  const add = (own: boolean) =>
    rows
      .filter(({ no }) => (no === row.no) === own)
      .reduce((all, one) => ({ spend: all.spend + one.spend, earned: all.earned + one.earned }), {
        spend: 0n,
        earned: 0n,
      });
  const stores = rows.slice(0, 200).map(({ id, no, spend, earned }) => ({
    merchant: id,
    own: no === row.no,
    spend,
    earned,
  }));
  const { level1: locked } = await counts(db, cell, row.owner_no);
  const days = await crossDays(db, cell, row, { from, to });
  return { locked, here: add(true), elsewhere: add(false), stores, days };
}

async function crossDays(
  db: Queryable,
  cell: bigint,
  store: { readonly no: bigint; readonly owner_no: bigint },
  { from, to }: Between,
): Promise<CrossDay[]> {
  const { rows } = await db.query<{
    day: string;
    spend: bigint;
    earned: bigint;
    own_spend: bigint;
    own_earned: bigint;
  }>(
    `SELECT day, sum(spend1)::bigint AS spend, sum(earned1)::bigint AS earned,
       COALESCE(sum(spend1) FILTER (WHERE merchant_no = $3), 0)::bigint AS own_spend,
       COALESCE(sum(earned1) FILTER (WHERE merchant_no = $3), 0)::bigint AS own_earned
     FROM upline_day WHERE cell_id = $1 AND member_no = $2 AND ($4::date IS NULL OR day >= $4)
       AND ($5::date IS NULL OR day < $5)
     GROUP BY day ORDER BY day DESC LIMIT $6`,
    [
      ...[cell, store.owner_no, store.no, from === undefined ? null : dayOf(from)],
      ...[to === undefined ? null : dayOf(to), MOST_DAYS],
    ],
  );
  return rows.reverse().map(({ day, spend, earned, own_spend, own_earned }) => ({
    day,
    here: { spend: own_spend, earned: own_earned },
    elsewhere: { spend: spend - own_spend, earned: earned - own_earned },
  }));
}
