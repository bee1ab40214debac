import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runBin } from "./check.mjs";
import { provideFaces } from "./faces.mjs";
import { install } from "./install.mjs";

const root = new URL("../", import.meta.url);
const web = fileURLToPath(new URL("src/web", root));
const dist = new URL("dist/", root);

/**
 * `npm run build`: src to dist, file by file, and the faces to dist/web. dist gets a package.json of its own:
 * Node looks for `#doors` in the nearest one, so the built floors reach each other without a bundler and the
 * sources keep their doors.
 */
export function run() {
  if (!install()) {
    process.exitCode = 1;
    return;
  }
  rmSync(dist, { recursive: true, force: true });
  if (!runBin("typescript/bin/tsc", ["-p", "tsconfig.build.json"])) {
    process.exitCode = 1;
    return;
  }
  mkdirSync(dist, { recursive: true });
  cpSync(new URL("src/", root), dist, {
    recursive: true,
    filter: (path) => join(path) !== web && !/\.ts$|tsconfig\.json$/.test(path),
  });
  const { name, version, type, imports } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  const doors = Object.entries(imports).map(([door, path]) => [door, toBuilt(path)]);
  const manifest = { name, version, private: true, type, imports: Object.fromEntries(doors) };
  writeFileSync(new URL("package.json", dist), `${JSON.stringify(manifest, null, 2)}\n`);
  if (!provideFaces()) {
    process.exitCode = 1;
    return;
  }
  console.log(`built ${fileURLToPath(dist)}`);
}

/** @param {string} path such as ./src/engine/index.ts */
function toBuilt(path) {
  return path.replace(/^\.\/src\//, "./").replace(/\.ts$/, ".js");
}
