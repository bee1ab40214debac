/**
 * Tables of the usual service, in a schema of its own: rows by number, an entry for each account an order
 * touches with the balance after it, an index by account. Filled from the same book; its history begins
 * empty, in its favour.
 */
import { CELL } from "./fill.ts";

/** The statements that make the tables of one usual service. */
export function usualTables(schema: string): string[] {
  const from = (table: string) => `FROM public.${table} WHERE cell_id = ${CELL}`;
  return [
    `DROP SCHEMA IF EXISTS ${schema} CASCADE`,
    `CREATE SCHEMA ${schema}`,
    `SET search_path = ${schema}`,
    `CREATE TABLE member AS SELECT no, id, sponsor_no ${from("member")}`,
    "ALTER TABLE member ADD PRIMARY KEY (no), ADD UNIQUE (id)",
    `CREATE TABLE store AS SELECT no, id, owner_no, region, recruiter_no ${from("merchant")}`,
    "ALTER TABLE store ADD PRIMARY KEY (no), ADD UNIQUE (id)",
    `CREATE TABLE agent AS SELECT region, member_no ${from("agent")}`,
    "ALTER TABLE agent ADD PRIMARY KEY (region)",
    "CREATE TABLE account (no bigint NOT NULL, balance bigint NOT NULL) WITH (fillfactor = 80)",
    // Cash and points of the pool stand in its own row.
    `INSERT INTO account SELECT account_id, balance ${from("account")}
      AND account_id NOT IN (SELECT unnest($POOL::bigint[]))`,
    "ALTER TABLE account ADD PRIMARY KEY (no)",
    `CREATE TABLE lot (seq bigint NOT NULL, member_no bigint NOT NULL, points0 bigint NOT NULL,
      cap0 bigint NOT NULL, points bigint NOT NULL, trigger numeric NOT NULL) WITH (fillfactor = 80)`,
    `INSERT INTO lot SELECT seq, member_no, points0, cap0, points, cap0 / points0::numeric(60, 40)
      ${from("lot")} AND points > 0`,
    "ALTER TABLE lot ADD PRIMARY KEY (seq)",
    "CREATE INDEX lot_by_member ON lot (member_no)",
    "CREATE INDEX lot_by_trigger ON lot (trigger, seq) WHERE points > 0",
    `CREATE TABLE pool AS SELECT 1 AS no, 0::bigint AS seq, cash, points, remainder, lot_seq ${from("pool")}`,
    "ALTER TABLE pool ADD PRIMARY KEY (no)",
    `CREATE TABLE orders (seq bigint PRIMARY KEY, id text NOT NULL UNIQUE, kind text NOT NULL,
      member_no bigint NOT NULL, store_no bigint NOT NULL, amount bigint NOT NULL, points bigint NOT NULL,
      lot_seq bigint, level1_no bigint, level2_no bigint, cash_after bigint NOT NULL,
      points_after bigint NOT NULL,
      at timestamptz NOT NULL DEFAULT now())`,
    `CREATE TABLE entry (order_seq bigint NOT NULL, line int NOT NULL, account_no bigint NOT NULL,
      step text NOT NULL, amount bigint NOT NULL, balance bigint NOT NULL, PRIMARY KEY (order_seq, line))`,
    "CREATE INDEX entry_by_account ON entry (account_no, order_seq)",
  ];
}

/** Statements of one order, each prepared once a connection. */
export const USUAL = {
  known: "SELECT seq, member_no, store_no, amount FROM orders WHERE id = $1",
  member: "SELECT no, sponsor_no FROM member WHERE id = $1",
  memberByNo: "SELECT no, sponsor_no FROM member WHERE no = $1",
  store: "SELECT no, owner_no, region, recruiter_no FROM store WHERE id = $1",
  agents: "SELECT region, member_no FROM agent WHERE region = ANY($1)",
  root: `WITH RECURSIVE up AS (SELECT no, sponsor_no FROM member WHERE no = $1 UNION ALL
    SELECT m.no, m.sponsor_no FROM up JOIN member m ON m.no = up.sponsor_no)
    SELECT no FROM up WHERE sponsor_no IS NULL`,
  lock: "UPDATE member SET sponsor_no = $2 WHERE no = $1 AND sponsor_no IS NULL",
  pool: "SELECT seq, cash, points, remainder, lot_seq FROM pool WHERE no = 1 FOR UPDATE",
  order: `INSERT INTO orders (seq, id, kind, member_no, store_no, amount, points, lot_seq, level1_no,
    level2_no, cash_after, points_after) VALUES ($1, $2, 'purchase', $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
  lot: "SELECT seq, points0, cap0, points FROM lot WHERE member_no = $1 AND points > 0 FOR UPDATE",
  account: `INSERT INTO account AS a (no, balance) VALUES ($1, $2)
    ON CONFLICT (no) DO UPDATE SET balance = a.balance + EXCLUDED.balance RETURNING balance`,
  entry:
    "INSERT INTO entry (order_seq, line, account_no, step, amount, balance) VALUES ($1, $2, $3, $4, $5, $6)",
  newLot: `INSERT INTO lot (seq, member_no, points0, cap0, points, trigger)
    VALUES ($1, $2, $3, $4, $3, $4::bigint / $3::bigint::numeric(60, 40))`,
  mergedLot: `UPDATE lot SET points0 = $2, cap0 = $3, points = $2,
    trigger = $3::bigint / $2::bigint::numeric(60, 40)
    WHERE seq = $1`,
  due: "SELECT seq, member_no, points0, cap0, points FROM lot WHERE points > 0 ORDER BY trigger, seq LIMIT 1",
  closeLot: "UPDATE lot SET points = 0 WHERE seq = $1",
  poolAfter: "UPDATE pool SET seq = $1, cash = $2, points = $3, lot_seq = $4 WHERE no = 1",
} as const;

/** An account's newest rows with the balance after each, as the usual service shows them. */
export const USUAL_HISTORY = `SELECT e.order_seq AS seq, e.step, e.amount, e.balance, o.id, o.at
  FROM entry e JOIN orders o ON o.seq = e.order_seq
  WHERE e.account_no = $1 ORDER BY e.order_seq DESC, e.line DESC LIMIT 20`;
