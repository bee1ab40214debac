/**
 * The page as its scripts see it: what stands in it, which language it speaks, how it writes figures and what colours
 * it has. The configuration of this repository knows no browser, so the few things used of one are described here.
 *
 * @typedef {{ zh: string, en: string }} Sentence
 * @typedef {{
 *   id: string, textContent: string | null, innerHTML: string, hidden: boolean, open: boolean, disabled: boolean, lang: string,
 *   dataset: Record<string, string | undefined>, offsetWidth: number, type: string, className: string,
 *   setAttribute(name: string, value: string): void, contains(other: unknown): boolean,
 *   appendChild(child: Element): void, append(...children: (Element | string)[]): void,
 *   addEventListener(kind: string, heard: (event: { target: Element, key: string }) => void): void,
 *   querySelector(css: string): Element | null, querySelectorAll(css: string): Iterable<Element>,
 *   replaceChildren(...children: Element[]): void, focus(): void,
 * }} Element
 * @typedef {{
 *   setOption(option: object, all: boolean): void, resize(size?: object): void,
 * }} Drawing
 * @typedef {import("../spec.ts").Chart} Chart
 * @typedef {import("../options.ts").Unit} Unit
 * @typedef {{
 *   document: Element & { documentElement: Element, title: string, getElementById(id: string): Element | null, createElement(tag: string): Element },
 *   location: { hash: string },
 *   echarts: { init(at: Element, theme: null, how: object): Drawing },
 *   getComputedStyle(of: Element): { getPropertyValue(name: string): string },
 *   matchMedia(query: string): { addEventListener(kind: "change", heard: () => void): void },
 *   addEventListener(kind: string, heard: () => void): void,
 * }} Page
 */

export const page = /** @type {Page} */ (/** @type {unknown} */ (globalThis));
export const { document } = page;
export const root = document.documentElement;
/** @param {string} id */
export const data = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");
/** @type {{ title: Sentence, source: Sentence | string, charts: Record<string, Chart> }} */
export const given = data("charts");
export const english = () => root.lang === "en";
/** @param {Sentence} sentence */
export const said = (sentence) => (english() ? sentence.en : sentence.zh);
/** @param {string} text */
export const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @param {number} value @param {Unit} unit */
export const exact = (value, unit) => {
  const places = { yuan: 2, price: 4, points: 2, count: 0, share: 2 }[unit];
  const figure = value.toLocaleString("en-US", {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return unit === "share" ? `${figure}%` : unit === "yuan" || unit === "price" ? `¥${figure}` : figure;
};
/** @param {number} value @param {Unit} unit */
export const short = (value, unit) => {
  const figure = value.toLocaleString(english() ? "en-US" : "zh-CN", {
    notation: "compact",
    maximumSignificantDigits: 3,
  });
  return unit === "share" ? `${figure}%` : unit === "yuan" || unit === "price" ? `¥${figure}` : figure;
};

/** Colours of the page as they are now. */
export const colours = () => {
  const style = page.getComputedStyle(root);
  /** @param {string} name */
  return (name) => style.getPropertyValue(`--${name}`).trim();
};
