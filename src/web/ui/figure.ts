/** Figures as texts, from whole numbers alone: money in fen, points as decimal texts, a price as a pair. */
import { type Grains, parsePoints } from "#engine";

/** Fen as the API writes them: an integer within the safe range. */
export type FenLike = number | bigint;

/** Yuan with two decimals and grouped digits: 123456789 → "1,234,567.89". */
export function showYuan(fen: FenLike): string {
  const value = BigInt(fen);
  const digits = (value < 0n ? -value : value).toString().padStart(3, "0");
  const yuan = `${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`;
  return value < 0n ? `−${yuan}` : yuan;
}

/** Points to be read: grouped, no zeros at the end, at least two decimals and at most `most`, cut off. */
export function showPointsShort(points: string, most = 8): string {
  const [whole = "0", decimals = ""] = points.split(".");
  const cut = decimals.slice(0, most).replace(/0+$/, "");
  return `${grouped(whole)}.${cut.padEnd(2, "0")}`;
}

/** Points of the API as grains; zero where the text is none. */
export function grainsOf(points: string): Grains {
  return parsePoints(points) ?? 0n;
}

/** Pool cash and points out: the price as the two integers it is. */
export interface PricePair {
  readonly cash_fen: FenLike;
  /** Decimal text. */
  readonly points: string;
}

/** Yuan per point to `digits` decimals, cut off. For the eye: what is reckoned uses the pair. */
export function showPriceShort({ cash_fen, points }: PricePair, digits = 4): string {
  const grains = grainsOf(points);
  if (grains === 0n) return "—";
  // fen → yuan is 10², points → grains 10⁸: yuan per point × 10^digits = cash · 10^(6 + digits) / grains.
  const scaled = (BigInt(cash_fen) * 10n ** BigInt(6 + digits)) / grains;
  const text = scaled.toString().padStart(digits + 1, "0");
  return `${grouped(text.slice(0, -digits))}.${text.slice(-digits)}`;
}

/** Parts per million as a percent with at most two decimals: 207000 → "20.7%". */
export function showPpm(ppm: number): string {
  const hundredths = BigInt(Math.trunc(ppm)) / 100n;
  const text = hundredths.toString().padStart(3, "0");
  const decimals = text.slice(-2).replace(/0+$/, "");
  return `${text.slice(0, -2)}${decimals === "" ? "" : `.${decimals}`}%`;
}

/** Digits in threes. */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A count with its digits in threes. */
export const showCount = (count: number): string => grouped(`${count}`);

/** Yuan as typed ("12.5") in fen; null where it is no amount with at most two decimals. */
export function fenOfYuan(text: string): number | null {
  const found = /^(\d{1,12})(?:\.(\d{0,2}))?$/.exec(text.trim());
  if (found === null) return null;
  return Number(`${found[1]}${(found[2] ?? "").padEnd(2, "0")}`);
}

/** A phone with its middle hidden; one that comes masked stays as it is. */
export function maskPhone(phone: string): string {
  return phone.replace(/^(\+?\d{3,6})\d{4}(\d{4})$/, "$1****$2");
}

const LONGEST_PARTY = 20;

/** A party of the book that has no name here: of a long bare number the end is enough to tell it apart. */
export function showParty(id: string): string {
  return id.length > LONGEST_PARTY ? `…${id.slice(-4)}` : id;
}

const SHANGHAI = { timeZone: "Asia/Shanghai", hour12: false } as const;
const DAY = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
const CLOCK = { hour: "2-digit", minute: "2-digit" } as const;

/** A time of the API in Chinese time, to the minute, the day alone, or to the second. */
export function showTime(iso: string, detail: "minute" | "day" | "second" = "minute"): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    ...SHANGHAI,
    ...DAY,
    ...(detail === "day" ? {} : CLOCK),
    ...(detail === "second" ? { second: "2-digit" } : {}),
  }).formatToParts(new Date(iso));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const day = `${part("year")}-${part("month")}-${part("day")}`;
  if (detail === "day") return day;
  const clock = `${part("hour").replace("24", "00")}:${part("minute")}`;
  return detail === "second" ? `${day} ${clock}:${part("second")}` : `${day} ${clock}`;
}
