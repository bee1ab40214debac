/**
 * Keys of a plan that would tie points to shares, yield, interest, buying back or a guarantee. No account
 * of the book funds such a thing, so a plan that carries one is refused whatever stands behind the key.
 */
import { places } from "./walk.ts";

/** Words that make a key such a promise. */
const WORDS = new Set(
  `yield yields interest interests return returns roi apr apy share shares stock stocks equity equities
  ipo listing bond bonds principal appreciation resale resell payback dividend dividends
  guarantee guaranteed guarantees buyback repurchase`.split(/\s+/),
);
/** Parts that betray the promise inside a word written together. */
const PARTS =
  /guarante|dividend|buyback|repurchas|dailyreturn|fixedreturn|interestrate|annuali[sz]|sharesper/;
const CHINESE = /分红|股|利息|年化|日化|收益|回购|保本|返本|保证|担保|保底|日返|静态|配息|孳息/;
/** Returning goods and sharing a page promise nothing. */
const INNOCENT = /^(goods|window|policy|shipping|address|link|poster|page|image|title|text)$/;

const PORTION = /^portions\[\d+\]\.to$/;

/** A key in its words: camelCase, snake_case and dashes alike. */
function wordsOf(key: string): string[] {
  const spread = key.normalize("NFKC").replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, "_");
  return spread
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Whether a key names a promise of gain. */
export function isPromiseKey(key: string): boolean {
  const words = wordsOf(key);
  const joined = words.join("");
  if (CHINESE.test(joined) || PARTS.test(joined)) return true;
  return words.some((word) => WORDS.has(word)) && !words.some((word) => INNOCENT.test(word));
}

/**
 * Paths of the plan whose key is such a promise; a portion's name counts as a key, for it names an account.
 */
export function findPromiseKeys(json: unknown): string[] {
  const found: string[] = [];
  for (const { path, key, value } of places(json)) {
    const names = key === "to" && typeof value === "string" && PORTION.test(path);
    const name = names ? value : key;
    if (name !== null && isPromiseKey(name)) found.push(path);
  }
  return found;
}
