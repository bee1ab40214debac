/** Orders as they come in over HTTP: each read from its own text, exactly as a replay reads its line. */
import type { Asked } from "#desk";
import { bodyOf, parseLine, readOrder } from "#engine";
import { Problem } from "../problem.ts";
import { elementsOf, textOf } from "./json.ts";
import type { Api } from "./request.ts";

/** Most orders in one request. */
export const MOST_ORDERS = 1_000;

/** An order to be submitted, or the field for which it is none (null: the whole). */
export type Read = Asked | { readonly malformed: string | null };

export interface ReadBody {
  /** Whether it came alone or in a list. */
  readonly single: boolean;
  readonly orders: readonly Read[];
}

/** The orders of a body. A body that is no JSON at all is refused as a whole; nothing of it is booked. */
function readBody(text: string): ReadBody {
  const elements = elementsOf(text);
  if (elements === null) return { single: true, orders: [readOne(text)] };
  if (elements.length > MOST_ORDERS) throw new Problem("too_large");
  return { single: false, orders: elements.map(readOne) };
}

function readOne(text: string): Read {
  const json = parseLine(text);
  if (json === undefined) return notRead(text);
  if (typeof json !== "object" || json === null || Array.isArray(json)) return { malformed: null };
  for (const name in json) {
    const value = (json as Record<string, unknown>)[name];
    if (typeof value === "object" && value !== null) return readNested(text, json);
  }
  return { json };
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
 * What stands in fields nobody knows is part of the body as it was written; parseLine has marked its
 * fractions there, which concerns only the fields that are read.
 */
function readNested(text: string, json: unknown): Read {
  const order = readOrder(json);
  return "malformed" in order ? order : { json: JSON.parse(bodyOf(text, json)) };
}

/** Bodies of this file of routes are orders, read by the engine and nobody else. */
export function takeOrders(app: Api, bodyLimit: number): void {
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser("application/json", { parseAs: "buffer", bodyLimit }, (_request, body, done) => {
    try {
      done(null, readBody(textOf(body as Buffer)));
    } catch (error) {
      done(error as Error);
    }
  });
  const check = app.validatorCompiler;
  app.setValidatorCompiler((route) => (route.httpPart === "body" ? (value) => ({ value }) : check!(route)));
}

/** The orders that a body brought; refuses a request without any. */
export function ordersOf(body: unknown): ReadBody {
  const found = body as ReadBody | null | undefined;
  if (found === null || found === undefined || found.orders.length === 0) throw new Problem("malformed_json");
  return found;
}
