/** One member: what he holds, and how his sponsors came and went. */
import { type AccountKind, type Fen, type Grains, KIND } from "#engine";
import type { JournalRecord, Queryable } from "#store";
import { balancesOf, numberOf, partyNo } from "./account.ts";
import { accountHistory } from "./history.ts";
import { poolNow, type Receive, receiveNow } from "./pool.ts";
import type { Reads } from "./span.ts";

export interface Balances {
  readonly points: Grains;
  readonly wallet: Fen;
  readonly commission: Fen;
  readonly frozen: Fen;
  /** Asked for and neither paid nor returned yet. */
  readonly withdrawal: Fen;
}

export interface MemberBalances extends Balances, Receive {
  readonly member: string;
  readonly sponsor: string | null;
}

const HELD = {
  points: KIND.points,
  wallet: KIND.wallet,
  commission: KIND.commission,
  frozen: KIND.commissionFrozen,
  withdrawal: KIND.withdrawal,
} as const satisfies Readonly<Record<keyof Balances, AccountKind>>;
const KINDS = Object.values(HELD);

/** Balances of members by their numbers. */
export async function balancesByMember(
  db: Queryable,
  cell: bigint,
  numbers: readonly bigint[],
): Promise<(no: bigint) => Balances> {
  const wanted = numbers.flatMap((no) => KINDS.map((kind) => numberOf(no, kind)));
  const found = await balancesOf(db, cell, wanted);
  return (no) => {
    const of = (kind: AccountKind) => found.get(numberOf(no, kind)) ?? 0n;
    const { points, wallet, commission, frozen, withdrawal } = HELD;
    return {
      points: of(points),
      wallet: of(wallet),
      commission: of(commission),
      frozen: of(frozen),
      withdrawal: of(withdrawal),
    };
  };
}

/**
 * What a member holds, and what his points are worth and would bring now; null where there is no such
 * member.
 */
export async function memberBalances(
  db: Queryable,
  cell: bigint,
  member: string,
): Promise<MemberBalances | null> {
  const { rows } = await db.query<{ no: bigint; sponsor: string | null }>(
    `SELECT m.no, s.id AS sponsor FROM member m
     LEFT JOIN member s ON s.cell_id = m.cell_id AND s.no = m.sponsor_no
     WHERE m.cell_id = $1 AND m.id = $2`,
    [cell, member],
  );
  const row = rows[0];
  const pool = await poolNow(db, cell);
  if (row === undefined || pool === null) return null;
  const balances = (await balancesByMember(db, cell, [row.no]))(row.no);
  return { member, sponsor: row.sponsor, ...balances, ...receiveNow(pool, balances.points) };
}

export interface SponsorChange {
  readonly seq: bigint;
  /** How it came: with joining, by a code, by a purchase at a store, by the decision of a case. */
  readonly kind: "join" | "bind" | "lock" | "correct_sponsor";
  readonly from: string | null;
  readonly to: string | null;
  readonly at: Date;
  /** Number of the case that decided it. */
  readonly case: string | null;
  /** The purchase that locked, and its store. */
  readonly purchase: string | null;
  readonly merchant: string | null;
}

interface ChangeRow {
  readonly seq: bigint;
  readonly kind: SponsorChange["kind"];
  readonly from_id: string | null;
  readonly to_id: string | null;
  readonly at: Date;
  readonly record: string;
}

/** How a member's sponsor came and went, newest first, 200 at most; null where there is no such member. */
export async function sponsorHistory(
  db: Queryable,
  cell: bigint,
  member: string,
): Promise<SponsorChange[] | null> {
  const no = await partyNo(db, cell, "member", member);
  if (no === null) return null;
  const { rows } = await db.query<ChangeRow>(
    `SELECT c.seq, c.kind, f.id AS from_id, t.id AS to_id, COALESCE(j.at, j.recorded_at) AS at, j.record
     FROM sponsor_change c JOIN journal j ON j.cell_id = c.cell_id AND j.seq = c.seq
     LEFT JOIN member f ON f.cell_id = c.cell_id AND f.no = c.from_no
     LEFT JOIN member t ON t.cell_id = c.cell_id AND t.no = c.to_no
     WHERE c.cell_id = $1 AND c.member_no = $2
     UNION ALL
     SELECT m.joined_seq, 'join', NULL, NULL, COALESCE(j.at, j.recorded_at), j.record
     FROM member m JOIN journal j ON j.cell_id = m.cell_id AND j.seq = m.joined_seq
     WHERE m.cell_id = $1 AND m.no = $2
     ORDER BY seq DESC LIMIT 200`,
    [cell, no],
  );
  return rows.map(({ seq, kind, from_id: from, to_id, at, record }) => {
    const { entry } = JSON.parse(record) as JournalRecord;
    const locked = entry.type === "purchased" ? entry.purchase : null;
    return {
      seq,
      kind,
      from,
      to: entry.type === "joined" ? entry.sponsor : to_id,
      at,
      case: entry.type === "sponsor_corrected" ? entry.case : null,
      purchase: locked?.id ?? null,
      merchant: locked?.merchant ?? null,
    };
  });
}

export interface FrozenRow {
  readonly purchase: string;
  readonly amount: Fen;
  /** When it can be drawn. */
  readonly thaws: Date | null;
}

/** Rows of history looked through for what is still frozen. */
const MOST_ROUNDS = 20;

/**
 * What of a member's commissions is still frozen, by purchase, newest first; null where there is no such
 * member.
 */
export async function memberFrozen(db: Reads, cell: bigint, member: string): Promise<FrozenRow[] | null> {
  const open = new Map<string, { amount: bigint; thaws: Date | null }>();
  let cursor: string | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const page = await accountHistory(db, cell, `commission_frozen:${member}`, { cursor, limit: 200 });
    if (page === null) return null;
    const facts = await thawsOf(
      db,
      cell,
      page.items.map(({ seq }) => seq),
    );
    for (const { seq, order, amount } of page.items) {
      const about = facts.get(seq);
      const purchase = about?.purchase ?? order;
      const row = open.get(purchase) ?? { amount: 0n, thaws: null };
      open.set(purchase, { amount: row.amount + amount, thaws: about?.thaws ?? row.thaws });
    }
    const oldest = page.items.at(-1);
    // Where the account stood at nothing, whatever came before has gone again.
    if (page.next === null || oldest === undefined || oldest.balance === oldest.amount) break;
    cursor = page.next;
  }
  return [...open].flatMap(([purchase, row]) => (row.amount === 0n ? [] : [{ purchase, ...row }]));
}

/** Which purchase a journal is about, and when its commissions thaw. */
async function thawsOf(db: Queryable, cell: bigint, seqs: readonly bigint[]) {
  const { rows } = await db.query<{ seq: bigint; record: string; asked: string | null }>(
    "SELECT seq, record, CASE WHEN kind = 'refund' THEN asked END AS asked FROM journal " +
      "WHERE cell_id = $1 AND seq = ANY($2::bigint[])",
    [cell, seqs],
  );
  return new Map(
    rows.map(({ seq, record, asked }) => {
      const { entry, order } = JSON.parse(record) as JournalRecord;
      const purchase = asked === null ? order : (JSON.parse(asked) as { purchase: string }).purchase;
      const thaws = entry.type === "purchased" && entry.thaws !== null ? new Date(entry.thaws) : null;
      return [seq, { purchase, thaws }] as const;
    }),
  );
}
