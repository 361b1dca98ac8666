import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  flatClaimed,
  flatParts,
  publicPartOf,
  settlementOf,
} from "../../../../server/features/payment-requests/rules.ts";

const staff40 = [{ kind: "flat-rate-56", rateBp: 4000 }];
const source = (kind: "eu" | "state" | "own", sharePpm: number | null) => ({ kind, sharePpm });
const SOURCES = [source("eu", 767_350), source("state", 182_650), source("own", 50_000)];
const SEED = 20_260_302;

describe("the flat part of a request", () => {
  test("is the rate of its base, rounded once", () => {
    const bases = { direct: 300, staff: 101 };
    expect(flatClaimed(staff40, bases, { room: null, roundings: 3 })).toBe(40);
  });

  test("gives back what rounding by request takes beyond the cap, and no more than that", () => {
    const bases = { direct: 1000, staff: 1000 };
    expect(flatClaimed(staff40, bases, { room: 1398, roundings: 2 })).toBe(398);
    expect(flatClaimed(staff40, bases, { room: 1397, roundings: 2 })).toBe(400);
  });

  test("follows what is approved; the rest is cut and moved as the direct costs are", () => {
    const decided = {
      claimed: { direct: 1000, staff: 1000 },
      cut: { direct: 100, staff: 100 },
      moved: { direct: 300, staff: 300 },
    };
    const flat = 400;
    expect(flatParts(staff40, decided, { flat, typed: null })).toEqual({
      ...{ approved: 240, cut: 40, moved: 120 },
    });
    expect(flatParts(staff40, decided, { flat, typed: 200 })).toEqual({
      ...{ approved: 200, cut: 50, moved: 150 },
    });
    expect(() => flatParts(staff40, decided, { flat, typed: 401 })).toThrow(RangeError);
  });

  test("is cut where it is approved lower though nothing else is", () => {
    const nothing = { direct: 0, staff: 0 };
    const decided = { claimed: { direct: 1000, staff: 1000 }, cut: nothing, moved: nothing };
    expect(flatParts(staff40, decided, { flat: 400, typed: 300 })).toEqual({
      ...{ approved: 300, cut: 100, moved: 0 },
    });
  });
});

describe("the settlement of a project", () => {
  test("is the public part of what was approved less income, less what came", () => {
    const paid = { approved: 1_000_000, income: 100_000, received: 900_000 };
    expect(settlementOf(paid, SOURCES)).toEqual({
      ...{ entitled: 855_000, settled: 855_000, remaining: 45_000, owed: 0, balance: -45_000 },
    });
    expect(settlementOf({ ...paid, received: 800_000 }, SOURCES)).toMatchObject({
      ...{ settled: 800_000, remaining: 0, owed: 55_000, balance: 55_000 },
    });
  });

  test("owes everything back where income is more than what was approved", () => {
    const paid = { approved: 100_000, income: 300_000, received: 50_000 };
    expect(settlementOf(paid, SOURCES)).toMatchObject({
      ...{ entitled: 0, settled: 0, remaining: 50_000, balance: -190_000 - 50_000 },
    });
  });

  test.each([
    ["a share nobody has told", [source("eu", null), source("own", 50_000)]],
    ["shares that make no whole", [source("eu", 900_000), source("own", 50_000)]],
    ["no sources at all", []],
  ])("is not reckoned of %s", (_case, sources) => {
    expect(settlementOf({ approved: 100, income: 0, received: 0 }, sources)).toBeNull();
  });

  test("public and own parts always make the whole, each within a haléř of its exact share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.nat(1_000_000),
        (amount, a, b) => {
          const eu = Math.min(a, b);
          const state = Math.max(a, b) - eu;
          const own = 1_000_000 - eu - state;
          const sources = [source("eu", eu), source("state", state), source("own", own)];
          const mirrored = [source("own", eu), source("own", state), source("eu", own)];
          const part = publicPartOf(amount, sources) ?? Number.NaN;
          expect(part + (publicPartOf(amount, mirrored) ?? Number.NaN)).toBe(amount);
          const exact = BigInt(amount) * BigInt(eu + state);
          const off = BigInt(part) * 1_000_000n - exact;
          expect(off < 2_000_000n && off > -2_000_000n).toBe(true);
        },
      ),
      { seed: SEED },
    );
  });
});
