/** A story of the console told twice, in opposite views: its words from its own tables, and its buttons. */
import type { Locator, Page } from "playwright-core";
import { en } from "../../../src/web/console/words/en.ts";
import { zh } from "../../../src/web/console/words/zh.ts";
import { en as kitEn } from "../../../src/web/ui/words/en.ts";
import { zh as kitZh } from "../../../src/web/ui/words/zh.ts";
import type { Language, Size } from "./house.ts";

/** For `describe.each` and `test.each`. */
export const TWICE = [
  ["desktop", "zh"],
  ["phone", "en"],
] as const satisfies readonly (readonly [Size, Language])[];

const CHINESE = { ...kitZh, ...zh };
type Key = keyof typeof CHINESE;
const TABLES: Readonly<Record<Language, Readonly<Record<Key, string>>>> = {
  zh: CHINESE,
  en: { ...kitEn, ...en },
};
type Values = Readonly<Record<string, string | number>>;

const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What the console says in a language. */
export function wordsOf(language: Language) {
  const say = (key: Key, values: Values = {}) =>
    TABLES[language][key].replace(/\{(\w+)\}/g, (gap, name: string) => `${values[name] ?? gap}`);
  return {
    say,
    /** Finds a sentence whatever its gaps are filled with. */
    like: (key: Key) =>
      new RegExp(
        TABLES[language][key]
          .split(/\{\w+\}/)
          .map(plain)
          .join(".+"),
      ),
    button: (page: Page | Locator, key: Key) =>
      // antd sets a gap between two characters.
      page.getByRole("button", { name: new RegExp(`^${[...say(key)].map(plain).join("\\s*")}$`) }),
  };
}
