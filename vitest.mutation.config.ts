import { defineConfig } from "vitest/config";

// What Stryker runs for every mutant: the engine's own tests, nothing that starts a process or a browser.
export default defineConfig({
  test: {
    include: ["test/engine/**/*.test.ts"],
    exclude: ["test/**/*.long.test.ts"],
    testTimeout: 60_000,
  },
});
