/**
 * Pages of a list by cursor: the next page goes on after the last row shown, whatever was added meanwhile.
 */

/** The most rows a page holds. */
export const MOST_ROWS = 200;

export interface PageArgs {
  readonly limit?: number | undefined;
  /** `next` of the page before; the first page without. */
  readonly cursor?: string | undefined;
}

export interface Page<Row> {
  readonly items: readonly Row[];
  /** Where the next page begins; null after the last. A page may be short and still have a next one. */
  readonly next: string | null;
}

/** A cursor that no page of this list ever gave. */
export class BadCursor extends Error {
  constructor() {
    super("the cursor is none of this list's");
  }
}

/** Rows a page is to hold: 50 where nothing is said, 200 at most. */
export function limitOf({ limit = 50 }: PageArgs): number {
  return Math.max(1, Math.min(MOST_ROWS, Math.trunc(limit)));
}

/** A place in a list as a cursor: opaque to whoever holds it. */
export function writeCursor(...place: readonly (bigint | number | string)[]): string {
  return Buffer.from(place.join(" ")).toString("base64url");
}

const INTEGER = /^-?\d{1,18}$/;

/**
 * The integers a cursor was made of; null for the first page. Throws BadCursor where it is not `parts` of
 * them.
 */
export function readCursor(cursor: string | undefined, parts: number): bigint[] | null {
  if (cursor === undefined) return null;
  const words = Buffer.from(cursor, "base64url").toString("latin1").split(" ");
  if (words.length !== parts || !words.every((word) => INTEGER.test(word))) throw new BadCursor();
  return words.map(BigInt);
}

/** A page out of rows of which one more than `limit` was asked for. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => readonly (bigint | number | string)[],
  show: (row: Row) => Item,
): Page<Item> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(show),
    next: last === undefined ? null : writeCursor(...placeOf(last)),
  };
}
