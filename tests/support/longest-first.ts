import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take minutes, the longest first: begun last, one of them would be waited for alone. */
const LONGEST = [
  "tests/browser/every-page.test.ts",
  "tests/server/access/matrix.test.ts",
  "tests/server/web/bad-input.test.ts",
  "tests/server/access/confidential.test.ts",
  "tests/server/features/demonstrations/demonstration.test.ts",
  "tests/server/access/pay.test.ts",
  "tests/server/features/reminders/kill.test.ts",
  "tests/server/start-server.test.ts",
];

/** Those files first; the rest as usual, by what the last run took or else by size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.indexOf(relative(this.ctx.config.root, moduleId));
      return found < 0 ? LONGEST.length : found;
    };
    return usual.sort((a, b) => place(a) - place(b));
  }
}
