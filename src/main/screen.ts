/** Standard output and standard error: colours, a reader that goes away, and how wide text is. */
import type { Writable } from "node:stream";
import { styleText } from "node:util";

type Stream = Writable & { readonly isTTY?: boolean; readonly columns?: number };
export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** Columns a text takes in a terminal: Chinese characters and full-width signs take two. */
export function widthOf(text: string): number {
  let width = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours take no room
  for (const sign of text.replace(/\u001b\[\d+m/g, "")) width += WIDE.test(sign) ? 2 : 1;
  return width;
}
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Rows with their columns in line; `right` names the columns of figures. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = rows.reduce<number[]>((all, row) => {
    row.forEach((cell, i) => {
      all[i] = Math.max(all[i] ?? 0, widthOf(cell));
    });
    return all;
  }, []);
  const pad = (cell: string, i: number) => {
    const blank = " ".repeat((widths[i] ?? 0) - widthOf(cell));
    return right.includes(i) ? blank + cell : cell + blank;
  };
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}

/** One of the two streams. Once its reader has gone (`| head`), what is written goes nowhere, without complaint. */
export class Screen {
  private gone = false;
  private readonly coloured: boolean;

  constructor(
    private readonly stream: Stream,
    env: NodeJS.ProcessEnv,
  ) {
    const refused = (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
    this.coloured = stream.isTTY === true && !refused;
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE" && error.code !== "EOF") throw error;
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
    return this.coloured ? styleText(style, text) : text;
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
