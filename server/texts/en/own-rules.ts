import type { Texts } from "../index.ts";
import { dueRules } from "./due-rules.ts";
import { programmeRules } from "./programme-rules.ts";

export const ownRules: Texts["ownRules"] = {
  title: "Rules of the project",
  byDecision: (programme, on) =>
    `The rules of ${programme} as of the day of decision, ${on}, hold. What the grant decision sets otherwise is entered with a reason.`,
  byStart: (programme, on) =>
    `No day of decision is entered, so the rules of ${programme} as of the start of the project, ${on}, hold. What the grant decision sets otherwise is entered with a reason.`,
  unconfirmedNote:
    "Values marked “Check in your grant decision” are customs of the programme. Compare them with the grant decision of this project.",
  origin: "Where from",
  actions: "Edits",
  own: "the project’s own rule",
  common: (since) => `programme, version from ${since}`,
  because: (reason) => `Reason: ${reason}`,
  instead: (value) => `instead of ${value}`,
  insteadOfNothing: "the programme sets no value",
  missing: "The programme sets no value.",
  set: "Set otherwise",
  edit: "Edit",
  remove: "Go back to the programme’s rule",
  commonSays: (value, since, source) =>
    `Programme: ${value} (version from ${since}). Source: ${source}`,
  commonMissing: "The programme sets no value.",
  offsetNote:
    "Days already written down do not move by themselves. The page of duties shows which no longer follow the rule.",
  reason: "Reason for the difference",
  reasonHint: "Why another value than the programme’s holds for this project.",
  link: "All rules of the project",
  history: {
    "own-rule.created": "The project’s own rule set",
    "own-rule.edited": "The project’s own rule edited",
    "own-rule.removed": "Back to the programme’s rule",
  },
  fields: {
    kind: "Rule",
    value: "Value",
    reason: "Reason for the difference",
    source: "Source",
    isConfirmed: "Checked",
  },
  fieldValues: { kind: programmeRules.kinds, value: dueRules.stored },
};
