/** Orders as they come in over HTTP: each read from its own text, exactly as a replay reads its line. */
import type { Asked } from "#desk";
import { bodyOf, parseLine, readOrder } from "#engine";
import { Problem } from "../problem.ts";
import { elementsOf, keeps } from "./json.ts";

/** Most orders in one request. */
export const MOST_ORDERS = 1_000;

/** Longest text of an order's own fields: ids are keys of the store, which bounds them. */
export const LONGEST_TEXT = 256;

/** An order to be submitted, or the field for which it is none (null: the whole). */
export type Read = Asked | { readonly malformed: string | null };

export interface ReadBody {
  /** Whether it came alone or in a list. */
  readonly single: boolean;
  readonly orders: readonly Read[];
}

/** The orders of a body. A body that is no JSON at all is refused as a whole; nothing of it is booked. */
export function readBody(text: string): ReadBody {
  const elements = elementsOf(text);
  if (elements === null) return { single: true, orders: [readOne(text)] };
  if (elements.length > MOST_ORDERS) throw new Problem("too_large");
  return { single: false, orders: elements.map(readOne) };
}

function readOne(text: string): Read {
  const json = parseLine(text);
  if (json === undefined) return notRead(text);
  if (typeof json !== "object" || json === null || Array.isArray(json)) return { malformed: null };
  const escaped = text.includes("\\u");
  let plain = true;
  for (const [field, value] of Object.entries(json)) {
    if (typeof value === "string") {
      if (value.length > LONGEST_TEXT) return { malformed: field };
      if (escaped && !(keeps(value) && keeps(field))) return { malformed: keeps(field) ? field : null };
    } else if (typeof value === "object" && value !== null) plain = false;
  }
  return plain ? { json } : readNested(text, json, escaped);
}

/** Nothing deeper than the engine reads, or no JSON: then the whole body is none. */
function notRead(text: string): Read {
  try {
    JSON.parse(text);
  } catch {
    throw new Problem("malformed_json");
  }
  return { malformed: null };
}

/**
 * What stands in fields nobody knows is part of the body as it was written; parseLine has marked its fractions
 * there, which concerns only the fields that are read.
 */
function readNested(text: string, json: unknown, escaped: boolean): Read {
  const order = readOrder(json);
  if ("malformed" in order) return order;
  const body = bodyOf(text, json);
  if (escaped && !keepsAll(JSON.parse(body))) return { malformed: null };
  return { json: JSON.parse(body) };
}

function keepsAll(value: unknown): boolean {
  if (typeof value === "string") return keeps(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, inner]) => keeps(name) && keepsAll(inner));
}
