import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { schedule } from "../../jobs/schedule.ts";
import { configurationKeys, loadConfig, secretKeys } from "../../server/config.ts";
import { ROOT } from "./source-files.ts";

const operations = readFileSync(join(ROOT, "docs/operations.md"), "utf8");
const example = readFileSync(join(ROOT, ".env.example"), "utf8");

/** First cells of the table below the heading, without their quotes. */
function firstCells(heading: string): string[] {
  const chapter = operations.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...chapter.matchAll(/^\| `([^`]+)` \|/gm)].map(([, cell]) => cell as string);
}

test("the operations paper explains every key of the configuration and no other", () => {
  expect(firstCells("Configuration").toSorted()).toEqual(configurationKeys.toSorted());
});

test("the example of an environment has every key, secrets also as files", () => {
  const given = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, key]) => key as string);
  const expected = [...configurationKeys, ...secretKeys.map((key) => `${key}_FILE`)];
  expect(given.toSorted()).toEqual(expected.toSorted());
});

test("what the paper says of keys left out is so", () => {
  const shown = Object.fromEntries(
    [...operations.matchAll(/^\| `([A-Z_]+)` \| `([^`]+)` \|/gm)].map(([, key, value]) => [
      key,
      value,
    ]),
  );
  const { PUBLIC_URL: _url, DATABASE_URL: _database, ...plain } = shown;
  expect(Object.keys(plain).length).toBeGreaterThan(10);
  expect(loadConfig(plain)).toEqual(loadConfig({}));
});

test("the operations paper lists the jobs of the timetable in its order", () => {
  expect(firstCells("Jobs")).toEqual(schedule.map(({ name }) => name));
});
