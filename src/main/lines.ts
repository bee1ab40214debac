/**
 * Lines out of a stream of bytes, one piece at a time, so that a file of any size takes the room of its
 * longest line.
 */
import { isUtf8 } from "node:buffer";

/** No order is longer; a longer line is not held. */
export const MOST_LINE_BYTES = 1024 * 1024;

const NEWLINE = 10;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** A line without its end; null when it is longer than the limit or no valid UTF-8. */
export type Line = string | null;

export class LineReader {
  private held: Buffer[] = [];
  private heldBytes = 0;
  private first = true;

  /** The lines that end in this piece. */
  push(piece: Buffer): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let end = piece.indexOf(NEWLINE); end !== -1; end = piece.indexOf(NEWLINE, from)) {
      lines.push(this.line(piece.subarray(from, end)));
      from = end + 1;
    }
    if (from < piece.length) this.hold(piece.subarray(from));
    return lines;
  }

  /** The last line, when the file does not end with a line's end. */
  end(): Line[] {
    return this.heldBytes === 0 ? [] : [this.line(Buffer.alloc(0))];
  }

  /** Keeps the beginning of a line; of one that is too long, only how long it is. */
  private hold(part: Buffer): void {
    this.heldBytes += part.length;
    if (this.heldBytes > MOST_LINE_BYTES) this.held = [];
    else this.held.push(Buffer.from(part));
  }

  private line(end: Buffer): Line {
    const bytes = this.heldBytes + end.length;
    const { held } = this;
    const first = this.first;
    this.held = [];
    this.heldBytes = 0;
    this.first = false;
    if (bytes > MOST_LINE_BYTES) return null;
    const whole = held.length === 0 ? end : Buffer.concat([...held, end]);
    const line = first && whole.subarray(0, 3).equals(BOM) ? whole.subarray(3) : whole;
    return isUtf8(line) ? line.toString("utf8") : null;
  }
}
