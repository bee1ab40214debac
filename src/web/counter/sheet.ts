/** Files handed to whoever is at the page, and counts as they are shown. */
import { grouped } from "../ui/figure.ts";

/** Hands a file to whoever is at the page. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes it up after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A count with its digits in threes. */
export const showCount = (count: number): string => grouped(`${count}`);
