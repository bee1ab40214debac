/** Days as the country counts them: UTC+8 the whole year. */

const OFFSET = 8 * 3_600_000;
const DAY = 86_400_000;

/** The day a moment falls on: "2026-03-01". */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() + OFFSET).toISOString().slice(0, 10);
}

/** The first moment of a day. */
export function startOf(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET);
}

/** A day so many days later. */
export function dayAfter(day: string, days = 1): string {
  return dayOf(new Date(startOf(day).getTime() + days * DAY));
}

/** Whole days from the first to the second, which is not counted. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOf(to).getTime() - startOf(from).getTime()) / DAY);
}
