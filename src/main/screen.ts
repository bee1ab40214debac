/** Standard output and standard error: colours, a reader that goes away, and columns. */
import type { Writable } from "node:stream";
import { styleText } from "node:util";
import { padEnd, padStart, widthOf } from "#statement";

/** A stream that may be a terminal. */
export type Terminal = Writable & { readonly isTTY?: boolean; readonly columns?: number };
export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** Rows with their columns in line; `right` names the columns of figures. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
    });
  const pad = (cell: string, i: number) => (right.includes(i) ? padStart : padEnd)(cell, widths[i] ?? 0);
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}

/**
 * One of the two streams. Once its reader has gone (`| head`), what is written goes nowhere, without
 * complaint.
 */
export class Screen {
  private gone = false;
  private readonly coloured: boolean;
  /** Why the stream cannot be written; null while it can, or when only its reader has gone. */
  failure: NodeJS.ErrnoException | null = null;

  constructor(
    private readonly stream: Terminal,
    env: NodeJS.ProcessEnv,
  ) {
    const refused = (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
    this.coloured = stream.isTTY === true && !refused;
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE" && error.code !== "EOF") this.failure ??= error;
      this.gone = true;
    });
  }

  get isTerminal(): boolean {
    return this.stream.isTTY === true;
  }

  /** The stream itself, for libraries that draw on one. */
  get raw(): NodeJS.WriteStream {
    return this.stream as NodeJS.WriteStream;
  }

  paint(style: Style, text: string): string {
    return this.coloured ? styleText(style, text, { validateStream: false }) : text;
  }

  /** Writes, and resolves when the stream has taken it: a slow reader slows the writer. */
  write(text: string): Promise<void> {
    if (this.gone) return Promise.resolve();
    return new Promise((resolve) => this.stream.write(text, () => resolve()));
  }

  line(text = ""): Promise<void> {
    return this.write(`${text}\n`);
  }

  /** Writes without waiting; for texts of a screenful. */
  now(text: string): void {
    if (!this.gone) this.stream.write(text);
  }
}
