import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareChapters,
  compareLines,
  isSubstantialTransfer,
  transferredBetweenChapters,
  type VersionLine,
} from "../../../../server/features/project-changes/versions/rules.ts";

const SEED = { seed: 20261123, numRuns: 300 };

const key = (code: string) =>
  code
    .split(".")
    .map((part) => part.padStart(4, "0"))
    .join(".");

const lineOf = (given: Partial<VersionLine> & { code: string }): VersionLine => ({
  ...{ lineId: 1, codeKey: key(given.code), name: "Služby", category: "direct", isLeaf: true },
  ...{ unit: null, unitPriceHalere: 100, unitsE4: 10_000, flatRateBp: null, amountHalere: 100 },
  ...given,
});

/** Leaves of up to four chapters of direct costs, by identity; a version has any of them. */
const version = fc
  .uniqueArray(
    fc.record({
      lineId: fc.integer({ min: 1, max: 30 }),
      amountHalere: fc.integer({ min: 0, max: 10 ** 9 }),
      isRenamed: fc.boolean(),
    }),
    { selector: ({ lineId }) => lineId, maxLength: 20 },
  )
  .map((leaves) =>
    leaves.map(({ lineId, amountHalere, isRenamed }) =>
      lineOf({
        ...{ lineId, amountHalere, code: `1.1.${(lineId % 4) + 1}.${lineId}` },
        name: isRenamed ? "Jinak" : "Služby",
      }),
    ),
  );

function statusOf(was: VersionLine | undefined, is: VersionLine | undefined): string {
  if (!was) return "added";
  if (!is) return "removed";
  return was.amountHalere === is.amountHalere && was.name === is.name ? "same" : "changed";
}

describe("versions compared line by line", () => {
  test("have each line once, and differences that add up to the difference of the sums", () => {
    fc.assert(
      fc.property(version, version, (before, after) => {
        const rows = compareLines(before, after);
        const ids = new Set([...before, ...after].map(({ lineId }) => lineId));
        expect(rows.map(({ lineId }) => lineId).toSorted()).toEqual([...ids].toSorted());
        const sum = (lines: VersionLine[]) => lines.reduce((s, one) => s + one.amountHalere, 0);
        expect(rows.reduce((s, { difference }) => s + difference, 0)).toBe(
          sum(after) - sum(before),
        );
        for (const { lineId, status } of rows) {
          const [was] = before.filter((one) => one.lineId === lineId);
          const [is] = after.filter((one) => one.lineId === lineId);
          expect(status).toBe(statusOf(was, is));
        }
      }),
      SEED,
    );
  });

  test("tell by what a line is that its code and name are other", () => {
    const before = [lineOf({ lineId: 7, code: "1.1.4.1", name: "Pronájem" })];
    const after = [lineOf({ lineId: 7, code: "1.1.4.2", name: "Nájemné" })];
    expect(compareLines(before, after)).toMatchObject([
      { status: "changed", changed: ["code", "name"], difference: 0 },
    ]);
  });

  test("keep a line set to nothing, and put 1.1.10 after 1.1.9", () => {
    const zeroed = lineOf({ lineId: 1, code: "1.1.10", amountHalere: 0, unitsE4: 0 });
    const other = lineOf({ lineId: 2, code: "1.1.9" });
    const rows = compareLines([lineOf({ lineId: 1, code: "1.1.10" })], [zeroed, other]);
    expect(rows.map(({ after, status }) => [after?.code, status])).toEqual([
      ["1.1.9", "added"],
      ["1.1.10", "changed"],
    ]);
  });
});

describe("what went between chapters", () => {
  test("is what chapters lost and gained, by an independent count, and crosses the threshold with it", () => {
    const whole = fc.integer({ min: 0, max: 10 ** 10 });
    fc.assert(
      fc.property(
        version,
        version,
        whole,
        fc.integer({ min: 0, max: 100 }),
        (a, b, sum, percent) => {
          const chapter = ({ code }: VersionLine) => code.split(".").slice(0, 3).join(".");
          const of = (lines: VersionLine[], name: string) =>
            lines
              .filter((one) => chapter(one) === name)
              .reduce((s, one) => s + one.amountHalere, 0);
          const names = new Set([...a, ...b].map(chapter));
          let [gained, lost] = [0, 0];
          for (const name of names) {
            gained += Math.max(0, of(b, name) - of(a, name));
            lost += Math.max(0, of(a, name) - of(b, name));
          }
          const transferred = transferredBetweenChapters(a, b);
          expect(transferred).toBe(Math.min(gained, lost));
          const isBeyond = isSubstantialTransfer(transferred, {
            eligible: sum,
            thresholdPercent: percent,
          });
          expect(isBeyond).toBe(BigInt(transferred) > (BigInt(sum) * BigInt(percent)) / 100n);
        },
      ),
      SEED,
    );
  });

  test("leaves flat rates and an increase of the whole out", () => {
    const before = [lineOf({ lineId: 1, code: "1.1.4.1", amountHalere: 100 })];
    const grown = [lineOf({ lineId: 1, code: "1.1.4.1", amountHalere: 900 })];
    const flat = lineOf({ lineId: 9, code: "1.2.1", category: "flat-rate", amountHalere: 50 });
    expect(transferredBetweenChapters(before, [...grown, flat])).toBe(0);
  });

  test("sums chapters of direct costs, the flat rates and the roots", () => {
    const lines = [
      lineOf({ lineId: 1, code: "1.1", name: "Přímé", isLeaf: false, amountHalere: 300 }),
      lineOf({ lineId: 2, code: "1.1.4", name: "Nákup služeb", isLeaf: false, amountHalere: 300 }),
      lineOf({ lineId: 3, code: "1.1.4.1", amountHalere: 100 }),
      lineOf({ lineId: 4, code: "1.1.4.2", amountHalere: 200 }),
      lineOf({ lineId: 5, code: "1.2", name: "Paušál", category: "flat-rate", amountHalere: 75 }),
      lineOf({
        lineId: 6,
        code: "2",
        name: "Nezpůsobilé",
        category: "ineligible",
        amountHalere: 9,
      }),
    ];
    expect(compareChapters([], lines)).toEqual([
      { code: "1.1.4", name: "Nákup služeb", before: 0, after: 300 },
      { code: "1.2", name: "Paušál", before: 0, after: 75 },
      { code: "2", name: "Nezpůsobilé", before: 0, after: 9 },
    ]);
  });

  test("at the threshold it is not substantial yet, a haléř beyond it is", () => {
    const basis = { eligible: 1_000_00, thresholdPercent: 20 };
    expect(isSubstantialTransfer(200_00, basis)).toBe(false);
    expect(isSubstantialTransfer(200_01, basis)).toBe(true);
  });
});
