import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, ROOT, sourceFiles } from "./source-files.ts";

const papers = [...readdirSync(ROOT), ...filesBelow("docs")]
  .filter((path) => path.endsWith(".md"))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));

const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

test("the papers a newcomer looks for are there", () => {
  const expected = ["README.md", "ARCHITECTURE.md", "CHANGELOG.md"];
  expect(papers.map(({ path }) => path)).toEqual(expect.arrayContaining(expected));
});

test("every link between the papers leads somewhere", () => {
  const broken = papers.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
      .map(([, target]) => target as string)
      .filter((target) => !existsSync(join(ROOT, dirname(path), target)))
      .map((target) => `${path}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test("every paper of docs that a text names exists", () => {
  const code = sourceFiles(["server", "db", "jobs", "tests"], ".ts");
  const broken = [...papers, ...code].flatMap(({ path, text }) =>
    [...text.matchAll(/(?<![\w/.])docs\/[\w./-]*\w/g)]
      .map(([target]) => target)
      .filter((target) => !existsSync(join(ROOT, target)))
      .map((target) => `${path}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test("every command that a paper tells to type exists", () => {
  const unknown = papers.flatMap(({ path, text }) =>
    [...text.matchAll(/npm run ([\w:-]+)/g)]
      .map(([, script]) => script as string)
      .filter((script) => !(script in scripts))
      .map((script) => `${path}: npm run ${script}`),
  );
  expect(unknown).toEqual([]);
});
