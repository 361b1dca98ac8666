import { z } from "zod";
import { type CalendarDate, parseCalendarDate } from "../../../values/calendar-date.ts";
import { checkbox, ids } from "../../../values/fields.ts";
import { dutyKinds, dutyNames } from "../kinds/rules.ts";

const perPeriod = dutyNames.filter((name) => dutyKinds[name].per === "period").join("|");
const perProject = dutyNames.filter((name) => dutyKinds[name].per !== "period").join("|");
const KEY = new RegExp(`^([1-9]\\d{0,2}-(${perPeriod})|${perProject})$`);
const DAY = /^day-(.+)$/;
const MOST_KEYS = 500;

/** What forms say of duties: which to write down, which to move to their rule's day, which to cancel. */
export function choiceFields() {
  return { duties: dutyKeys(), moveIds: ids(), cancelIds: ids() };
}

/** The same where the project's own days move: whether its periods follow, and a mark of what was shown. */
export function replanFields() {
  return {
    fitsPeriods: checkbox(),
    seenReplan: z.string().max(64).default(""),
    ...choiceFields(),
  };
}

/** Which duties are wanted: `3-report`, none, one or a list. */
export function dutyKeys() {
  return z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .refine((keys) => keys.length <= MOST_KEYS, "unknownChoice")
    .refine((keys) => keys.every((key) => KEY.test(key)), "unknownChoice")
    .transform((keys) => [...new Set(keys)]);
}

/** Days typed for duties without a rule, `day-3-report`: a field for each, so their names are not known ahead. */
export function typedDays(
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
