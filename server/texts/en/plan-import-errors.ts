import type { planImportErrors as Czech } from "../cs/plan-import-errors.ts";

export const planImportErrors: typeof Czech = {
  chooseAnnex: "Choose a file, or paste the text of the annex.",
  fileOrText: "Choose one: a file, or a pasted text.",
  planChangedMeanwhile:
    "The plan has changed since the page was shown. Look at the differences again and repeat the step.",
  importUndecided: "Some cards still wait for a decision. All are written, or none.",
  importedCardEdited: (number) =>
    `Card ${number} was edited by hand. Discard its edits first, then change the proposal.`,
  planImportPassed: (numbers, more) =>
    `The import cannot be taken back: cards ${numbers}${more === "0" ? "" : ` and ${more} more`} have been worked on since.`,
};
