import { runBin } from "./check.mjs";
import { install } from "./install.mjs";

/**
 * `npm run web`: the faces from their sources, reloaded as they are edited, in front of a server that runs
 * already (WELLSPRING_URL, http://127.0.0.1:8080 where it is not set).
 * @param {string[]} args passed on to vite
 */
export function run(args) {
  if (!install() || !runBin("vite/bin/vite.js", args)) process.exitCode = 1;
}
