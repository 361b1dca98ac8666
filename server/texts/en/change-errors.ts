import type { changeErrors as source } from "../cs/change-errors.ts";

export const changeErrors: typeof source = {
  draftExists: "A change of the project is being prepared already. Finish it or reject it first.",
  decisionExists:
    "The project has its decision already; a further budget comes with a change request.",
  noBudgetYet: "The project has no approved budget that a change could start from.",
  changeNotDraft: "Only a change that is still being prepared can be edited.",
  changeStep: "A change cannot go there from this state. Somebody may have moved it meanwhile.",
  changedRecordClosed: "The record is closed or archived, a change cannot set it.",
  changedRecordGone: (title: string) =>
    `The record “${title}” has been closed or archived meanwhile. Return the change to preparation and leave it out.`,
  changedRecordRefused: (title: string) =>
    `Values of the record “${title}” contradict each other, e.g. the end is before the start or the target is not above zero.`,
  confirmMovedMeanwhile:
    "Confirm that the change holds against the values that have changed meanwhile.",
  budgetBelowDrawn:
    "The budget is lower than what has already been drawn or claimed in the project.",
  transferSameLine: "Choose two different lines.",
  transferAcrossRoots:
    "Amounts do not go between eligible and ineligible expenditure, the sum would change.",
  transferTwoWays:
    "One line changes by units in one transfer and by price in another. Choose the same in both.",
  transferInexact:
    "The amount does not come out to the haléř in the lines. Choose another of those offered.",
  transferTooMuch: "There is not so much in the line.",
  transferNoWay: "No amount near this one comes out to the haléř between these lines. Try another.",
};
