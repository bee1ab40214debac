/** The beginning of a sheet, for a person to see what will be read as what before all of it is read. */
import { findEncoding, textOf } from "./decode.ts";
import { findHeader, HEAD_LINES } from "./headers.ts";
import { type Line, LineSplitter } from "./lines.ts";
import { RecordReader } from "./records.ts";
import { SheetRefusal } from "./refusal.ts";
import { type Delimiter, type Encoding, ROLES, type Role, type SheetOptions } from "./row.ts";
import type { Sentence } from "./sentences.ts";
import { openSource } from "./source.ts";
import { clean } from "./value.ts";

export interface SheetPreview {
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  /** The headers as written; those of the likeliest row where none is certain. */
  readonly headers: readonly string[];
  /** What follows the header, cell by cell. */
  readonly rows: readonly (readonly string[])[];
  /** Which column is read as what. */
  readonly columns: Readonly<Partial<Record<Role, string>>>;
  /** Why the file would be refused as it is; null where it would be read. */
  readonly problem: (Sentence & { readonly code: string }) | null;
}

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];
const NOTHING: SheetPreview = {
  ...{ encoding: null, delimiter: null, headers: [], rows: [], columns: {}, problem: null },
};
/** How much of a cell is shown. */
const SHOWN = 120;

/**
 * What the first bytes of a file say. `whole`: they are all of it; else its last line may be cut and is left
 * out. Never refuses: what is wrong stands in `problem`.
 */
export async function previewSheet(
  head: Uint8Array,
  { whole, most, ...options }: SheetOptions & { readonly whole: boolean; readonly most: number },
): Promise<SheetPreview> {
  let seen = NOTHING;
  try {
    const bytes = await openSource(head, undefined);
    const said = options.encoding ?? "auto";
    const decoding = said === "auto" ? await findEncoding(bytes) : { encoding: said, notUtf8: null };
    seen = { ...seen, encoding: decoding.encoding };
    const splitter = new LineSplitter();
    const lines: Line[] = [];
    for await (const { text } of textOf(bytes, decoding, () => {})) lines.push(...splitter.push(text));
    if (whole) lines.push(...splitter.end(false));
    seen = { ...seen, ...likeliest(lines, options.delimiter, most) };
    if (lines.every(({ text }) => text.trim() === "")) throw new SheetRefusal("empty", null);
    return { ...seen, ...certain(lines, options, most) };
  } catch (error) {
    if (!(error instanceof SheetRefusal)) throw error;
    const { code, zh, en } = error;
    return { ...seen, problem: { code, zh, en } };
  }
}

type Found = Pick<SheetPreview, "delimiter" | "headers" | "rows">;

/** The table as the reader takes it. Refuses as it does. */
function certain(lines: readonly Line[], options: SheetOptions, most: number): Found & Partial<SheetPreview> {
  const { delimiter, names, index, used } = findHeader(lines.slice(0, HEAD_LINES), options);
  const columns = Object.fromEntries(
    ROLES.flatMap((role) => {
      const at = index[role];
      return at === undefined ? [] : [[role, names[at] ?? ""]];
    }),
  );
  return { delimiter, headers: names, rows: rowsOf(lines.slice(used), delimiter, most), columns };
}

/** The table by the delimiter that gives the widest row, for whoever must say which column is which. */
function likeliest(lines: readonly Line[], given: SheetOptions["delimiter"], most: number): Found {
  const head = lines.slice(0, HEAD_LINES);
  const tries = (given === undefined || given === "auto" ? DELIMITERS : [given]).map((delimiter) => {
    const records = new RecordReader(delimiter, null).push(head, true);
    const widest = Math.max(0, ...records.map((record) => ("cells" in record ? filled(record.cells) : 0)));
    return { delimiter, records, widest };
  });
  const best = tries.reduce((a, b) => (b.widest > a.widest ? b : a));
  const at = best.records.findIndex((record) => "cells" in record && filled(record.cells) === best.widest);
  const record = best.records[at];
  if (record === undefined || !("cells" in record)) return { delimiter: null, headers: [], rows: [] };
  const rows = rowsOf(lines.slice(record.next), best.delimiter, most);
  return { delimiter: best.delimiter, headers: record.cells.map(clean), rows };
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== "").length;

function rowsOf(lines: readonly Line[], delimiter: Delimiter, most: number): string[][] {
  const records = new RecordReader(delimiter, null).push(lines.slice(0, 4 * most), true);
  return records
    .flatMap((record) => ("cells" in record ? [record.cells.map((cell) => cell.slice(0, SHOWN))] : []))
    .slice(0, most);
}
