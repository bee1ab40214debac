/**
 * What the reader has to say besides rows: bad rows with their place and reason, and notes counted as they
 * come.
 */

import { say, type Values } from "./refusal.ts";
import type { BadRow, Note } from "./row.ts";
import { BAD, type BadCode, NOTED, type NoteCode } from "./sentences.ts";

const SHOWN = 80;

/** The beginning of a value, as a string of its own: a slice would keep the whole chunk it was cut from. */
function shown(value: string): string {
  const cut = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
  return Buffer.from(cut, "utf8").toString("utf8");
}

export function badRow(
  line: number,
  column: string | null,
  value: string,
  code: BadCode,
  values: Values = {},
): BadRow {
  const seen = shown(value);
  return { line, column, value: seen, code, reason: say(BAD[code], { ...values, value: seen }) };
}

export function note(code: NoteCode, count: number, line: number | null, values: Values = {}): Note {
  return { code, count, line, sentence: say(NOTED[code], { count, line: line ?? "", ...values }) };
}

/** Notes counted while reading: how often, and at which line first. */
export class Notes {
  private readonly seen = new Map<NoteCode, { count: number; line: number }>();

  add(code: NoteCode, line: number): void {
    const entry = this.seen.get(code);
    if (entry === undefined) this.seen.set(code, { count: 1, line });
    else {
      entry.count += 1;
      entry.line = Math.min(entry.line, line);
    }
  }

  list(): Note[] {
    return [...this.seen].map(([code, { count, line }]) => note(code, count, line));
  }
}
