import { z } from "zod";
import { isCalendarDate } from "../../values/calendar-date.ts";
import { filterChoice, filterId, filterText } from "../../values/filters.ts";
import { calendarViews } from "./rules.ts";

/** The calendar as its address tells it; what makes no sense there is left out rather than refused. */
export const calendarSchema = z.object({
  view: filterChoice(calendarViews, "month"),
  on: filterText.transform((typed) => (isCalendarDate(typed) ? typed : "")),
  project: filterId,
  kind: filterId,
  who: filterText.transform((typed) => (/^(mine|[1-9]\d{0,8})$/.test(typed) ? typed : "")),
});

export type CalendarQuery = z.output<typeof calendarSchema>;
