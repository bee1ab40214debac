/** The header of a sheet: which row it is, and what separates the columns. */
import { type Assigned, assign, type Columns, claimsOf, columnFlag, listed } from "./columns.ts";
import type { Line } from "./lines.ts";
import { type Cells, type RawRecord, RecordReader } from "./records.ts";
import { SheetRefusal } from "./refusal.ts";
import type { Delimiter, Role, SheetOptions } from "./row.ts";
import { plainHeader } from "./synonyms.ts";
import { clean } from "./value.ts";

/** The header stands among so many first lines. */
export const HEAD_LINES = 60;
const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];
const REQUIRED = ["member", "amount"] as const satisfies readonly Role[];
const REQUIRED_ZH = { member: "会员", amount: "金额" } as const;

export interface Header extends Assigned {
  readonly delimiter: Delimiter;
  readonly line: number;
  /** Lines given to `findHeader` that are used up: title lines and the header itself. */
  readonly used: number;
  /** Records before the header that could be data: refused one by one, not dropped. */
  readonly early: readonly RawRecord[];
  /** Lines of titles, comments and nothing before the header, and the header's own. */
  readonly skipped: number;
  /** The file has lines of comment, which begin with `#`. */
  readonly comments: boolean;
}

function isHeader(cells: readonly string[], columns: Columns): boolean {
  const names = cells.map(clean);
  const plain = names.map(plainHeader);
  return REQUIRED.every((role) => claimsOf(role, names, plain, columns).length > 0);
}

interface Found {
  readonly delimiter: Delimiter;
  readonly records: readonly RawRecord[];
  /** Index of the header among them, or -1. */
  readonly at: number;
}

function search(lines: readonly Line[], delimiter: Delimiter, columns: Columns): Found {
  const records = new RecordReader(delimiter, null).push(lines, true);
  const at = records.findIndex((record) => "cells" in record && isHeader(record.cells, columns));
  return { delimiter, records, at };
}

const filledOf = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== "").length;
const isComment = (record: Cells) => (record.cells[0] as string).trimStart().startsWith("#");

/** Refuses for want of a header; the row that looks most like one is shown. */
function refuseNoHeader(tries: readonly Found[], columns: Columns): never {
  let best: Cells | null = null;
  for (const { records } of tries)
    for (const record of records)
      if ("cells" in record && !isComment(record) && filledOf(record.cells) > 1) {
        if (best === null || filledOf(record.cells) > filledOf(best.cells)) best = record;
        break;
      }
  if (best === null) throw new SheetRefusal("no_header", null);
  const names = best.cells.map(clean);
  const plain = names.map(plainHeader);
  const place = `line ${best.line}`;
  for (const role of REQUIRED) {
    const said = columns[role];
    if (typeof said === "string" && claimsOf(role, names, plain, columns).length === 0)
      throw new SheetRefusal("column_not_found", place, { header: said, headers: listed(names) });
  }
  const missing = REQUIRED.filter((role) => claimsOf(role, names, plain, columns).length === 0);
  throw new SheetRefusal("column_missing", place, {
    roles: missing.join(", "),
    roles_zh: missing.map((role) => REQUIRED_ZH[role]).join("、"),
    headers: listed(names),
    flags: missing.map((role) => columnFlag(role, "…")).join(" "),
  });
}

/** Finds the header among the first lines. Refuses when it is not there, or when it leaves anything open. */
export function findHeader(lines: readonly Line[], options: SheetOptions): Header {
  const columns = options.columns ?? {};
  const given = options.delimiter ?? "auto";
  const tries = (given === "auto" ? DELIMITERS : [given]).map((delimiter) =>
    search(lines, delimiter, columns),
  );
  const hits = tries.filter((found) => found.at !== -1);
  if (hits.length > 1)
    throw new SheetRefusal("delimiter_unclear", null, {
      found: hits.map((hit) => JSON.stringify(hit.delimiter)).join(" / "),
    });
  const hit = hits[0];
  if (hit === undefined) return refuseNoHeader(tries, columns);
  const record = hit.records[hit.at] as Cells;
  const before = hit.records.slice(0, hit.at);
  const title = (one: RawRecord) => "cells" in one && (isComment(one) || filledOf(one.cells) === 1);
  const early = before.filter((one) => !title(one));
  return {
    delimiter: hit.delimiter,
    line: record.line,
    used: record.next,
    early,
    skipped: record.next - early.length,
    comments: before.some((one) => "cells" in one && isComment(one)),
    ...assign(record, columns, options.unit),
  };
}
