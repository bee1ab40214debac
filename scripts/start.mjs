import { launch } from "../bin/launch.mjs";
import { provideFacesMeanwhile } from "./faces.mjs";
import { install } from "./install.mjs";

/**
 * `npm start`: installs and builds the faces if needed, then serves; an empty data folder is filled with the
 * demo coalition.
 * @param {string[]} args passed on to `serve`
 * @returns {Promise<void>}
 */
export async function run(args) {
  if (!install()) {
    process.exitCode = 1;
    return;
  }
  // Without the faces the API still serves, and says in the faces' place what is missing.
  await launch(["serve", "--demo", ...args], provideFacesMeanwhile());
}
