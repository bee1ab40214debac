/** The product's own desk under the benchmark, and the history of an account as the faces read it. */
import { setTimeout as pause } from "node:timers/promises";
import { Desk, NotNow } from "#desk";
import { KIND } from "#engine";
import { accountHistory } from "#statement";
import type { Database } from "#store";
import type { Submit } from "./drive.ts";
import { CELL } from "./fill.ts";

/** Enough to keep one full group under way and the next one waiting. */
export const PRODUCT_CALLERS = 2_048;
export const REFERENCE_GROUP = 256;

/** A desk that writes the benchmark's cell. */
export function openDesk(database: Database, report: (error: unknown, what: string) => void): Desk {
  return new Desk({ database, holder: { id: "bench", url: "" }, report });
}

/**
 * Books one order, as a till does: turned away because the queue is full, it comes again when it was told
 * to.
 */
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

const NEWEST = 20;

/** Reads the newest rows of a store's account with the balance after each, as the faces do. */
export async function readHistory(database: Database, store: string): Promise<void> {
  const history = await accountHistory(database, CELL, `${KIND.payable.name}:${store}`, { limit: NEWEST });
  if (history === null) throw new Error(`store ${store} has no account`);
}
