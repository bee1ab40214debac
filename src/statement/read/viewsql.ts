/**
 * Writes a tally into the views: bulk, each statement with its cell first, inserts anchored on the pool
 * row.
 */
import type { Queryable } from "#store";
import type { PurchaseFacts, Tally } from "./tally.ts";

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
  await addStores(tx, cell, tally);
  await addMembers(tx, cell, tally);
  await addUplines(tx, cell, tally);
  await addDays(tx, cell, tally);
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
       refunded, refunds, refund_seqs, settled_seq, settled, due, points, lot_seq, level1_no, level2_no)
     SELECT p.cell_id, u.seq, p.operator_id, u.id, u.member_no, u.merchant_no, u.at, u.amount, u.settles,
       u.state,
       u.refunded, u.refunds, u.refund_seqs::bigint[], u.settled_seq, u.settled, u.due, u.points, u.lot_seq,
       u.level1_no, u.level2_no
     FROM pool p, unnest($2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::timestamptz[],
       $7::bigint[],
       $8::timestamptz[], $9::text[], $10::bigint[], $11::bigint[], $12::text[], $13::bigint[], $14::bigint[],
       $15::bigint[], $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[])
       AS u(seq, id, member_no, merchant_no, at, amount, settles, state, refunded, refunds, refund_seqs,
         settled_seq, settled, due, points, lot_seq, level1_no, level2_no)
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

async function addStores(tx: Queryable, cell: bigint, { stores }: Tally): Promise<void> {
  const rows = stores.all();
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO merchant_day (cell_id, merchant_no, day, operator_id, purchases, paid, refunds, refunded,
      settled,
       due, settled_back, due_back, shortfall, commissions)
     SELECT p.cell_id, u.merchant_no, u.day, p.operator_id, u.purchases, u.paid, u.refunds, u.refunded,
       u.settled,
       u.due, u.settled_back, u.due_back, u.shortfall, u.commissions
     FROM pool p, unnest($2::bigint[], $3::date[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
       $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[])
       AS u(merchant_no, day, purchases, paid, refunds, refunded, settled, due, settled_back, due_back,
       shortfall,
         commissions)
     WHERE p.cell_id = $1
     ON CONFLICT (cell_id, merchant_no, day) DO UPDATE SET
       purchases = merchant_day.purchases + EXCLUDED.purchases, paid = merchant_day.paid + EXCLUDED.paid,
       refunds = merchant_day.refunds + EXCLUDED.refunds, refunded = merchant_day.refunded +
       EXCLUDED.refunded,
       settled = merchant_day.settled + EXCLUDED.settled, due = merchant_day.due + EXCLUDED.due,
       settled_back = merchant_day.settled_back + EXCLUDED.settled_back,
       due_back = merchant_day.due_back + EXCLUDED.due_back,
       shortfall = merchant_day.shortfall + EXCLUDED.shortfall,
       commissions = merchant_day.commissions + EXCLUDED.commissions`,
    [
      cell,
      column(rows, ({ key }) => key[0]),
      column(rows, ({ key }) => key[1]),
      column(rows, ({ row }) => row.purchases),
      column(rows, ({ row }) => row.paid),
      column(rows, ({ row }) => row.refunds),
      column(rows, ({ row }) => row.refunded),
      column(rows, ({ row }) => row.settled),
      column(rows, ({ row }) => row.due),
      column(rows, ({ row }) => row.settled_back),
      column(rows, ({ row }) => row.due_back),
      column(rows, ({ row }) => row.shortfall),
      column(rows, ({ row }) => row.commissions),
    ],
  );
}

async function addMembers(tx: Queryable, cell: bigint, { members }: Tally): Promise<void> {
  const rows = members.all();
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO member_sum (cell_id, member_no, operator_id, purchases, paid, refunded, proceeds,
      commissions,
       first_at, last_at)
     SELECT p.cell_id, u.member_no, p.operator_id, u.purchases, u.paid, u.refunded, u.proceeds, u.commissions,
       u.first_at, u.last_at
     FROM pool p, unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
       $8::timestamptz[], $9::timestamptz[])
       AS u(member_no, purchases, paid, refunded, proceeds, commissions, first_at, last_at)
     WHERE p.cell_id = $1
     ON CONFLICT (cell_id, member_no) DO UPDATE SET
       purchases = member_sum.purchases + EXCLUDED.purchases, paid = member_sum.paid + EXCLUDED.paid,
       refunded = member_sum.refunded + EXCLUDED.refunded, proceeds = member_sum.proceeds + EXCLUDED.proceeds,
       commissions = member_sum.commissions + EXCLUDED.commissions,
       first_at = LEAST(member_sum.first_at, EXCLUDED.first_at),
       last_at = GREATEST(member_sum.last_at, EXCLUDED.last_at)`,
    [
      cell,
      column(rows, ({ key }) => key[0]),
      column(rows, ({ row }) => row.purchases),
      column(rows, ({ row }) => row.paid),
      column(rows, ({ row }) => row.refunded),
      column(rows, ({ row }) => row.proceeds),
      column(rows, ({ row }) => row.commissions),
      column(rows, ({ row }) => row.first_at),
      column(rows, ({ row }) => row.last_at),
    ],
  );
}

async function addUplines(tx: Queryable, cell: bigint, { uplines }: Tally): Promise<void> {
  const rows = uplines.all();
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO upline_day (cell_id, member_no, merchant_no, day, operator_id, spend1, earned1, spend2,
      earned2)
     SELECT p.cell_id, u.member_no, u.merchant_no, u.day, p.operator_id, u.spend1, u.earned1, u.spend2,
       u.earned2
     FROM pool p, unnest($2::bigint[], $3::bigint[], $4::date[], $5::bigint[], $6::bigint[], $7::bigint[],
       $8::bigint[]) AS u(member_no, merchant_no, day, spend1, earned1, spend2, earned2)
     WHERE p.cell_id = $1
     ON CONFLICT (cell_id, member_no, merchant_no, day) DO UPDATE SET
       spend1 = upline_day.spend1 + EXCLUDED.spend1, earned1 = upline_day.earned1 + EXCLUDED.earned1,
       spend2 = upline_day.spend2 + EXCLUDED.spend2, earned2 = upline_day.earned2 + EXCLUDED.earned2`,
    [
      cell,
      column(rows, ({ key }) => key[0]),
      column(rows, ({ key }) => key[1]),
      column(rows, ({ key }) => key[2]),
      column(rows, ({ row }) => row.spend1),
      column(rows, ({ row }) => row.earned1),
      column(rows, ({ row }) => row.spend2),
      column(rows, ({ row }) => row.earned2),
    ],
  );
}

async function addDays(tx: Queryable, cell: bigint, { days }: Tally): Promise<void> {
  const rows = days.all();
  await tx.query(
    `INSERT INTO cell_day (cell_id, day, operator_id, journals, first_seq, last_seq, joined, purchases, paid,
       refunds, refunded, redemptions, redeemed, exits, exit_proceeds, commissions, cash, points, remainder)
     SELECT p.cell_id, u.day, p.operator_id, u.journals, u.first_seq, u.last_seq, u.joined, u.purchases,
       u.paid,
       u.refunds, u.refunded, u.redemptions, u.redeemed, u.exits, u.exit_proceeds, u.commissions, u.cash,
       u.points,
       u.remainder
     FROM pool p, unnest($2::date[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
       $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[],
       $15::bigint[], $16::bigint[], $17::bigint[], $18::bigint[])
       AS u(day, journals, first_seq, last_seq, joined, purchases, paid, refunds, refunded, redemptions,
       redeemed,
         exits, exit_proceeds, commissions, cash, points, remainder)
     WHERE p.cell_id = $1
     ON CONFLICT (cell_id, day) DO UPDATE SET journals = cell_day.journals + EXCLUDED.journals,
       last_seq = EXCLUDED.last_seq, joined = cell_day.joined + EXCLUDED.joined,
       purchases = cell_day.purchases + EXCLUDED.purchases, paid = cell_day.paid + EXCLUDED.paid,
       refunds = cell_day.refunds + EXCLUDED.refunds, refunded = cell_day.refunded + EXCLUDED.refunded,
       redemptions = cell_day.redemptions + EXCLUDED.redemptions, redeemed = cell_day.redeemed +
       EXCLUDED.redeemed,
       exits = cell_day.exits + EXCLUDED.exits, exit_proceeds = cell_day.exit_proceeds +
       EXCLUDED.exit_proceeds,
       commissions = cell_day.commissions + EXCLUDED.commissions, cash = EXCLUDED.cash, points =
       EXCLUDED.points,
       remainder = EXCLUDED.remainder`,
    [
      cell,
      column(rows, ({ key }) => key[0]),
      ...(
        [
          ...["journals", "first_seq", "last_seq", "joined", "purchases", "paid", "refunds", "refunded"],
          ...[
            "redemptions",
            "redeemed",
            "exits",
            "exit_proceeds",
            "commissions",
            "cash",
            "points",
            "remainder",
          ],
        ] as const
      ).map((name) => column(rows, ({ row }) => row[name as keyof typeof row])),
    ],
  );
}
