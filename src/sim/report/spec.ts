/** Charts as data: what page.js draws. */
import type { Sentence } from "../facts/say.ts";
import type { Unit } from "./options.ts";

/** Colours by role; page.css gives each a value for light and dark. */
export type Colour =
  | "water"
  | "deep"
  | "sand"
  | "straw"
  | "leaf"
  | "moss"
  | "plum"
  | "lilac"
  | "rose"
  | "stone"
  | "sky";

/** Lines over purchases or time, each on the left (0) or right (1) axis. */
export interface Lines {
  readonly kind: "lines";
  /** Milliseconds where `time` is set (local time of the report read as UTC), else counts. */
  readonly x: readonly number[];
  readonly time: boolean;
  readonly x_name: Sentence;
  readonly axes: readonly Unit[];
  readonly lines: readonly {
    readonly name: Sentence;
    readonly axis: 0 | 1;
    readonly colour: Colour;
    readonly values: readonly number[];
    readonly filled?: boolean;
    readonly stepped?: boolean;
    readonly dashed?: boolean;
  }[];
  /** A shaded range between two rows of values. */
  readonly band?: {
    readonly name: Sentence;
    readonly low: readonly number[];
    readonly high: readonly number[];
  };
}

/** Bars side by side for each label. */
export interface Bars {
  readonly kind: "bars";
  readonly labels: readonly Sentence[];
  readonly unit: Unit;
  readonly bars: readonly {
    readonly name: Sentence;
    readonly colour: Colour;
    readonly values: readonly number[];
  }[];
}

/** From the lowest tenth to the highest tenth, and the middle, for each label; in percent. */
export interface Ranges {
  readonly kind: "ranges";
  readonly labels: readonly Sentence[];
  readonly members: readonly number[];
  readonly low: readonly number[];
  readonly middle: readonly number[];
  readonly high: readonly number[];
  readonly names: { readonly range: Sentence; readonly middle: Sentence; readonly members: Sentence };
}

/** One bar cut into parts; in percent of the whole. */
export interface Cut {
  readonly kind: "cut";
  readonly parts: readonly {
    readonly name: Sentence;
    readonly colour: Colour;
    readonly share: number;
    /** The share as the table beside it says it. */
    readonly said: string;
    readonly yuan: number;
  }[];
}

export type Chart = Lines | Bars | Ranges | Cut;
