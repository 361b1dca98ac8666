import { z } from "zod";
import {
  choice,
  day,
  optionalChoice,
  optionalDay,
  optionalId,
  optionalText,
  text,
  version,
} from "../../values/fields.ts";
import { ownerFields } from "../../values/owner.ts";
import { milestoneKinds, outputKinds, recurrences } from "./rules.ts";

const fields = z.object({
  kind: choice(milestoneKinds),
  outputKind: optionalChoice(outputKinds),
  title: text(300),
  activityId: optionalId(),
  expectedOn: optionalDay(),
  note: optionalText(5000),
  recurrence: choice(recurrences).default("none"),
  recursUntil: optionalDay(),
  ...ownerFields(),
});

export const newMilestoneSchema = fields.extend({ dueOn: day() });

/** The due day is not edited but moved, with a reason. */
export const editedMilestoneSchema = fields.extend({ version: version() });

export type MilestoneEntry = z.output<typeof fields>;
export type EditedMilestone = z.output<typeof editedMilestoneSchema>;
