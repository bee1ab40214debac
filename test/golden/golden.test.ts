/**
 * The golden files beside this test: what a bookkeeper reads. Each must agree with itself (every figure by hand, all
 * balances stated), with what the product writes today, letter by letter, and with the second implementation.
 * `UPDATE_GOLDEN=1 npx vitest run test/golden` writes the lower part anew, and still fails where a figure by hand differs.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { brokenLaws, resultOf } from "#engine";
import { oracleReplay } from "../model/oracle.ts";
import { LINE, parse, play } from "./scenario.ts";

const folder = new URL("./", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
const update = process.env["UPDATE_GOLDEN"] === "1";

test("the golden files are there", () => {
  expect(names.length).toBeGreaterThanOrEqual(18);
});

describe.each(names)("%s", (name) => {
  const path = new URL(name, folder);
  const scenario = parse(readFileSync(path, "utf8"));
  const played = play(scenario);
  if (update) writeFileSync(path, `${scenario.head}${LINE}\n${played.text}`);

  test("every figure is the one worked out by hand", () => {
    expect(played.faults).toEqual([]);
  });

  test("the journals, letter by letter", () => {
    expect(played.text).toBe(update ? played.text : scenario.below);
  });

  test.skipIf(scenario.beyond)("the second implementation ends with the same balances", () => {
    const orders = scenario.steps.map(({ order }) => order).join("\n");
    const result = JSON.parse(JSON.stringify(resultOf(played.replay))) as unknown;
    expect(result).toEqual(JSON.parse(JSON.stringify(oracleReplay(scenario.plan, orders))));
  });

  test("no law is broken", () => {
    expect(brokenLaws(played.replay.book)).toEqual([]);
  });
});

describe("a golden file that is wrong is found out", () => {
  const good = readFileSync(new URL("worked-local.txt", folder), "utf8");
  const faultsOf = (text: string) => play(parse(text)).faults.length;

  test.each([
    ["a figure", "= payable:s1 800.00", "= payable:s1 800.01"],
    ["a price", "= price 1.42857142", "= price 1.42857143"],
    ["a sponsor", "= sponsor a own", "= sponsor a boss"],
    ["a balance nobody states", "= operator 60.00\n", ""],
    ["a refusal that does not happen", "= payable:s1 800.00", "! amount_too_small"],
  ])("%s", (_, right, wrong) => {
    expect(good).toContain(right);
    expect(faultsOf(good)).toBe(0);
    expect(faultsOf(good.replace(right, wrong))).toBeGreaterThan(0);
  });
});
