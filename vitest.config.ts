import { defineConfig } from "vitest/config";

// Two kinds of runs. `npm test` takes every *.test.ts with seeded, small counts; `npm run test:long` sets
// WELLSPRING_LONG and takes the *.long.test.ts files and the properties again, at their full counts.
const long = process.env["WELLSPRING_LONG"] === "1";

const unit = {
  name: "unit",
  include: ["test/**/*.test.ts"],
  exclude: ["test/**/*.long.test.ts"],
  testTimeout: 60_000,
};

const full = {
  name: "long",
  include: ["test/**/*.long.test.ts", "test/properties/**/*.test.ts", "test/**/*.property.test.ts"],
  exclude: [],
  testTimeout: 3 * 60 * 60_000,
};

export default defineConfig({
  test: {
    projects: [{ extends: true, test: long ? full : unit }],
    globalSetup: ["test/cluster.ts"],
    maxWorkers: 2,
    hookTimeout: 120_000,
    reporters: ["default"],
    coverage: {
      provider: "v8",
      include: ["src/engine/**/*.ts"],
      reporter: ["text", "html"],
      reportsDirectory: "coverage",
    },
  },
});
