/** JSON written piece by piece: a book of millions of members is longer than the longest string there is. */

const CHUNK = 4096;

/**
 * The text of JSON.stringify(value, null, indent) for plain data, in pieces. Objects and arrays are opened
 * down to `depth`; below it each entry is one piece.
 */
export function* jsonPieces(value: unknown, indent: number, depth = 2): Generator<string, undefined> {
  yield* pieces(value, indent, depth, 0);
  return undefined;
}

function* pieces(value: unknown, indent: number, depth: number, level: number): Generator<string, undefined> {
  const isList = Array.isArray(value);
  if (depth === 0 || typeof value !== "object" || value === null) {
    yield whole(value, indent, level);
    return undefined;
  }
  const pad = indent === 0 ? "" : `\n${" ".repeat(indent * (level + 1))}`;
  const colon = indent === 0 ? ":" : ": ";
  const fields = value as Readonly<Record<string, unknown>>;
  let ready = isList ? "[" : "{";
  let count = 0;
  for (const key of Object.keys(value)) {
    const entry = fields[key];
    if (entry === undefined && !isList) continue;
    ready += `${count === 0 ? "" : ","}${pad}${isList ? "" : JSON.stringify(key) + colon}`;
    count += 1;
    if (depth === 1) ready += whole(entry, indent, level + 1);
    else {
      yield ready;
      ready = "";
      yield* pieces(entry, indent, depth - 1, level + 1);
    }
    if (ready.length < CHUNK) continue;
    yield ready;
    ready = "";
  }
  const close = count === 0 || indent === 0 ? "" : `\n${" ".repeat(indent * level)}`;
  yield `${ready}${close}${isList ? "]" : "}"}`;
  return undefined;
}

/** One value at its place; the text of a string never holds a line's end, so lines can be moved in. */
function whole(value: unknown, indent: number, level: number): string {
  const text = JSON.stringify(value, null, indent) ?? "null";
  return indent === 0 ? text : text.replaceAll("\n", `\n${" ".repeat(indent * level)}`);
}
