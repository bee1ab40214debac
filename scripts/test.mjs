import { existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { provideBrowser } from "./browser.mjs";
import { check, runBin, section } from "./check.mjs";
import { provideFaces } from "./faces.mjs";
import { install } from "./install.mjs";

const results = fileURLToPath(new URL("../reports/vitest.json", import.meta.url));

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * `npm test`: typecheck, lint and the tests, counted together in one last line. With a file named
 * (`npm test -- test/engine/pool.test.ts`) only the tests run. `--long` as the first argument takes the long
 * tests and the properties at full count, and no others.
 * @param {string[]} args passed on to vitest
 */
export function run(args) {
  const long = args[0] === "--long";
  const rest = long ? args.slice(1) : args;
  const focused = rest.some((arg) => !arg.startsWith("-"));
  const count = { passed: 0, failed: 0, skipped: 0 };
  if (!install() || !provideFaces()) {
    count.failed = 1;
  } else {
    if (!long && !focused) {
      for (const ok of check()) count[ok ? "passed" : "failed"] += 1;
    }
    runTests(rest, long, count);
  }
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
  console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
  process.exitCode = count.failed > 0 ? 1 : 0;
}

/**
 * @param {string[]} args
 * @param {boolean} long
 * @param {Count} count added to
 */
function runTests(args, long, count) {
  section(long ? "长测试 long tests" : "测试 tests");
  const noBrowser = provideBrowser();
  rmSync(results, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const ok = runBin(
    "vitest/vitest.mjs",
    ["run", ...reporters, ...args],
    long ? { WELLSPRING_LONG: "1" } : {},
  );
  const report = existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : { testResults: [] };
  const tests = tally(report, ok);
  count.passed += tests.passed;
  count.failed += tests.failed;
  count.skipped += tests.skipped.length;
  for (const name of tests.skipped) console.log(`已跳过 skipped: ${name}`);
  if (noBrowser !== undefined) console.log(`浏览器测试已跳过 browser tests skipped: ${noBrowser}`);
}

/**
 * @typedef {{ status: string, fullName: string }} Test
 * @typedef {{ testResults: { status: string, assertionResults: Test[] }[] }} Report of vitest's JSON reporter
 */

/**
 * Counts a report. A file that could not even be loaded is a failure, and so is a run that ended badly for a
 * reason outside any test (or left no report at all): whatever went wrong is seen in the count.
 * @param {Report} report
 * @param {boolean} ok whether vitest ended well
 * @returns {{ passed: number, failed: number, skipped: string[] }} skipped: the names
 */
export function tally(report, ok) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const broken = report.testResults.filter((file) => {
    return file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed");
  });
  const passed = tests.filter((test) => test.status === "passed").length;
  const failed = tests.filter((test) => test.status === "failed").length + broken.length;
  const skipped = tests.filter((test) => test.status !== "passed" && test.status !== "failed");
  return { passed, failed: ok ? failed : Math.max(failed, 1), skipped: skipped.map((test) => test.fullName) };
}
