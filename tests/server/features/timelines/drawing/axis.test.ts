import fc from "fast-check";
import { expect, test } from "vitest";
import {
  restDays,
  tickDays,
  tierLabels,
  tiersFor,
} from "../../../../../server/features/timelines/drawing/axis.ts";
import { timeScale } from "../../../../../server/features/timelines/drawing/scale.ts";
import { CHART_TEXTS } from "../mental-health-chart.ts";

const phone = { left: 4, right: 340 };
const screen = { left: 336, right: 1036 };
const sheet = { left: 336, right: 1200 };

function axis(from: string, to: string, area: { left: number; right: number }) {
  const span = { from, to };
  const scale = timeScale(span, area);
  const { major, minor } = tiersFor(scale, CHART_TEXTS);
  const texts = (tier: typeof minor) =>
    tier ? tierLabels(tier, span, scale, 0).map(({ text }) => text) : [];
  return { major: texts(major), minor: texts(minor), unit: minor?.unit };
}

test("a month is divided into days, on a phone into weeks that start on Monday", () => {
  const wide = axis("2025-03-01", "2025-03-31", screen);
  expect(wide.major).toEqual(["březen 2025"]);
  expect(wide.minor).toHaveLength(31);
  const narrow = axis("2025-03-01", "2025-03-31", phone);
  expect(narrow.minor).toEqual(["3.", "10.", "17.", "24."]);
});

test("a quarter is divided into weeks, a year into months", () => {
  expect(axis("2025-01-01", "2025-03-31", screen)).toMatchObject({
    major: ["leden 2025", "únor 2025", "březen 2025"],
    unit: "week",
  });
  expect(axis("2025-01-01", "2025-12-31", sheet).minor).toContain("listopad");
  expect(axis("2025-01-01", "2025-12-31", phone).minor).toContain("lis");
});

test("years are divided into quarters while those have room, and then not at all", () => {
  expect(axis("2023-05-01", "2026-06-30", sheet).minor[0]).toBe("3. čtvrtletí");
  expect(axis("2023-05-01", "2026-06-30", phone).minor).toContain("III.");
  expect(axis("2022-01-01", "2026-12-31", phone)).toEqual({
    major: ["2022", "2023", "2024", "2025", "2026"],
    minor: [],
    unit: undefined,
  });
});

test("many years are counted by twos, fives or tens", () => {
  expect(axis("2010-01-01", "2039-12-31", phone).major).toEqual([
    "2010",
    "2015",
    "2020",
    "2025",
    "2030",
    "2035",
  ]);
});

test("a part of a unit too short for its name has none", () => {
  expect(axis("2022-12-28", "2025-12-31", screen).major).toEqual(["2023", "2024", "2025"]);
});

test("every unit begins where it should", () => {
  const tier = (unit: "week" | "month" | "quarter" | "year") => ({
    unit,
    years: 1,
    label: () => "",
  });
  const span = { from: "2024-12-20", to: "2025-04-10" };
  expect(tickDays(tier("week"), span).slice(0, 3)).toEqual([
    "2024-12-23",
    "2024-12-30",
    "2025-01-06",
  ]);
  expect(tickDays(tier("month"), span)).toEqual([
    "2025-01-01",
    "2025-02-01",
    "2025-03-01",
    "2025-04-01",
  ]);
  expect(tickDays(tier("quarter"), span)).toEqual(["2025-01-01", "2025-04-01"]);
  expect(tickDays(tier("year"), span)).toEqual(["2025-01-01"]);
});

test("weekends and holidays next to each other are one stretch of rest", () => {
  const holidays = new Set(["2025-04-18", "2025-04-21"]);
  expect(restDays({ from: "2025-04-14", to: "2025-04-27" }, holidays)).toEqual([
    { from: "2025-04-18", to: "2025-04-21" },
    { from: "2025-04-26", to: "2025-04-27" },
  ]);
});

test("a later day is always further right, and each day is as wide as any other", () => {
  const area = fc.record({
    left: fc.integer({ min: 0, max: 400 }),
    width: fc.integer({ min: 300, max: 1400 }),
  });
  const days = fc.integer({ min: 0, max: 4000 });
  fc.assert(
    fc.property(area, days, days, ({ left, width }, one, other) => {
      const date = (number: number) =>
        new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
      const [first, last] = [Math.min(one, other), Math.max(one, other)];
      const scale = timeScale({ from: date(first), to: date(last) }, { left, right: left + width });
      const px = (last - first) * scale.pxPerDay;
      expect(scale.startOf(date(first))).toBe(left);
      expect(scale.endOf(date(last))).toBeCloseTo(left + width, 6);
      expect(scale.middleOf(date(last)) - scale.middleOf(date(first))).toBeCloseTo(px, 6);
    }),
    { seed: 2023, numRuns: 200 },
  );
});
