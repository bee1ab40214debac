import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const root = new URL("../", import.meta.url);

/**
 * The browser that the browser tests drive.
 * @returns {string | undefined} its path, undefined when this machine has none
 */
export function findBrowser() {
  const folders = ["/usr/bin", ...(process.env["PATH"] ?? "").split(delimiter)];
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const own = process.env["CHROMIUM_PATH"];
  return [...(own ? [own] : []), ...places, MAC].find((place) => existsSync(place));
}

/**
 * Makes sure of a browser where that is possible without asking: as root on a Debian-like system.
 * @returns {string | undefined} why there is none; undefined when there is one
 */
export function provideBrowser() {
  if (findBrowser() !== undefined) return undefined;
  const byHand = "请安装 Chromium 或设置 CHROMIUM_PATH · install Chromium or set CHROMIUM_PATH";
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get"))
    return `未找到浏览器 no browser found; ${byHand}`;
  console.log("未找到浏览器，正在用 apt-get 安装 chromium · No browser found, installing chromium …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const steps = [["update"], ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"]];
  let log = "";
  for (const step of steps) {
    const apt = spawnSync("apt-get", step, { env, encoding: "utf8", maxBuffer: 1 << 26 });
    log += `$ apt-get ${step.join(" ")}\n${apt.stdout ?? ""}${apt.stderr ?? ""}${apt.error?.message ?? ""}\n`;
  }
  mkdirSync(new URL("reports/", root), { recursive: true });
  const file = new URL("reports/browser-install.log", root);
  writeFileSync(file, log);
  if (findBrowser() !== undefined) return undefined;
  return `chromium 安装失败 could not be installed (${fileURLToPath(file)}); ${byHand}`;
}
