/**
 * A sheet with a header, line by line: the header is found once, then every record becomes a draft or a bad
 * row.
 */
import type { Draft } from "./draft.ts";
import { findHeader, HEAD_LINES, type Header } from "./headers.ts";
import type { Line } from "./lines.ts";
import { type RawRecord, RecordReader } from "./records.ts";
import { SheetRefusal } from "./refusal.ts";
import { badRow, type Notes } from "./report.ts";
import { type BadRow, ROLES, type SheetOptions, type SheetResult } from "./row.ts";
import { Settlement } from "./settle.ts";
import { type Defaults, Translator } from "./translate.ts";
import { clean } from "./value.ts";

/** What one reading of a file gives, whatever its format. */
export type Reading = Omit<SheetResult, "encoding" | "bytes" | "notes">;

/** Takes lines as they come, and settles when all have come. */
export interface Intake {
  push(lines: readonly Line[], end: boolean): void;
  reading(): Reading;
}

interface Open {
  readonly header: Header;
  readonly reader: RecordReader;
  readonly translator: Translator;
}

export class CsvIntake implements Intake {
  private readonly options: SheetOptions;
  private readonly defaults: Defaults;
  private readonly notes: Notes;
  private head: Line[] = [];
  private open: Open | null = null;
  private readonly drafts: Draft[] = [];
  private readonly bad: BadRow[] = [];
  private readonly lost = new Map<string, number>();
  private records = 0;
  private skipped = 0;
  /** The row just passed was the header of a bill's totals; their figures follow. */
  private totalsNext = false;

  constructor(options: SheetOptions, defaults: Defaults, notes: Notes) {
    this.options = options;
    this.defaults = defaults;
    this.notes = notes;
  }

  push(lines: readonly Line[], end: boolean): void {
    if (this.open !== null) {
      this.take(this.open, lines, end);
      return;
    }
    for (const line of lines) this.head.push(line);
    if (this.head.length < HEAD_LINES && !end) return;
    if (this.head.every((line) => line.text.trim() === "" && line.fault === null))
      throw new SheetRefusal("empty", null);
    const header = findHeader(this.head.slice(0, HEAD_LINES), this.options);
    const { names, delimiter } = header;
    const named = names.findLastIndex((name) => name !== "") + 1;
    const reader = new RecordReader(delimiter, {
      least: named,
      most: names.length,
      single: Object.values(header.index),
    });
    this.open = { header, reader, translator: new Translator(header, this.defaults, this.notes) };
    this.skipped = header.skipped;
    for (const record of header.early) {
      const text = "cells" in record ? record.cells.join(delimiter) : record.text;
      this.refuse(badRow(record.line, null, text, "fault" in record ? record.fault : "before_header"));
    }
    if (header.index.at === undefined) this.notes.add("no_time_column", header.line);
    this.take(this.open, this.head.slice(header.used), end);
    this.head = [];
  }

  private refuse(row: BadRow): void {
    this.records += 1;
    this.bad.push(row);
  }

  private take(open: Open, lines: readonly Line[], end: boolean): void {
    for (const record of open.reader.push(lines, end)) {
      if (this.isNoData(open.header, record)) {
        this.skipped += 1;
      } else if ("fault" in record) {
        this.refuse(badRow(record.line, null, record.text, record.fault, record.values));
      } else {
        const read = open.translator.read(record.line, record.cells);
        if ("code" in read) {
          this.refuse(read);
          const id = open.translator.lastId();
          if (id !== null && !this.lost.has(id)) this.lost.set(id, record.line);
        } else {
          this.records += 1;
          this.drafts.push(read);
        }
      }
    }
  }

  /**
   * Comments where the file has them, a header said again (files put together), and the totals of a payment
   * bill.
   */
  private isNoData(header: Header, record: RawRecord): boolean {
    const first = "cells" in record ? (record.cells[0] as string) : record.text;
    const afterTotals = this.totalsNext;
    this.totalsNext = false;
    if (header.comments && first.trimStart().startsWith("#")) return true;
    const totals = header.layout?.totals ?? null;
    if (totals !== null) {
      this.totalsNext = clean(first).startsWith(totals);
      if (this.totalsNext || afterTotals) return true;
    }
    if (!("cells" in record) || clean(first) !== header.names[0]) return false;
    return header.names.every((name, i) => clean(record.cells[i] ?? "") === name);
  }

  reading(): Reading {
    const open = this.open;
    if (open === null) throw new SheetRefusal("empty", null);
    const { header, translator, reader } = open;
    const settlement = new Settlement(this.lost, (role) => translator.nameOf(role), this.notes);
    settlement.settle(this.drafts);
    const used = new Set(Object.values(header.index));
    return {
      rows: settlement.rows.sort((a, b) => a.line - b.line || (a.kind === "purchase" ? -1 : 1)),
      bad: this.bad.concat(settlement.bad).sort((a, b) => a.line - b.line),
      recognised: ROLES.flatMap((role) => {
        const name = translator.nameOf(role);
        return name === null ? [] : [{ role, header: name }];
      }),
      ignored: header.names.filter((name, i) => name !== "" && !used.has(i)),
      delimiter: header.delimiter,
      records: this.records,
      skipped: this.skipped + reader.blank,
    };
  }
}
