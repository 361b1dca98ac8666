import { type CalendarDate, daysBetween } from "../../../values/calendar-date.ts";
import { monthLabel, monthTicks } from "../../../values/month-ticks.ts";
import type { SeriesPoint } from "../rules.ts";
import type { PlannedLevel } from "../targets/rules.ts";

/** Everything that `views/indicators/_chart.ejs` draws; lengths in units of its view box. */
export interface Chart {
  label: string;
  width: number;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  rows: { y: number; label: string }[];
  columns: { x: number; label: string }[];
  achieved: string;
  dots: { x: number; y: number; title: string }[];
  planned: string[];
  target: { y: number } | null;
  today: { x: number; label: string } | null;
  legend: { kind: "achieved" | "planned" | "target"; label: string }[];
}

export interface ChartInput {
  label: string;
  from: CalendarDate;
  until: CalendarDate;
  today: CalendarDate;
  series: readonly SeriesPoint[];
  /** Increments begin at nothing, a state with its first value. */
  startsAtZero: boolean;
  levels: readonly PlannedLevel[];
  target: number | null;
  legend: Chart["legend"];
  todayLabel: string;
  amount: (value: number) => string;
  date: (on: CalendarDate) => string;
}

const WIDTH = 760;
const HEIGHT = 260;
const PLOT = { left: 64, right: WIDTH - 14, top: 14, bottom: HEIGHT - 30 };

interface Scales {
  x: (on: CalendarDate) => number;
  y: (value: number) => number;
}

/** A line of what was achieved against the target of the whole project, period targets as steps. */
export function drawChart(input: ChartInput): Chart {
  const ticks = rowTicks(input);
  const scales = scalesOf(input, ticks);
  const { today, target, series } = input;
  return {
    label: input.label,
    width: WIDTH,
    height: HEIGHT,
    plot: PLOT,
    rows: ticks.map((value) => ({ y: scales.y(value), label: input.amount(value) })),
    columns: monthTicks(input).map((on) => ({ x: scales.x(on), label: monthLabel(on) })),
    achieved: pointsText(achievedSteps(input), scales),
    dots: series.map(({ on, value }) => ({
      x: scales.x(on),
      y: scales.y(value),
      title: `${input.date(on)}: ${input.amount(value)}`,
    })),
    planned: plannedSteps(input.levels).map((points) => pointsText(points, scales)),
    target: target === null ? null : { y: scales.y(target) },
    today:
      today < input.from || today > input.until
        ? null
        : { x: scales.x(today), label: input.todayLabel },
    legend: input.legend,
  };
}

function scalesOf({ from, until }: ChartInput, ticks: number[]): Scales {
  const days = Math.max(1, daysBetween(from, until));
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  return {
    x: (on) => rounded(PLOT.left + share(daysBetween(from, on), days) * (PLOT.right - PLOT.left)),
    y: (value) => rounded(PLOT.bottom - share(value - low, high - low) * (PLOT.bottom - PLOT.top)),
  };
}

/** Round values that hold everything drawn, zero among them. */
function rowTicks({ series, levels, target }: ChartInput): number[] {
  const values = [0, ...series.map(({ value }) => value), ...levels.map(({ level }) => level)];
  if (target !== null) values.push(target);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = roundStep((high - low) / 4);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** The smallest of 1, 2, 5, 10, 20 … that is not below. */
function roundStep(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, least))));
  return [1, 2, 5, 10].map((one) => one * power).find((step) => step >= least) ?? power * 10;
}

/** A value holds until the next one, the last one until today or the end. */
function achievedSteps({ series, from, until, today, startsAtZero }: ChartInput): SeriesPoint[] {
  const steps: SeriesPoint[] = startsAtZero ? [{ on: from, value: 0 }] : [];
  for (const { on, value } of series) {
    const before = steps.at(-1);
    if (before) steps.push({ on, value: before.value });
    steps.push({ on, value });
  }
  const last = steps.at(-1);
  const end = today < until ? today : until;
  if (last && last.on < end) steps.push({ on: end, value: last.value });
  return steps;
}

/** Steps of neighbouring periods are one line; a period without a target leaves a gap. */
function plannedSteps(levels: readonly PlannedLevel[]): SeriesPoint[][] {
  const lines: SeriesPoint[][] = [];
  let before: PlannedLevel | undefined;
  for (const level of levels) {
    const isNeighbour = before !== undefined && daysBetween(before.until, level.from) <= 1;
    if (!isNeighbour) lines.push([]);
    const line = lines.at(-1) as SeriesPoint[];
    line.push({ on: level.from, value: level.level }, { on: level.until, value: level.level });
    before = level;
  }
  return lines;
}

function pointsText(points: readonly SeriesPoint[], { x, y }: Scales): string {
  return points.map(({ on, value }) => `${x(on)},${y(value)}`).join(" ");
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
