/** Lots 批次 of a member: what each cost, what it is worth, how far it is from its trigger. */
import { type Fen, type Grains, MILLION, mulDivDown, type Ppm, type Price, showPrice } from "#engine";
import type { Queryable } from "#store";
import { partyNo } from "./account.ts";
import { limitOf, type Page, type PageArgs, pageOf, readCursor } from "./cursor.ts";
import { type PoolNow, poolNow, type Receive, receiveNow } from "./pool.ts";
import { projectTo } from "./project.ts";
import type { Reads } from "./span.ts";

export interface LotRow extends Receive {
  readonly seq: bigint;
  /** Without points it has ceased: redeemed, forced out or refunded. */
  readonly ceased: boolean;
  readonly points: Grains;
  readonly points0: Grains;
  /** What the points left may be worth at most; a ceiling, not a goal. */
  readonly cap: Fen;
  /** The price at which it must leave; null where a refund has emptied it. */
  readonly trigger: Price | null;
  readonly triggerShown: string | null;
  /** How far the trigger lies above the price of this moment, rounded down; null where it has ceased. */
  readonly distancePpm: Ppm | null;
  readonly purchases: number;
  /** What its purchases came to when they were split, and what refunds took back since. */
  readonly cost: Fen;
  readonly refunded: Fen;
  /** What its sold points brought. */
  readonly got: Fen;
  readonly openedAt: Date | null;
}

interface Row {
  readonly seq: bigint;
  readonly points: bigint;
  readonly points0: bigint;
  readonly cap0: bigint;
  readonly purchases: bigint;
  readonly cost: bigint;
  readonly refunded: bigint;
  readonly got: bigint;
  readonly opened_at: Date | null;
}

/** Which lots: those with points, those that have ceased, or both. */
export type LotState = "live" | "ceased";

/** A page of a member's lots, newest opening first; null where there is no such member. */
export async function memberLots(
  db: Reads,
  cell: bigint,
  member: string,
  args: PageArgs & { readonly state?: LotState | undefined } = {},
): Promise<Page<LotRow> | null> {
  const no = await partyNo(db, cell, "member", member);
  if (no === null) return null;
  await projectTo(db, cell);
  const limit = limitOf(args);
  const before = readCursor(args.cursor, 1)?.[0] ?? null;
  const pool = (await poolNow(db, cell)) as PoolNow;
  const rows = await lotRows(db, cell, no, before, args.state ?? null, limit + 1);
  return pageOf(
    rows,
    limit,
    ({ seq }) => [seq],
    (row) => shown(row, pool),
  );
}

async function lotRows(
  db: Queryable,
  cell: bigint,
  no: bigint,
  before: bigint | null,
  state: LotState | null,
  most: number,
): Promise<Row[]> {
  const { rows } = await db.query<Row>(
    `SELECT l.seq, l.points, l.points0, l.cap0, COALESCE(v.purchases, 0) AS purchases,
       COALESCE(v.cost, 0)::bigint AS cost, COALESCE(v.refunded, 0)::bigint AS refunded,
       COALESCE(v.got, 0)::bigint AS got, v.opened_at
     FROM lot l LEFT JOIN (
       SELECT v.lot_seq, count(*) AS purchases, sum(v.settled) AS cost, sum(COALESCE(c.refunded, 0)) AS
         refunded,
         sum(COALESCE(c.got, 0)) AS got, min(v.at) AS opened_at
       FROM purchase_view v
       LEFT JOIN purchase_change c ON c.cell_id = v.cell_id AND c.purchase_seq = v.settled_seq
       WHERE v.cell_id = $1 AND v.member_no = $2 AND v.lot_seq IS NOT NULL GROUP BY v.lot_seq
     ) v ON v.lot_seq = l.seq
     WHERE l.cell_id = $1 AND l.member_no = $2 AND ($3::bigint IS NULL OR l.seq < $3)
       AND ($4::text IS NULL OR (l.points > 0) = ($4 = 'live'))
     ORDER BY l.seq DESC LIMIT $5`,
    [cell, no, before, state, most],
  );
  return rows;
}

function shown(row: Row, pool: PoolNow): LotRow {
  const { seq, points, points0, cap0, cost, refunded, got, opened_at: openedAt } = row;
  const ceased = points === 0n;
  const trigger = points0 > 0n ? { cash: cap0, points: points0 } : null;
  return {
    seq,
    ceased,
    points,
    points0,
    cap: ceased ? 0n : mulDivDown(cap0, points, points0),
    trigger,
    triggerShown: trigger === null ? null : showPrice(trigger),
    distancePpm: ceased || trigger === null ? null : distance(trigger, pool.price),
    purchases: Number(row.purchases),
    cost,
    refunded,
    got,
    openedAt,
    ...receiveNow(pool, points),
  };
}

/** How much the price would have to rise; 0 where the lot is due already and leaves in the next journal. */
function distance(trigger: Price, price: Price): Ppm {
  if (price.cash === 0n) return 0n;
  const above = mulDivDown(trigger.cash * price.points, MILLION, price.cash * trigger.points) - MILLION;
  return above > 0n ? above : 0n;
}
