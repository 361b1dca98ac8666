import { z } from "zod";
import { isCalendarDate } from "../../values/calendar-date.ts";
import { calendarViews } from "./rules.ts";

const text = z.string().catch("").default("");
const id = text.transform((typed) => (/^[1-9]\d{0,8}$/.test(typed) ? typed : ""));

/** The calendar as its address tells it; what makes no sense there is left out rather than refused. */
export const calendarSchema = z.object({
  view: z.enum(calendarViews).catch("month").default("month"),
  on: text.transform((typed) => (isCalendarDate(typed) ? typed : "")),
  project: id,
  kind: id,
  who: text.transform((typed) => (/^(mine|[1-9]\d{0,8})$/.test(typed) ? typed : "")),
});

export type CalendarQuery = z.output<typeof calendarSchema>;
