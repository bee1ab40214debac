/** Writers of exported lists, row by row, so that a long list never stands in memory: xlsx and CSV. */
import { once } from "node:events";
import type { Writable } from "node:stream";
import exceljs from "exceljs";
import { byTheClock, type Value, written, yuanOf } from "./column.ts";

export const FORMATS = ["xlsx", "csv"] as const;
export type Format = (typeof FORMATS)[number];

export const MEDIA: Readonly<Record<Format, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/** What a worksheet holds at most, its heading included. */
export const MOST_ROWS: Readonly<Record<Format, number>> = { xlsx: 1_048_575, csv: 10_000_000 };

export interface Heading {
  readonly title: string;
  readonly kind: Value["kind"];
  readonly width: number;
}

export interface SheetWriter {
  write(row: readonly Value[]): Promise<void>;
  /** Ends the file; all of it has been handed on when it resolves. */
  end(): Promise<void>;
}

export function sheetWriter(
  format: Format,
  to: Writable,
  name: string,
  headings: readonly Heading[],
): SheetWriter {
  return format === "xlsx" ? xlsxWriter(to, name, headings) : csvWriter(to, headings);
}

/** Integers of so many grains are points that a double holds with all eight decimals. */
const EXACT_GRAINS = 10n ** 15n;

const NUMBER_FORMATS: Readonly<Partial<Record<Value["kind"], string>>> = {
  number: "0",
  fen: "#,##0.00",
  points: "0.00000000",
  time: "yyyy-mm-dd hh:mm:ss",
};

/** A cell of a worksheet: amounts as numbers made of their exact text, so that they can be added up. */
function cellOf(value: Value): string | number | Date | null {
  switch (value.kind) {
    case "text":
      return value.text;
    case "number":
      return value.number;
    case "fen":
      return value.fen === null ? null : Number(yuanOf(value.fen));
    case "points": {
      const { grains } = value;
      if (grains === null) return null;
      return grains < EXACT_GRAINS && -grains < EXACT_GRAINS ? Number(written(value)) : written(value);
    }
    case "time":
      return value.at === null ? null : byTheClock(value.at);
  }
}

const WRITTEN = Promise.resolve();

function xlsxWriter(to: Writable, name: string, headings: readonly Heading[]): SheetWriter {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: to, useStyles: true });
  const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = headings.map(({ title, width, kind }) => ({
    header: title,
    width,
    style: { numFmt: NUMBER_FORMATS[kind] ?? "@" },
  }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  const ended = once(to, "finish");
  // Whoever waits for the end hears of a failure; until then nobody does.
  ended.catch(() => {});
  return {
    write(values) {
      sheet.addRow(values.map(cellOf)).commit();
      return to.errored === null ? WRITTEN : Promise.reject(to.errored);
    },
    async end() {
      sheet.commit();
      await book.commit();
      await ended;
    },
  };
}

const BOM = "\ufeff";
/** What a spreadsheet would take for a formula, or for the way out of a cell. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

/** A field of CSV; a text that looks like a formula is marked as the text it is. */
function fieldOf(value: Value): string {
  const plain = written(value);
  const safe = value.kind === "text" && FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvWriter(to: Writable, headings: readonly Heading[]): SheetWriter {
  const line = async (values: readonly Value[]) => {
    if (to.errored !== null) throw to.errored;
    if (!to.write(`${values.map(fieldOf).join(",")}\r\n`)) await once(to, "drain");
  };
  const head = headings.map(({ title }): Value => ({ kind: "text", text: title }));
  let begun = false;
  const begin = async () => {
    if (begun) return;
    begun = true;
    to.write(BOM);
    await line(head);
  };
  return {
    async write(row) {
      await begin();
      await line(row);
    },
    async end() {
      await begin();
      const ended = once(to, "finish");
      to.end();
      await ended;
    },
  };
}
