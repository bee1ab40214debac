/** What a check has found: each difference with its place, what should stand there and what does. */

/** Kinds of differences; the catalogue of the command line has a word for each. */
export const DIFFERENCES = [
  // One journal against the rules and against the one before it.
  "gap",
  "chain",
  "id",
  "asked",
  "refused",
  "due",
  "record",
  "failed",
  "column",
  "links",
  "price",
  // The tables against the book that the journals make.
  "pool",
  "account",
  "lot",
  "purchase",
  "member",
  "sponsor_change",
  "merchant",
  "agent",
  "portion",
  "feed",
  "plan",
  "withdrawal",
  "law",
  // A proof against what it is about.
  "signature",
  "key",
  "proof",
] as const;
export type Difference = (typeof DIFFERENCES)[number];

export interface Finding {
  readonly what: Difference;
  /** Such as "journal 12", "account wallet:m1", "lot 3 cap0". */
  readonly where: string;
  readonly expected: string;
  readonly found: string;
}

const MOST_LISTED = 100;
const LONGEST = 160;
const LEAD = 40;

/** Counts every difference and keeps the first hundred. */
export class Findings {
  readonly listed: Finding[] = [];
  count = 0;

  add(what: Difference, where: string, expected: unknown, found: unknown): void {
    this.count += 1;
    if (this.listed.length >= MOST_LISTED) return;
    const [a, b] = [String(expected), String(found)];
    const from = firstDifference(a, b);
    this.listed.push({ what, where, expected: excerpt(a, from), found: excerpt(b, from) });
  }
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** A long text is cut to where it differs. */
function excerpt(text: string, from: number): string {
  if (text.length <= LONGEST) return text;
  const start = Math.max(0, from - LEAD);
  const end = start + LONGEST;
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}
