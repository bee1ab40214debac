/**
 * The database killed under full load: how long until orders are answered again, and whether an answer was
 * untrue.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "#store";
import type { Submit } from "./drive.ts";
import { CELL } from "./fill.ts";
import type { Purchase } from "./world.ts";

export interface Crash {
  readonly answered: number;
  /** Answered as booked, and not in the journal afterwards. Must be 0. */
  readonly lost: number;
  /** In the journal more than once. Must be 0. */
  readonly doubled: number;
  /** Seconds from the kill until an order was booked again, the book loaded anew included. */
  readonly recovery_seconds: number;
}

export interface CrashTrial {
  readonly database: Database;
  readonly orders: Iterator<Purchase>;
  readonly submit: Submit;
  readonly callers: number;
  /** Seconds of load before the kill and after the recovery. */
  readonly seconds: number;
  /** Kills the database as `kill -9` does. */
  readonly kill: () => void;
  readonly signal: AbortSignal;
}

const AGAIN_MS = 50;
const PATIENCE_MS = 120_000;

export async function crash(trial: CrashTrial): Promise<Crash> {
  const { database, orders, submit, callers, seconds, kill, signal } = trial;
  const answered: string[] = [];
  let killed = Number.POSITIVE_INFINITY;
  let back = Number.POSITIVE_INFINITY;
  const start = performance.now();
  const isOver = () =>
    signal.aborted || performance.now() > Math.min(back + seconds * 1_000, start + PATIENCE_MS);
  const caller = async () => {
    while (!isOver()) {
      const order = orders.next().value as Purchase;
      const sent = performance.now();
      // As a till does: no answer, so the same order again.
      while (!isOver()) {
        const answer = await submit(order).catch(() => null);
        if (answer === null) await pause(AGAIN_MS);
        else {
          answered.push(order.id);
          const isFresh = sent > killed && answer === "booked";
          if (isFresh && back === Number.POSITIVE_INFINITY) back = performance.now();
          break;
        }
      }
    }
  };
  const callersDone = Promise.all(Array.from({ length: callers }, caller));
  await pause(seconds * 1_000);
  killed = performance.now();
  kill();
  await callersDone;
  signal.throwIfAborted();
  const ids = [...new Set(answered)];
  const { rows } = await database.query<{ rows: bigint; ids: bigint }>(
    `SELECT count(*) AS rows, count(DISTINCT id) AS ids FROM journal
     WHERE cell_id = $1 AND id = ANY($2::text[])`,
    [CELL, ids],
  );
  const found = { rows: Number(rows[0]?.rows), ids: Number(rows[0]?.ids) };
  return {
    answered: ids.length,
    lost: ids.length - found.ids,
    doubled: found.rows - found.ids,
    recovery_seconds: (back - killed) / 1_000,
  };
}
