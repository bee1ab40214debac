import { runBin } from "./check.mjs";
import { install } from "./install.mjs";

/**
 * `npm run mutation`: Stryker over the engine; fails below the score that stryker.config.json demands.
 * @param {string[]} args passed on to stryker, such as --mutate src/engine/pool.ts
 */
export function run(args) {
  if (!install() || !runBin("@stryker-mutator/core/bin/stryker.js", ["run", ...args])) process.exitCode = 1;
}
