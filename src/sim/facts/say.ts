/** Sentences in both languages, and how values of a plan and figures are written in them. */
import type { Fen } from "#engine";

export interface Sentence {
  readonly zh: string;
  readonly en: string;
}
export type Language = keyof Sentence;

/** A sentence with `{name}` for each value. */
export type Template = readonly [zh: string, en: string];
export type Values = Readonly<Record<string, string | number>>;

const fill = (template: string, values: Values): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Fills a template; values that are written differently in English are given in `en`. */
export function say(template: Template, values: Values = {}, en: Values = {}): Sentence {
  return { zh: fill(template[0], values), en: fill(template[1], { ...values, ...en }) };
}

const MOST_SIGNS = 80;
/** Signs that move the cursor or turn the direction of text; a plan is written by others. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const escaped = (sign: string) => `\\u${(sign.codePointAt(0) as number).toString(16).padStart(4, "0")}`;

/** Text of a plan made safe for a terminal, cut where it is long. */
export function plain(text: string): string {
  const safe = text.replace(UNSEEN, escaped);
  const signs = [...safe];
  return signs.length <= MOST_SIGNS ? safe : `${signs.slice(0, MOST_SIGNS).join("")}…`;
}

/** A JSON value as a sentence shows it; undefined where the plan has nothing at that place. */
export function shown(value: unknown): Sentence {
  if (value === undefined) return { zh: "（缺）", en: "(missing)" };
  const text = plain(written(value));
  return { zh: text, en: text };
}

function written(value: unknown): string {
  // Only the beginning of a long text is shown: it need not be written out whole for that.
  if (typeof value === "string") return JSON.stringify(value.slice(0, 2 * MOST_SIGNS));
  try {
    return JSON.stringify(value);
  } catch {
    // Nested deeper than JSON can be written out.
    return Array.isArray(value) ? "[…]" : "{…}";
  }
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ",");

/** Fen as yuan with two decimals and thousands separated: "1,000.00". */
export function yuan(fen: Fen): string {
  const digits = fen.toString().padStart(3, "0");
  return `${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`;
}

/** A count with thousands separated; rounded to the whole. */
export function count(number: number): string {
  return grouped(Math.round(number).toString());
}

/** Decimals without trailing zeros. */
const decimals = (number: number, places: number): string => String(Number(number.toFixed(places)));

/** A share (1 = all) as a percent with two or three significant digits. */
export function percent(share: number): string {
  const figure = share * 100;
  if (figure > 0 && figure < 0.0001) return "<0.0001%";
  if (figure >= 1) return `${figure.toFixed(figure < 10 ? 2 : 1)}%`;
  return `${decimals(Number(figure.toPrecision(2)), 6)}%`;
}

/** An upper limit of a share as a percent: rounded up, so that what is said of it stays true. */
export function percentUp(share: number): string {
  return `${decimals(Math.ceil(share * 10_000 - 1e-9) / 100, 2)}%`;
}

/** A factor such as 1.43 or 10.08. */
export function factor(number: number): string {
  return number < 1_000 ? decimals(number, 2) : count(number);
}
