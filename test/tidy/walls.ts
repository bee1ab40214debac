/** The walls of the house: which floor may stand on which, and that nobody climbs through a window. */
import { posix } from "node:path";
import { type File, fault, importsOf, isCode, type Rule } from "./source.ts";

/** Each floor of src/ and the floors it may stand on. `main` puts the house together and stands on all. */
export const floors: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  store: ["engine"],
  statement: ["engine", "store"],
  connect: ["engine"],
  desk: ["engine", "store", "connect"],
  people: ["store"],
  sim: ["engine"],
  api: ["engine", "statement", "connect", "desk", "people", "sim"],
  web: ["engine", "client", "receipt", "wording"],
  main: ["engine", "store", "statement", "connect", "desk", "people", "sim", "api", "web"],
};

/** Doors into parts of a floor that need nothing of what it stands on but the engine: a browser may have them. */
const inner: Readonly<Record<string, string>> = { client: "api", receipt: "statement", wording: "statement" };

const doorOf = /^#([a-z]+)(?:\/([a-z0-9-]+))?$/;
const forbiddenFolders = new Set(["utils", "util", "common", "shared", "helpers", "helper", "types"]);

function floorOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** Imports go to the own floor by path, to a lower floor through its door, and from the engine nowhere else. */
export const walls: Rule = (files) =>
  files.filter((file) => file.path.startsWith("src/") && isCode(file)).flatMap(wallsOfFile);

function wallsOfFile(file: File): string[] {
  const floor = floorOf(file.path);
  const allowed = floor === undefined ? undefined : floors[floor];
  if (floor === undefined || allowed === undefined) return [`${file.path} belongs to no floor of the house`];
  return importsOf(file).flatMap(({ at, from }) => {
    const wrong = wrongImport(file.path, floor, allowed, from);
    return wrong === undefined ? [] : [fault(file, at, `"${from}": ${wrong}`)];
  });
}

function wrongImport(
  path: string,
  floor: string,
  allowed: readonly string[],
  from: string,
): string | undefined {
  if (from.startsWith(".")) {
    const target = posix.join(posix.dirname(path), from);
    return target.startsWith(`src/${floor}/`)
      ? undefined
      : "leaves the floor by path; use the other floor's door";
  }
  if (from.startsWith("#")) {
    const [, door, partner] = doorOf.exec(from) ?? [];
    if (door === undefined || (floors[door] === undefined && inner[door] === undefined))
      return "no such door";
    if ((partner !== undefined) !== (door === "connect"))
      return "a door opens on a floor, #connect on a partner";
    if (door === floor || inner[door] === floor) return "a floor does not use its own door";
    return allowed.includes(door) ? undefined : `${floor} may not stand on ${door}`;
  }
  return floor === "engine" ? "the engine imports no package and no Node module" : undefined;
}

/** Parts of the faces, and the parts each may stand on beside itself; in `ui` and `mobile` no kit but theirs. */
const faces: Readonly<Record<string, readonly string[]>> = {
  ui: [],
  mobile: ["ui"],
  console: ["ui"],
  counter: ["ui", "mobile"],
  h5: ["ui", "mobile"],
};
const kits: Readonly<Record<string, readonly string[]>> = {
  console: ["antd", "@ant-design"],
  mobile: ["antd-mobile", "antd-mobile-icons"],
  counter: ["antd-mobile", "antd-mobile-icons"],
  h5: ["antd-mobile", "antd-mobile-icons"],
};
const everyKit = new Set(Object.values(kits).flat());

/** A face stands on the kit and on its own pages, never on another face; the kit of all knows no kit of one. */
export const faceWalls: Rule = (files) =>
  files.filter(isCode).flatMap((file) => {
    const part = /^src\/web\/([^/]+)\//.exec(file.path)?.[1];
    if (part === undefined) return [];
    const allowed = faces[part];
    if (allowed === undefined) return [`${file.path} belongs to no part of the faces`];
    return importsOf(file).flatMap(({ at, from }) => {
      const target = from.startsWith(".") ? posix.join(posix.dirname(file.path), from) : undefined;
      const other = target === undefined ? undefined : /^src\/web\/([^/]+)\//.exec(target)?.[1];
      if (other !== undefined && other !== part && !allowed.includes(other))
        return [fault(file, at, `"${from}": ${part} may not stand on ${other}`)];
      const kit = /^(@?[^/]+)/.exec(from)?.[1] ?? "";
      if (from.startsWith("node:")) return [fault(file, at, `"${from}": there is no Node in a browser`)];
      return everyKit.has(kit) && !kits[part]?.includes(kit)
        ? [fault(file, at, `"${from}": ${part} does not use this kit`)]
        : [];
    });
  });

/** No circle of imports within a floor, types included: what is below does not know what is above. */
export const cycles: Rule = (files) => {
  const code = new Map(
    files.filter((file) => floorOf(file.path) && isCode(file)).map((file) => [file.path, file]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const enter = (path: string, way: readonly string[]): void => {
    const file = code.get(path);
    if (file === undefined || done.has(path)) return;
    if (way.includes(path)) {
      found.push(`import cycle: ${[...way.slice(way.indexOf(path)), path].join(" → ")}`);
      return;
    }
    for (const { from } of importsOf(file)) {
      if (from.startsWith(".")) enter(posix.join(posix.dirname(path), from), [...way, path]);
    }
    done.add(path);
  };
  for (const path of code.keys()) enter(path, []);
  return found;
};

/** Folders that say nothing about what is in them fill up with everything. */
export const folderNames: Rule = (files) =>
  files
    .filter((file) =>
      posix
        .dirname(file.path)
        .split("/")
        .some((name) => forbiddenFolders.has(name)),
    )
    .map((file) => `${file.path} is in a folder whose name says nothing`);
