import type { CalendarDate } from "../../../values/calendar-date.ts";
import { dayNumberOf } from "../../../values/day-number.ts";
import type { Span } from "../rules.ts";

/** From days to px. Not clamped: a day outside the span lies outside the area. */
export interface Scale {
  left: number;
  right: number;
  pxPerDay: number;
  /** Where the day begins. */
  startOf(date: CalendarDate): number;
  /** Where the day ends. */
  endOf(date: CalendarDate): number;
  middleOf(date: CalendarDate): number;
}

export function timeScale(span: Span, area: { left: number; right: number }): Scale {
  const first = dayNumberOf(span.from);
  const days = dayNumberOf(span.to) - first + 1;
  const pxPerDay = (area.right - area.left) / days;
  const at = (dayNumber: number) => area.left + (dayNumber - first) * pxPerDay;
  return {
    ...area,
    pxPerDay,
    startOf: (date) => at(dayNumberOf(date)),
    endOf: (date) => at(dayNumberOf(date) + 1),
    middleOf: (date) => at(dayNumberOf(date) + 0.5),
  };
}
