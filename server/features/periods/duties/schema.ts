import { z } from "zod";
import { type CalendarDate, parseCalendarDate } from "../../../values/calendar-date.ts";
import { checkbox, decimal, ids } from "../../../values/fields.ts";
import { dutyKinds } from "./rules.ts";

const KEY = new RegExp(`^[1-9]\\d{0,2}-(${dutyKinds.join("|")})$`);
const DAY = /^day-(.+)$/;

const MOST_MONTHS = 60;

export const generationSchema = z
  .looseObject({
    months: decimal(0, { least: 1, most: MOST_MONTHS }),
    isConfirmed: checkbox(),
    duties: dutyKeys(),
  })
  .transform((entry, context) => ({
    months: entry.months,
    isConfirmed: entry.isConfirmed,
    duties: entry.duties,
    days: readDays(entry, context),
  }));
export type GenerationEntry = z.output<typeof generationSchema>;

export const dutiesSchema = z
  .looseObject({ duties: dutyKeys(), moveIds: ids() })
  .transform((entry, context) => ({
    duties: entry.duties,
    moveIds: entry.moveIds,
    days: readDays(entry, context),
  }));

/** Which duties are wanted: `3-report`, none, one or a list. */
function dutyKeys() {
  return z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .refine((keys) => keys.every((key) => KEY.test(key)), "unknownChoice")
    .transform((keys) => [...new Set(keys)]);
}

/** Days typed for duties without a rule, `day-3-report`: a field for each, so their names are not known ahead. */
function readDays(
  entry: Record<string, unknown>,
  context: z.core.$RefinementCtx,
): Record<string, CalendarDate> {
  const days: Record<string, CalendarDate> = {};
  for (const [name, typed] of Object.entries(entry)) {
    const key = DAY.exec(name)?.[1];
    if (key === undefined || !KEY.test(key) || typed === "") continue;
    const day = typeof typed === "string" ? parseCalendarDate(typed) : undefined;
    if (day) days[key] = day;
    else context.addIssue({ code: "custom", path: [name], message: "validDate" });
  }
  return days;
}
