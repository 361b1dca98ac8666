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
import { marks, riskStates } from "./rules.ts";

const mark = () => choice(marks.map(String)).transform(Number);

const fields = {
  title: text(300),
  description: optionalText(4_000),
  measure: optionalText(4_000),
  activityId: optionalId(),
  nextReviewOn: optionalDay(),
  ...ownerFields(),
};

/** A new risk is assessed at once. */
export const newRiskSchema = z.object({
  ...fields,
  probability: mark(),
  impact: mark(),
  validOn: day(),
});

export const editedRiskSchema = z.object({ ...fields, version: version() });

const assessment = {
  state: choice(riskStates),
  probability: mark(),
  impact: mark(),
  validOn: day(),
  note: optionalText(2_000),
};

export const assessmentSchema = z.object({ ...assessment, nextReviewOn: optionalDay() });
export const correctionSchema = z.object(assessment);

export type NewRisk = z.output<typeof newRiskSchema>;
export type EditedRisk = z.output<typeof editedRiskSchema>;
export type AssessmentEntry = z.output<typeof assessmentSchema>;
export type CorrectionEntry = z.output<typeof correctionSchema>;
