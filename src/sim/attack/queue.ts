/** Everybody at the counter of the pool on one day, one behind the other, in an order drawn by chance. */
import { type Fen, type MemoryBook, MILLION, type Order, type Price, priceOf } from "#engine";
import { Chance, derived } from "../world/index.ts";
import type { Moment } from "./stage.ts";

/** Beyond the numbers that a course takes for its own streams. */
const QUEUE_STREAM = 1_000_003;

/**
 * One holder: what his points were worth at the price when the run began, without load, and what he got for
 * them.
 */
export interface Served {
  readonly member: string;
  readonly claim: { readonly cash: Fen; readonly points: bigint; readonly held: bigint };
  readonly got: Fen;
}

/** How a run on the pool went. */
export interface QueueResult {
  readonly served: Served[];
  before: Price;
  after: Price;
  poolBefore: Fen;
  /** Redemptions that were refused to somebody who still held points. */
  refused: number;
  /** Of the holders, those whose turn never came because the house had already paid them out. */
  paidBefore: number;
  /** The price when this many tenths of the points had left, from none to nine tenths. */
  readonly path: Price[];
}

export const nobody = (price: Price): QueueResult => ({
  served: [],
  before: price,
  after: price,
  poolBefore: 0n,
  refused: 0,
  paidBefore: 0,
  path: [],
});

const holding = (book: MemoryBook) => [...book.members.values()].filter(({ points }) => points.balance > 0n);

/** Lets every holder redeem all he has; what happened is written into `result`. */
export function* everybodySells(
  moment: Moment,
  seed: bigint,
  result: QueueResult,
): Generator<Order, undefined> {
  const { book, clerk } = moment;
  const holders = holding(book);
  const order = holders.map((_, i) => i);
  new Chance(derived(seed, QUEUE_STREAM)).shuffle(order);
  const before = priceOf(book);
  result.before = before;
  result.poolBefore = book.pool.cash.balance;
  const queue = order.map((i) => {
    const member = holders[i] as (typeof holders)[number];
    return { member, held: member.points.balance, wallet: member.wallet.balance };
  });
  for (const { member } of queue) {
    const left = -book.pool.issued.balance;
    while (left > 0n && left * 10n <= before.points * BigInt(10 - result.path.length)) {
      result.path.push(priceOf(book));
    }
    if (member.points.balance === 0n) {
      result.paidBefore += 1;
      continue;
    }
    yield clerk.redeem(member.id, "all");
    if (member.points.balance > 0n) result.refused += 1;
  }
  result.after = priceOf(book);
  for (const { member, held, wallet } of queue) {
    const got = member.wallet.balance - wallet;
    result.served.push({ member: member.id, claim: { ...before, held }, got });
  }
  return undefined;
}

/**
 * What somebody got over his claim at the price when the run began, in ppm; the claim is kept as a
 * fraction.
 */
export const gotPpm = ({ claim, got }: Served): bigint =>
  claim.held === 0n ? 0n : (got * claim.points * MILLION) / (claim.held * claim.cash);

/** The sums and extremes of a queue. Somebody stood in it. */
export function extremes(served: readonly Served[]) {
  const shares = served.map(gotPpm);
  const sorted = [...shares].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const at = (i: number): bigint => sorted[Math.max(0, Math.min(sorted.length - 1, i))] ?? 0n;
  return {
    paid: served.reduce((sum, { got }) => sum + got, 0n),
    first: shares[0] ?? 0n,
    last: shares.at(-1) ?? 0n,
    least: at(0),
    median: at(Math.ceil(sorted.length / 2) - 1),
    most: at(sorted.length - 1),
  };
}
