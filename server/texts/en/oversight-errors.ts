import type { oversightErrors as czech } from "../cs/oversight-errors.ts";

export const oversightErrors: typeof czech = {
  reviewAfterAssessment: "The next review has to come after the day of the assessment.",
  remedyDone: "Somebody has recorded the remedy meanwhile. Reload the page.",
  beforeControl: "The remedy cannot come before the control began.",
  remedyNotDone: "The remedy is not recorded. Reload the page.",
  controlClosesWithConclusion: "A closed control needs its conclusion.",
  resolutionStep:
    "The resolution cannot do this from its present state. Somebody may have moved it meanwhile.",
  decisionBeforeSubmission: "The decision cannot come before the submission.",
};
