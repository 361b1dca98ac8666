import { z } from "zod";
import {
  choice,
  day,
  optionalDay,
  optionalId,
  optionalText,
  text,
  version,
} from "../../values/fields.ts";
import { ownerFields } from "../../values/owner.ts";
import { outcomes } from "./rules.ts";

const fields = {
  title: text(300),
  decidedBy: text(200),
  submitBy: day(),
  meetsOn: optionalDay(),
  fileNumber: optionalText(100),
  changeId: optionalId(),
  note: optionalText(4_000),
  ...ownerFields(),
};

export const newResolutionSchema = z.object(fields);
export const editedResolutionSchema = z.object({ ...fields, version: version() });

export const submissionSchema = z.object({
  version: version(),
  submittedOn: day(),
  meetsOn: optionalDay(),
  fileNumber: optionalText(100),
});

export const decisionSchema = z.object({
  version: version(),
  outcome: choice(outcomes),
  decidedOn: day(),
  resolutionNumber: optionalText(100),
});

export const reasonSchema = z.object({ version: version(), reason: text(1_000) });

export type ResolutionEntry = z.output<typeof newResolutionSchema>;
export type EditedResolution = z.output<typeof editedResolutionSchema>;
export type Submission = z.output<typeof submissionSchema>;
export type Decision = z.output<typeof decisionSchema>;
export type Reason = z.output<typeof reasonSchema>;
