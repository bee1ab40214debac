/**
 * A file of orders to neutral rows: bytes → text → lines → records → drafts → rows, in bounded memory but
 * the rows.
 */
import { CdnowIntake } from "./cdnow.ts";
import { CsvIntake } from "./csv.ts";
import { type Decoding, findEncoding, textOf } from "./decode.ts";
import { type Line, LineSplitter } from "./lines.ts";
import { SheetRefusal } from "./refusal.ts";
import { Notes } from "./report.ts";
import type { SheetOptions, SheetResult, SheetRow } from "./row.ts";
import { type Bytes, openSource, rereadable, type SheetSource } from "./source.ts";
import { parseOffset } from "./time.ts";
import { identifierFault } from "./value.ts";

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  format: ["csv", "cdnow"],
  unit: ["yuan", "fen"],
  encoding: ["auto", "utf-8", "gb18030", "utf-16le", "utf-16be"],
  delimiter: ["auto", ",", ";", "\t"],
};

/** Options come from a command line; what is none of the choices is refused before a byte is read. */
function refuseBadOptions(options: SheetOptions): void {
  const given = options as Readonly<Record<string, unknown>>;
  const refuse = (name: string, value: unknown): never => {
    throw new SheetRefusal("option_invalid", name, { name, value: String(value) });
  };
  for (const [name, choices] of Object.entries(CHOICES)) {
    const value = given[name];
    if (value !== undefined && !choices.includes(String(value))) refuse(name, value);
  }
  if (options.offset !== undefined && parseOffset(options.offset) === null) refuse("offset", options.offset);
  const { merchant } = options;
  if (merchant !== undefined && (merchant.trim() === "" || identifierFault(merchant) !== null))
    refuse("merchant", merchant);
}

async function* linesOf(
  bytes: Bytes,
  decoding: Decoding,
  onChunk: (size: number) => void,
  notes: Notes,
): AsyncGenerator<readonly Line[]> {
  const splitter = new LineSplitter();
  let cut = false;
  for await (const text of textOf(bytes, decoding, onChunk)) {
    yield splitter.push(text.text);
    cut = text.cut;
  }
  const last = splitter.end(cut);
  // Half an amount is an amount: whether a file was cut there, only its missing end of line tells.
  for (const { fault, text, number } of last)
    if (fault === null && text.trim() !== "") notes.add("last_line_open", number);
  yield last;
}

/**
 * Reads a shop's export. Every row of data comes back once: in `rows`, or in `bad` with its line, column
 * and reason. What makes the whole file unreadable (no header, two columns for one role, no known encoding
 * …) rejects with a `SheetRefusal`; an aborted signal rejects with its own reason. Nothing else is thrown.
 */
export async function readSheet(source: SheetSource, options: SheetOptions = {}): Promise<SheetResult> {
  refuseBadOptions(options);
  const { signal, onProgress } = options;
  const said = options.encoding ?? "auto";
  const opened = await openSource(source, signal);
  const bytes = said === "auto" ? await rereadable(opened, signal) : opened;
  const decoding = said === "auto" ? await findEncoding(bytes) : { encoding: said, notUtf8: null };
  const defaults = { offset: (options.offset ?? "+08:00").toUpperCase(), merchant: options.merchant ?? null };
  const notes = new Notes();
  const intake =
    options.format === "cdnow" ? new CdnowIntake(defaults) : new CsvIntake(options, defaults, notes);
  let read = 0;
  const onChunk = (size: number) => {
    read += size;
    onProgress?.(read, bytes.total);
  };
  for await (const lines of linesOf(bytes, decoding, onChunk, notes)) intake.push(lines, false);
  if (read === 0) throw new SheetRefusal("empty", bytes.name);
  intake.push([], true);
  return { ...intake.reading(), notes: notes.list(), encoding: decoding.encoding, bytes: read };
}

/**
 * Rows in the order they happened: by time, then by line; a refund never before its purchase of the same
 * moment. Gives a new array.
 */
export function sortRows(rows: readonly SheetRow[]): SheetRow[] {
  const rank = (row: SheetRow) => (row.kind === "purchase" ? 0 : 1);
  return rows.toSorted(
    (a, b) => a.sortKey - b.sortKey || a.sortLine - b.sortLine || rank(a) - rank(b) || a.line - b.line,
  );
}
