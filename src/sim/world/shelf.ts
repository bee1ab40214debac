/** The worlds 世界 that come along, by their names. */
import { readdirSync, readFileSync } from "node:fs";
import { readWorld } from "./readworld.ts";
import type { World } from "./world.ts";

const FOLDER = new URL("../../../worlds/", import.meta.url);

let read: ReadonlyMap<string, World> | null = null;

/** All of them, by name; read once. */
export function worlds(): ReadonlyMap<string, World> {
  read ??= new Map(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith(".json"))
      .sort()
      .flatMap((file): [string, World][] => {
        const found = readWorld(JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")));
        return "world" in found ? [[file.slice(0, -".json".length), found.world]] : [];
      }),
  );
  return read;
}

/** One of them; throws where there is none of that name. */
export function readWorldNamed(name: string): World {
  const world = worlds().get(name);
  if (world === undefined) throw new Error(`no world ${name}`);
  return world;
}
