/** A million equal purchases of 1000 yuan under each preset: the exits that the arithmetic foretells. */
import { expect, test } from "vitest";
import { runWorld } from "../../src/sim/run/index.ts";
import { preset, ready } from "./setting.ts";

test.each([
  ["local-life", 381, [1_137, 3_702]],
  ["local-life-2x", 68, [6_238, 20_433]],
  ["product-2x", 572, [768, 2_493]],
  ["product-3x", 144, [2_965, 9_696]],
])("under %s %i of 1,000,000 members are forced out, the first two at purchases %j", (name, exits, first) => {
  const began = process.cpuUsage();
  const { series, first_exits, findings } = runWorld(preset(name), ready("equal-purchases"), 1n, {
    rows: false,
  });
  // Time of this process, not of the clock: another program on the machine must not make this fail.
  const { user, system } = process.cpuUsage(began);
  const seconds = (user + system) / 1e6;
  console.log(`${name}: ${findings.booked} orders in ${seconds.toFixed(1)} s`);
  expect(series.purchases.at(-1)).toBe(1_000_000);
  expect(series.exits.at(-1)).toBe(exits);
  expect(first_exits.slice(0, 2)).toEqual(first);
  expect(seconds).toBeLessThan(60);
});
