/**
 * Writes a tally into the views: bulk, each statement with its cell first, inserts anchored on the pool
 * row.
 */
import type { Queryable } from "#store";
import { saveSums } from "./sumsql.ts";
import type { PurchaseFacts, RefundFacts, Tally } from "./tally.ts";

const column = <Row, Value>(rows: readonly Row[], of: (row: Row) => Value) => rows.map(of);

/** Adds what a tally holds to the views of a cell. */
export async function saveTally(tx: Queryable, cell: bigint, tally: Tally): Promise<void> {
  await insertPurchases(tx, cell, tally.bought);
  const fresh = new Set(tally.bought);
  await updatePurchases(
    tx,
    cell,
    [...tally.changed].filter((facts) => !fresh.has(facts)),
  );
  await insertRefunds(tx, cell, tally.refunds);
  await saveSums(tx, cell, tally);
  await saveLocks(tx, cell, tally.locks);
}

/** What changes of a purchase, as columns. */
const changing = (rows: readonly PurchaseFacts[]) => [
  column(rows, ({ state }) => state),
  column(rows, ({ refunded }) => refunded),
  column(rows, ({ refunds }) => refunds),
  column(rows, ({ refund_seqs }) => `{${refund_seqs.join(",")}}`),
  column(rows, ({ settled_seq }) => settled_seq),
  column(rows, ({ settled }) => settled),
  column(rows, ({ due }) => due),
  column(rows, ({ points }) => points),
  column(rows, ({ lot_seq }) => lot_seq),
  column(rows, ({ level1_no }) => level1_no),
  column(rows, ({ level2_no }) => level2_no),
];

async function insertPurchases(tx: Queryable, cell: bigint, rows: readonly PurchaseFacts[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO purchase_view (cell_id, seq, operator_id, id, member_no, merchant_no, at, amount, settles,
      state,
       refunded, refunds, refund_seqs, settled_seq, settled, due, points, lot_seq, level1_no, level2_no,
       taken_by, channel)
     SELECT p.cell_id, u.seq, p.operator_id, u.id, u.member_no, u.merchant_no, u.at, u.amount, u.settles,
       u.state,
       u.refunded, u.refunds, u.refund_seqs::bigint[], u.settled_seq, u.settled, u.due, u.points, u.lot_seq,
       u.level1_no, u.level2_no, u.taken_by, u.channel
     FROM pool p, unnest($2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::timestamptz[],
       $7::bigint[],
       $8::timestamptz[], $9::text[], $10::bigint[], $11::bigint[], $12::text[], $13::bigint[], $14::bigint[],
       $15::bigint[], $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[], $20::text[], $21::text[])
       AS u(seq, id, member_no, merchant_no, at, amount, settles, state, refunded, refunds, refund_seqs,
         settled_seq, settled, due, points, lot_seq, level1_no, level2_no, taken_by, channel)
     WHERE p.cell_id = $1`,
    [
      cell,
      column(rows, ({ seq }) => seq),
      column(rows, ({ id }) => id),
      column(rows, ({ member_no }) => member_no),
      column(rows, ({ merchant_no }) => merchant_no),
      column(rows, ({ at }) => at),
      column(rows, ({ amount }) => amount),
      column(rows, ({ settles }) => settles),
      ...changing(rows),
      column(rows, ({ taken_by }) => taken_by),
      column(rows, ({ channel }) => channel),
    ],
  );
}

async function updatePurchases(tx: Queryable, cell: bigint, rows: readonly PurchaseFacts[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `UPDATE purchase_view v SET state = u.state, refunded = u.refunded, refunds = u.refunds,
       refund_seqs = u.refund_seqs::bigint[], settled_seq = u.settled_seq, settled = u.settled, due = u.due,
       points = u.points, lot_seq = u.lot_seq, level1_no = u.level1_no, level2_no = u.level2_no
     FROM unnest($2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], $7::bigint[], $8::bigint[],
       $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[])
       AS u(seq, state, refunded, refunds, refund_seqs, settled_seq, settled, due, points, lot_seq, level1_no,
         level2_no)
     WHERE v.cell_id = $1 AND v.seq = u.seq`,
    [cell, column(rows, ({ seq }) => seq), ...changing(rows)],
  );
}

async function insertRefunds(tx: Queryable, cell: bigint, rows: readonly RefundFacts[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO refund_view (cell_id, operator_id, seq, id, purchase_seq, member_no, merchant_no, at, amount)
     SELECT p.cell_id, p.operator_id, u.seq, u.id, u.purchase_seq, u.member_no, u.merchant_no, u.at, u.amount
     FROM pool p, unnest($2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[],
       $7::timestamptz[], $8::bigint[]) AS u(seq, id, purchase_seq, member_no, merchant_no, at, amount)
     WHERE p.cell_id = $1`,
    [
      cell,
      column(rows, ({ seq }) => seq),
      column(rows, ({ id }) => id),
      column(rows, ({ purchase_seq }) => purchase_seq),
      column(rows, ({ member_no }) => member_no),
      column(rows, ({ merchant_no }) => merchant_no),
      column(rows, ({ at }) => at),
      column(rows, ({ amount }) => amount),
    ],
  );
}

/** Every member has a row by now: he joined in this stretch or before. */
async function saveLocks(tx: Queryable, cell: bigint, locks: Tally["locks"]): Promise<void> {
  if (locks.size === 0) return;
  await tx.query(
    `UPDATE member_sum s SET store_no = u.store_no
     FROM unnest($2::bigint[], $3::bigint[]) AS u(member_no, store_no)
     WHERE s.cell_id = $1 AND s.member_no = u.member_no`,
    [cell, [...locks.keys()], [...locks.values()]],
  );
}
