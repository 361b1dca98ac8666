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

export function drawRenditions(facts: ChartFacts, heading: string, paper: Paper): Renditions {
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
