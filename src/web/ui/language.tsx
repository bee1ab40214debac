/** The two languages of a face: Chinese at once, English brought when it is wanted. */
import i18next from "i18next";
import { useMemo } from "react";
import { initReactI18next, useTranslation } from "react-i18next";
import { zh } from "./words/zh.ts";

export type Language = "zh" | "en";
/** Words of the kit itself; every face may use them. */
export type UiKey = keyof typeof zh;
export type Values = Readonly<Record<string, string | number>>;
export type Words = Readonly<Record<string, string>>;

/** Says a sentence of the table with `{values}` filled in. */
export interface Say<Key extends string> {
  (key: Key | UiKey, values?: Values): string;
  readonly language: Language;
}

const STORED = "wellspring.language";
let bringEnglish: () => Promise<Words> = async () => ({});

/** Begins with the language asked for by ?lang=, else the one chosen before, else the browser's. */
export async function startLanguage(words: Words, english: () => Promise<Words>): Promise<void> {
  bringEnglish = english;
  void i18next.use(initReactI18next).init({
    resources: { zh: { translation: { ...zh, ...words } } },
    lng: "zh",
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false, prefix: "{", suffix: "}" },
    react: { useSuspense: false },
  });
  await setLanguage(wanted());
}

/** Changes the language of everything shown, and remembers it. */
async function setLanguage(language: Language): Promise<void> {
  if (language === "en" && !i18next.hasResourceBundle("en", "translation")) {
    const [own, face] = await Promise.all([import("./words/en.ts"), bringEnglish()]);
    i18next.addResourceBundle("en", "translation", { ...own.en, ...face });
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  localStorage.setItem(STORED, language);
}

function wanted(): Language {
  const asked = new URLSearchParams(window.location.search).get("lang") ?? localStorage.getItem(STORED);
  if (asked === "zh" || asked === "en") return asked;
  return navigator.language.toLowerCase().startsWith("en") ? "en" : "zh";
}

/** The speaker. A face names its own keys once: `export const useSay = useWords<keyof typeof zh>`. */
export function useWords<Key extends string>(): Say<Key> {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const say = (key: string, values: Values = {}) => t(key, values);
    return Object.assign(say, { language: (i18n.language === "en" ? "en" : "zh") as Language });
  }, [t, i18n.language]);
}

/** Shows the other language's own name. */
export function LanguageSwitch() {
  const { language } = useWords<UiKey>();
  const other = language === "zh" ? "en" : "zh";
  return (
    <button
      type="button"
      className="ws-plain"
      lang={other === "zh" ? "zh-CN" : "en"}
      onClick={() => void setLanguage(other)}
    >
      {other === "zh" ? "中文" : "English"}
    </button>
  );
}
