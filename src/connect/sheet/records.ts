/**
 * Lines to records. csv-parse reads the cells; what is done here is only to hand it the lines that belong together, in
 * batches, so that memory stays bounded and one broken quote costs one line and not the rest of the file.
 *
 * Inside a quoted cell the number of quotes read so far is odd, outside it is even (an escaped quote counts two), so a
 * record ends at the first line end after an even number of quotes.
 */
import { parse } from "csv-parse/sync";
import { type Line, MAX_LINE } from "./lines.ts";
import type { Delimiter } from "./row.ts";
import type { BadCode, Values } from "./sentences.ts";

/** Lines one record may span. */
export const MAX_RECORD_LINES = 100;
const BATCH = 512;

export interface Cells {
  readonly line: number;
  /** How many lines it spans. */
  readonly lines: number;
  readonly cells: readonly string[];
}
export interface Broken {
  readonly line: number;
  readonly lines: 1;
  readonly fault: BadCode;
  readonly values: Values;
  readonly text: string;
}
export type RawRecord = Cells | Broken;

/** How many columns a record must and may have: cells up to the last named header are needed, more than all are not. */
export interface Width {
  readonly least: number;
  readonly most: number;
}

interface Frame {
  readonly from: number;
  readonly count: number;
  readonly fault: BadCode | null;
}

export class RecordReader {
  /** Blank lines passed over. */
  blank = 0;
  private readonly delimiter: Delimiter;
  private readonly width: Width | null;
  private lines: Line[] = [];

  constructor(delimiter: Delimiter, width: Width | null) {
    this.delimiter = delimiter;
    this.width = width;
  }

  /** Records that are complete with these lines; `end` completes the last one. */
  push(lines: readonly Line[], end: boolean): RawRecord[] {
    const blankOutside = (line: Line) => line.fault === null && line.text.trim() === "";
    this.lines = this.lines.length === 0 ? [...lines] : this.lines.concat(lines);
    const out: RawRecord[] = [];
    let frames: Frame[] = [];
    let at = 0;
    while (at < this.lines.length) {
      if (blankOutside(this.lines[at] as Line)) {
        this.blank += 1;
        at += 1;
        continue;
      }
      const frame = this.frameAt(at, end);
      if (frame === null) break;
      at += frame.count;
      if (frame.fault === null) frames.push(frame);
      if (frames.length === BATCH || frame.fault !== null) {
        at = Math.max(this.readBatch(frames, out, end), frame.fault === null ? 0 : at);
        frames = [];
        if (frame.fault !== null) out.push(this.broken(frame.from, frame.fault));
      }
    }
    if (frames.length > 0) at = this.readBatch(frames, out, end);
    this.lines = this.lines.slice(at);
    return out;
  }

  private frameAt(from: number, end: boolean): Frame | null {
    const first = this.lines[from] as Line;
    if (first.fault !== null) return { from, count: 1, fault: first.fault };
    let open = oddQuotes(first.text);
    let size = first.text.length;
    let count = 1;
    while (open) {
      const next = this.lines[from + count];
      if (next === undefined && !end) return null;
      size += next?.text.length ?? 0;
      if (next === undefined || next.fault !== null || count === MAX_RECORD_LINES || size > MAX_LINE)
        return { from, count: 1, fault: "unterminated_quote" };
      open = open !== oddQuotes(next.text);
      count += 1;
    }
    return { from, count, fault: null };
  }
