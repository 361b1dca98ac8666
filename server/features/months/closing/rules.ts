import type { MonthAct } from "../../../../db/queries/month-acts.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { lastDayOf, type Month } from "../../../values/month.ts";

export type ClosingState = "open" | "closed" | "reopened";

/** Where a project's month stands after the last thing that happened to it. */
export function closingState(last: MonthAct | undefined): ClosingState {
  if (last === undefined) return "open";
  return last === "reopened" ? "reopened" : "closed";
}

/** Figures are frozen once nothing more can happen in the month. */
export function isOver(month: Month, today: CalendarDate): boolean {
  return today > lastDayOf(month);
}

/** What may be done with a project's month; a typo is mended only until readers were told of the figures. */
export function stepsOf(of: {
  month: Month;
  today: CalendarDate;
  last: MonthAct | undefined;
  isMailed: boolean;
}): { close: boolean; mend: boolean; reopen: boolean } {
  const isClosed = closingState(of.last) === "closed";
  return {
    close: isOver(of.month, of.today) && !isClosed,
    mend: isClosed && !of.isMailed,
    reopen: isClosed,
  };
}
