/** What a caller says about a report, beside the findings themselves. */
import type { Sentence } from "../facts/say.ts";

/** What of a source could not be taken, in numbers. Which rows they are stands in a file of its own. */
export interface BadRows {
  readonly total: number;
  readonly reasons: readonly { readonly reason: Sentence; readonly count: number }[];
  /** Name of the file that lists them; null where none was written. */
  readonly file: string | null;
}

/** A figure over many runs: for each x the values that 10%, 50% and 90% of the runs stay below. */
export interface Bands {
  readonly name: Sentence;
  /** What x counts, such as purchases or days. */
  readonly x_name: Sentence;
  readonly unit: Unit;
  readonly x: readonly number[];
  readonly p10: readonly number[];
  readonly p50: readonly number[];
  readonly p90: readonly number[];
}

/**
 * A part of the report that the caller brings: a verdict, the spread over runs. Texts are plain, never HTML.
 */
export interface Section {
  readonly title: Sentence;
  readonly text: readonly Sentence[];
  readonly table?: {
    readonly head: readonly Sentence[];
    readonly rows: readonly (readonly (Sentence | string)[])[];
  };
  readonly bands?: readonly Bands[];
}

export interface ReportOptions {
  /** The language shown first; the page switches between both. */
  readonly lang: keyof Sentence;
  /** Such as 章程回测 · Backtest. */
  readonly title: Sentence;
  /** The file the orders came from, as given, or the name of the world. */
  readonly source: Sentence | string;
  /** How the source was read, what was assumed. */
  readonly notes?: readonly Sentence[];
  readonly bad?: BadRows;
  /** Says a refusal code in words; without it, or where it has none, the code stands alone. */
  readonly refusalWords?: (code: string) => Sentence | undefined;
  readonly sections?: readonly Section[];
}

/** How a figure is written: yuan and price come in yuan, share in percent. */
export type Unit = "yuan" | "price" | "points" | "count" | "share";
