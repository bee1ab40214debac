/** What `npm test` counts: a failure outside any test must never look like a pass. */
import { expect, test } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { tally } from "../../scripts/test.mjs";

const ran = (...statuses: string[]) => ({
  status: statuses.includes("failed") ? "failed" : "passed",
  assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })),
});

test("counts passed, failed and skipped tests, the skipped by name", () => {
  const report = { testResults: [ran("passed", "failed"), ran("passed", "skipped", "pending")] };
  expect(tally(report, false)).toEqual({ passed: 2, failed: 1, skipped: ["test 1", "test 2"] });
});

test("a file that could not be loaded is a failure", () => {
  const broken = { status: "failed", assertionResults: [] };
  expect(tally({ testResults: [ran("passed"), broken] }, false)).toMatchObject({ passed: 1, failed: 1 });
});

test("a run that ended badly outside any test, or without a report, is a failure", () => {
  expect(tally({ testResults: [ran("passed")] }, false)).toMatchObject({ passed: 1, failed: 1 });
  expect(tally({ testResults: [] }, false)).toMatchObject({ passed: 0, failed: 1 });
});

test("CHROMIUM_PATH comes before the usual places", () => {
  const before = process.env["CHROMIUM_PATH"];
  process.env["CHROMIUM_PATH"] = process.execPath;
  try {
    expect(findBrowser()).toBe(process.execPath);
  } finally {
    if (before === undefined) delete process.env["CHROMIUM_PATH"];
    else process.env["CHROMIUM_PATH"] = before;
  }
});
