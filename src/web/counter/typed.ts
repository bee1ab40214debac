/** An amount as it is typed at the keypad, key by key; and days, as the counter names them. */
import { showTime, showYuan } from "../ui/figure.ts";

export type Key = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "." | "back" | "clear";

export const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** 9,999,999.99 yuan: more than any till takes, less than a slip of the finger makes. */
const SHAPE = /^(?:0|[1-9]\d{0,6})(?:\.\d{0,2})?$/;

/** The text after one more key; a key that would make it no amount changes nothing. */
export function typed(text: string, key: Key): string {
  if (key === "clear") return "";
  if (key === "back") return text.slice(0, -1);
  if (key === ".") return text.includes(".") ? text : `${text === "" ? "0" : text}.`;
  const next = text === "0" ? key : text + key;
  return SHAPE.test(next) ? next : text;
}

/** What a key of the keyboard means at the keypad; null for all others. */
export function keyOf(name: string): Key | null {
  if (/^\d$/.test(name) || name === ".") return name as Key;
  if (name === "Backspace") return "back";
  return name === "Escape" || name === "Delete" ? "clear" : null;
}

/** An amount as it is spoken: no digits in threes, no zeros at the end. */
export function spokenYuan(fen: number): string {
  const digits = `${fen}`.padStart(3, "0");
  const decimals = digits.slice(-2).replace(/0+$/, "");
  return `${digits.slice(0, -2)}${decimals === "" ? "" : `.${decimals}`}`;
}

/** Fen beside an axis: whole yuan without decimals. */
export const showAxis = (fen: number): string => `¥${showYuan(Math.round(fen)).replace(/\.00$/, "")}`;

/** Today where the stores are, as "2026-03-01". */
export const today = (): string => showTime(new Date().toISOString(), "day");

/** A day so many days later. */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first moment of a day. */
export const startOf = (day: string): string => `${day}T00:00:00+08:00`;

/** Months back from this one, the newest first: "2026-03". */
export function monthsBack(count: number): string[] {
  const [year = 0, month = 1] = today().split("-").map(Number);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}

/** First and last day of a month; of the running one up to today. */
export function monthSpan(month: string): { readonly from: string; readonly to: string } {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  const now = today();
  return { from: `${month}-01`, to: last < now ? last : now };
}
