/** The pool row of a cell against the book that its journals make. */
import type { Client } from "pg";
import type { Recheck } from "./verifyreplay.ts";

/** Compares balances, counters, the head of the chain and the clock. */
export async function comparePool(
  client: Client,
  cell: bigint,
  { book, head, findings }: Recheck,
): Promise<void> {
  const { rows } = await client.query<Record<string, unknown>>(
    `SELECT seq, encode(head, 'hex') AS head, parties, lot_seq, cash, points, remainder, last_cash,
       last_points, opened, closed, cascade_order, cascade_cash, cascade_points,
       exit_load_ppm, timed_from, clock_us
     FROM pool WHERE cell_id = $1`,
    [cell],
  );
  const { pool } = book;
  const { last, cascade } = pool;
  const expected: Readonly<Record<string, unknown>> = {
    seq: book.seq,
    head: head.toString("hex"),
    parties: book.parties,
    lot_seq: pool.lotSeq,
    cash: pool.cash.balance,
    points: -pool.issued.balance,
    remainder: pool.remainder.balance,
    last_cash: last.cash,
    last_points: last.points,
    opened: pool.opened,
    closed: pool.closed,
    cascade_order: cascade?.order ?? null,
    cascade_cash: cascade?.start.cash ?? null,
    cascade_points: cascade?.start.points ?? null,
    exit_load_ppm: pool.exitLoad,
    timed_from: book.timedFrom,
  };
  const row = rows[0] ?? {};
  for (const [column, value] of Object.entries(expected)) {
    if (String(value) !== String(row[column])) findings.add("pool", `pool ${column}`, value, row[column]);
  }
  // An order that was refused, or a moment in which nothing was due, lets time pass and leaves no journal.
  const { clock } = book;
  const kept = row["clock_us"] as bigint | null | undefined;
  if (clock !== null && (kept == null || kept < BigInt(clock)))
    findings.add("pool", "pool clock_us", clock, kept);
}
