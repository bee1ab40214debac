/** How long to wait, and who brings the clock. */

export interface Pace {
  /** Milliseconds after the first failure; doubled after each further one. */
  readonly first: number;
  readonly longest: number;
}

/**
 * Exponential wait with jitter: between half and the whole of it, so that those who failed together do not
 * come back together. `random` gives 0 ≤ x < 1.
 */
export function wait({ first, longest }: Pace, failures: number, random: () => number): number {
  const whole = Math.min(longest, first * 2 ** Math.min(failures - 1, 40));
  return Math.round(whole / 2 + (whole / 2) * random());
}

/** A clock that a test can hold. */
export type Clock = () => Date;

export const after = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds);

/** What the house's log takes; nothing personal goes in. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export const SILENT: Log = { info: () => {}, warn: () => {} };
