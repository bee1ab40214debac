/**
 * Messages 消息 to a member: what happened to his points and money, read from what stands in views and rows, so
 * that none is sent twice and none is lost. They tell what was booked, and nothing of what may come.
 */
import { partyNo } from "./account.ts";
import { BadCursor, limitOf, type Page, type PageArgs } from "./cursor.ts";
import { projectTo } from "./project.ts";
import type { Reads } from "./span.ts";

export const MESSAGE_KINDS = [
  ...([
    "points_granted",
    "purchase_refunded",
    "forced_exit",
    "commission_freed",
    "commission_taken_back",
  ] as const),
  ...(["withdrawal_rejected", "withdrawal_paid", "withdrawal_returned", "withdrawal_awaits_you"] as const),
  ...(["plan_announced", "injection_announced"] as const),
] as const;

export type MessageKind = (typeof MESSAGE_KINDS)[number];

export interface MessageRow {
  /** The same message has the same id whenever it is asked for. */
  readonly id: string;
  readonly kind: MessageKind;
  readonly at: Date;
  /** What it is about: a purchase, a withdrawal, a plan. */
  readonly about: string;
  readonly merchant: string | null;
  readonly amount: bigint | null;
  readonly points: bigint | null;
  /** An officer's words, those of an announcement, or the day from which a plan is to hold. */
  readonly textZh: string | null;
  readonly textEn: string | null;
}

interface Row extends MessageRow {
  readonly at_us: string;
}

/** One source: its newest after the place a page goes on from, at most a page of them. */
const source = (of: {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  /** About, merchant, amount, points, and the words in both languages. */
  readonly rest: string;
  readonly from: string;
}) => `(SELECT (${of.id}) COLLATE "C" AS id, ${of.kind} AS kind, ${of.at} AS at, ${of.rest} FROM ${of.from}
  AND ($3::timestamptz IS NULL OR (${of.at}, (${of.id}) COLLATE "C") < ($3, $4::text COLLATE "C"))
  ORDER BY ${of.at} DESC, 1 DESC LIMIT $5)`;

const BOUGHT = `JOIN purchase_view b ON b.cell_id = v.cell_id AND b.seq = v.purchase_seq
  JOIN merchant s ON s.cell_id = v.cell_id AND s.no = b.merchant_no`;
const MINE = "WHERE v.cell_id = $1 AND v.member_no = $2";

const SOURCES = [
  source({
    id: "'p:' || v.settled_seq",
    kind: "'points_granted'",
    at: "COALESCE(j.at, j.recorded_at)",
    rest: `v.id AS about, s.id AS merchant, v.amount, v.points, NULL AS "textZh", NULL AS "textEn"`,
    from: `purchase_view v JOIN merchant s ON s.cell_id = v.cell_id AND s.no = v.merchant_no
      JOIN journal j ON j.cell_id = v.cell_id AND j.seq = v.settled_seq ${MINE} AND v.points > 0`,
  }),
  source({
    id: "'r:' || v.seq",
    kind: "'purchase_refunded'",
    at: "v.at",
    rest: "b.id, s.id, v.amount, NULL, NULL, NULL",
    from: `refund_view v ${BOUGHT} ${MINE}`,
  }),
  source({
    id: "'x:' || v.seq || '.' || v.n",
    kind: "'forced_exit'",
    at: "v.at",
    rest: "v.reason, NULL, v.proceeds, v.points, NULL, NULL",
    from: `exit_view v ${MINE}`,
  }),
  source({
    id: "'c:' || v.seq || '.' || v.step",
    kind: "'commission_freed'",
    at: "v.thawed_at",
    rest: "b.id, s.id, v.amount - v.back, NULL, NULL, NULL",
    from: `commission_view v ${BOUGHT} ${MINE} AND v.thawed_at IS NOT NULL AND v.back < v.amount`,
  }),
  source({
    id: "'b:' || v.seq || '.' || v.step",
    kind: "'commission_taken_back'",
    at: "v.back_at",
    rest: "b.id, s.id, v.back, NULL, NULL, NULL",
    from: `commission_view v ${BOUGHT} ${MINE} AND v.back_at IS NOT NULL`,
  }),
  source({
    id: "'w:' || w.withdrawal_id || '.' || w.state",
    kind: `CASE w.state WHEN 'rejected' THEN 'withdrawal_rejected' WHEN 'paid' THEN 'withdrawal_paid'
      WHEN 'awaiting_member' THEN 'withdrawal_awaits_you' ELSE 'withdrawal_returned' END`,
    at: "w.changed_at",
    rest: `w.withdrawal_id, NULL, COALESCE(w.net_fen, w.gross_fen), NULL,
      CASE w.state WHEN 'rejected' THEN w.reason END, CASE w.state WHEN 'rejected' THEN w.reason END`,
    from: `withdrawal_request w WHERE w.cell_id = $1 AND w.member = $6
      AND w.state IN ('rejected', 'paid', 'awaiting_member', 'failed', 'expired')`,
  }),
  source({
    id: "'l:' || d.name || '@' || d.version",
    kind: "'plan_announced'",
    at: "d.announced_at",
    rest: `d.name || '@' || d.version, NULL, NULL, NULL,
      to_char(d.effective_from AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'),
      to_char(d.effective_from AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`,
    from: `plan_draft d WHERE d.cell_id = $1 AND d.announced_at IS NOT NULL
      AND d.state IN ('signed', 'effective')`,
  }),
  source({
    id: "'i:' || i.injection_id",
    kind: "'injection_announced'",
    at: "i.announced_at",
    rest: "i.injection_id, NULL, i.total_fen, NULL, i.announce_zh, i.announce_en",
    from: "injection i WHERE i.cell_id = $1 AND i.announced_at IS NOT NULL AND i.state <> 'rejected'",
  }),
];

const CURSOR = /^(\d{1,17}) (\P{Cc}{1,300})$/u;

/** A page of a member's messages, newest first; null where there is no such member. */
export async function memberMessages(
  db: Reads,
  cell: bigint,
  member: string,
  args: PageArgs = {},
): Promise<Page<MessageRow> | null> {
  const no = await partyNo(db, cell, "member", member);
  if (no === null) return null;
  await projectTo(db, cell);
  const limit = limitOf(args);
  const place = placeOf(args.cursor);
  const { rows } = await db.query<Row>(
    `SELECT m.*, (extract(epoch FROM m.at) * 1000000)::bigint::text AS at_us
     FROM cell c CROSS JOIN LATERAL (${SOURCES.join(" UNION ALL ")}) m WHERE c.cell_id = $1
     ORDER BY m.at DESC, m.id DESC LIMIT $5`,
    [cell, no, place?.at ?? null, place?.id ?? null, limit + 1, member],
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ at_us: _us, ...row }) => row),
    next: last === undefined ? null : Buffer.from(`${last.at_us} ${last.id}`).toString("base64url"),
  };
}

/** The place a page goes on after: a moment to the microsecond, and the message shown last. */
function placeOf(cursor: string | undefined): { readonly at: string; readonly id: string } | null {
  if (cursor === undefined) return null;
  const [, micros, id] = CURSOR.exec(Buffer.from(cursor, "base64url").toString("utf8")) ?? [];
  if (micros === undefined || id === undefined) throw new BadCursor();
  const seconds = BigInt(micros) / 1_000_000n;
  const at = new Date(Number(seconds) * 1_000);
  if (Number.isNaN(at.getTime())) throw new BadCursor();
  return { at: `${at.toISOString().slice(0, 19)}.${`${BigInt(micros) % 1_000_000n}`.padStart(6, "0")}Z`, id };
}
