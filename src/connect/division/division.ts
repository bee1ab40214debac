/** The division codes 行政区划 of the country: six digits PPCCDD, province, city, district. */
import { readFileSync } from "node:fs";

export type DivisionLevel = "province" | "city" | "district";

export interface Division {
  /** PPCCDD; a city ends in 00, a province in 0000. */
  readonly code: string;
  readonly level: DivisionLevel;
  readonly name_zh: string;
  /** No official English names are at hand: a reader of English is shown the Chinese name and the code. */
  readonly name_en: null;
  /** Code of the division above; null for a province. */
  readonly parent: string | null;
  /** Names from the province down to this one, divisions that are no place left out. */
  readonly path: readonly string[];
  /** A code that only groups others (市辖区, 县, 省直辖县): nobody lives in it and nobody is its agent. */
  readonly groups: boolean;
  /** Nothing below it, so that a store may stand in it: a district, or a city without districts. */
  readonly leaf: boolean;
}

/** The groups among the cities' codes: those of a municipality, and xx90 with what a province runs itself. */
const GROUPS = /^(?:11|12|31|50|\d\d90)/;

interface Stored {
  /** PP → name. */
  readonly provinces: Readonly<Record<string, string>>;
  /** PPCC → the city's name, then DD and name of each district, between blanks. */
  readonly cities: Readonly<Record<string, string>>;
}

let known: ReadonlyMap<string, Division> | null = null;

/** All divisions by code, in the order of the codes; read once, when first asked for. */
function all(): ReadonlyMap<string, Division> {
  known ??= unfold(JSON.parse(readFileSync(new URL("divisions.json", import.meta.url), "utf8")));
  return known;
}

function unfold({ provinces, cities }: Stored): ReadonlyMap<string, Division> {
  const found: Division[] = Object.entries(cities).flatMap(([ppcc, text]) =>
    unfoldCity(ppcc, text, provinces[ppcc.slice(0, 2)] as string),
  );
  const withCities = new Set(Object.keys(cities).map((ppcc) => ppcc.slice(0, 2)));
  for (const [pp, name_zh] of Object.entries(provinces)) {
    const place = { level: "province", name_zh, name_en: null, parent: null, path: [name_zh] } as const;
    found.push({ code: `${pp}0000`, ...place, groups: false, leaf: !withCities.has(pp) });
  }
  found.sort((one, other) => (one.code < other.code ? -1 : 1));
  return new Map(found.map((division) => [division.code, division]));
}

function unfoldCity(ppcc: string, text: string, province: string): Division[] {
  const [name = "", ...districts] = text.split(" ");
  const code = `${ppcc}00`;
  const groups = GROUPS.test(ppcc);
  const path = groups ? [province] : [province, name];
  const leaf = districts.length === 0;
  const parent = `${ppcc.slice(0, 2)}0000`;
  const own: Division = { code, level: "city", name_zh: name, name_en: null, parent, path, groups, leaf };
  const below = districts.map((entry): Division => {
    const its = entry.slice(2);
    const place = { level: "district", name_zh: its, name_en: null, parent: code } as const;
    return { code: ppcc + entry.slice(0, 2), ...place, path: [...path, its], groups: false, leaf: true };
  });
  return [own, ...below];
}

/** The division of a code; undefined where there is none. */
export function divisionOf(code: string): Division | undefined {
  return all().get(code);
}

/** Divisions in the order of their codes: all, those of a level, those right below a parent. */
export function divisions(level?: DivisionLevel, parent?: string): Division[] {
  const wanted = (one: Division) =>
    (level === undefined || one.level === level) && (parent === undefined || one.parent === parent);
  return [...all().values()].filter(wanted);
}

/** A row of the reference table `region`. */
export interface DivisionRow {
  readonly code: string;
  readonly level: DivisionLevel;
  readonly parent: string | null;
  readonly name_zh: string;
  readonly name_en: null;
}

/** The list as rows of a table, every parent before what is below it. */
export function divisionRows(): DivisionRow[] {
  return divisions().map(({ code, level, parent, name_zh, name_en }) => ({
    code,
    level,
    parent,
    name_zh,
    name_en,
  }));
}
