import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Chart, Mark } from "../../../../../server/features/timelines/drawing/chart.ts";
import type { ChartInput } from "../../../../../server/features/timelines/drawing/chart-input.ts";
import {
  drawChart,
  drawChartPages,
} from "../../../../../server/features/timelines/drawing/draw-chart.ts";
import type { Span } from "../../../../../server/features/timelines/rules.ts";
import { allLabels, boxOf, isInside, overlaps, pinsOf, ROUNDING } from "../chart-boxes.ts";
import { mentalHealthChart } from "../mental-health-chart.ts";
import { randomChart } from "../random-charts.ts";

const RUNS = { seed: 20230501, numRuns: 250 };

function always(check: (input: ChartInput, chart: Chart) => void): void {
  fc.assert(
    fc.property(randomChart, (input) => {
      check(input, drawChart(input));
    }),
    RUNS,
  );
}

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

describe("whatever is drawn, at any width and over any time", () => {
  test("no two labels overlap", () => {
    always((_, chart) => expect(overlaps(allLabels(chart).map(boxOf))).toEqual([]));
  });

  test("no label leaves the drawing, and none of a pin or a bar the area of time", () => {
    always((input, chart) => {
      const { x, width } = chart.timeArea;
      const drawing = { x: 0, y: 0, width: input.width, height: chart.height };
      const time = { x, y: 0, width, height: chart.height };
      for (const label of allLabels(chart)) {
        const inTime = /axis|period|pin|bar-label|today/.test(label.className);
        expect(isInside(boxOf(label), inTime ? time : drawing), label.text).toBe(true);
      }
    });
  });

  test("no label is empty", () => {
    always((_, chart) => expect(allLabels(chart).filter(({ text }) => !text.trim())).toEqual([]));
  });

  test("pins, with their labels, can be told and hit apart", () => {
    always((_, chart) => {
      const areas = pinsOf(chart).map(({ area, description }) => ({ ...area, name: description }));
      expect(overlaps(areas)).toEqual([]);
    });
  });

  test("every dated thing of the time shown is drawn once, alone or named in a group", () => {
    always((input, chart) => {
      const { from, to } = input.span;
      const expected = input.pins.filter(({ date }) => date >= from && date <= to);
      const named = pinsOf(chart).flatMap(({ description }) => description.match(/pin \d+\./g));
      expect(named.sort()).toEqual(expected.map(({ description }) => description).sort());
    });
  });

  test("a pin stands in its row, where there is one, and a group says how many it holds", () => {
    always((input, chart) => {
      for (const { key, pins } of chart.rows) {
        const own = input.pins.filter(({ rowKey }) => rowKey === key);
        for (const { description } of pins) expectMembers(description, own);
      }
    });
  });

  function expectMembers(description: string, own: readonly { description: string }[]): void {
    const members = description.split("\n").filter((line) => line.startsWith("pin "));
    for (const member of members) expect(own.map((pin) => pin.description)).toContain(member);
    if (members.length > 1) expect(description).toContain(`${members.length} položek`);
  }

  test("a bar lies in the area of time and is as long as its dates", () => {
    always((input, chart) => {
      const expected = input.rows.map(({ dates }) => expectedBar(input, chart, dates));
      const bars = chart.rows.map(({ bar }) => bar);
      expect(bars.map((bar) => bar?.width.toFixed(3))).toEqual(
        expected.map((bar) => bar?.width.toFixed(3)),
      );
      const clear = (bar: { x: number; width: number } | null) =>
        bar && bar.width > 3.001 ? bar.x.toFixed(3) : null;
      expect(bars.map(clear)).toEqual(expected.map(clear));
      expect(bars.filter((bar) => bar && !isInside(bar, chart.timeArea))).toEqual([]);
    });
  });

  /** Rounded, since the sums are made in another order; a bar is never narrower than 3 px. */
  function expectedBar({ span }: ChartInput, { timeArea }: Chart, dates: Span | null) {
    if (!dates || dates.from > span.to || dates.to < span.from) return null;
    const pxPerDay = timeArea.width / (dayNumber(span.to) - dayNumber(span.from) + 1);
    const px = (days: number) => timeArea.x + (days - dayNumber(span.from)) * pxPerDay;
    const x = Math.max(timeArea.x, px(dayNumber(dates.from)));
    const end = Math.min(timeArea.x + timeArea.width, px(dayNumber(dates.to) + 1));
    return { x, width: Math.max(3, end - x) };
  }

  test("bars start further right the later their dates start", () => {
    always((input, chart) => {
      const bars = chart.rows.flatMap(({ bar }, index) => {
        const from = input.rows[index]?.dates?.from;
        return bar && from ? [{ from, x: bar.x }] : [];
      });
      const xs = bars.sort((a, b) => a.from.localeCompare(b.from)).map(({ x }) => x);
      expect(xs).toEqual([...xs].sort((a, b) => a - b));
    });
  });

  test("rows follow each other from top to bottom in the order given", () => {
    always((input, chart) => {
      expect(chart.rows.map(({ key }) => key)).toEqual(input.rows.map(({ key }) => key));
      for (const [index, { mark }] of chart.rows.entries()) {
        const next = chart.rows[index + 1];
        if (next) expect(next.mark.area.y).toBeGreaterThanOrEqual(mark.area.y + mark.area.height);
      }
    });
  });

  test("today's line stands exactly in the middle of its day, or nowhere", () => {
    always((input, chart) => {
      const { x, width } = chart.timeArea;
      const days = dayNumber(input.span.to) - dayNumber(input.span.from) + 1;
      const since = dayNumber(input.today) - dayNumber(input.span.from);
      if (since < 0 || since >= days) expect(chart.todayX).toBeNull();
      else expect(chart.todayX).toBeCloseTo(x + ((since + 0.5) * width) / days, 0);
    });
  });

  test("marks move to the right with their dates", () => {
    const dates = fc.uniqueArray(fc.integer({ min: 0, max: 1154 }), { maxLength: 30 });
    const width = fc.integer({ min: 320, max: 1600 });
    fc.assert(
      fc.property(dates, width, (days, width) => {
        const [pin] = mentalHealthChart().pins;
        const sorted = [...days].sort((a, b) => a - b);
        const pins = sorted.map((day, index) => ({
          ...(pin as NonNullable<typeof pin>),
          kind: "task" as const,
          rowKey: "KA1",
          date: new Date(Date.UTC(2023, 4, 1 + day)).toISOString().slice(0, 10),
          description: `pin ${index}.`,
        }));
        const chart = drawChart(mentalHealthChart({ width, pins, rowPins: "marks" }));
        const first = chart.rows[0]?.pins ?? [];
        const order = [...first].sort((a, b) => a.area.x - b.area.x).flatMap(memberNumbers);
        expect(order).toEqual(sorted.map((_, index) => index));
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  function memberNumbers({ description }: Mark): number[] {
    return [...description.matchAll(/pin (\d+)\./g)].map(([, number]) => Number(number));
  }

  test("what can be clicked on a screen is at least 24 px high and wide", () => {
    always((input, chart) => {
      if (input.medium === "print") return;
      for (const { area } of [...pinsOf(chart), ...chart.rows.map(({ mark }) => mark)]) {
        expect(Math.min(area.width, area.height)).toBeGreaterThanOrEqual(24 - ROUNDING);
      }
    });
  });

  test("pages hold every row once, are no higher than the sheet, and overlap nothing", () => {
    fc.assert(
      fc.property(randomChart, fc.integer({ min: 300, max: 1200 }), (input, height) => {
        const pages = drawChartPages(input, { width: input.width, height });
        const keys = pages.flatMap(({ rows }) => rows.map(({ key }) => key));
        expect(keys).toEqual(input.rows.map(({ key }) => key));
        for (const page of pages) {
          expect(overlaps(allLabels(page).map(boxOf))).toEqual([]);
          const ratio = page.width / input.width;
          expect(ratio).toBeLessThanOrEqual(1.11);
          if (page.rows.length > 1) expect(page.height).toBeLessThanOrEqual(height * ratio + 3);
        }
        expect(pages.filter(({ legend }) => legend.shapes.length > 0).length).toBeLessThan(2);
        const named = (charts: Chart[]) =>
          charts.flatMap((chart) => pinsOf(chart).flatMap(memberNumbers)).sort();
        expect(named(pages)).toEqual(named([drawChart(input)]));
      }),
      { ...RUNS, numRuns: 80 },
    );
  });
});
