import { rounded, roundTicks } from "./scale.ts";

/** Everything that `views/drawdowns/_bars.ejs` draws; lengths in units of its view box. */
export interface BarChart {
  label: string;
  width: number;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  unit: string;
  columns: { x: number; label: string }[];
  labels: { y: number; text: string }[];
  bars: { kind: string; y: number; width: number; height: number; title: string }[];
}

export interface BarGroup {
  label: string;
  bars: readonly { kind: string; value: number | null; title: string }[];
}

export interface BarChartInput {
  label: string;
  groups: readonly BarGroup[];
  unit: string;
  tick: (value: number) => string;
  /** The end of the axis where it is given: the whole of per cent. */
  ticks?: readonly number[];
}

const WIDTH = 400;
const LEFT = 8;
const RIGHT = WIDTH - 24;
const TOP = 8;
const LABEL = 19;
const BAR = 9;
const GAP = 2;
const BETWEEN = 9;
const AXIS = 22;
const LONGEST_LABEL = 56;

/** Groups of bars under one another, each under its name: as long a name as it has, on a phone too. */
export function drawBars({ label, groups, unit, tick, ticks: given }: BarChartInput): BarChart {
  const values = groups.flatMap(({ bars }) => bars.map(({ value }) => value ?? 0));
  const ticks = given ?? roundTicks(Math.max(1, ...values));
  const top = ticks.at(-1) ?? 1;
  const length = (value: number) =>
    rounded((Math.min(Math.max(0, value), top) / top) * (RIGHT - LEFT));
  const chart: Pick<BarChart, "labels" | "bars"> = { labels: [], bars: [] };
  let y = TOP;
  for (const group of groups) {
    chart.labels.push({ y: y + 13, text: shortened(group.label) });
    y += LABEL;
    for (const { kind, value, title } of group.bars) {
      if (value === null) continue;
      chart.bars.push({ kind, y, width: length(value), height: BAR, title });
      y += BAR + GAP;
    }
    y += BETWEEN;
  }
  return {
    ...{ label, width: WIDTH, height: y + AXIS, unit },
    plot: { left: LEFT, right: RIGHT, top: TOP, bottom: y },
    columns: ticks.map((value) => ({ x: LEFT + length(value), label: tick(value) })),
    ...chart,
  };
}

function shortened(text: string): string {
  return text.length <= LONGEST_LABEL ? text : `${text.slice(0, LONGEST_LABEL - 1)}…`;
}
