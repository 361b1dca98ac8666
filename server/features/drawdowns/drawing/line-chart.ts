import { type CalendarDate, daysBetween } from "../../../values/calendar-date.ts";
import type { Halere } from "../../../values/money.ts";
import { monthLabel, monthTicks } from "../../../values/month-ticks.ts";
import { type MoneyAxis, rounded, roundTicks } from "./scale.ts";

/** Everything that `views/drawdowns/_lines.ejs` draws; lengths in units of its view box. */
export interface LineChart {
  label: string;
  width: number;
  height: number;
  plot: typeof PLOT;
  unit: string;
  rows: { y: number; label: string }[];
  columns: { x: number; label: string }[];
  lines: { kind: string; points: string }[];
  dots: { kind: string; x: number; y: number; title: string }[];
  cap: { y: number } | null;
  today: { x: number; label: string } | null;
}

export interface LinePoint {
  on: CalendarDate;
  value: Halere;
}

export interface LineChartInput {
  label: string;
  from: CalendarDate;
  until: CalendarDate;
  today: CalendarDate;
  todayLabel: string;
  lines: readonly { kind: string; points: readonly LinePoint[]; hasDots?: boolean }[];
  cap: Halere | null;
  axis: (greatest: Halere) => MoneyAxis;
  title: (point: LinePoint) => string;
}

const WIDTH = 760;
const HEIGHT = 300;
const PLOT = { left: 52, right: WIDTH - 14, top: 26, bottom: HEIGHT - 28 };

/** Lines of cumulative sums against time, with the whole as a level and a line at the day of the figures. */
export function drawLines(input: LineChartInput): LineChart {
  const values = input.lines.flatMap(({ points }) => points.map(({ value }) => value));
  const greatest = Math.max(1, input.cap ?? 0, ...values);
  const ticks = roundTicks(greatest);
  const top = ticks.at(-1) ?? greatest;
  const days = Math.max(1, daysBetween(input.from, input.until));
  const x = (on: CalendarDate) =>
    rounded(PLOT.left + (daysBetween(input.from, on) / days) * (PLOT.right - PLOT.left));
  const y = (value: Halere) =>
    rounded(PLOT.bottom - (Math.max(0, value) / top) * (PLOT.bottom - PLOT.top));
  const axis = input.axis(greatest);
  const isWithin = input.today >= input.from && input.today <= input.until;
  return {
    ...{ label: input.label, width: WIDTH, height: HEIGHT, plot: PLOT, unit: axis.unit },
    rows: ticks.map((value) => ({ y: y(value), label: axis.label(value) })),
    columns: monthTicks(input).map((on) => ({ x: x(on), label: monthLabel(on) })),
    lines: input.lines
      .filter(({ points }) => points.length > 0)
      .map(({ kind, points }) => ({
        kind,
        points: points.map(({ on, value }) => `${x(on)},${y(value)}`).join(" "),
      })),
    dots: input.lines
      .filter(({ hasDots }) => hasDots)
      .flatMap(({ kind, points }) =>
        points.map((point) => ({
          ...{ kind, x: x(point.on), y: y(point.value), title: input.title(point) },
        })),
      ),
    cap: input.cap === null ? null : { y: y(input.cap) },
    today: isWithin ? { x: x(input.today), label: input.todayLabel } : null,
  };
}
