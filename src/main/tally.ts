/**
 * What of a sheet was not taken, row by row and by reason: bad rows of the reader, and orders the book
 * refused.
 */
import { BAD, type BadRow, type SheetRow } from "#connect/sheet";
import type { RefusalCode } from "#engine";
import type { BadRows, Sentence } from "#sim";
import { type Key, sayIn } from "./language.ts";

/** One line of bad-rows.csv. */
export interface Untaken {
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string;
  readonly code: string;
  readonly reason: Sentence;
  readonly by: "reader" | "book";
}

const [zh, en] = [sayIn("zh"), sayIn("en")];

/** The sentence of a refusal in both languages. */
export function refusalSentence(code: RefusalCode): Sentence {
  const key: Key = `refusal.${code}`;
  return { zh: zh(key), en: en(key) };
}

/** The lines of the sheet by the ids that its orders were given. */
function linesById(rows: readonly SheetRow[]): Map<string, number> {
  return new Map(
    rows.map(({ kind, id, line }) => {
      if (kind === "refund") return [`refund:${line}`, line];
      return [id === null ? `line:${line}` : `order:${id}`, line];
    }),
  );
}

/** All rows that did not become part of the book, in the order of the file. */
export function untakenOf(
  rows: readonly SheetRow[],
  bad: readonly BadRow[],
  refused: readonly { readonly id: string; readonly code: RefusalCode }[],
): Untaken[] {
  const lines = refused.length === 0 ? new Map<string, number>() : linesById(rows);
  const read = bad.map(({ line, column, value, code, reason }): Untaken => {
    return { line, column, value, code, reason, by: "reader" };
  });
  const booked = refused.map(({ id, code }): Untaken => {
    const line = lines.get(id) ?? null;
    return { line, column: null, value: id, code, reason: refusalSentence(code), by: "book" };
  });
  return [...read, ...booked].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** The reason of a code without the values of one case. */
function general({ code, reason, by }: Untaken): Sentence {
  if (by === "book" || !Object.hasOwn(BAD, code)) return reason;
  const [zh, en] = BAD[code as keyof typeof BAD];
  const open = (text: string) => text.replace(/\{\w+\}/g, "…");
  return { zh: open(zh), en: open(en) };
}

/** How many rows for each reason, most first. */
export function reasonsOf(untaken: readonly Untaken[], file: string | null): BadRows {
  const counts = new Map<string, { reason: Sentence; count: number }>();
  for (const row of untaken) {
    const known = counts.get(row.code);
    if (known === undefined) counts.set(row.code, { reason: general(row), count: 1 });
    else known.count += 1;
  }
  const reasons = [...counts.values()].sort((a, b) => b.count - a.count);
  return { total: untaken.length, reasons, file };
}

/**
 * bad-rows.csv: RFC 4180 with a byte order mark, for spreadsheets; text that looks like a formula stays text.
 */
export function* untakenCsv(untaken: readonly Untaken[]): Generator<string, undefined> {
  const row = (cells: readonly string[]) => `${cells.map(cell).join(",")}\r\n`;
  yield `\ufeff${row(["行 line", "列 column", "内容 value", "代码 code", "原因", "reason"])}`;
  for (const { line, column, value, code, reason } of untaken)
    yield row([line === null ? "" : String(line), column ?? "", value, code, reason.zh, reason.en]);
  return undefined;
}

function cell(text: string): string {
  const safe = /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
