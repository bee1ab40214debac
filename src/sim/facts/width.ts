/** Columns of a terminal: Chinese signs take two. */

const BLOCKS =
  "\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f" +
  "\\uff00-\\uff60\\uffe0-\\uffe6\\u{1f300}-\\u{1faff}\\u{20000}-\\u{3fffd}";
const WIDE = new RegExp(`[${BLOCKS}]`, "u");

/** Columns a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) columns += /\p{M}/u.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1;
  return columns;
}

const blank = (text: string, columns: number): string => " ".repeat(Math.max(0, columns - columnsOf(text)));

/** Rows with their columns in line; `right` names those set to the right. Nothing trails a line. */
export function aligned(
  rows: readonly (readonly string[])[],
  right: readonly number[],
  indent: string,
): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, columnsOf(cell));
    });
  }
  const set = (cell: string, i: number) => {
    const space = blank(cell, widths[i] ?? 0);
    return right.includes(i) ? space + cell : cell + space;
  };
  return rows.map((row) => (indent + row.map(set).join("  ")).trimEnd());
}

/** A sign that no line begins with. */
const CLOSING = /^[，。；：、！？）】》”’％,.;:!?)\]%]/u;
/**
 * Pieces a line may be broken between: a wide sign, or letters up to the next blank or wide sign, with what
 * opens them.
 */
const PIECES = new RegExp(`\\s+|[（【《“‘]*(?:[${BLOCKS}]|[^\\s${BLOCKS}]+)`, "gu");

/** A text in lines of at most `columns`, the first after `lead`, the others under it. */
export function wrapped(text: string, columns: number, lead: string): string[] {
  const under = " ".repeat(columnsOf(lead));
  const lines: string[] = [];
  let line = lead;
  for (const piece of text.match(PIECES) ?? []) {
    const fits = columnsOf(line) + columnsOf(piece.trimEnd()) <= columns;
    if (!fits && !CLOSING.test(piece) && line.trim() !== "") {
      lines.push(line.trimEnd());
      line = under;
    }
    if (line === under && lines.length > 0 && piece.trim() === "") continue;
    line += piece;
  }
  return [...lines, line.trimEnd()];
}
