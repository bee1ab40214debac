import { launch } from "../bin/launch.mjs";
import { install } from "./install.mjs";

/**
 * `npm start`: installs if needed, then shows the demo.
 * @param {string[]} args passed on to the demo
 * @returns {Promise<void>}
 */
export async function run(args) {
  if (!install()) process.exitCode = 1;
  else await launch(["demo", ...args]);
}
