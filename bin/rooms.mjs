import { existsSync } from "node:fs";

const root = new URL("../", import.meta.url);

/**
 * Where a module of this product is: its TypeScript source in a checkout, what the build made of it in an
 * installed package. The source wins, so that an old dist/ beside edited sources is never run by mistake.
 * @param {string} name floor and file without ending, such as "main/cli"
 * @returns {{ url: string, source: boolean } | undefined} undefined when neither is there
 */
export function findRoom(name) {
  const source = new URL(`src/${name}.ts`, root);
  if (existsSync(source)) return { url: source.href, source: true };
  const built = new URL(`dist/${name}.js`, root);
  if (existsSync(built)) return { url: built.href, source: false };
  return undefined;
}

/**
 * Imports a module found by findRoom, teaching Node to read TypeScript first where that is needed. The user's
 * own tsconfig.json (tsx would look for one in the working directory) has no say in it.
 * @param {{ url: string, source: boolean }} room
 * @returns {Promise<Record<string, unknown>>}
 */
export async function enter(room) {
  if (room.source) {
    const { register } = await import("tsx/esm/api");
    register({ tsconfig: false });
  }
  return await import(room.url);
}
