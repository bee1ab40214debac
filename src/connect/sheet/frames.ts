/**
 * Which lines make one record. Inside a quoted cell the number of quotes read so far is odd, outside it is
 * even (an escaped quote counts two), so a record ends at the first line end after an even number of
 * quotes.
 */
import { type Line, MAX_LINE } from "./lines.ts";
import type { BadCode } from "./sentences.ts";

/** Lines one record may span. */
export const MAX_RECORD_LINES = 100;

/** Lines that make one record, or one line with a fault. */
export interface Frame {
  /** Index of its first line. */
  readonly from: number;
  readonly count: number;
  readonly fault: BadCode | null;
}

export const isBlank = (line: Line): boolean => line.fault === null && line.text.trim() === "";

function oddQuotes(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

/** The record beginning at a line; null when its end has not come yet. `end`: no more lines will come. */
export function frameAt(lines: readonly Line[], from: number, end: boolean): Frame | null {
  const first = lines[from] as Line;
  if (first.fault !== null) return { from, count: 1, fault: first.fault };
  let open = oddQuotes(first.text);
  let size = first.text.length;
  let count = 1;
  while (open) {
    const next = lines[from + count];
    if (next === undefined && !end) return null;
    size += next?.text.length ?? 0;
    if (next === undefined || next.fault !== null || count === MAX_RECORD_LINES || size > MAX_LINE)
      return { from, count: 1, fault: "unterminated_quote" };
    open = open !== oddQuotes(next.text);
    count += 1;
  }
  return { from, count, fault: null };
}

export function textOf(lines: readonly Line[], frame: Frame): string {
  if (frame.count === 1) return (lines[frame.from] as Line).text;
  const own = lines.slice(frame.from, frame.from + frame.count);
  return own.map((line) => line.text).join("\n");
}
