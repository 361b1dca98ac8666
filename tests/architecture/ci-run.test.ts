import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { ROOT } from "./source-files.ts";

/** Runs `.ci/run` with an npm that only does what the given shell lines say. */
function runWithNpm(lines: string): { code: number | null; lastLine: string | undefined } {
  const folder = mkdtempSync(join(inject("testRun").folder, "npm-"));
  writeFileSync(join(folder, "npm"), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  const { status, stdout } = spawnSync(join(ROOT, ".ci/run"), { env, encoding: "utf8" });
  return { code: status, lastLine: stdout.trimEnd().split("\n").at(-1) };
}
const reports = (line: string) => `[ "$1" = ci ] || echo "${line}" > "$TEST_COUNT_FILE"`;

test.each([
  ["all is well", reports("12 passed, 0 failed"), 0, "12 passed, 0 failed"],
  ["a test fails", `${reports("11 passed, 1 failed")}; [ "$1" = ci ]`, 1, "11 passed, 1 failed"],
  ["only the report knows", reports("11 passed, 1 failed"), 1, "11 passed, 1 failed"],
  ["the tests never ran", "exit 3", 3, "0 passed, 1 failed"],
  [
    "it broke after",
    `${reports("12 passed, 0 failed")}; [ "$1" = ci ] || exit 4`,
    4,
    "12 passed, 1 failed",
  ],
])("the last line and the exit are right when %s", (_case, npm, code, lastLine) => {
  expect(runWithNpm(npm)).toEqual({ code, lastLine });
});
