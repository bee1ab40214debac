/**
 * Writes a group in one transaction. The pool row comes first: it is the lock, and the fence, for it must
 * still have the epoch and the seq this writer last saw.
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

/**
 * Runs the transaction of a group on a connection that pipelines: all of it goes out at once, COMMIT when
 * every answer is as it should be. Nothing is written when it rejects, unless COMMIT itself went
 * unanswered.
 */
export async function commitGroup(
  client: Client,
  hold: Hold,
  pool: Values,
  steps: readonly Step[],
  recordedAt: string,
): Promise<void> {
  const sent = [
    client.query("BEGIN"),
    client.query({ ...SQL.pool, values: [...pool] }),
    ...steps.map(([statement, values]) => client.query({ ...statement, values: [hold.cell, ...values] })),
    client.query({ ...SQL.price, values: [hold.cell, recordedAt] }),
  ];
  const answers = await Promise.allSettled(sent);
  const fault = faultOf(answers, hold, steps);
  if (fault !== null) {
    await client.query("ROLLBACK").catch(() => {});
    throw fault;
  }
  await client.query("COMMIT");
}

/** Keeps the time that has passed with orders of which none was booked. */
export async function commitClock(client: Client, { cell }: Hold, pool: Values): Promise<void> {
  const { rowCount } = await client.query({ ...SQL.pool, values: [...pool] });
  if (rowCount !== 1) throw new Fenced(cell);
}

/** Makes sure that nobody else has taken the cell: what was read in memory is what stands. */
export async function confirmHold(client: Client, { cell, epoch }: Hold): Promise<void> {
  const { rowCount } = await client.query({ ...SQL.hold, values: [cell, epoch] });
  if (rowCount !== 1) throw new Fenced(cell);
}

type Answers = readonly PromiseSettledResult<{ readonly rowCount: number | null }>[];

/** The first thing wrong with the answers: those after an error only say that the transaction is lost. */
function faultOf(answers: Answers, { cell }: Hold, steps: readonly Step[]): Error | null {
  for (const [i, answer] of answers.entries()) {
    if (answer.status === "rejected") return answer.reason;
    const { rowCount } = answer.value;
    if (i === 1 && rowCount !== 1) return new Fenced(cell);
    const [statement, , rows] = steps[i - 2] ?? [];
    if (statement !== undefined && rows !== undefined && rowCount !== rows) {
      return new Diverged(`${statement.name}: ${rowCount} rows instead of ${rows}`);
    }
  }
  return null;
}
