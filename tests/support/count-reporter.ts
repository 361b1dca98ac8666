import { writeFileSync } from "node:fs";
import type { Reporter, SerializedError, TestModule } from "vitest/node";

/**
 * Writes `N passed, N failed` into `file`. A test file that could not be read, an error outside the
 * tests and a skipped test count as failed: nothing is left out silently.
 */
export function countReporter(file: string | undefined): Reporter {
  return {
    onTestRunEnd(modules, errors) {
      if (!file) return;
      const { passed, failed } = count(modules, errors);
      writeFileSync(file, `${passed} passed, ${failed} failed\n`);
      if (failed > 0) process.exitCode = 1;
    },
  };
}

function count(modules: readonly TestModule[], errors: readonly SerializedError[]) {
  const states = modules.flatMap((module) =>
    [...module.children.allTests()].map((test) => test.result().state),
  );
  const passed = states.filter((state) => state === "passed").length;
  const outside = modules.flatMap((module) => [
    ...module.errors(),
    ...[...module.children.allSuites()].flatMap((suite) => suite.errors()),
  ]);
  return { passed, failed: states.length - passed + outside.length + errors.length };
}
