/** A table as a file for a spreadsheet: UTF-8 with its mark, and no cell that would be taken for a formula. */
import { grouped, showYuan } from "../ui/figure.ts";

type Cell = string | number;

/** Yuan without digits in threes, so that it is read as a number. */
export function plainYuan(fen: number): string {
  return showYuan(fen).replace(/,/g, "").replace("−", "-");
}

/** The text of the file. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(",")).join("\r\n")}\r\n`;
}

function cellOf(cell: Cell): string {
  const text = `${cell}`;
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const guarded = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}

/** Hands a file to whoever is at the page. */
export function download(name: string, content: Blob | string, type = "text/csv;charset=utf-8"): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes it up after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A count with its digits in threes. */
export const showCount = (count: number): string => grouped(`${count}`);
