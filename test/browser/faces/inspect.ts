/** What every page of a face must stand: nothing cut off, nothing to scroll sideways, no fault, readable by all. */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { Language, Size, Visit } from "./house.ts";

const screens = fileURLToPath(new URL("../../../reports/screens/", import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Run inside the page, where this file's types end: as text.
const SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
/** Elements that cut their text off; what may do so says data-ellipsis. */
const CLIPPED = `[...document.body.querySelectorAll("*")].flatMap((element) => {
  const style = getComputedStyle(element);
  const hides = style.overflowX === "hidden" || style.overflowX === "clip";
  const small = element.clientWidth < 8 || element.clientHeight < 8;
  if (!hides || small || element.scrollWidth <= element.clientWidth + 1) return [];
  if (element.closest("[data-ellipsis]") || !element.textContent.trim()) return [];
  return [element.tagName + "." + element.className + ": " + element.textContent.trim().slice(0, 60)];
})`;
/** Resolves when what moves or fades has come to its end, or after a second; what turns for ever is let turn. */
const STILL = `Promise.race([
  Promise.allSettled(document.getAnimations().flatMap((one) =>
    one.effect?.getComputedTiming().endTime === Infinity ? [] : [one.finished])),
  new Promise((done) => setTimeout(done, 1000)),
]).then(() => undefined)`;
// The list of an open choice is the library's own, of no size; the field that opens it has the name.
const LISTS = ".ant-select-dropdown [role=listbox]";
const AXE = `axe.run({ exclude: [["${LISTS}"]] }, { resultTypes: ["violations"] }).then(({ violations }) =>
  violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(
    ({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html, any }) =>
      html.slice(0, 160) + " " + (any[0] ? any[0].message : "")).join(" | ")))`;

/**
 * Whether a walk through all pages in one of the four views reads them with axe as well: what it finds hangs
 * on neither alone, so that two opposite views are enough.
 */
export const isRead = (size: Size, language: Language) => (size === "phone") === (language === "zh");

/**
 * Looks at the page as it stands now and keeps a picture of it in reports/screens under this name; without
 * axe where `read` is false.
 */
export async function inspect(
  { page, faults }: Pick<Visit, "page" | "faults">,
  name: string,
  read = true,
): Promise<void> {
  mkdirSync(screens, { recursive: true });
  await page.evaluate(STILL);
  await page.screenshot({ path: `${screens}${name}.png` });
  expect(await page.evaluate<number>(SIDEWAYS), `${name} scrolls sideways`).toBe(0);
  expect(await page.evaluate<string[]>(CLIPPED), `${name} cuts text off`).toEqual([]);
  if (read) {
    await page.evaluate(`window.axe === undefined && (() => { ${axe} })()`);
    expect(await page.evaluate<string[]>(AXE), `${name} is not readable by all`).toEqual([]);
  }
  expect(faults, `${name} complains`).toEqual([]);
}
