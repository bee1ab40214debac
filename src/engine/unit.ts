/**
 * Units of the book. Money is integer fen, points are integer grains (10^-8 point), rates and multiples are
 * parts per million; all bigint. The flavours keep fen out of a place that wants grains; the rounding
 * direction is in a function's name (RULES section 1).
 */

declare const flavour: unique symbol;
type Flavour<Name extends string> = bigint & { readonly [flavour]?: Name };

/** Money in fen (分); 100 fen are a yuan. May be negative only where a party owes. */
export type Fen = Flavour<"fen">;
/** Points in grains (10^-8 point); never negative in a holding. */
export type Grains = Flavour<"grains">;
/** A rate or a multiple in parts per million. */
export type Ppm = Flavour<"ppm">;

/** Price 每积分可兑付金额: pool cash over points out, only ever these two integers (RULES section 1). */
export interface Price {
  readonly cash: Fen;
  readonly points: Grains;
}

export const MILLION = 1_000_000n;
/** Grains in one point. */
export const POINT: Grains = 100_000_000n;
/** The largest amount that JSON carries exactly: 2^53 − 1 fen. */
export const MAX_FEN: Fen = 9_007_199_254_740_991n;

/** floor(a·b / c) for a, b ≥ 0 and c > 0. What rounding leaves stays where the money was. */
export function mulDivDown(a: bigint, b: bigint, c: bigint): bigint {
  return (a * b) / c;
}

/** ceil(a·b / c) for a, b ≥ 0 and c > 0. */
export function mulDivUp(a: bigint, b: bigint, c: bigint): bigint {
  return (a * b + c - 1n) / c;
}

/** floor(amount · rate), the cut every rate of a plan makes (RULES section 1). */
export function rateDown(amount: Fen, rate: Ppm): Fen {
  return (amount * rate) / MILLION;
}

/** The smaller of two amounts. */
export function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/**
 * −1, 0 or 1 as price a is below, at or above price b; exact, by cross-multiplication. Both have points > 0.
 */
export function comparePrice(a: Price, b: Price): -1 | 0 | 1 {
  const left = a.cash * b.points;
  const right = b.cash * a.points;
  return left < right ? -1 : left > right ? 1 : 0;
}

const decimalsOf = (digits: string | undefined, places: number): bigint =>
  BigInt((digits ?? "").padEnd(places, "0"));

/** A percent string with at most 4 decimals ("0.05%") as ppm; null when it is none. Never negative. */
export function parsePercent(text: unknown): Ppm | null {
  const found = typeof text === "string" ? /^(\d{1,9})(?:\.(\d{1,4}))?%$/.exec(text) : null;
  return found === null ? null : BigInt(found[1] as string) * 10_000n + decimalsOf(found[2], 4);
}

/** A multiple with at most 6 decimals ("1.2") as ppm; null when it is none. Never negative. */
export function parseMultiple(text: unknown): Ppm | null {
  const found = typeof text === "string" ? /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text) : null;
  return found === null ? null : BigInt(found[1] as string) * MILLION + decimalsOf(found[2], 6);
}

/** A decimal string of points with at most 8 decimals as grains; null when it is none. Never negative. */
export function parsePoints(text: unknown): Grains | null {
  const found = typeof text === "string" ? /^(\d{1,30})(?:\.(\d{1,8}))?$/.exec(text) : null;
  return found === null ? null : BigInt(found[1] as string) * POINT + decimalsOf(found[2], 8);
}

function eightDecimals(value: bigint): string {
  const digits = value.toString().padStart(9, "0");
  return `${digits.slice(0, -8)}.${digits.slice(-8)}`;
}

/** Grains as points with 8 decimals, exact ("78.40000000"). Grains ≥ 0. */
export function showPoints(grains: Grains): string {
  return eightDecimals(grains);
}

/**
 * A price as yuan per point, 8 decimals, rounded down; for the eye only, never read back (RULES section 1).
 */
export function showPrice(price: Price): string {
  return eightDecimals((price.cash * 100_000_000_000_000n) / price.points);
}

/** A rate in ppm as a percent string ("0.05%"), exact. */
export function showPercent(rate: Ppm): string {
  const tail = (rate % 10_000n).toString().padStart(4, "0").replace(/0+$/, "");
  return `${rate / 10_000n}${tail === "" ? "" : `.${tail}`}%`;
}

/** A multiple in ppm as a decimal string ("1.2"), exact. */
export function showMultiple(multiple: Ppm): string {
  const tail = (multiple % MILLION).toString().padStart(6, "0").replace(/0+$/, "");
  return `${multiple / MILLION}${tail === "" ? "" : `.${tail}`}`;
}
