import type { CalendarDate } from "../../../values/calendar-date.ts";
import { restDays, TIER_HEIGHT, type Tiers, tickDays } from "./axis.ts";
import type { Shape } from "./chart.ts";
import type { DrawingContext } from "./drawing-context.ts";
import { rectanglePath, verticalLine } from "./geometry.ts";

const CLOSEST_DAYS = 45;

export interface BackdropPlace {
  /** Tops of the axis and of what hangs under it. */
  axis: number;
  periods: number;
  bottom: number;
}

/** Shading and lines of time behind the rows. */
export function drawBackdrop(
  { major, minor }: Tiers,
  { axis, periods, bottom }: BackdropPlace,
  context: DrawingContext,
): Shape[] {
  const { input, scale, todayX } = context;
  const linesAt = (days: readonly CalendarDate[], top: number) =>
    days.map((day) => verticalLine(scale.startOf(day), top, bottom)).join("");
  // Days have labels but no lines of their own: Mondays are enough to count by.
  const lines = minor?.unit === "day" ? { ...minor, unit: "week" as const } : minor;
  const minorLines = lines ? linesAt(tickDays(lines, input.span), axis + TIER_HEIGHT) : "";
  const majorLines = linesAt(tickDays(major, input.span), axis);
  const today = todayX === null ? "" : verticalLine(todayX, periods, bottom);
  return [
    { className: "timeline__rest", d: restShading(minor?.unit, periods, bottom, context) },
    { className: "timeline__line", d: minorLines },
    { className: "timeline__line timeline__line--major", d: majorLines },
    { className: "timeline__today", d: today },
  ].filter(({ d }) => d !== "");
}

/** Weekends and holidays at the closest zoom only: farther away they would be a grey haze. */
function restShading(
  unit: string | undefined,
  top: number,
  bottom: number,
  { input, scale }: DrawingContext,
): string {
  const close = scale.right - scale.left <= CLOSEST_DAYS * scale.pxPerDay;
  if (!close || (unit !== "day" && unit !== "week")) return "";
  return restDays(input.span, input.holidays)
    .map(({ from, to }) => {
      const x = scale.startOf(from);
      return rectanglePath({ x, y: top, width: scale.endOf(to) - x, height: bottom - top });
    })
    .join("");
}
