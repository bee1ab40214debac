/** Figures as a reader writes them, for the sentences of the verdicts. */
import { type Fen, type Price, showPrice } from "#engine";
import { type Sentence, say, type Template } from "../facts/say.ts";

/** Fen as yuan with thousands marks: 123456789 → "1,234,567.89". */
export function yuan(fen: Fen): string {
  const size = fen < 0n ? -fen : fen;
  const whole = (size / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0n ? "-" : ""}${whole}.${(size % 100n).toString().padStart(2, "0")}`;
}

/** part / whole as a percent with two decimals, to the nearest; "–" where the whole is nothing. Whole ≥ 0. */
export function percent(part: bigint, whole: bigint): string {
  if (whole === 0n) return "–";
  const size = ((part < 0n ? -part : part) * 20_000n + whole) / (whole * 2n);
  return `${part < 0n ? "-" : ""}${size / 100n}.${(size % 100n).toString().padStart(2, "0")}%`;
}

/** A price in yuan with four decimals, cut off. */
export const shortPrice = (price: Price): string => showPrice(price).slice(0, -4);

/** What somebody gained or lost, in words: "赚 1.00 元" / "loses 1.00 yuan". */
export const gain = (fen: Fen): Sentence =>
  fen > 0n
    ? { zh: `赚 ${yuan(fen)} 元`, en: `gains ${yuan(fen)} yuan` }
    : { zh: `亏 ${yuan(-fen)} 元`, en: `loses ${yuan(-fen)} yuan` };

/** A value of a template: a figure, or words in both languages. */
type Value = string | number | Sentence;

/** Fills templates one after the other into one sentence. */
export function tell(templates: readonly Template[], values: Readonly<Record<string, Value>>): Sentence {
  const [zh, en]: [Record<string, string | number>, Record<string, string | number>] = [{}, {}];
  for (const [name, value] of Object.entries(values)) {
    zh[name] = typeof value === "object" ? value.zh : value;
    en[name] = typeof value === "object" ? value.en : value;
  }
  const parts = templates.map((template) => say(template, zh, en));
  return { zh: parts.map((part) => part.zh).join(""), en: parts.map((part) => part.en).join("") };
}

/** Both languages at once. */
export const texts = (zh: string, en: string): Sentence => ({ zh, en });
