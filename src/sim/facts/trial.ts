/**
 * A trial on the engine itself: equal purchases by new members, one after another, every commission of the
 * plan earned.
 */
import { type Fen, type Order, type Plan, type Ppm, Replay, rateDown } from "#engine";

const STORE = { merchant: "store", owner: "owner", region: "110101" };
const AGENTS = ["110101", "110100", "110000"];

const untimed = { at: null, atText: null };

/**
 * Orders of the trial, without end: the store with its people first, then members m1, m2, … who each buy
 * once.
 */
export function* trialOrders(amount: Fen, cost: Ppm | null): Generator<Order, never> {
  yield { id: "root", kind: "join", member: "root", sponsor: null, ...untimed };
  yield { id: "owner", kind: "join", member: "owner", sponsor: "root", ...untimed };
  const opened = { take: null, recruiter: null, goods: cost !== null, feed: "main" };
  yield { id: "open", kind: "open_store", ...STORE, ...opened, ...untimed };
  for (const region of AGENTS) yield { id: region, kind: "appoint", member: "root", region, ...untimed };
  const costFen = cost === null ? null : amount - rateDown(amount, 1_000_000n - cost);
  for (let n = 1; ; n += 1) {
    const member = `m${n}`;
    yield { id: `j${n}`, kind: "join", member, sponsor: "owner", ...untimed };
    yield { id: `p${n}`, kind: "purchase", member, merchant: "store", amount, cost: costFen, ...untimed };
  }
}

/** What a trial came to: purchases made, and at which of them each of the first members reached the cap. */
export interface Trial {
  readonly purchases: number;
  readonly exits: readonly (number | null)[];
}

/**
 * Runs purchases until each of the first `members` has left at his cap, at most `limit` of them. The
 * waiting of RULES section 6b is left out: it moves purchases in time and changes nothing in their order.
 */
export function tryOut(plan: Plan, amount: Fen, cost: Ppm | null, members: number, limit: number): Trial {
  const replay = new Replay({ ...plan, settleAfter: null, commissionFreeze: null });
  const exits: (number | null)[] = Array.from({ length: members }, () => null);
  let listed = 0;
  let purchases = 0;
  for (const order of trialOrders(amount, cost)) {
    if (order.kind === "join" && order.sponsor === "owner" && purchases === limit) break;
    replay.order(order);
    if (order.kind !== "purchase") continue;
    purchases += 1;
    for (; listed < replay.exits.length; listed += 1) {
      const exit = replay.exits[listed];
      // Members leave in the order they came, so whoever leaves here is one of the first.
      if (exit?.reason === "cap") exits[Number(exit.member.id.slice(1)) - 1] = purchases;
    }
    if (exits.every((exit) => exit !== null)) break;
  }
  return { purchases, exits };
}
