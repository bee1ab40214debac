/**
 * Which column is what: the caller's word, a known bill's layout, or the headers that are recognised.
 * Nothing is guessed.
 */
import type { Cells } from "./records.ts";
import { SheetRefusal } from "./refusal.ts";
import { ROLES, type Role, type SheetOptions, type Unit } from "./row.ts";
import { LAYOUTS, type Layout, type PlainHeader, plainHeader, SYNONYMS } from "./synonyms.ts";
import { clean } from "./value.ts";

const MONEY: readonly Role[] = ["amount", "refunded", "cost"];

/** How a person names a column on the command line; the command line and the refusals agree by this. */
export const columnFlag = (role: Role, header: string): string => `--column ${role}=${header}`;

/** What each column of a header is. */
export interface Assigned {
  /** Headers as written, cleaned. */
  readonly names: readonly string[];
  readonly index: Partial<Record<Role, number>>;
  readonly units: Partial<Record<Role, Unit>>;
  readonly layout: Layout | null;
}

export type Columns = NonNullable<SheetOptions["columns"]>;
/** Headers for a sentence: enough to find the right one, never a megabyte of them. */
export const listed = (names: readonly string[]) =>
  names
    .filter((name) => name !== "")
    .slice(0, 60)
    .map((name) => name.slice(0, 40))
    .join("、");

/**
 * The columns that may be meant by a role: the caller's word, else a known bill's, else what is recognised.
 */
export function claimsOf(
  role: Role,
  names: readonly string[],
  plain: readonly PlainHeader[],
  columns: Columns,
): number[] {
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

/** Gives each role its column. */
export function assign(record: Cells, columns: Columns, unit: Unit | undefined): Assigned {
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

function refuseTwice(index: Assigned["index"], names: readonly string[], place: string): void {
  const taken = new Map<number, Role>();
  for (const role of ROLES) {
    const i = index[role];
    if (i === undefined) continue;
    const other = taken.get(i);
    if (other !== undefined)
      throw new SheetRefusal("column_twice", place, {
        header: names[i] as string,
        roles: `${other}、${role}`,
      });
    taken.set(i, role);
  }
}

/**
 * Units of the money columns: the option's where the header does not contradict it, else the header's, else
 * yuan.
 */
function unitsOf(
  index: Assigned["index"],
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
