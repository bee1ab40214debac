/** Figures for the eye: money exact to the fen, shares rounded down, the same in both languages. */

/** Digits in groups of three. */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

export function count(n: number): string {
  return n < 0 ? `−${grouped(String(-n))}` : grouped(String(n));
}

/** A number with what it counts, in English: "1 store", "2 stores". */
export const many = (n: number, one: string): string => `${count(n)} ${one}${n === 1 ? "" : "s"}`;

/** Fen as yuan with two decimals, exact: "1,234.50"; a debt as "−12.00". */
export function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  return `${fen < 0 ? "−" : ""}${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`;
}

/**
 * Parts per million as a percent, rounded towards zero: "12.34%"; more places where two would only say 0.00.
 */
export function percent(ppm: number | null): string {
  if (ppm === null) return "–";
  const places = ppm !== 0 && Math.abs(ppm) < 100 ? 4 : 2;
  const scale = 10 ** places;
  const whole = Math.trunc((Math.abs(ppm) * scale) / 10_000);
  const digits = String(whole).padStart(places + 1, "0");
  return `${ppm < 0 ? "−" : ""}${grouped(digits.slice(0, -places))}.${digits.slice(-places)}%`;
}

/** As a percent with two decimals, rounded up: for "at most". */
export function percentUp(ppm: number | null): string {
  return ppm === null ? "–" : percent(Math.ceil(ppm / 100) * 100);
}

/**
 * Parts per million that a is of b, towards zero; null where b is 0. Both in the same unit, safe integers.
 */
export function ppmOf(a: number, b: number): number | null {
  return b === 0 ? null : Number((BigInt(a) * 1_000_000n) / BigInt(b));
}

/** A decimal string with 8 places, cut to `places` and grouped: points and prices for the eye. */
export function decimal(text: string, places: number): string {
  const [whole = "0", rest = ""] = text.split(".");
  return places === 0 ? grouped(whole) : `${grouped(whole)}.${rest.slice(0, places)}`;
}

/** ISO 8601 to the day; null where there is no time. */
export function day(at: string | null): string | null {
  return at === null ? null : at.slice(0, 10);
}
