import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayOpen, sampleOf } from "../../../../server/features/audit-packs/rules.ts";

const rows = fc.uniqueArray(
  fc.record({
    expenditureId: fc.integer({ min: 1, max: 5_000 }),
    documentNumber: fc.option(
      fc.integer({ min: 1, max: 99 }).map((n) => `FP-${n}`),
      { nil: null },
    ),
    amount: fc.integer({ min: 0, max: 1_000_000 }),
  }),
  { selector: ({ expenditureId }) => expenditureId, maxLength: 60 },
);
const SEEDED = { seed: 5, numRuns: 300 };

describe("a sample of expenditures", () => {
  test("drawn by lot is as large as asked, holds nothing twice and does not hang on the order", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 80 }), fc.string(), (all, count, seed) => {
        const sample = { method: "random" as const, numbers: [], count, seed };
        const drawn = sampleOf(all, sample);
        expect(drawn).toHaveLength(Math.min(count, all.length));
        expect(new Set(drawn.map(({ expenditureId }) => expenditureId)).size).toBe(drawn.length);
        expect(sampleOf(all.toReversed(), sample)).toEqual(drawn);
        // Whoever asks for more with the same seed gets the same ones first.
        expect(sampleOf(all, { ...sample, count: count + 5 }).slice(0, count)).toEqual(drawn);
      }),
      SEEDED,
    );
  });

  test("of the largest leaves out nothing larger than what it takes", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 80 }), (all, count) => {
        const taken = sampleOf(all, { method: "largest", numbers: [], count, seed: null });
        const left = all.filter((row) => !taken.includes(row));
        const least = Math.min(...taken.map(({ amount }) => amount));
        expect(left.every(({ amount }) => amount <= least)).toBe(true);
      }),
      SEEDED,
    );
  });

  test("by numbers takes every document of those numbers", () => {
    const all = [
      { expenditureId: 1, documentNumber: "FP-1", amount: 5 },
      { expenditureId: 2, documentNumber: null, amount: 5 },
      { expenditureId: 3, documentNumber: "FP-3", amount: 5 },
    ];
    const sample = {
      method: "listed" as const,
      numbers: ["FP-3", "FP-9"],
      count: null,
      seed: null,
    };
    expect(sampleOf(all, sample).map(({ expenditureId }) => expenditureId)).toEqual([3]);
  });
});

test("a pack is opened only by those who may read all that its maker could", () => {
  const none = { withNames: false, withSheets: false, withPay: false };
  const all = { withNames: true, withSheets: true, withPay: true };
  const auditor = { ...none, withSheets: true };
  expect(mayOpen(none, none)).toBe(true);
  expect(mayOpen(all, all)).toBe(true);
  expect(mayOpen(all, auditor)).toBe(false);
  expect(mayOpen(auditor, auditor)).toBe(true);
  expect(mayOpen(auditor, none)).toBe(false);
  expect(mayOpen({ ...none, withPay: true }, { ...all, withPay: false })).toBe(false);
});
