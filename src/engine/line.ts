/** One line of a file of orders: JSON whose integers are written as integers (RULES section 7). */

/** A number in the text that JSON would quietly turn into another integer: 1e3, 1.0, -0. */
const SUSPECT = /[:,[{\s]-?\d*[.eE][\d+-]|[:,[\s]-0/;
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** Stands for a number that is not written as an integer, so that its field is refused by name. */
const NO_INTEGER = '{"not_an_integer":true}';

/** The JSON value of a line, or undefined when it is no JSON. */
export function parseLine(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    if (!SUSPECT.test(line)) return value;
    const strict = line.replace(TOKEN, (token) =>
      token.startsWith('"') || /^(?:0|-?[1-9]\d*)$/.test(token) ? token : NO_INTEGER,
    );
    return JSON.parse(strict);
  } catch {
    return undefined;
  }
}

/** One text for all deeply equal JSON values: keys in order, at every depth. */
export function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const fields = value as Record<string, unknown>;
  const keys = Object.keys(fields).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(fields[key])}`).join(",")}}`;
}
