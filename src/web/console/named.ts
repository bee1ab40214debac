/**
 * The name of a store or a division in the language of the page; the Chinese one where there is no
 * other.
 */
import type { Language } from "../ui/language.tsx";

interface Named {
  readonly name_zh: string | null;
  readonly name_en: string | null;
}

export function named({ name_zh: zh, name_en: en }: Named, language: Language): string {
  return (language === "en" ? (en ?? zh) : zh) ?? "—";
}
