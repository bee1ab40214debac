/** A journal's record as the pages read it: whole numbers are decimal texts. */

export interface PriceRecord {
  readonly cash: string;
  readonly points: string;
}

export interface PostingRecord {
  readonly step: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
}

export interface JournalRecord {
  readonly start: PriceRecord;
  readonly entry: Readonly<Record<string, unknown>> & { readonly type: string };
  readonly postings: readonly PostingRecord[];
  readonly lots: readonly {
    readonly seq: number;
    readonly member: string;
    readonly cap0: string;
    readonly points: string;
  }[];
  readonly exits: readonly {
    readonly member: string;
    readonly points: string;
    readonly worth: string;
    readonly proceeds: string;
    readonly reason: "cap" | "dust";
  }[];
  readonly pool: PriceRecord & { readonly remainder: string; readonly last: PriceRecord };
}

/** The API's document names it an object; this is what is in it. */
export function recordOf(journal: Readonly<Record<string, unknown>>): JournalRecord {
  return journal as unknown as JournalRecord;
}

/** Grains in decimal digits as points in decimals, which is how the kit shows them. */
export function pointsOf(grains: string): string {
  const isNegative = grains.startsWith("-");
  const digits = grains.replace("-", "").padStart(9, "0");
  return `${isNegative ? "-" : ""}${digits.slice(0, -8)}.${digits.slice(-8)}`;
}

/** Accounts that hold points, not money. */
export function holdsPoints(account: string): boolean {
  return account === "points_issued" || account.startsWith("points:");
}

/** A price as the kit shows it. */
export const pairOf = ({ cash, points }: PriceRecord) => ({
  cash_fen: BigInt(cash),
  points: pointsOf(points),
});

/** What stands in an entry, flattened: ["purchase.amount", "1258"]. */
export function leavesOf(value: unknown, path = ""): readonly (readonly [path: string, text: string])[] {
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) =>
      leavesOf(inner, path === "" ? key : `${path}.${key}`),
    );
  }
  return value === null || value === undefined ? [] : [[path, `${value}`]];
}
