import { z } from "zod";
import {
  checkbox,
  day,
  id,
  ids,
  optionalDay,
  optionalDecimal,
  optionalId,
  optionalText,
  text,
  version,
} from "../../values/fields.ts";

export const LONGEST_BODY = 5_000;
export const LONGEST_STEP = 300;

const facts = {
  happenedOn: day(),
  body: text(LONGEST_BODY),
  activityIds: ids(),
  /** Hundredths of an hour. */
  hours: optionalDecimal(2, { least: 1, most: 2_400 }),
  nextStep: optionalText(LONGEST_STEP),
  nextStepOn: optionalDay(),
  milestoneId: optionalId(),
};

export const logEntrySchema = z.object({
  ...facts,
  percent: optionalDecimal(0, { least: 0, most: 100 }),
  isMilestoneDone: checkbox(),
});

/** From outside a project. */
export const logEntryAnywhereSchema = logEntrySchema.extend({ projectId: id() });

export const editedLogEntrySchema = z.object({
  ...facts,
  /** Asked when the task of the next step was changed by somebody since. */
  task: z.enum(["follow", "keep"]).optional().catch(undefined),
  version: version(),
});

export type WrittenEntry = z.output<typeof logEntrySchema>;
export type EditedEntry = z.output<typeof editedLogEntrySchema>;
