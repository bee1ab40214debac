/** The product's own desk under the benchmark, and the history of an account as the faces read it. */
import { setTimeout as pause } from "node:timers/promises";
import { Desk, NotNow } from "#desk";
import { KIND } from "#engine";
import { accountNumber, type Database, type Queryable } from "#store";
import type { Submit } from "./drive.ts";
import { CELL } from "./fill.ts";

/** Enough to keep one full group under way and the next one waiting. */
export const PRODUCT_CALLERS = 2_048;
export const REFERENCE_GROUP = 256;

/** A desk that writes the benchmark's cell. */
export function openDesk(database: Database, report: (error: unknown, what: string) => void): Desk {
  return new Desk({ database, holder: { id: "bench", url: "" }, report });
}

/** Books one order, as a till does: turned away because the queue is full, it comes again when it was told to. */
export function deskSubmit(desk: Desk): Submit {
  return async (order) => {
    for (;;) {
      try {
        const [answer] = await desk.submit(CELL, [{ json: order }]);
        if (answer?.status === "booked") return answer.repeated ? "repeated" : "booked";
        throw new Error(`${order.id} was answered ${JSON.stringify(answer)}`);
      } catch (error) {
        if (!(error instanceof NotNow) || error.reason !== "busy") throw error;
        await pause(error.retryAfter);
      }
    }
  };
}

/** The newest rows of an account with the balance after each: the chain is walked back from the newest journal. */
const HISTORY = `WITH RECURSIVE walk AS (
    SELECT 1 AS n, j.seq, j.kind, j.at, j.record, array_position(j.touched, a.account_id) AS i, j.prev, j.after
    FROM account a JOIN journal j ON j.cell_id = a.cell_id AND j.seq = a.newest
    WHERE a.cell_id = $1 AND a.account_id = $2
    UNION ALL
    SELECT w.n + 1, j.seq, j.kind, j.at, j.record, array_position(j.touched, $2), j.prev, j.after
    FROM walk w JOIN journal j ON j.cell_id = $1 AND j.seq = w.prev[w.i]
    WHERE w.n < 20)
  SELECT seq, kind, at, record, after[i] AS balance FROM walk ORDER BY n`;

/** Reads the history of an account; how many rows there were. */
export async function readHistory(db: Queryable, account: number): Promise<number> {
  return (await db.query(HISTORY, [CELL, account])).rowCount;
}

/** Accounts that are read: those of stores, which every purchase at the store touches. */
export async function storeAccounts(db: Queryable, most: number): Promise<number[]> {
  const { rows } = await db.query<{ no: bigint }>(
    "SELECT no FROM merchant WHERE cell_id = $1 ORDER BY no LIMIT $2",
    [CELL, most],
  );
  return rows.map(({ no }) => accountNumber(Number(no), KIND.payable));
}
