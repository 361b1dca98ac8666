import { type CalendarDate, daysBetween, laterOf } from "../../../values/calendar-date.ts";
import type { SeriesPoint } from "../rules.ts";

/** As `views/partials/sparkline.ejs` draws it, within 100 × 24. */
export interface Sparkline {
  points: string;
  label: string;
  last?: { x: number; y: number };
}

const WIDTH = 100;
const HEIGHT = 24;

/** The way of a figure from one day to another, as steps; undefined where there is nothing to draw. */
export function presentSparkline(
  series: readonly SeriesPoint[],
  span: { from: CalendarDate; to: CalendarDate },
  label: string,
): Sparkline | undefined {
  const last = series.at(-1);
  const first = series[0];
  if (!first || !last) return undefined;
  const from = first.on < span.from ? first.on : span.from;
  const days = Math.max(1, daysBetween(from, laterOf(span.to, last.on)));
  const values = series.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const height = Math.max(...values, 0) - low || 1;
  const x = (on: CalendarDate) => rounded((daysBetween(from, on) / days) * WIDTH);
  const y = (value: number) => rounded(HEIGHT - ((value - low) / height) * HEIGHT);
  const points = series.flatMap(({ on, value }, index) => {
    const [at, before] = [x(on), series[index - 1]?.value ?? value];
    return [`${at},${y(before)}`, `${at},${y(value)}`];
  });
  const end = { x: x(laterOf(span.to, last.on)), y: y(last.value) };
  return { points: [...points, `${end.x},${end.y}`].join(" "), label, last: end };
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
