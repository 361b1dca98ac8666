import type { Chart } from "./chart.ts";
import type { ChartInput } from "./chart-input.ts";
import { drawChart, drawChartPages } from "./draw-chart.ts";

/** What a page holds: the style sheet shows the one for which there is room, and the last one on paper. */
export interface Renditions {
  narrow: Chart;
  wide: Chart;
  paper: Paper;
  print: Chart[];
}

export type Paper = "a4" | "a3";

export type ChartFacts = Omit<ChartInput, "width" | "medium" | "heading">;

const NARROW_WIDTH = 344;
const WIDE_WIDTH = 1040;
const FILE_WIDTH = 1400;

/** px on a sheet lying on its side, within margins of 10 mm, at 4.35 px to a millimetre (11 px = 7.2 pt). */
const SHEETS: Record<Paper, { width: number; height: number }> = {
  a4: { width: 1204, height: 825 },
  a3: { width: 1739, height: 1204 },
};

const MOST_KEPT = 40;
const LONGEST_KEY = 200_000;
const kept = new Map<string, Renditions>();

/**
 * Drawing takes longer than everything else about the page, and the same facts give the same drawing: the latest are
 * kept under all that they were drawn from.
 */
export function drawRenditions(facts: ChartFacts, heading: string, paper: Paper): Renditions {
  const key = JSON.stringify([facts, [...facts.holidays], heading, paper]);
  const renditions = kept.get(key) ?? drawAll(facts, heading, paper);
  kept.delete(key);
  if (key.length <= LONGEST_KEY) kept.set(key, renditions);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value as string);
  return renditions;
}

function drawAll(facts: ChartFacts, heading: string, paper: Paper): Renditions {
  const screen = { ...facts, medium: "screen", heading: null } as const;
  return {
    narrow: drawChart({ ...screen, width: NARROW_WIDTH }),
    wide: drawChart({ ...screen, width: WIDE_WIDTH }),
    paper,
    print: drawChartPages({ ...facts, medium: "print", heading }, SHEETS[paper]),
  };
}

/** One drawing of everything, to be saved. */
export function drawFile(facts: ChartFacts, heading: string): Chart {
  return drawChart({ ...facts, medium: "print", heading, width: FILE_WIDTH });
}
