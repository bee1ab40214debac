/**
 * The backup file: gzip over text. A line of JSON for the whole, then each table as a line of JSON, its rows
 * as COPY writes them, the line `\.` and a line of JSON with count and sha256; last a line that says it is
 * whole. `zcat` shows it to a person.
 */
import { createHash, hash } from "node:crypto";
import { z } from "zod";
import { StoreFault } from "./trouble.ts";

export const FORMAT = 1;

export const Header = z.strictObject({
  wellspring: z.literal("backup"),
  format: z.literal(FORMAT),
  at: z.string(),
  server: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  tables: z.array(z.string()),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string(), called: z.boolean() })),
});
export type Header = z.infer<typeof Header>;

export const TableHead = z.strictObject({ table: z.string(), columns: z.array(z.string()) });
export const TableEnd = z.strictObject({ rows: z.int(), sha256: z.string() });

/** `sha256` is over the sums of the tables, in order. */
export const End = z.strictObject({ end: z.literal(true), rows: z.int(), sha256: z.string() });
export type End = z.infer<typeof End>;

export const ROWS_END = "\\.\n";

/** What the person sees while it runs: `done` of `of` tables, and the bytes of rows so far. */
export type BackupProgress = (at: { table: string; done: number; of: number; bytes: number }) => void;

/** Settings under which COPY writes the same row as the same text on every server. */
export const PINNED = [
  "SET statement_timeout = 0",
  "SET idle_in_transaction_session_timeout = 0",
  "SET client_encoding = 'UTF8'",
  "SET timezone = 'UTC'",
  "SET datestyle = 'ISO, YMD'",
  "SET intervalstyle = 'postgres'",
  "SET bytea_output = 'hex'",
  "SET extra_float_digits = 1",
  "SET synchronize_seqscans = off",
];

/** Quotes a name that came from pg_catalog or a backup. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function copyOut(table: string, columns: readonly string[]): string {
  return `COPY (SELECT ${columns.map(quoted).join(", ")} FROM ${quoted(table)}) TO STDOUT`;
}

export function copyIn(table: string, columns: readonly string[]): string {
  return `COPY ${quoted(table)} (${columns.map(quoted).join(", ")}) FROM STDIN`;
}

/** Count, sha256 in the order given, and a sum that does not know the order of rows (a table has none). */
export class Rows {
  rows = 0;
  bytes = 0;
  readonly #sha256 = createHash("sha256");
  readonly #lanes = new Uint32Array(4);
  #rest: Buffer = Buffer.alloc(0);

  add(chunk: Buffer): void {
    this.#sha256.update(chunk);
    this.bytes += chunk.length;
    let from = 0;
    for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
      const row = chunk.subarray(from, to);
      this.row(this.#rest.length === 0 ? row : Buffer.concat([this.#rest, row]));
      this.#rest = Buffer.alloc(0);
      from = to + 1;
    }
    if (from < chunk.length) this.#rest = Buffer.concat([this.#rest, chunk.subarray(from)]);
  }

  private row(text: Buffer): void {
    this.rows += 1;
    const digest = hash("sha256", text, "buffer");
    for (let lane = 0; lane < 4; lane++) {
      this.#lanes[lane] = (this.#lanes[lane] ?? 0) + digest.readUInt32LE(lane * 4);
    }
  }

  sha256(): string {
    return this.#sha256.digest("hex");
  }

  unordered(): string {
    return this.#lanes.join("-");
  }
}

/** Reads the unpacked backup piece by piece; throws StoreFault where it ends early. */
export class BackupReader {
  #rest: Buffer = Buffer.alloc(0);
  readonly #chunks: AsyncIterator<Buffer>;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async json<T>(shape: z.ZodType<T>): Promise<T> {
    for (;;) {
      const at = this.#rest.indexOf(10);
      if (at >= 0) {
        const line = this.#rest.subarray(0, at).toString("utf8");
        this.#rest = this.#rest.subarray(at + 1);
        return parsed(shape, line);
      }
      if (this.#rest.length > LONGEST_LINE || !(await this.more())) throw damaged();
    }
  }

  /** The rows of a table, up to the line that ends them. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      // A row may end in the same bytes (a backslash and a dot); only a line of its own is the end.
      const first = this.#rest.subarray(0, ROWS_END.length).equals(Buffer.from(ROWS_END));
      const end = first ? 0 : this.#rest.indexOf(`\n${ROWS_END}`) + 1;
      if (first || end > 0) {
        if (end > 0) yield this.#rest.subarray(0, end);
        this.#rest = this.#rest.subarray(end + ROWS_END.length);
        return;
      }
      // Whole lines only, so that the end is looked for at the beginning of one.
      const last = this.#rest.lastIndexOf(10);
      if (last >= 0) {
        yield this.#rest.subarray(0, last + 1);
        this.#rest = this.#rest.subarray(last + 1);
      }
      if (!(await this.more())) throw damaged();
    }
  }

  /** Throws unless the file ends here. */
  async finish(): Promise<void> {
    if (this.#rest.length > 0 || (await this.more())) throw damaged();
  }

  private async more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done === true) return false;
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
    return true;
  }
}

const LONGEST_LINE = 16 * 2 ** 20;

function parsed<T>(shape: z.ZodType<T>, line: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw damaged();
  }
  const read = shape.safeParse(value);
  if (!read.success) throw damaged();
  return read.data;
}

export function damaged(cause?: unknown): StoreFault {
  return new StoreFault(
    "备份文件不完整或已损坏。",
    "The backup file is damaged or not whole.",
    cause === undefined ? {} : { cause },
  );
}
