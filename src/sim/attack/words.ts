/** Figures as a reader writes them, for the sentences of the verdicts. */
import { type Fen, type Price, showPrice } from "#engine";
import type { Texts } from "../world/index.ts";

/** Fen as yuan with thousands marks: 123456789 → "1,234,567.89". */
export function yuan(fen: Fen): string {
  const size = fen < 0n ? -fen : fen;
  const whole = (size / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0n ? "-" : ""}${whole}.${(size % 100n).toString().padStart(2, "0")}`;
}

/** part / whole as a percent with two decimals, to the nearest; "–" where the whole is nothing. Whole ≥ 0. */
export function percent(part: bigint, whole: bigint): string {
  if (whole === 0n) return "–";
  const size = ((part < 0n ? -part : part) * 20_000n + whole) / (whole * 2n);
  return `${part < 0n ? "-" : ""}${size / 100n}.${(size % 100n).toString().padStart(2, "0")}%`;
}

/** A price in yuan with four decimals, cut off. */
export const shortPrice = (price: Price): string => showPrice(price).slice(0, -4);

/** What somebody gained or lost, in words: "赚 1.00 元" / "亏 1.00 元". */
export const gainZh = (fen: Fen): string => (fen > 0n ? `赚 ${yuan(fen)} 元` : `亏 ${yuan(-fen)} 元`);
export const gainEn = (fen: Fen): string =>
  fen > 0n ? `gains ${yuan(fen)} yuan` : `loses ${yuan(-fen)} yuan`;

/** Both languages at once. */
export const texts = (zh: string, en: string): Texts => ({ zh, en });
