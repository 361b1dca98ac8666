import { z } from "zod";
import { isCalendarDate } from "../../../values/calendar-date.ts";
import { isMonth } from "../../../values/month.ts";

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/** `2026-03-02.17`: an entry's day and id, its place in the log. */
const place = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d\.[1-9]\d{0,8}$/)
  .refine((text) => isCalendarDate(text.slice(0, 10)))
  .transform((text) => ({ happenedOn: text.slice(0, 10), id: Number(text.slice(11)) }))
  .optional()
  .catch(undefined);

/** What the address of the log may narrow it to; whatever makes no sense is left out. */
export const logListSchema = z.object({
  q: z.string().trim().max(200).catch(""),
  month: z.string().refine(isMonth).optional().catch(undefined),
  activity: z
    .union([z.literal("none"), id])
    .optional()
    .catch(undefined),
  author: id.optional().catch(undefined),
  archived: z
    .string()
    .transform((value) => value === "true")
    .catch(false),
  after: place,
  before: place,
});

export type LogListView = z.output<typeof logListSchema>;
