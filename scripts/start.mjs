import { launch } from "../bin/launch.mjs";
import { install } from "./install.mjs";

/**
 * `npm start`: installs if needed, then serves; an empty data folder is filled with the demo coalition.
 * @param {string[]} args passed on to `serve`
 * @returns {Promise<void>}
 */
export async function run(args) {
  if (!install()) process.exitCode = 1;
  else await launch(["serve", "--demo", ...args]);
}
