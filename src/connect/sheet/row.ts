/**
 * What the reader of sheets takes and gives: options in, neutral rows and bad rows out. Money is fen as
 * bigint.
 */
import type { BadCode, NoteCode, Sentence } from "./sentences.ts";

/** What a column can be. `member` and `amount` are required, the rest may be absent. */
export const ROLES = [
  "id",
  "member",
  "merchant",
  "amount",
  "at",
  "sponsor",
  "status",
  "type",
  "original",
  "refunded",
  "refunded_at",
  "refund_id",
  "cost",
  "region",
] as const;
export type Role = (typeof ROLES)[number];

export type Unit = "yuan" | "fen";
export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";
export type Delimiter = "," | ";" | "\t";

/** One purchase or one refund, as the sheet says it and no more. */
export interface SheetRow {
  /** First line of the row in the file, counted from 1, title lines included. */
  readonly line: number;
  /** The order's id in the file; of a refund, the refund's own id; null where the file gives none. */
  readonly id: string | null;
  readonly member: string;
  /** Null: the file has no store column and no default store was given. */
  readonly merchant: string | null;
  /** Fen, always above 0; `kind` says which way the money went. */
  readonly amount_fen: bigint;
  readonly kind: "purchase" | "refund";
  /** ISO 8601 with offset; null: the file has no time column. */
  readonly at: string | null;
  /** Milliseconds since 1970 UTC (with a fraction for microseconds), or the line where there is no time. */
  readonly sortKey: number;
  /**
   * Breaks ties of `sortKey`: the line, except that a refund never comes before its purchase of the same
   * moment.
   */
  readonly sortLine: number;
  readonly sponsor: string | null;
  /** Id of the purchase refunded, null when that purchase has none; `originalLine` always names its line. */
  readonly original: string | null;
  readonly originalLine: number | null;
  readonly cost_fen: bigint | null;
  /** Division code PPCCDD of the store. */
  readonly region: string | null;
}

/** A row that could not be taken, with its place and its reason. */
export interface BadRow {
  readonly line: number;
  /** Header of the column at fault; null when it is the whole row. */
  readonly column: string | null;
  /** What stands there, cut to 80 characters. */
  readonly value: string;
  readonly code: BadCode;
  readonly reason: Sentence;
}

/** Something the reader assumed or noticed that refuses no row; said once, with how often and where first. */
export interface Note {
  readonly code: NoteCode;
  readonly count: number;
  readonly line: number | null;
  readonly sentence: Sentence;
}

export interface SheetOptions {
  /** `csv` (default) or the two-file CDNOW data set of Fader & Hardie. */
  readonly format?: "csv" | "cdnow";
  /** Role → header, over what is recognised; null: the file has no such column, whatever its headers say. */
  readonly columns?: Partial<Record<Role, string | null>>;
  /** Unit of every money column. Default: what its header says, else yuan. */
  readonly unit?: Unit;
  readonly encoding?: "auto" | Encoding;
  readonly delimiter?: "auto" | Delimiter;
  /** Offset of times that carry none: `+08:00` (default), `-05:30`, `Z`. */
  readonly offset?: string;
  /** Store of rows that name none. */
  readonly merchant?: string;
  /** Called after every chunk; `total` is null for a pipe. */
  readonly onProgress?: (read: number, total: number | null) => void;
  /** Aborting rejects with the signal's reason, not with a refusal. */
  readonly signal?: AbortSignal;
}

export interface SheetResult {
  /** In the order of the file; `sortRows` puts them in the order of time. */
  readonly rows: SheetRow[];
  /** In the order of the file. Every row of data has its line either here or in `rows`, never in both. */
  readonly bad: BadRow[];
  readonly recognised: { readonly role: Role; readonly header: string }[];
  /** Headers nothing was read from. */
  readonly ignored: string[];
  readonly notes: Note[];
  readonly encoding: Encoding;
  readonly delimiter: Delimiter | " ";
  readonly bytes: number;
  /** Rows of data: distinct lines of `rows` and `bad` together. */
  readonly records: number;
  /**
   * Lines or rows that are no data: blank, title, comment, a repeated header, a bill's totals; the header
   * itself.
   */
  readonly skipped: number;
}
