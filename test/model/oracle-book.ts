/** What the oracle remembers: plain records, arrays and maps, changed in place. */

import type { JsonObject } from "./oracle-file.ts";
import type { Plan } from "./oracle-plan.ts";

export interface Store {
  owner: string;
  region: string;
  takePpm: bigint;
  recruiter: string | null;
  goods: boolean;
}

/** One commission of one purchase. `frozenLeft` is what of it still lies in commission_frozen (6b). */
export interface Commission {
  member: string;
  amount: bigint;
  frozenLeft: bigint;
  /** When the frozen part moves; null once it has moved, or was never frozen. */
  frozenUntil: bigint | null;
}

export interface Purchase {
  id: string;
  member: string;
  merchant: string;
  /** What was paid, and what of it came back while the purchase was pending. */
  paid: bigint;
  cost: bigint | null;
  refundedPending: bigint;
  state: "pending" | "settled" | "refunded_before_settling";
  /** Due time of a pending purchase. */
  due: bigint;
  /** The text of its time; its due time is told in the same offset. */
  atText: string;
  refunds: number;

  /** A of RULES sections 2 and 6: what was settled; and R0, what of it was refunded since. */
  amount: bigint;
  refunded: bigint;
  toSupplier: bigint;
  /** Named portions other than operator and commissions, each with its account. */
  others: { account: string; amount: bigint }[];
  commissions: Commission[];
  /** What went to the account `unclaimed`; 0 where the plan sends it to the pool. */
  unclaimed: bigint;
  poolIn: bigint;
  aside: bigint;
  points: bigint;
  cap: bigint;
  /** The trace (section 3): grains still in the lot, grains sold, fen they brought. */
  left: bigint;
  sold: bigint;
  got: bigint;
}

export interface Lot {
  member: string;
  points0: bigint;
  cap0: bigint;
  points: bigint;
  /** Of which purchases its points are, oldest first. */
  trace: Purchase[];
}

export interface Exit {
  order: string;
  member: string;
  points: bigint;
  worth: bigint;
  proceeds: bigint;
}

export interface Book {
  plan: Plan;
  sponsors: Map<string, string | null>;
  stores: Map<string, Store>;
  agents: Map<string, string>;
  accounts: Map<string, bigint>;
  /** All purchases ever taken, in order of arrival. */
  purchases: Purchase[];
  /** All lots ever opened, in opening sequence; one with no points left has ceased. */
  lots: Lot[];
  C: bigint;
  N: bigint;
  remainder: bigint;
  lastC: bigint;
  lastN: bigint;
  /** P0 of the order being decided. */
  startC: bigint;
  startN: bigint;
  everMinted: boolean;
  closed: boolean;
  /** Money of pending purchases, neither settled nor refunded. */
  pendingCash: bigint;
  received: bigint;
  paidOut: bigint;
  clock: bigint | null;
  /** The text of the time that the clock stands at. */
  clockText: string;
  exits: Exit[];
  refused: JsonObject[];
}

export function credit(book: Book, account: string, amount: bigint): void {
  book.accounts.set(account, balance(book, account) + amount);
}

export function balance(book: Book, account: string): bigint {
  return book.accounts.get(account) ?? 0n;
}

/** The price pair; the last price stands in when the pool is empty (section 4). */
export function pricePair(book: Book): [bigint, bigint] {
  return book.N > 0n ? [book.C, book.N] : [book.lastC, book.lastN];
}

/** floor(n / d) for d > 0 and any n. */
export function floorDiv(n: bigint, d: bigint): bigint {
  const q = n / d;
  return n % d < 0n ? q - 1n : q;
}

/** ceil(n / d) for d > 0. */
export function ceilDiv(n: bigint, d: bigint): bigint {
  return -floorDiv(-n, d);
}

export function min(...values: bigint[]): bigint {
  return values.reduce((a, b) => (b < a ? b : a));
}

export function max(...values: bigint[]): bigint {
  return values.reduce((a, b) => (b > a ? b : a));
}
