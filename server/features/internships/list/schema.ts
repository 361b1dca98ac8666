import { z } from "zod";
import { isCalendarDate, parseCalendarDate } from "../../../values/calendar-date.ts";
import { internshipStates } from "../rules.ts";

const day = z
  .string()
  .catch("")
  .default("")
  .transform((typed) => (isCalendarDate(typed) ? typed : (parseCalendarDate(typed) ?? "")));

export const listStates = ["all", ...internshipStates, "archived"] as const;

/** The list as its address tells it; what makes no sense there is left out rather than refused. */
export const internshipListSchema = z.object({
  state: z.enum(listStates).catch("all").default("all"),
  from: day,
  to: day,
});

export type InternshipListView = z.output<typeof internshipListSchema>;
