/**
 * Stretches of days 时段: the quick ones by name, or from one day to another; days as the country counts
 * them.
 */
import { showTime } from "../../ui/figure.ts";

export const SPANS = ["today", "yesterday", "d7", "d30", "month", "quarter", "year"] as const;
export type SpanName = (typeof SPANS)[number];

/** From a day to a day, both included, as YYYY-MM-DD. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export function today(now = new Date()): string {
  return showTime(now.toISOString(), "day");
}

/** The day so many days later; earlier where it is below zero. */
export function dayPlus(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** How many days a stretch has. */
export function lengthOf({ from, to }: Days): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1;
}

/** The days of a quick stretch. */
export function daysOf(span: SpanName, day = today()): Days {
  switch (span) {
    case "today":
      return { from: day, to: day };
    case "yesterday":
      return { from: dayPlus(day, -1), to: dayPlus(day, -1) };
    case "d7":
      return { from: dayPlus(day, -6), to: day };
    case "d30":
      return { from: dayPlus(day, -29), to: day };
    case "month":
      return { from: `${day.slice(0, 8)}01`, to: day };
    case "quarter":
      return { from: `${day.slice(0, 5)}${quarterMonth(day)}-01`, to: day };
    case "year":
      return { from: `${day.slice(0, 4)}-01-01`, to: day };
  }
}

function quarterMonth(day: string): string {
  const month = Number(day.slice(5, 7));
  return `${month - ((month - 1) % 3)}`.padStart(2, "0");
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What an address says: `span=d7`, or `from` and `to`; null where it says nothing or nothing sensible. */
export function spanIn(
  params: URLSearchParams,
): { readonly name: SpanName | null; readonly days: Days } | null {
  const name = SPANS.find((one) => one === params.get("span"));
  if (name !== undefined) return { name, days: daysOf(name) };
  const from = params.get("from") ?? "";
  const to = params.get("to") ?? "";
  return DAY.test(from) && DAY.test(to) && from <= to ? { name: null, days: { from, to } } : null;
}

/** Days as the moments the lists of the API ask for: `to` is the beginning of the day after the last. */
export function momentsOf({ from, to }: Days): { readonly from: string; readonly to: string } {
  return { from: `${from}T00:00:00+08:00`, to: `${dayPlus(to, 1)}T00:00:00+08:00` };
}
