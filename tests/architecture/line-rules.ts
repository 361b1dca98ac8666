import { expect, test } from "vitest";
import type { SourceFile } from "./source-files.ts";

/** A rule that can be told from one line of source. */
export interface LineRule {
  title: string;
  files: SourceFile[];
  wrong: RegExp;
  /** Lines that it must catch, and such as look alike and are right: the proof that the rule works. */
  catches: string[];
  passes: string[];
}

/** Defines the test of a rule: first that it can tell right from wrong, then that nothing is wrong. */
export function testLineRule({ title, files, wrong, catches, passes }: LineRule): void {
  test(title, () => {
    for (const line of catches) expect(line).toMatch(wrong);
    for (const line of passes) expect(line).not.toMatch(wrong);
    expect(objections(files, wrong)).toEqual([]);
  });
}

/** `path:line text` of each line that is wrong; comments may say anything. */
function objections(files: SourceFile[], wrong: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split("\n")
      .map((line, index) => ({ line: line.trim(), number: index + 1 }))
      .filter(({ line }) => !/^(\/\/|\/?\*)/.test(line) && wrong.test(line))
      .map(({ line, number }) => `${path}:${number} ${line}`),
  );
}
