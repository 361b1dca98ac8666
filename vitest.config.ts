import { defineConfig } from "vitest/config";
import { countReporter } from "./tests/support/count-reporter.ts";
import { LongestFirst } from "./tests/support/longest-first.ts";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/long/**", "tests/bench/**"],
    globalSetup: "tests/support/global-setup.ts",
    setupFiles: "tests/support/each-file.ts",
    pool: "forks",
    // A thousand modules are read once for each worker instead of for each file; each-file.ts parts the files.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    reporters: ["default", countReporter(process.env.TEST_COUNT_FILE)],
  },
});
