/**
 * Writes a group in one transaction. The pool row comes first: it is the lock, and the fence, for it must still
 * have the epoch and the seq this writer last saw.
 */
import type { Client } from "pg";
import type { Batch } from "./batch.ts";
import { SQL } from "./groupsql.ts";
import type { Step, Values } from "./groupsteps.ts";

/** Another writer has the cell now: nothing of the group was written. */
export class Fenced extends Error {
  constructor(readonly cell: bigint) {
    super(`cell ${cell} has another writer`);
  }
}

/** Balances in memory and in the database disagree: nothing of the group was written. */
export class Diverged extends Error {}

/** What the fence and the lease of a group need to know. */
export interface Hold {
  readonly cell: bigint;
  readonly epoch: bigint;
  /** How long the lease lasts from now, as an interval. */
  readonly lease: string;
}

/** The pool row after a group, drawn up before the next group changes the book. */
export function poolValues(batch: Batch, hold: Hold, clockText: string | null): Values {
  const { book, expectedSeq } = batch;
  const { pool } = book;
  const { cascade, last } = pool;
  return [
    hold.cell,
    book.seq,
    book.head,
    book.parties,
    pool.lotSeq,
    pool.cash.balance,
    -pool.issued.balance,
    pool.remainder.balance,
    last.cash,
    last.points,
    pool.opened,
    pool.closed,
    cascade?.order ?? null,
    cascade?.start.cash ?? null,
    cascade?.start.points ?? null,
    pool.exitLoad,
    book.clock,
    clockText,
    book.timedFrom,
    hold.lease,
    expectedSeq,
    hold.epoch,
  ];
}

/** Runs the transaction of a group; nothing is written when it rejects, unless COMMIT itself went unanswered. */
export async function commitGroup(
  client: Client,
  hold: Hold,
  pool: Values,
  steps: Step[],
  recordedAt: string,
) {
  await client.query("BEGIN");
  try {
    const fence = await client.query({ ...SQL.pool, values: [...pool] });
    if (fence.rowCount !== 1) throw new Fenced(hold.cell);
    for (const [statement, values, rows] of steps) {
      const done = await client.query({ ...statement, values: [hold.cell, ...values] });
      if (rows !== undefined && done.rowCount !== rows) {
        throw new Diverged(`${statement.name}: ${done.rowCount} rows instead of ${rows}`);
      }
    }
    await client.query({ ...SQL.price, values: [hold.cell, recordedAt] });
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
  await client.query("COMMIT");
}
