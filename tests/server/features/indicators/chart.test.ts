import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { presentSparkline } from "../../../../server/features/indicators/list/sparkline.ts";
import type { SeriesPoint } from "../../../../server/features/indicators/rules.ts";
import { type ChartInput, drawChart } from "../../../../server/features/indicators/show/chart.ts";
import { addDays } from "../../../../server/values/calendar-date.ts";

const INPUT: ChartInput = {
  label: "Účastníci",
  from: "2026-01-01",
  until: "2026-12-31",
  today: "2026-07-01",
  series: [
    { on: "2026-02-01", value: 20 },
    { on: "2026-05-01", value: 60 },
  ],
  startsAtZero: true,
  levels: [],
  target: 100,
  legend: [],
  todayLabel: "dnes",
  amount: String,
  date: (on) => on,
};

function pointsOf(text: string): [number, number][] {
  return text.split(" ").map((point) => point.split(",").map(Number) as [number, number]);
}

describe("the chart of an indicator", () => {
  test("holds each value until the next one and the last one until today", () => {
    const { achieved, today } = drawChart(INPUT);
    const points = pointsOf(achieved);
    expect(points).toHaveLength(6);
    const rises = points.map(([, y]) => y);
    expect(rises).toEqual(rises.toSorted((a, b) => b - a));
    expect(points.at(-1)?.[0]).toBe(today?.x);
    expect(new Set(rises).size).toBe(3);
  });

  test("leaves a gap where a period has no target of its own", () => {
    const level = (from: string, until: string, reached: number) => ({
      from,
      until,
      level: reached,
    });
    const levels = [
      level("2026-01-01", "2026-03-31", 20),
      level("2026-04-01", "2026-06-30", 40),
      level("2026-10-01", "2026-12-31", 60),
    ];
    expect(drawChart({ ...INPUT, levels }).planned).toHaveLength(2);
  });

  test("shows no day that lies outside of it", () => {
    expect(drawChart({ ...INPUT, today: "2025-12-31" }).today).toBeNull();
    expect(drawChart({ ...INPUT, today: "2027-01-01" }).today).toBeNull();
  });

  const day = fc.nat(4_000).map((days) => addDays("2020-01-01", days));
  const anyInput = fc
    .record({
      days: fc.uniqueArray(day, { minLength: 1, maxLength: 40 }),
      values: fc.array(fc.integer({ min: -1_000_000, max: 10 ** 12 }), {
        minLength: 40,
        maxLength: 40,
      }),
      target: fc.option(fc.integer({ min: 1, max: 10 ** 12 })),
      startsAtZero: fc.boolean(),
    })
    .map(({ days, values, target, startsAtZero }): ChartInput => {
      const sorted = days.toSorted();
      const series: SeriesPoint[] = sorted.map((on, index) => ({ on, value: values[index] ?? 0 }));
      const [from, until] = [sorted[0] as string, sorted.at(-1) as string];
      return { ...INPUT, series, target, startsAtZero, from, until, today: until };
    });

  test("stays within its frame whatever the values, with few labels on either axis", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const chart = drawChart(input);
        const { left, right, top, bottom } = chart.plot;
        for (const [x, y] of pointsOf(chart.achieved)) {
          expect(x).toBeGreaterThanOrEqual(left);
          expect(x).toBeLessThanOrEqual(right);
          expect(y).toBeGreaterThanOrEqual(top);
          expect(y).toBeLessThanOrEqual(bottom);
        }
        expect(chart.rows.length).toBeLessThanOrEqual(7);
        expect(chart.columns.length).toBeLessThanOrEqual(11);
        expect(new Set(chart.rows.map(({ label }) => label)).size).toBe(chart.rows.length);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe("the trend in the list", () => {
  const span = { from: "2026-01-01", to: "2026-07-01" };

  test("ends today and says in words where it came from", () => {
    const trend = presentSparkline(INPUT.series, span, "Vývoj");
    expect(trend).toMatchObject({ label: "Vývoj", last: { x: 100, y: 0 } });
    expect(
      pointsOf(trend?.points ?? "").every(([x, y]) => x >= 0 && x <= 100 && y >= 0 && y <= 24),
    ).toBe(true);
  });

  test("is not drawn of nothing", () => {
    expect(presentSparkline([], span, "Vývoj")).toBeUndefined();
  });
});
