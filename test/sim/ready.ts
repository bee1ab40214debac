/** The worlds that come with the product. */
import { readdirSync, readFileSync } from "node:fs";
import { readWorld, type World } from "#sim";

const FOLDER = new URL("../../worlds/", import.meta.url);

/** A world that comes with the product, by its id; undefined when there is none of that id. */
export function readyWorld(id: string): World | undefined {
  return readyWorlds().find((world) => world.id === id);
}

/** All worlds that come with the product, by id. */
export function readyWorlds(): World[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => {
    const read = readWorld(JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")));
    if ("world" in read) return read.world;
    throw new Error(`worlds/${file}: ${JSON.stringify(read.faults)}`);
  });
}
