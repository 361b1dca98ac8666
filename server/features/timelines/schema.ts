import { z } from "zod";
import { isCalendarDate } from "../../values/calendar-date.ts";
import { ZOOMS } from "./rules.ts";

/** What the address asks for; whatever it does not say well is left at its default. */
export const timelineViewSchema = z.object({
  zoom: z.enum(ZOOMS).catch("fit"),
  on: z.string().refine(isCalendarDate).optional().catch(undefined),
  paper: z.enum(["a4", "a3"]).catch("a4"),
  finished: z.literal("true").optional().catch(undefined),
});

export type TimelineView = z.output<typeof timelineViewSchema>;
