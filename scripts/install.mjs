import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const lockfile = new URL("package-lock.json", root);
const installed = new URL("node_modules/.package-lock.json", root);
const stamp = new URL("node_modules/.wellspring-stamp", root);

/**
 * Installs what package-lock.json names, when that is not what node_modules holds.
 * @returns {boolean} false when the installation failed, with the reason already printed
 */
export function install() {
  const hash = createHash("sha256").update(readFileSync(lockfile)).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return true;
  if (!holdsEverything()) {
    const start = Date.now();
    process.stderr.write("正在安装依赖（仅首次或依赖更新后，约一分钟） · Installing dependencies … ");
    const npm = runNpm(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
    if (npm.status !== 0) {
      process.stderr.write("失败 failed\n");
      process.stderr.write(`${npm.stdout}${npm.stderr}${npm.error?.message ?? ""}\n`);
      process.stderr.write("依赖安装失败，原因见上。 npm ci failed for the reason above.\n");
      return false;
    }
    process.stderr.write(`${((Date.now() - start) / 1000).toFixed(0)} s\n`);
  }
  writeFileSync(stamp, hash);
  return true;
}

/**
 * Whether npm, run by hand, has already brought exactly what the lockfile names: npm keeps a list of what it
 * installed. Packages for other systems are optional and may be missing.
 * @returns {boolean}
 */
function holdsEverything() {
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(lockfile, "utf8")).packages;
  const held = JSON.parse(readFileSync(installed, "utf8")).packages;
  return Object.keys(wanted).every((path) => {
    if (path === "") return true;
    if (held[path] === undefined) return wanted[path].optional === true;
    return held[path].version === wanted[path].version && held[path].integrity === wanted[path].integrity;
  });
}

/**
 * The npm that started this script, so that nothing depends on the PATH; else the one on the PATH.
 * @param {string[]} args
 */
function runNpm(args) {
  const own = process.env["npm_execpath"];
  const options = { cwd: fileURLToPath(root), encoding: /** @type {const} */ ("utf8"), maxBuffer: 1 << 26 };
  if (own?.endsWith("npm-cli.js")) return spawnSync(process.execPath, [own, ...args], options);
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}
