/** Plain text in columns: width with wide CJK characters, padding, names that cannot move the cursor. */
import type { Fen, Price } from "#engine";
import { showPoints, showPrice } from "#engine";

const WIDE = new RegExp(
  [
    "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Emoji_Presentation}",
    "\\u3000-\\u303f\\uff01-\\uff60\\uffe0-\\uffe6]",
  ].join(""),
  "u",
);
const NARROW_NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Columns a terminal gives to a text: 2 for a wide character, 0 for a mark that joins the one before. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += WIDE.test(char) ? 2 : NARROW_NONE.test(char) ? 0 : 1;
  return width;
}

/** `text` filled with spaces to `width` columns; longer text is left as it is. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** As padEnd, with the spaces in front: for figures. */
export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** `text` in at most `width` columns, the end replaced by "…" where it is longer. */
export function clip(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  for (const char of text) {
    if (widthOf(kept) + widthOf(char) > width - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

/** Pieces a line may be broken between: words and wide characters, with the closing signs that follow. */
const PIECE = /(?:[\x21-\x7e]+|.)[，。；：、！？）]*/gsu;

/**
 * Lines of at most `width` columns: broken at spaces, and between wide characters where there are none. A
 * word wider than that is left whole. The first line keeps its indent; the others get `hang` columns.
 */
export function wrap(text: string, width: number, hang = 0): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(PIECE) ?? []) {
    if (line.trim() !== "" && widthOf(line + piece) > width) {
      lines.push(line.trimEnd());
      line = " ".repeat(hang);
      if (piece === " ") continue;
    }
    line += piece;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}

/** A name from outside as it may stand in a text: what could move the cursor or hide is written out. */
export function safe(name: string): string {
  return name.replace(UNSAFE, (char) => `\\u{${(char.codePointAt(0) as number).toString(16)}}`);
}

/** Fen as yuan with two decimals and separators of thousands: "-1,234.50". */
export function yuan(fen: Fen): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0n ? "-" : ""}${whole}.${digits.slice(-2)}`;
}

/** Grains as points with 8 decimals; a balance of issued points may stand below zero. */
export function points(grains: bigint): string {
  return grains < 0n ? `-${showPoints(-grains)}` : showPoints(grains);
}

/** A price as its pair and as shown: "160.00 / 112.00000000 = 1.42857142" (yuan, points, yuan per point). */
export function pairText(price: Price): string {
  return `${yuan(price.cash)} / ${points(price.points)} = ${showPrice(price)}`;
}
