import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawChart } from "../../../../../server/features/timelines/drawing/draw-chart.ts";
import { standaloneStyle } from "../../../../../server/features/timelines/drawing/standalone-style.ts";
import { allLabels, marksOf } from "../chart-boxes.ts";
import { mentalHealthChart } from "../mental-health-chart.ts";

const css = readFileSync("public/css/timeline.css", "utf8");

test("a saved drawing has plain colours and nothing of the page", () => {
  const style = standaloneStyle(css);
  expect(style).toContain("fill: #1c1e24");
  expect(style).not.toMatch(/var\(|light-dark|@|--timeline|:focus|:hover|\/\*/);
  expect(style.match(/\{/g)?.length).toBe(style.match(/\}/g)?.length);
});

test("the style sheet names no colour it does not have, and has lost no part", () => {
  expect(() => standaloneStyle(css.replace("--timeline-late:", "--timeline-red:"))).toThrow(/late/);
  expect(() => standaloneStyle("svg {}")).toThrow(/part/);
});

test("every shape of a drawing has its colours in the style sheet", () => {
  const input = mentalHealthChart();
  const charts = [input, { ...input, span: { from: "2025-03-01", to: "2025-03-31" } }].map(
    drawChart,
  );
  const shapes = charts.flatMap((chart) => [
    ...chart.backdrop,
    ...chart.legend.shapes,
    ...marksOf(chart).flatMap((mark) => mark.shapes),
  ]);
  const used = new Set(shapes.flatMap(({ className }) => className.split(" ")));
  const selectors = new Set(css.match(/\.timeline__[\w-]+/g));
  // The states that look as their class without one.
  const plain = [
    "bar--running",
    "progress--running",
    "progress--at-risk",
    "mark--open",
    "arrow--on-track",
    "rule--level-1",
  ];
  const unstyled = [...used].filter((name) => !selectors.has(`.${name}`));
  expect(unstyled.filter((name) => !plain.includes(name.replace("timeline__", "")))).toEqual([]);
  expect(allLabels(charts[0] as (typeof charts)[number]).length).toBeGreaterThan(150);
});
