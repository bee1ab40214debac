/**
 * What the desk demands of an order beyond the rules: limits, and texts that a database and JSON can both
 * hold.
 */
import { canonical, type Instant, type Order, readOrder, showInstant } from "#engine";

/** The most one order may move: ten thousand million yuan. Totals then stay far inside 64 bits. */
export const MOST_FEN = 1_000_000_000_000n;
/** Grains and fen a pool may hold. */
export const MOST_HELD = 1n << 62n;
const LONGEST_TEXT = 128;
const LONGEST_BODY = 16_384;
/** How far ahead of the desk's clock a time may lie: clocks differ a little. */
const AHEAD = 60_000_000;
/** Live cells write the time they give an order in the notation of the country. */
const NOTATION = "+08:00";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNFIT = /[\u0000-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** An order that may be decided, and its body as one text. */
export interface Taken {
  readonly order: Order;
  readonly body: string;
}

export interface Unfit {
  readonly malformed: string | null;
}

/** Reads an order; texts are at most 128 characters long and hold no control characters. */
export function takeIn(json: unknown): Taken | Unfit {
  try {
    return read(json);
  } catch {
    // Nested so deep that it cannot be walked.
    return { malformed: null };
  }
}

function read(json: unknown): Taken | Unfit {
  const order = readOrder(json);
  if ("malformed" in order) return order;
  for (const [field, value] of Object.entries(json as object)) {
    if (typeof value === "string" && (value.length > LONGEST_TEXT || UNFIT.test(value))) {
      return { malformed: field };
    }
  }
  const body = canonical(json);
  return body.length > LONGEST_BODY || !body.isWellFormed() ? { malformed: null } : { order, body };
}

/** Whether an order moves more than the book takes. */
export function isTooLarge(order: Order): boolean {
  return "amount" in order && order.amount > MOST_FEN;
}

/**
 * An order of a live cell in time: its own where it has one, the desk's otherwise, never before the
 * book's.
 */
export function stamped(order: Order, now: Instant, clock: Instant | null): Order | Unfit {
  if (order.at !== null) return order.at > now + AHEAD ? { malformed: "at" } : order;
  return { ...order, ...timeOf(Math.max(now, clock ?? now)) };
}

/** A time the desk gives, with its text. */
export function timeOf(at: Instant): { readonly at: Instant; readonly atText: string } {
  return { at, atText: showInstant(at, NOTATION) };
}
