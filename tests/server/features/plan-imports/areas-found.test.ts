import { describe, expect, test } from "vitest";
import type { RecognisedArea } from "../../../../server/features/plan-imports/recognition/rules.ts";
import { differingAreas } from "../../../../server/features/plan-imports/rules.ts";

const area = (code: string, title: string): RecognisedArea => ({
  ...{ code, title, parentCode: null, kind: "area" },
});

describe("areas of an annex beside those of the plan", () => {
  const known = [{ code: "1", title: "Senioři" }];

  test.each([
    ["a new one", area("2", "Rodiny"), true],
    ["a new one without a heading", area("2", ""), true],
    ["one with another title", area("1", "Stáří"), true],
    ["the same", area("1", "Senioři"), false],
    ["one the plan has, without a heading", area("1", ""), false],
  ])("tell %s", (_what, found, isTold) => {
    expect(differingAreas([found], known)).toEqual(isTold ? [found] : []);
  });
});
