/**
 * Figures of the overview as tiles: what they are now, what they were before, and by how much they
 * changed.
 */
import type { components } from "#client";

export type Overview = components["schemas"]["Overview"];
export type DayFigures = components["schemas"]["DayFigures"];

/** The change in tenths of a percent, cut off; null where there is nothing to compare with. */
export function changeOf(now: bigint, before: bigint): bigint | null {
  return before === 0n ? null : ((now - before) * 1000n) / before;
}

/** A change as it is written: 123 → "+12.3%". */
export function showChange(tenths: bigint): string {
  const size = tenths < 0n ? -tenths : tenths;
  const sign = tenths < 0n ? "−" : "+";
  return `${sign}${size / 10n}.${size % 10n}%`;
}
