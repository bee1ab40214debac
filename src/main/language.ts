/** The two languages of the command line: which one is wanted, and the sentences. */
import i18next from "i18next";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

export type Language = "zh" | "en";
export const LANGUAGES: readonly Language[] = ["zh", "en"];

/** Names of the sentences; both catalogues have exactly these. */
export type Key = keyof typeof zh;
export type Values = Readonly<Record<string, string | number>>;

/** Says a sentence of the catalogue with values filled in. */
export interface Say {
  (key: Key, values?: Values): string;
  readonly language: Language;
}

const catalogue = i18next.createInstance();
void catalogue.init({
  resources: { zh: { translation: zh }, en: { translation: en } },
  lng: "zh",
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false, prefix: "{", suffix: "}" },
});

/** The speaker of one language. */
export function sayIn(language: Language): Say {
  const translate = catalogue.getFixedT(language);
  return Object.assign((key: Key, values: Values = {}) => translate(key, values), { language });
}

/**
 * What `--lang` says, before the other options can be read in that language; undefined where it says nothing.
 */
function asked(args: readonly string[]): string | undefined {
  const end = args.indexOf("--");
  const own = end === -1 ? args : args.slice(0, end);
  const joined = own.findLast((arg) => arg.startsWith("--lang="));
  if (joined !== undefined) return joined.slice("--lang=".length);
  const at = own.lastIndexOf("--lang");
  return at === -1 ? undefined : own[at + 1];
}

/**
 * Chinese or English: by `--lang`, else by LC_ALL, LC_MESSAGES, LANG in this order as everywhere on Unix,
 * else by the system's own setting (Windows sets none of the three).
 */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const word = asked(args);
  if (word === "zh" || word === "en") return word;
  const locale =
    [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((value) => value !== undefined && value !== "") ??
    Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh/i.test(locale) ? "zh" : "en";
}
