/**
 * Time in the book: values that come in with orders, never a clock of its own. An instant is whole
 * microseconds since 1970 UTC, a number well inside the safe range for years 1900 to 2200 (RULES section
 * 6b).
 */

/** Microseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;
/** Microseconds. */
export type Span = number;

const SECOND = 1_000_000;
const DAY = 86_400 * SECOND;
/** Fifty years: with any instant that is taken, far inside the safe range. */
const LONGEST = 18_262 * DAY;
const SHAPE = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?(?:Z|([+-])(\d\d):?(\d\d))$/;

/** Days since 1970-01-01 of a civil date (proleptic Gregorian calendar); months count from 1. */
function daysOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function civilOf(days: number): readonly [year: number, month: number, day: number] {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day];
}

/**
 * ISO 8601 with an offset as an instant; null when it is none, when the date does not exist, or outside 1900
 * to 2200. A time without an offset is refused rather than guessed.
 */
export function parseInstant(text: unknown): Instant | null {
  const found = typeof text === "string" ? SHAPE.exec(text) : null;
  if (found === null) return null;
  const at = (i: number) => Number(found[i] ?? 0);
  const [year, month, day] = [at(1), at(2), at(3)];
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return null;
  const days = daysOf(year, month, day);
  const civil = civilOf(days);
  if (civil[1] !== month || civil[2] !== day) return null;
  if (at(4) > 23 || at(5) > 59 || at(6) > 59 || at(9) > 23 || at(10) > 59) return null;
  const offset = (found[8] === "-" ? -1 : 1) * (at(9) * 60 + at(10));
  const micros = Number((found[7] ?? "").padEnd(6, "0"));
  return days * DAY + (at(4) * 3_600 + (at(5) - offset) * 60 + at(6)) * SECOND + micros;
}

const TWO = Array.from({ length: 60 }, (_, n) => n.toString().padStart(2, "0"));

/** The day written last: those of one group of orders are nearly always the same. */
let shownDay = Number.NaN;
let shownText = "";

function dateText(days: number): string {
  if (days !== shownDay) {
    const [year, month, day] = civilOf(days);
    shownText = `${year}-${TWO[month]}-${TWO[day]}T`;
    shownDay = days;
  }
  return shownText;
}

/**
 * An instant written in the offset of `like` (an ISO 8601 text): seconds always, fractions only where there
 * are any.
 */
export function showInstant(instant: Instant, like: string): string {
  const suffix = like === "Z" ? like : (/(?:Z|[+-]\d\d:?\d\d)$/.exec(like)?.[0] ?? "Z");
  const digits = suffix.replace(":", "");
  const minutes = suffix === "Z" ? 0 : Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3));
  const local = instant + (suffix.startsWith("-") ? -minutes : minutes) * 60 * SECOND;
  const days = Math.floor(local / DAY);
  const rest = local - days * DAY;
  const seconds = Math.floor(rest / SECOND);
  const micros = rest % SECOND;
  const fraction = micros === 0 ? "" : `.${micros.toString().padStart(6, "0").replace(/0+$/, "")}`;
  const [hour, minute] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const clock = `${TWO[hour]}:${TWO[minute]}:${TWO[seconds % 60]}`;
  return dateText(days) + clock + fraction + suffix;
}

/**
 * A duration of weeks, days, hours, minutes and seconds ("P7D", "PT12H"); null when it is none. Months and
 * years, whose length varies, are refused.
 */
export function parseSpan(text: unknown): Span | null {
  if (typeof text !== "string" || text === "P" || text.endsWith("T")) return null;
  const found = /^P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/.exec(
    text,
  );
  if (found === null) return null;
  const at = (i: number) => Number(found[i] ?? 0);
  const span = (at(1) * 7 + at(2)) * DAY + (at(3) * 3_600 + at(4) * 60 + at(5)) * SECOND;
  return span > LONGEST ? null : span;
}
