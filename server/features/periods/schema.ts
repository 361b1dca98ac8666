import { z } from "zod";
import { checkbox, day, decimal, ids, version } from "../../values/fields.ts";
import { dutyKeys, readDays } from "./duties/schema.ts";

const MOST_MONTHS = 60;

const span = z.object({ startsOn: day(), endsOn: day() });

export const newPeriodSchema = span;

/** First sent, the form shows what would follow; confirmed there, it is saved. */
export const editedPeriodSchema = span.extend({
  version: version(),
  isConfirmed: checkbox(),
  moveIds: ids(),
});
export type EditedPeriodEntry = z.output<typeof editedPeriodSchema>;

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
