/** Walks through a JSON value, whatever its depth, in the order it is written. */

/** One place of a JSON value. `key` is null for members of a list and for the whole. */
export interface Place {
  readonly path: string;
  readonly key: string | null;
  readonly value: unknown;
}

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

function below(path: string, key: string): string {
  if (!NAME.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** Every place of parsed JSON. Kept on a list of its own, so that no depth of nesting breaks it. */
export function* places(json: unknown): Generator<Place, undefined> {
  const waiting: Place[] = [{ path: "", key: null, value: json }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    yield place;
    const { path, value } = place;
    if (typeof value !== "object" || value === null) continue;
    const inside: Place[] = Array.isArray(value)
      ? value.map((entry: unknown, i) => ({ path: `${path}[${i}]`, key: null, value: entry }))
      : Object.entries(value).map(([key, entry]) => ({
          path: below(path, key),
          key,
          value: entry as unknown,
        }));
    for (const each of inside.reverse()) waiting.push(each);
  }
  return undefined;
}
