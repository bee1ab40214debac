/** A cell with as many members, purchases and stores as wanted, written straight into the tables that lists read. */
import type { Database } from "#store";
import { planOf, stage } from "../desk/stage.ts";
import { planOf as planChange } from "./play.ts";
import { CELL } from "./read-stage.ts";

export interface Size {
  readonly members: number;
  readonly stores: number;
  readonly purchases: number;
  /** Days before today that the purchases are spread over. */
  readonly days: number;
}

/** Numbers of stores; members follow. */
const FIRST_STORE = 100;

/** What was made of the same numbers looks the same every time. */
export async function manyMembers(size: Size) {
  const made = await stage();
  await made.desk.createCell(CELL, 1n, "many", "orders", planOf(planChange({})));
  await fillMany(made.database, CELL, size);
  return {
    database: made.database,
    drop: async () => {
      await made.desk.close();
      await made.drop();
    },
  };
}

/** Fills a cell in which nothing has been booked. */
export async function fillMany(database: Database, cell: bigint, size: Size): Promise<void> {
  const { members, stores, purchases, days } = size;
  const first = FIRST_STORE + stores;
  const all = [cell, members, stores, purchases, days, first] as const;
  const run = async (text: string) => {
    await database.query(
      text.replaceAll(/\$(\d)/g, (_, n: string) => `${all[Number(n) - 1]}`),
      [],
    );
  };
  await database.transaction(async (tx) => {
    await tx.query("SET LOCAL statement_timeout = 0");
    for (const text of STATEMENTS) {
      await tx.query(text.replaceAll(/\$(\d)/g, (_, n: string) => `${all[Number(n) - 1]}`));
    }
  });
  for (const table of ["member", "member_sum", "merchant", "purchase_view", "merchant_day", "account"]) {
    await run(`ANALYZE ${table}`);
  }
}

const STATEMENTS = [
  `INSERT INTO merchant (cell_id, no, operator_id, id, owner_no, region, goods, feed, opened_seq)
   SELECT $1, 100 + i, 1, 's' || i, $6 + i, (110101 + i % 16)::text, false, 'main', 1
   FROM generate_series(0, $3 - 1) i`,
  // A third of the members stand below one of the owners, who are the first of them.
  `INSERT INTO member (cell_id, no, operator_id, id, sponsor_no, joined_seq)
   SELECT $1, $6 + i, 1, 'm' || i, CASE WHEN i >= $3 AND i % 3 = 0 THEN $6 + i % $3 END, 1
   FROM generate_series(0, $2 - 1) i`,
  `INSERT INTO purchase_view (cell_id, seq, operator_id, id, member_no, merchant_no, at, state, amount, refunded,
     refunds, refund_seqs, settled_seq, settled, due, points, taken_by, channel)
   SELECT $1, i + 1, 1, 'p' || i, $6 + (i::bigint * 7919) % $2, 100 + (i::bigint * 31) % $3,
     now() - ($4 - i)::float8 / $4 * $5 * interval '1 day', 'settled', 1000 + i % 90000,
     CASE WHEN i % 50 = 0 THEN 500 ELSE 0 END, CASE WHEN i % 50 = 0 THEN 1 ELSE 0 END, '{}', i + 1,
     1000 + i % 90000, (1000 + i % 90000) * 8 / 10, 100000000,
     CASE WHEN i % 10 = 0 THEN 'clerk' || i % 30 END, CASE WHEN i % 10 = 0 THEN 'till' END
   FROM generate_series(0, $4 - 1) i`,
  `INSERT INTO merchant_day (cell_id, merchant_no, day, operator_id, purchases, paid, refunds, refunded, settled, due,
     settled_back, due_back, shortfall, commissions, points)
   SELECT $1, merchant_no, ((at AT TIME ZONE 'UTC') + interval '8 hours')::date, 1, count(*), sum(amount),
     sum(refunds), sum(refunded), sum(settled), sum(due), 0, 0, 0, 0, sum(points)
   FROM purchase_view WHERE cell_id = $1 GROUP BY 2, 3`,
  `INSERT INTO cell_day (cell_id, day, operator_id, journals, first_seq, last_seq, joined, purchases, paid, refunds,
     refunded, redemptions, redeemed, exits, exit_proceeds, commissions, cash, points, remainder)
   SELECT $1, day, 1, sum(purchases), 1, 1, 0, sum(purchases), sum(paid), sum(refunds), sum(refunded), 0, 0, 0, 0, 0,
     100, 100, 0
   FROM merchant_day WHERE cell_id = $1 GROUP BY day`,
  `UPDATE cell_day SET joined = $2 WHERE cell_id = $1 AND day = (SELECT min(day) FROM cell_day WHERE cell_id = $1)`,
  `INSERT INTO member_sum (cell_id, member_no, operator_id, purchases, paid, refunded, proceeds, commissions, last_at,
     joined_at, points, wallet)
   SELECT $1, m.no, 1, count(v.seq), COALESCE(sum(v.amount), 0), COALESCE(sum(v.refunded), 0), 0, 0, max(v.at),
     now() - ($2 - (m.no - $6))::float8 / $2 * $5 * interval '1 day', COALESCE(sum(v.points), 0),
     CASE WHEN m.no % 1000 = 0 THEN -5 ELSE m.no % 7 END
   FROM member m LEFT JOIN purchase_view v ON v.cell_id = $1 AND v.member_no = m.no
   WHERE m.cell_id = $1 GROUP BY m.no`,
  `INSERT INTO account (cell_id, account_id, operator_id, balance, newest)
   SELECT $1, member_no * 16 + 11, 1, points, 1 FROM member_sum WHERE cell_id = $1`,
  "UPDATE pool SET seq = $4, cash = 100000, points = 100000000000 WHERE cell_id = $1",
  "INSERT INTO projection (cell_id, name, operator_id, seq) VALUES ($1, 'views', 1, $4)",
];
