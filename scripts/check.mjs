import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./install.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));

/** @param {string} title */
export function section(title) {
  console.log(`\n── ${title} ──`);
}

/**
 * Runs the command of an installed package with this Node, its output going straight through.
 * @param {string} bin path inside node_modules, such as "typescript/bin/tsc"
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @returns {boolean} whether it ended well
 */
export function runBin(bin, args, env = {}) {
  const script = join(root, "node_modules", bin);
  const options = { cwd: root, stdio: /** @type {const} */ ("inherit"), env: { ...process.env, ...env } };
  return spawnSync(process.execPath, [script, ...args], options).status === 0;
}

/**
 * Typecheck (engine and faces by themselves, then everything on Node) and lint; each counts as one test.
 * @returns {boolean[]} how each ended
 */
export function check() {
  section("类型检查 typecheck");
  const engine = runBin("typescript/bin/tsc", ["-p", "src/engine/tsconfig.json"]);
  const whole = runBin("typescript/bin/tsc", ["-p", "tsconfig.json"]);
  const web = runBin("typescript/bin/tsc", ["-p", "src/web/tsconfig.json"]);
  const typed = engine && whole && web;
  console.log(typed ? "ok" : "typecheck failed");
  section("格式与规范 format and lint");
  const lint = runBin("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]);
  return [typed, lint];
}

/** `npm run check`. */
export function run() {
  if (!install() || check().includes(false)) process.exitCode = 1;
}
