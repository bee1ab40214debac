/** Sentences filled in, and the refusal of a whole file. */
import { REFUSED, type RefusalCode, type Sentence } from "./sentences.ts";

export type Values = Readonly<Record<string, string | number>>;

function fill(template: string, values: Values): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function say(pair: readonly [string, string], values: Values = {}): Sentence {
  return { zh: fill(pair[0], values), en: fill(pair[1], values) };
}

/** The refusal of a whole file: a code, a sentence in both languages, and the place it speaks of. */
export class SheetRefusal extends Error {
  override readonly name = "SheetRefusal";
  readonly code: RefusalCode;
  /** File, byte, line or column. */
  readonly place: string | null;
  readonly zh: string;
  readonly en: string;

  constructor(code: RefusalCode, place: string | null, values: Values = {}) {
    const sentence = say(REFUSED[code], values);
    super(`${sentence.zh} ${sentence.en}`);
    this.code = code;
    this.place = place;
    this.zh = sentence.zh;
    this.en = sentence.en;
  }
}
