/** JSON at the door: what a body must be before anything else looks at it. */
import { isUtf8 } from "node:buffer";
import { Problem } from "../problem.ts";
import { issueSentence } from "../words.ts";

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

/** How deep the JSON of a body may nest, orders aside. */
const DEEPEST = 32;

/** The text of a body; refuses what is no UTF-8. A mark of byte order is let go. */
export function textOf(body: Buffer): string {
  if (!isUtf8(body)) throw new Problem("malformed_json");
  const text = body.toString("utf8");
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** The value of a body: JSON, not too deep, with no text that the store could not keep. */
export function bodyValue(body: Buffer): unknown {
  const text = textOf(body);
  if (depthOf(text) > DEEPEST) throw new Problem("malformed_json");
  const value = parsed(text);
  clean(value, "");
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem("malformed_json");
  }
}

/** How deep the brackets of a text nest, strings left out. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === OPEN_ARRAY || code === OPEN_OBJECT) deepest = Math.max(deepest, ++depth);
    else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) depth--;
  }
  return deepest;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    at += code === BACKSLASH ? 2 : 1;
  }
  return at;
}

/** Whether a text can be kept and comes back as it was: no NUL, no half of a surrogate pair. */
export function keeps(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

/** Refuses texts that cannot be kept, and the one name that would be mistaken for something else. */
function clean(value: unknown, path: string): void {
  if (typeof value === "string") {
    if (!keeps(value)) throw unprintable(path);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === "__proto__") throw new Problem("malformed_json");
    if (!keeps(name)) throw unprintable(path);
    clean(inner, path === "" ? name : `${path}.${name}`);
  }
}

/** The problem of a text that cannot be kept. */
export function unprintable(field: string): Problem {
  return new Problem("validation", { field, sentence: issueSentence(field, "unprintable") });
}

/**
 * The texts of the elements of a JSON array; null for what is no array. Each text is parsed by itself
 * afterwards, which finds whatever is wrong within.
 */
export function elementsOf(text: string): string[] | null {
  const whole = text.trim();
  if (whole.charCodeAt(0) !== OPEN_ARRAY) return null;
  const found: string[] = [];
  let depth = 0;
  let start = 1;
  for (let at = 0; at < whole.length; at++) {
    const code = whole.charCodeAt(at);
    if (code === QUOTE) at = endOfString(whole, at);
    else if (code === OPEN_ARRAY || code === OPEN_OBJECT) depth++;
    else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      depth--;
      if (depth === 0) return code === CLOSE_ARRAY ? closed(whole, at, found, start) : notJson();
    } else if (code === COMMA && depth === 1) {
      found.push(whole.slice(start, at));
      start = at + 1;
    }
  }
  return notJson();
}

function notJson(): never {
  throw new Problem("malformed_json");
}

function closed(whole: string, end: number, found: string[], start: number): string[] {
  if (end !== whole.length - 1) notJson();
  const last = whole.slice(start, end);
  if (found.length > 0 || last.trim() !== "") found.push(last);
  return found;
}
