import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/long/**/*.test.ts"],
    globalSetup: "tests/support/global-setup.ts",
    pool: "forks",
    // Timings are taken here: one file at a time, with nothing beside it.
    maxWorkers: 1,
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
    teardownTimeout: 20_000,
  },
});
