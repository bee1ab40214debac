/**
 * Quotes 试算 while somebody types, reckoned by the engine itself from the pool as the API told it. The order
 * is decided at the price of its own moment: a page says so, and gives the quote as the least it will take.
 */
import { type Fen, type Grains, lessExitLoad, parsePercent, worthAt } from "#engine";
import { client } from "./api/client.ts";
import { read } from "./api/read.ts";
import { grainsOf, type PricePair } from "./figure.ts";

export interface RedemptionQuote {
  readonly worth: Fen;
  /** What would be paid: the worth less what stays in the pool. */
  readonly proceeds: Fen;
  readonly stays: Fen;
}

/** What `grains` would bring; null while no points are out. `exitLoad` as a percent text ("20%"). */
export function quoteRedemption(grains: Grains, pool: PricePair, exitLoad: string): RedemptionQuote | null {
  const out = grainsOf(pool.points);
  const load = parsePercent(exitLoad);
  if (out === 0n || load === null) return null;
  const worth = worthAt(grains, BigInt(pool.cash_fen), out);
  const proceeds = lessExitLoad(worth, load);
  return { worth, proceeds, stays: worth - proceeds };
}

/** The pool as it stands now, with the curve behind it. */
export const priceHistory = read(["price-history"], (signal) => client.GET("/v1/price-history", { signal }));
