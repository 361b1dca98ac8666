import { z } from "zod";
import { checkbox, day, ids, version } from "../../values/fields.ts";

const span = z.object({ startsOn: day(), endsOn: day() });

export const newPeriodSchema = span;

/** First sent, the form shows what would follow; confirmed there, it is saved. */
export const editedPeriodSchema = span.extend({
  version: version(),
  isConfirmed: checkbox(),
  moveIds: ids(),
});
export type EditedPeriodEntry = z.output<typeof editedPeriodSchema>;
