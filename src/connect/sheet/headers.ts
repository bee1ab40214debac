/** The header of a sheet: which row it is, what separates the columns, and what each column is. Nothing is guessed. */
import type { Line } from "./lines.ts";
import { type Cells, type RawRecord, RecordReader } from "./records.ts";
import { type Delimiter, ROLES, type Role, type SheetOptions, type Unit } from "./row.ts";
import { SheetRefusal } from "./sentences.ts";
import { LAYOUTS, type Layout, type PlainHeader, plainHeader, SYNONYMS } from "./synonyms.ts";
import { clean } from "./value.ts";

/** The header stands among so many first lines. */
export const HEAD_LINES = 200;
const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];
const REQUIRED: readonly Role[] = ["member", "amount"];
const MONEY: readonly Role[] = ["amount", "refunded", "cost"];

/** How a person names a column on the command line; the command line and the refusals agree by this. */
export const columnFlag = (role: Role, header: string): string => `--column ${role}=${header}`;

export interface Header {
  readonly delimiter: Delimiter;
  readonly line: number;
  /** Names as written, cleaned. */
  readonly names: readonly string[];
  readonly index: Partial<Record<Role, number>>;
  readonly units: Partial<Record<Role, Unit>>;
  readonly layout: Layout | null;
  /** Lines given to `findHeader` that are used up: title lines and the header itself. */
  readonly used: number;
  /** Records before the header that could be data: refused one by one, not dropped. */
  readonly early: readonly RawRecord[];
  /** Lines of titles, comments and nothing before the header, and the header's own. */
  readonly skipped: number;
  /** The file has lines of comment, which begin with `#`. */
  readonly comments: boolean;
}

type Columns = NonNullable<SheetOptions["columns"]>;
const listed = (names: readonly string[]) => names.filter((name) => name !== "").join("、");

/** The columns that may be meant by a role: the caller's word, else a known bill's, else what is recognised. */
function claimsOf(role: Role, names: readonly string[], plain: readonly PlainHeader[], columns: Columns): number[] {
  const said = columns[role];
  if (said === null) return [];
  const where = (test: (i: number) => boolean) => names.map((_, i) => i).filter(test);
  if (said !== undefined) {
    const exact = where((i) => names[i] === said.trim());
    return exact.length > 0 ? exact : where((i) => plain[i]?.plain === plainHeader(said).plain);
  }
  const layout = layoutOf(plain);
  if (layout === null) return where((i) => SYNONYMS.get(plain[i]?.plain ?? "") === role);
  for (const word of layout.columns[role] ?? []) {
    const found = where((i) => plain[i]?.plain === word);
    if (found.length > 0) return found;
  }
  return [];
}

function layoutOf(plain: readonly PlainHeader[]): Layout | null {
  const words = new Set(plain.map((header) => header.plain));
  return LAYOUTS.find((layout) => layout.signature.every((word) => words.has(word))) ?? null;
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
    roles: missing.join("、"),
    headers: listed(names),
    flags: missing.map((role) => columnFlag(role, "…")).join(" "),
  });
}

/** Finds the header among the first lines. Refuses when it is not there, or when it leaves anything open. */
export function findHeader(lines: readonly Line[], options: SheetOptions): Header {
  const columns = options.columns ?? {};
  const given = options.delimiter ?? "auto";
  const tries = (given === "auto" ? DELIMITERS : [given]).map((delimiter) => search(lines, delimiter, columns));
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

/** Gives each role its column. */
function assign(
  record: Cells,
  columns: Columns,
  unit: Unit | undefined,
): Pick<Header, "names" | "index" | "units" | "layout"> {
  const names = record.cells.map(clean);
  const plain = names.map(plainHeader);
  const place = `line ${record.line}`;
  const index: Partial<Record<Role, number>> = {};
  const conflicts: [role: Role, headers: string[]][] = [];
  for (const role of ROLES) {
    const claims = claimsOf(role, names, plain, columns);
    const said = columns[role];
    if (typeof said === "string" && claims.length === 0)
      throw new SheetRefusal("column_not_found", place, { header: said, headers: listed(names) });
    if (claims.length === 1) index[role] = claims[0] as number;
    if (claims.length < 2) continue;
    const headers = claims.map((i) => names[i] as string);
    if (new Set(headers).size < headers.length)
      throw new SheetRefusal("header_twice", place, { header: headers[0] as string });
    conflicts.push([role, headers]);
  }
  if (conflicts.length > 0)
    throw new SheetRefusal("column_conflict", place, {
      claims: conflicts.map(([role, headers]) => `${role}: ${headers.join("、")}`).join("；"),
      flags: conflicts.map(([role, headers]) => columnFlag(role, headers[0] as string)).join(" "),
    });
  refuseTwice(index, names, place);
  return { names, index, units: unitsOf(index, names, plain, unit), layout: layoutOf(plain) };
}

function refuseTwice(index: Header["index"], names: readonly string[], place: string): void {
  const taken = new Map<number, Role>();
  for (const role of ROLES) {
    const i = index[role];
    if (i === undefined) continue;
    const other = taken.get(i);
    if (other !== undefined)
      throw new SheetRefusal("column_twice", place, { header: names[i] as string, roles: `${other}、${role}` });
    taken.set(i, role);
  }
}

/** Units of the money columns: the option's where the header does not contradict it, else the header's, else yuan. */
function unitsOf(
  index: Header["index"],
  names: readonly string[],
  plain: readonly PlainHeader[],
  said: Unit | undefined,
): Partial<Record<Role, Unit>> {
  const units: Partial<Record<Role, Unit>> = {};
  const amountUnit = index.amount === undefined ? null : (plain[index.amount]?.unit ?? null);
  for (const role of MONEY) {
    const i = index[role];
    if (i === undefined) continue;
    const header = names[i] as string;
    const { unit, unitText } = plain[i] as PlainHeader;
    if (unit === "?") throw new SheetRefusal("unit_unknown", header, { header, found: unitText });
    if (said !== undefined && unit !== null && unit !== said)
      throw new SheetRefusal("unit_conflict", header, { header, found: unitText, said });
    // A money column that does not say goes by the option, then by the amount's header.
    units[role] = said ?? unit ?? (amountUnit === "fen" ? "fen" : "yuan");
  }
  return units;
}
