/** One line of a file of orders: JSON whose integers are written as integers (RULES section 7). */

import { MAX_FEN } from "./unit.ts";

/** A number in the text that JSON would quietly turn into another: 1e3, 1.0, -0, 2^53 + 1. */
const SUSPECT = /[:,[\s]-?(?:\d*[.eE][\d+-]|0|\d{16})/;
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** Stands for a number that is not written as an integer, so that its field is refused by name. */
const notInteger = (token: string) => `{"not_an_integer":"${token}"}`;

/** Whether a token is an integer as written, and within the range that JSON carries exactly. */
function isInteger(token: string): boolean {
  if (token.length > 17 || !/^(?:0|-?[1-9]\d*)$/.test(token)) return false;
  const value = BigInt(token);
  return value <= MAX_FEN && value >= -MAX_FEN;
}

/** How deep the JSON of a line may nest; an order needs one level. */
const DEEPEST = 64;

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isWithin(inner, levels - 1));
}

/**
 * The JSON value of a line; undefined when it is no JSON, or nests deeper than 64 levels. A number not
 * written as an integer, or beyond ±(2^53 − 1), comes out as something no field takes.
 */
export function parseLine(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    if (!isWithin(value, DEEPEST)) return undefined;
    if (!SUSPECT.test(line)) return value;
    const strict = line.replace(TOKEN, (token) =>
      token.startsWith('"') || isInteger(token) ? token : notInteger(token),
    );
    return JSON.parse(strict);
  } catch {
    return undefined;
  }
}

/** One text for all lines that are deeply equal as JSON; `value` is what parseLine made of this one. */
export function bodyOf(line: string, value: unknown): string {
  return canonical(SUSPECT.test(line) ? JSON.parse(line) : value);
}

/** One text for all deeply equal JSON values: keys in order, at every depth. */
export function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const fields = value as Record<string, unknown>;
  const keys = Object.keys(fields).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(fields[key])}`).join(",")}}`;
}
