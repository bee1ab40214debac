/** A small world for tests of the oracle with figures computed by hand. */

import { LOCAL } from "../plans.ts";
import { Oracle } from "./oracle.ts";
import type { JsonObject } from "./oracle-file.ts";

export { LOCAL };

/** A replay in hand: orders are numbered n1, n2 … unless they bring an id; each is followed by check(). */
export function replay(plan: unknown) {
  const oracle = new Oracle(plan);
  let count = 0;
  const send = (...orders: JsonObject[]) => {
    for (const order of orders) {
      count += 1;
      oracle.line(JSON.stringify({ id: `n${count}`, ...order }), count);
      oracle.check();
    }
    return oracle.result();
  };
  return { send, oracle };
}

/** Owner o of store s in 440106, nobody above him, and the members named, without sponsors. */
export function world(...members: string[]): JsonObject[] {
  return [
    { kind: "join", member: "o" },
    { kind: "open_store", merchant: "s", owner: "o", region: "440106" },
    ...members.map((member) => ({ kind: "join", member })),
  ];
}

export const buy = (id: string, member: string, amount_fen: number, more: JsonObject = {}): JsonObject => ({
  id,
  kind: "purchase",
  member,
  merchant: "s",
  amount_fen,
  ...more,
});
