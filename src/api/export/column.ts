/** Columns of an exported list: what stands in them, and how each kind of value is written. */
import { points as pointsText } from "#statement";

/** Chinese first. */
export type Phrase = readonly [zh: string, en: string];
export type Language = "zh" | "en";

export const say = (phrase: Phrase, language: Language): string => phrase[language === "zh" ? 0 : 1];

/** fen and grains are integers; a time is a moment, shown by the clock of the country. */
export type Value =
  | { readonly kind: "text"; readonly text: string | null }
  | { readonly kind: "number"; readonly number: number | null }
  | { readonly kind: "fen"; readonly fen: bigint | null }
  | { readonly kind: "points"; readonly grains: bigint | null }
  | { readonly kind: "time"; readonly at: Date | null };

export interface Column<Row> {
  readonly key: string;
  readonly kind: Value["kind"];
  readonly title: Phrase;
  readonly of: (row: Row, language: Language) => Value;
  readonly width: number;
}

type Named = readonly [key: string, zh: string, en: string];

const made = <Row>(
  [key, zh, en]: Named,
  kind: Value["kind"],
  width: number,
  of: (row: Row, language: Language) => Value,
): Column<Row> => ({ key, kind, title: [zh, en], width, of });

export const text = <Row>(name: Named, of: (row: Row) => string | null, width = 16): Column<Row> =>
  made(name, "text", width, (row) => ({ kind: "text", text: of(row) }));

/** A code, said in words where there are any for it. */
export const word = <Row>(
  name: Named,
  words: Readonly<Record<string, Phrase>>,
  of: (row: Row) => string | null,
): Column<Row> =>
  said(name, 14, (row, language) => {
    const code = of(row);
    const phrase = code === null ? undefined : words[code];
    return phrase === undefined ? code : say(phrase, language);
  });

/** Words that depend on the language. */
export const said = <Row>(
  name: Named,
  width: number,
  of: (row: Row, language: Language) => string | null,
): Column<Row> => made(name, "text", width, (row, language) => ({ kind: "text", text: of(row, language) }));

export const number = <Row>(name: Named, of: (row: Row) => number | null): Column<Row> =>
  made(name, "number", 10, (row) => ({ kind: "number", number: of(row) }));

export const yuan = <Row>(name: Named, of: (row: Row) => bigint | null): Column<Row> =>
  made(name, "fen", 14, (row) => ({ kind: "fen", fen: of(row) }));

export const points = <Row>(name: Named, of: (row: Row) => bigint | null): Column<Row> =>
  made(name, "points", 18, (row) => ({ kind: "points", grains: of(row) }));

export const time = <Row>(name: Named, of: (row: Row) => Date | null): Column<Row> =>
  made(name, "time", 20, (row) => ({ kind: "time", at: of(row) }));

const OFFSET = 8 * 3_600_000;

/** The moment whose UTC reads as the country's clock does. */
export const byTheClock = (at: Date): Date => new Date(at.getTime() + OFFSET);

/** Fen as yuan with two decimals, made of the integer: "-1234.50". */
export function yuanOf(fen: bigint): string {
  const digits = `${fen < 0n ? -fen : fen}`.padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The value as text; nothing where there is none. */
export function written(value: Value): string {
  switch (value.kind) {
    case "text":
      return value.text ?? "";
    case "number":
      return value.number === null ? "" : String(value.number);
    case "fen":
      return value.fen === null ? "" : yuanOf(value.fen);
    case "points":
      return value.grains === null ? "" : pointsText(value.grains);
    case "time":
      return value.at === null ? "" : byTheClock(value.at).toISOString().slice(0, 19).replace("T", " ");
  }
}
