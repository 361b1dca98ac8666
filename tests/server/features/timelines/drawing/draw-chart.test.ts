import { describe, expect, test } from "vitest";
import type { Mark } from "../../../../../server/features/timelines/drawing/chart.ts";
import type { ChartInput } from "../../../../../server/features/timelines/drawing/chart-input.ts";
import {
  drawChart,
  drawChartPages,
} from "../../../../../server/features/timelines/drawing/draw-chart.ts";
import { allLabels, boxOf, marksOf, overlaps, pinsOf } from "../chart-boxes.ts";
import { mentalHealthChart } from "../mental-health-chart.ts";

describe("the mental health project", () => {
  test("has every title in full on paper, and every pin of its rows with its label", () => {
    const chart = drawChart(mentalHealthChart({ width: 1204, medium: "print" }));
    for (const [index, { mark }] of chart.rows.entries()) {
      const title = textOf(mark, "timeline__title");
      expect(title).toBe(mentalHealthChart().rows[index]?.title.replace(/\s+/g, ""));
    }
    const labels = pinsOf(chart).map((mark) => textOf(mark, "timeline__pin-label"));
    const wanted = mentalHealthChart().pins.map(({ label }) => label.replace(/\s+/g, ""));
    expect(labels.sort()).toEqual(wanted.sort());
  });

  test("loses no pin's label on a phone, over three years and over five", () => {
    for (const span of [
      { from: "2023-05-01", to: "2026-06-30" },
      { from: "2022-01-01", to: "2026-12-31" },
    ]) {
      const chart = drawChart(mentalHealthChart({ width: 344, span }));
      expect(pinsOf(chart)).toHaveLength(40);
      expect(pinsOf(chart).filter(({ labels }) => labels.length === 0)).toEqual([]);
      expect(
        allLabels(chart)
          .filter(({ className }) => className.includes("pin-label"))
          .filter(isCut),
      ).toEqual([]);
    }
  });

  test("fits two sheets of A4 on their side, the second without the pins of the first", () => {
    const input = mentalHealthChart({ width: 1204, medium: "print", heading: "Reforma" });
    const pages = drawChartPages(input, { width: 1204, height: 825 });
    expect(pages).toHaveLength(2);
    expect(pages.map(({ headPins }) => headPins.length)).toEqual([17, 0]);
    expect(pages.every(({ width, height }) => height / width <= 825 / 1204)).toBe(true);
  });

  test("is read in order: the bands of the project, then each row with its pins", () => {
    const chart = drawChart(mentalHealthChart());
    const hrefs = marksOf(chart).map(({ href }) => href);
    expect(hrefs.slice(6, 8)).toEqual(["#pin-0", "#pin-1"]);
    const row = hrefs.indexOf("#row-KA1-a");
    expect(hrefs.slice(row, row + 5)).toEqual([
      "#row-KA1-a",
      "#pin-17",
      "#pin-18",
      "#pin-19",
      "#row-KA1-b",
    ]);
  });

  test("shows the first dates under moved bars, and the slip as a tail", () => {
    const chart = drawChart(mentalHealthChart());
    const classes = (key: string) =>
      chart.rows.find((row) => row.key === key)?.mark.shapes.map(({ className }) => className);
    expect(classes("KA4 a")).toEqual(
      expect.arrayContaining(["timeline__baseline", "timeline__slip"]),
    );
    expect(classes("KA4 b")).not.toContain("timeline__baseline");
    expect(classes("KA4 c")).toContain("timeline__clamp");
  });

  test("explains only what it shows", () => {
    const { rows, pins } = mentalHealthChart();
    const texts = (input: ChartInput) => drawChart(input).legend.labels.map(({ text }) => text);
    expect(texts(mentalHealthChart())).toEqual(
      expect.arrayContaining(["probíhá", "akce", "původní termín", "po termínu", "dnešek"]),
    );
    const few = { rows: rows.slice(7, 8), pins: pins.slice(0, 1), today: "2030-01-01" };
    expect(texts(mentalHealthChart(few))).toEqual([
      "probíhá",
      "hotová část",
      "zpráva o realizaci",
      "splněno",
    ]);
  });

  test("cut to one month marks what goes on outside, and shades weekends and holidays", () => {
    const span = { from: "2025-03-01", to: "2025-03-31" };
    const chart = drawChart(mentalHealthChart({ span, holidays: new Set(["2025-03-12"]) }));
    const rest = chart.backdrop.find(({ className }) => className === "timeline__rest");
    expect(rest?.d.match(/M/g)).toHaveLength(6);
    const [first] = chart.rows;
    const arrows = first?.mark.shapes.filter(({ className }) => /arrow/.test(className));
    expect(arrows).toHaveLength(2);
    expect(chart.labels.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["březen 2025", "1.", "31.", "Dnes 10. 3. 2025"]),
    );
  });

  test("without rows and pins is an axis with its periods", () => {
    const chart = drawChart(mentalHealthChart({ rows: [], pins: [] }));
    expect(chart.rows).toEqual([]);
    expect(chart.periods).toHaveLength(6);
    const pages = drawChartPages(mentalHealthChart({ rows: [], pins: [] }), {
      width: 1204,
      height: 825,
    });
    expect(pages).toHaveLength(1);
  });
});

test("a portfolio of hundreds of projects takes work in proportion to them", () => {
  const small = readsToDraw(portfolio(50));
  const large = readsToDraw(portfolio(400));
  expect(large / small).toBeLessThan(8.5);
  const chart = drawChart(portfolio(400));
  expect(chart.rows).toHaveLength(400);
  expect(overlaps(allLabels(chart).map(boxOf))).toEqual([]);
});

/** Projects as rows, each with ten pins of its own. */
function portfolio(count: number): ChartInput {
  const { rows, pins } = mentalHealthChart();
  const projects = Array.from({ length: count }, (_, index) => ({
    ...(rows[index % rows.length] as (typeof rows)[number]),
    key: `project ${index}`,
  }));
  const dated = projects.flatMap(({ key }, index) =>
    pins.slice(index % 20, (index % 20) + 10).map((pin) => ({ ...pin, rowKey: key })),
  );
  return mentalHealthChart({ rows: projects, pins: dated, rowPins: "marks" });
}

/** How often anything is read from a row or a pin: unlike time, the same on every machine. */
function readsToDraw(input: ChartInput): number {
  let reads = 0;
  const counted = <T extends object>(item: T) =>
    new Proxy(item, {
      get: (target, property) => {
        reads += 1;
        return Reflect.get(target, property);
      },
    });
  drawChart({ ...input, rows: input.rows.map(counted), pins: input.pins.map(counted) });
  return reads;
}

function textOf({ labels }: Mark, className: string): string {
  const own = labels.filter((label) => label.className.startsWith(className));
  return own
    .map(({ text }) => text)
    .join("")
    .replace(/\s+/g, "");
}

function isCut({ text }: { text: string }): boolean {
  return text.endsWith("…");
}
