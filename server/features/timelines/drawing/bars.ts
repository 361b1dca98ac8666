import { type Span, spansTouch } from "../rules.ts";
import { placeBarLabel } from "./bar-labels.ts";
import type { Label, Shape } from "./chart.ts";
import type { ChartRow } from "./chart-input.ts";
import type { DrawingContext } from "./drawing-context.ts";
import { type Box, rectanglePath, roundedPath, tenths, verticalLine } from "./geometry.ts";
import type { Scale } from "./scale.ts";

export interface BarDrawing {
  /** null without dates, or with dates outside the span. */
  bar: Box | null;
  shapes: Shape[];
  labels: Label[];
}

const NARROWEST = 3;
const BASELINE_HEIGHT = 4;
const BASELINE_GAP = 2;

/** Of an activity and of a sub-activity. */
export const BAR_HEIGHTS = { 0: 18, 1: 14 } as const;

/** Height of the bar with the baseline under it. */
export function barLaneHeight(row: ChartRow): number {
  return BAR_HEIGHTS[row.level] + (movedFrom(row) ? BASELINE_GAP + BASELINE_HEIGHT : 0);
}

export function drawBar(row: ChartRow, top: number, context: DrawingContext): BarDrawing {
  const { input, scale } = context;
  const baseline = drawBaseline(row, top, scale);
  if (!row.dates || !spansTouch(row.dates, input.span)) {
    const away = row.dates ? awayShapes(row.dates, top, context) : [];
    return {
      bar: null,
      shapes: [...baseline, ...away],
      labels: placeBarLabel(
        row,
        { top, bar: null, filledTo: scale.left, tailFrom: scale.right },
        context,
      ),
    };
  }
  const bar = { ...visibleSpan(row.dates, scale), y: top, height: BAR_HEIGHTS[row.level] };
  const tailFrom = tailStartOf(row, bar, scale);
  const filledTo = progressEnd(row.dates, row.percentDone ?? 0, bar, scale);
  return {
    bar,
    shapes: [
      ...baseline,
      ...trackShapes(row, bar, scale),
      ...progressShapes(row, bar, filledTo),
      ...edgeShapes(row.dates, bar, filledTo, input.span),
      ...clampShapes(row, bar, input.span),
      ...todayShapes(bar, context.todayX),
    ],
    labels: placeBarLabel(row, { top, bar, filledTo, tailFrom }, context),
  };
}

export function movedFrom({ dates, baseline }: ChartRow): Span | null {
  if (!baseline) return null;
  return dates?.from === baseline.from && dates.to === baseline.to ? null : baseline;
}

/** Days of the bar after the day on which it should first have ended. */
export function slipOf(row: ChartRow): boolean {
  return row.baseline !== null && row.dates !== null && row.dates.to > row.baseline.to;
}

/** Cut to the area, and never too narrow to be seen. */
function visibleSpan(span: Span, scale: Scale): { x: number; width: number } {
  const start = Math.max(scale.left, scale.startOf(span.from));
  const end = Math.min(scale.right, scale.endOf(span.to));
  const width = Math.max(NARROWEST, end - start);
  return { x: Math.min(start, scale.right - width), width };
}

function progressEnd(dates: Span, percentDone: number, bar: Box, scale: Scale): number {
  const start = scale.startOf(dates.from);
  const end = start + ((scale.endOf(dates.to) - start) * percentDone) / 100;
  return Math.min(bar.x + bar.width, Math.max(bar.x, end));
}

function trackShapes(row: ChartRow, bar: Box, scale: Scale): Shape[] {
  const whole = { className: `timeline__bar timeline__bar--${row.state}`, d: roundedPath(bar, 3) };
  if (!slipOf(row)) return [whole];
  const end = bar.x + bar.width;
  const tailStart = tailStartOf(row, bar, scale);
  const kept = { ...bar, width: tailStart - bar.x };
  const tail = { ...bar, x: tailStart, width: end - tailStart };
  return [
    ...(kept.width > 0 ? [{ ...whole, d: roundedPath(kept, 3) }] : []),
    ...(tail.width > 0 ? [{ className: "timeline__slip", d: rectanglePath(tail) }] : []),
  ];
}

/** Where the part begins that goes beyond the first agreed end; the end of the bar if there is none. */
function tailStartOf(row: ChartRow, bar: Box, scale: Scale): number {
  const end = bar.x + bar.width;
  if (!row.baseline || !slipOf(row)) return end;
  return Math.min(end, Math.max(bar.x, scale.endOf(row.baseline.to)));
}

function progressShapes(row: ChartRow, bar: Box, filledTo: number): Shape[] {
  const width = filledTo - bar.x;
  if (width < 0.5) return [];
  const d = roundedPath({ ...bar, width }, 3);
  return [{ className: `timeline__progress timeline__progress--${row.state}`, d }];
}

function drawBaseline(row: ChartRow, top: number, scale: Scale): Shape[] {
  const baseline = movedFrom(row);
  if (!baseline || baseline.to < baseline.from) return [];
  const start = scale.startOf(baseline.from);
  const end = scale.endOf(baseline.to);
  if (end <= scale.left || start >= scale.right) return [];
  const y = top + BAR_HEIGHTS[row.level] + BASELINE_GAP;
  const box = { ...visibleSpan(baseline, scale), y, height: BASELINE_HEIGHT };
  return [{ className: "timeline__baseline", d: roundedPath(box, 2) }];
}

/** An arrow at the end that the span cuts off. */
function edgeShapes(dates: Span, bar: Box, filledTo: number, span: Span): Shape[] {
  const middle = bar.y + bar.height / 2;
  const shapes: Shape[] = [];
  if (bar.width < 30) return shapes;
  const add = (x: number, towards: "left" | "right") =>
    shapes.push(arrow(x, middle, towards, x < filledTo ? "filling" : "track"));
  if (dates.from < span.from) add(bar.x + 7, "left");
  if (dates.to > span.to) add(bar.x + bar.width - 7, "right");
  return shapes;
}

/** Stops at the ends that are in sight, as of something that does not fit where it belongs. */
function clampShapes({ outsideParent, dates }: ChartRow, bar: Box, span: Span): Shape[] {
  if (!outsideParent || !dates) return [];
  const ends: number[] = [];
  if (dates.from >= span.from) ends.push(bar.x);
  if (dates.to <= span.to) ends.push(bar.x + bar.width);
  return ends.length > 0 ? [clamps(bar, ends)] : [];
}

export function clamps({ y, height }: Box, ends: readonly number[]): Shape {
  const d = ends.map((x) => verticalLine(x, y - 3, y + height + 3)).join("");
  return { className: "timeline__clamp", d };
}

function awayShapes(dates: Span, top: number, { input, scale }: DrawingContext): Shape[] {
  const middle = top + 9;
  const before = dates.to < input.span.from;
  return [before ? arrow(scale.left + 7, middle, "left") : arrow(scale.right - 7, middle, "right")];
}

export function arrow(
  x: number,
  y: number,
  towards: "left" | "right",
  on: "track" | "filling" = "track",
): Shape {
  const step = towards === "left" ? -3.5 : 3.5;
  const d = `M${tenths(x - step)} ${tenths(y - 4)}l${step} 4 ${-step} 4`;
  return { className: `timeline__arrow timeline__arrow--on-${on}`, d };
}

function todayShapes(bar: Box, todayX: number | null): Shape[] {
  if (todayX === null || todayX <= bar.x || todayX >= bar.x + bar.width) return [];
  return [{ className: "timeline__today", d: verticalLine(todayX, bar.y, bar.y + bar.height) }];
}
