import { z } from "zod";
import { parseHours } from "../../../values/duration.ts";
import { choice, day, read, text } from "../../../values/fields.ts";

const MINUTES_OF_DAY = 24 * 60;

const hours = read(parseHours, "validHours")
  .refine((minutes): minutes is number => minutes !== null, "required")
  .refine((minutes) => minutes <= MINUTES_OF_DAY, "atMost:24");

export const postingSchema = z.object({
  validOn: day(),
  form: choice(["in-person", "electronic"]),
  minutes: hours.refine((minutes) => minutes > 0, "required"),
  note: text(500),
});

/** No hours take the entry away. */
export const correctionSchema = postingSchema.extend({ minutes: hours });

export type PostingEntry = z.output<typeof postingSchema>;
