/** What a plan changes against another, place by place. */

export interface Change {
  /** Such as `pool.cap.multiple` or `commissions.upline.0`. */
  readonly path: string;
  /** Absent on one side: null there. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Changes from one JSON value to another, in the order of their paths; name and version are no change. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [old, fresh] = [leavesOf(before), leavesOf(after)];
  const paths = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return paths
    .filter((path) => path !== "name" && path !== "version" && old.get(path) !== fresh.get(path))
    .map((path) => ({ path, before: old.get(path) ?? null, after: fresh.get(path) ?? null }));
}

/** Every value that is neither list nor object, by its path. */
function leavesOf(value: unknown, path = "", found = new Map<string, unknown>()): Map<string, unknown> {
  if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      leavesOf(inner, path === "" ? key : `${path}.${key}`, found);
    }
  } else found.set(path, value);
  return found;
}
