/**
 * Lines to records. csv-parse reads the cells; what is done here is only to hand it the lines that belong
 * together, in batches, so that memory stays bounded and one broken quote costs one line and not the rest
 * of the file.
 */
import { CsvError, parse } from "csv-parse/sync";
import { type Frame, frameAt, isBlank, MAX_RECORD_LINES, textOf } from "./frames.ts";
import { type Line, MAX_LINE } from "./lines.ts";
import type { Values } from "./refusal.ts";
import type { Delimiter } from "./row.ts";
import type { BadCode } from "./sentences.ts";

const BATCH = 512;

export interface Cells {
  readonly line: number;
  readonly cells: readonly string[];
  /** Index after its last line, among the lines given to one `push`; meant for who looks for the header. */
  readonly next: number;
}
export interface Broken {
  readonly line: number;
  readonly fault: BadCode;
  readonly values: Values;
  readonly text: string;
}
export type RawRecord = Cells | Broken;

/** What a record must look like, once the header is known. */
export interface Shape {
  /** Columns it must have: up to the last named header. */
  readonly least: number;
  /** Columns it may have. */
  readonly most: number;
  /** Columns whose values never hold a line break: all that are read. Notes may. */
  readonly single: readonly number[];
}

export class RecordReader {
  /** Blank lines and rows of nothing but delimiters, passed over. */
  blank = 0;
  private readonly delimiter: Delimiter;
  private readonly shape: Shape | null;
  private lines: readonly Line[] = [];

  constructor(delimiter: Delimiter, shape: Shape | null) {
    this.delimiter = delimiter;
    this.shape = shape;
  }

  /** The records that are complete with these lines; with `end`, all that are left. */
  push(lines: readonly Line[], end: boolean): RawRecord[] {
    this.lines = this.lines.concat(lines);
    const out: RawRecord[] = [];
    let at = 0;
    let waiting = false;
    while (at < this.lines.length && !waiting) {
      const batch = this.batchAt(at, end);
      if (this.readBatch(batch.frames, out)) {
        this.blank += batch.blank;
        at = batch.next;
      } else {
        const until = Math.max(batch.next, at + 1);
        while (at < until && !waiting) {
          const next = this.step(at, end, out);
          waiting = next === at;
          at = next;
        }
      }
    }
    this.lines = this.lines.slice(at);
    return out;
  }

  /** Frames in a row without a fault, and where they end. */
  private batchAt(from: number, end: boolean): { frames: Frame[]; next: number; blank: number } {
    const frames: Frame[] = [];
    let at = from;
    let blank = 0;
    while (at < this.lines.length && frames.length < BATCH) {
      if (isBlank(this.lines[at] as Line)) {
        blank += 1;
        at += 1;
        continue;
      }
      const frame = frameAt(this.lines, at, end);
      if (frame === null || frame.fault !== null) break;
      frames.push(frame);
      at += frame.count;
    }
    return { frames, next: at, blank };
  }

  /** Reads frames at one go; false, and nothing said, unless every one of them reads well. */
  private readBatch(frames: readonly Frame[], out: RawRecord[]): boolean {
    if (frames.length < 2) return false;
    const rows = this.parse(frames.map((frame) => textOf(this.lines, frame)).join("\n"));
    // Frames and csv-parse always agree on where records end; should they ever not, each is read by itself.
    if (rows === null || rows.length !== frames.length) return false;
    const records: (RawRecord | null)[] = [];
    for (const [i, frame] of frames.entries()) {
      const record = this.judge(frame, rows[i] as string[]);
      if (record !== null && "fault" in record && frame.count > 1) return false;
      records.push(record);
    }
    for (const record of records) this.give(record, out);
    return true;
  }

  /**
   * Reads one frame. If it spans lines and is not well formed, only its first line is bad: its opening
   * quote may be the stray one, and the lines after it rows of their own. Gives the next line, or the same
   * one to wait for more.
   */
  private step(at: number, end: boolean, out: RawRecord[]): number {
    if (isBlank(this.lines[at] as Line)) {
      this.blank += 1;
      return at + 1;
    }
    const frame = frameAt(this.lines, at, end);
    if (frame === null) return at;
    const fault = frame.fault === "unterminated_quote" ? this.quoteFault(frame) : frame.fault;
    if (fault !== null) {
      const limit = fault === "line_too_long" ? MAX_LINE : MAX_RECORD_LINES;
      out.push(this.broken(frame, fault, { limit }));
      return at + 1;
    }
    const rows = this.parse(textOf(this.lines, frame));
    const record =
      rows?.length === 1
        ? this.judge(frame, rows[0] as string[])
        : this.broken(frame, this.quoteFault(frame), { limit: MAX_RECORD_LINES });
    this.give(record, out);
    return at + (record !== null && "fault" in record ? 1 : frame.count);
  }

  private give(record: RawRecord | null, out: RawRecord[]): void {
    if (record === null) this.blank += 1;
    else out.push(record);
  }

  /** Cells of complete records, or null. */
  private parse(text: string): string[][] | null {
    try {
      return this.parsed(text);
    } catch {
      return null;
    }
  }

  private parsed(text: string): string[][] {
    return parse(text, {
      delimiter: this.delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
    }) as string[][];
  }

  /** What is wrong with the quotes of a frame that does not read, by its first line. */
  private quoteFault(frame: Frame): "unterminated_quote" | "bad_quote" {
    try {
      this.parsed((this.lines[frame.from] as Line).text);
      return "bad_quote";
    } catch (fault) {
      const open = fault instanceof CsvError && fault.code === "CSV_QUOTE_NOT_CLOSED";
      return open ? "unterminated_quote" : "bad_quote";
    }
  }

  /** Cells of the right number, a fault, or null for a row in which nothing is written. */
  private judge(frame: Frame, cells: readonly string[]): RawRecord | null {
    let filled = cells.length;
    while (filled > 0 && (cells[filled - 1] as string).trim() === "") filled -= 1;
    if (filled === 0) return null;
    const line = (this.lines[frame.from] as Line).number;
    const next = frame.from + frame.count;
    if (this.shape === null) return { line, cells, next };
    const { least, most, single } = this.shape;
    if (frame.count > 1 && single.some((i) => cells[i]?.includes("\n")))
      return this.broken(frame, "line_break", {});
    if (cells.length < least)
      return this.broken(frame, "too_few_columns", { found: cells.length, expected: least });
    if (filled > most) return this.broken(frame, "too_many_columns", { found: filled, expected: most });
    return { line, cells, next };
  }

  private broken(frame: Frame, fault: BadCode, values: Values): Broken {
    const { number, text } = this.lines[frame.from] as Line;
    return { line: number, fault, values, text };
  }
}
