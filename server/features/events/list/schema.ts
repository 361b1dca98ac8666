import { z } from "zod";
import { isCalendarDate, parseCalendarDate } from "../../../values/calendar-date.ts";

const text = z.string().catch("").default("");

const day = text.transform((typed) => {
  const date = isCalendarDate(typed) ? typed : parseCalendarDate(typed);
  return date ?? "";
});

const id = text.transform((typed) => (/^[1-9]\d{0,8}$/.test(typed) ? typed : ""));

export const listStates = ["open", "to-close", "closed", "cancelled", "all", "archived"] as const;

/** The list as its address tells it; what makes no sense there is left out rather than refused. */
export const eventListSchema = z.object({
  state: z.enum(listStates).catch("open").default("open"),
  kind: id,
  activity: text.transform((typed) => (/^([1-9]\d{0,8}|none)$/.test(typed) ? typed : "")),
  from: day,
  to: day,
  sort: z.enum(["day", "-day"]).catch("day").default("day"),
});

export type EventListView = z.output<typeof eventListSchema>;
