/** A member comes: known to the book before the answer, under the sponsor of the code he came by. */
import { type Arrival, type ArrivalChannel, isTradeRefusal } from "#desk";
import { sponsorOf } from "#statement";
import type { Services } from "../services.ts";

export interface Coming {
  readonly member: string;
  readonly code: string | null;
  readonly channel: ArrivalChannel;
  readonly by: string;
}

/**
 * Has the book take a member in, once, or binds one who has no sponsor yet. What was cut off is taken up
 * where it stood; where the book cannot answer now the arrival waits (`asked`) and is taken up by itself.
 * Null where there was nothing to do.
 */
export async function welcome(services: Services, coming: Coming): Promise<Arrival | null> {
  const { desk, trade, cell } = services;
  const { member, code } = coming;
  const standing = await sponsorOf(desk.database, cell, member);
  if (standing !== undefined && (code === null || standing.sponsor !== null)) return null;
  const before = await trade.arrivals.list(cell, member);
  const waiting = before.find(({ state }) => state === "asked");
  if (waiting !== undefined) return await trade.arrivals.settle(cell, waiting.id);
  const fresh = standing === undefined;
  const arrived = await trade.arrivals.arrive(cell, {
    request: `arrive:${member}:${before.length}`,
    fresh,
    ...coming,
  });
  if (!isTradeRefusal(arrived)) return arrived;
  // Another request of the same member was quicker: what it brought stands.
  const [newest] = await trade.arrivals.list(cell, member, 1);
  return newest ?? null;
}
