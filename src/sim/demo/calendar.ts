/** The demo's days: the sample's dates moved so that its last day is the day of `until`, in China's time. */
import { type Instant, parseInstant, type Span, showInstant } from "#engine";

const SECOND = 1_000_000;
export const DAY: Span = 86_400 * SECOND;
const OFFSET: Span = 8 * 3_600 * SECOND;
const LIKE = "+08:00";

/** Whole days since 1970 of a date (the first ten characters of an ISO text). */
export function dayOfText(text: string): number {
  const midnight = parseInstant(`${text.slice(0, 10)}T00:00:00Z`);
  if (midnight === null) throw new RangeError(`no date: ${text}`);
  return midnight / DAY;
}

/** The day in China an instant falls on. */
export function dayOf(at: Instant): number {
  return Math.floor((at + OFFSET) / DAY);
}

/** A second of a day in China. */
export function momentOf(day: number, second: number): Instant {
  return day * DAY - OFFSET + second * SECOND;
}

/** `2026-11-22T09:30:00+08:00`. */
export function shown(at: Instant): string {
  return showInstant(at, LIKE);
}

/** `2026-11-22`. */
export function dateOf(day: number): string {
  return shown(momentOf(day, 0)).slice(0, 10);
}
