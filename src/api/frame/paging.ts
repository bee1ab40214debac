/** Pages by cursor: a list goes on after the last item shown, however much was added meanwhile. */
import { z } from "zod";
import { Problem } from "../problem.ts";
import { issueSentence } from "../words.ts";

export const MOST_ITEMS = 200;

/** Query of every list. */
export const pageQuery = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_ITEMS)
    .default(50)
    .meta({ description: "Items a page 每页条数" }),
  cursor: z
    .string()
    .min(1)
    .max(512)
    .optional()
    .meta({ description: "`next_cursor` of the page before 上一页的 next_cursor" }),
};

export interface Page<Item> {
  readonly items: Item[];
  /** Where the next page begins; null on the last. */
  readonly next_cursor: string | null;
}

/** Schema of a page of items. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next_cursor: z.string().nullable() });
}

/**
 * A page out of rows, of which one more than `limit` was asked for. `keyOf` names the place of a row in the
 * order of the list, in texts.
 */
export function page<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly string[],
  show: (row: Row) => Item,
): Page<Item> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(show),
    next_cursor: last === undefined ? null : writeCursor(keyOf(last)),
  };
}

/** The place after which the page begins; null for the first page. Refuses a cursor that is none of ours. */
export function placeOf<Key extends z.ZodType>(cursor: string | undefined, key: Key): z.output<Key> | null {
  if (cursor === undefined) return null;
  try {
    return key.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new Problem("validation", { field: "cursor", sentence: issueSentence("cursor", "invalid_format") });
  }
}

function writeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}
