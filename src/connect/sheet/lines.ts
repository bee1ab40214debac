/** Text to physical lines: numbered, and never longer than a limit, however long the file's own are. */
import type { BadCode } from "./sentences.ts";

/** Characters a line may have; the rest of a longer one is passed over without being kept. */
export const MAX_LINE = 1_048_576;
const KEEP = 200;

export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Without its line ending; of a line with a fault, its beginning. */
  readonly text: string;
  readonly fault: Extract<BadCode, "line_too_long" | "nul_byte" | "cut_character"> | null;
}

/** Ends a line at LF, CR LF or CR, wherever the chunks of text happen to be cut. */
export class LineSplitter {
  private rest = "";
  private tooLong = false;
  private afterReturn = false;
  private number = 0;

  push(text: string): Line[] {
    const lines: Line[] = [];
    // A CR at the end of the last chunk has ended its line already; its LF is not another line.
    let from = this.afterReturn && text.startsWith("\n") ? 1 : 0;
    if (text.length > 0) this.afterReturn = text.endsWith("\r");
    const ending = /\r\n|\n|\r/g;
    ending.lastIndex = from;
    for (let found = ending.exec(text); found !== null; found = ending.exec(text)) {
      this.keep(text, from, found.index);
      lines.push(this.take(null));
      from = ending.lastIndex;
    }
    this.keep(text, from, text.length);
    return lines;
  }

  /** The last line, when the text does not end with a line ending. `cut`: it ends inside a character. */
  end(cut: boolean): Line[] {
    if (this.rest === "" && !this.tooLong && !cut) return [];
    return [this.take(cut ? "cut_character" : null)];
  }

  private keep(text: string, from: number, to: number): void {
    if (this.tooLong) return;
    if (this.rest.length + to - from <= MAX_LINE) {
      this.rest += text.slice(from, to);
      return;
    }
    this.tooLong = true;
    this.rest = this.rest.slice(0, KEEP) + text.slice(from, Math.min(to, from + KEEP));
  }

  private take(fault: Line["fault"]): Line {
    this.number += 1;
    const text = this.rest;
    const nul = text.includes("\0") ? "nul_byte" : null;
    const line: Line = { number: this.number, text, fault: this.tooLong ? "line_too_long" : (fault ?? nul) };
    this.rest = "";
    this.tooLong = false;
    return line;
  }
}
