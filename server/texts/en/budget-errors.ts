import type { budgetErrors as source } from "../cs/budget-errors.ts";
import { crownsIn, formatsFor } from "../formats.ts";

const crownsOf = crownsIn("en");
const unitsOf = (unitsE4: string) => formatsFor("en").trimmed(Number(unitsE4), 4);

export const budgetErrors: typeof source = {
  budgetCode: "Enter a code of numbers divided by dots, e.g. 1.1.4.3.",
  budgetRoot: "A budget has only roots 1 to 4: eligible, ineligible and informative expenditure.",
  secondRoot: "The budget has this root already.",
  codeTwice: "The budget has a line of this code already.",
  chapterMissing: (code) => `The chapter ${code} above is missing.`,
  chapterHasPrice: (code) =>
    `Chapter ${code} has an amount of its own. Clear its price, units or flat rate first.`,
  chapterNotPriced: "A chapter is the sum of its lines; it has no price or flat rate of its own.",
  chapterHasLines: "The chapter has lines. Delete them first.",
  codeOfChapter: "The code of a chapter with lines cannot change. Move its lines first.",
  budgetLineUsed: "There is expenditure on the line, it cannot be deleted. Set its amount to zero.",
  noBudgetDraft: "No draft of the budget is open. Begin a change first.",
  flatRateHasNoPrice: "In chapter 1.2 a flat rate makes the amount; there is no price or units.",
  flatRateElsewhere: "A flat rate belongs to chapter 1.2 only.",
  chooseFlatRate: "Choose the flat rate that the line is computed by.",
  inexactPrice: (lower, higher) =>
    `Price times units is not a whole haléř. The nearest prices are ${crownsOf(lower)} and ${crownsOf(higher)}.`,
  inexactUnits: (lower, higher) =>
    `Price times units is not a whole haléř. The nearest units are ${unitsOf(lower)} and ${unitsOf(higher)}.`,
  amountDiffers: (halere) => `The amount differs, ${crownsOf(halere)} comes out.`,
  amountTooLarge: "The amount is too large.",
  notNegative: "The value must not be negative.",
  validUnits: "Enter the number of units, at most four decimal places.",
  ambiguousUnits: "The number is ambiguous: write 2,2 or 2200.",
  tooManyColumns: "The row has more columns than expected.",
  pasteHasFaults: "The table has faults, see the rows below. Nothing was saved.",
  belowDrawn: (halere) => `${crownsOf(halere)} is drawn already; the project cannot have less.`,
  followsBudget: "The approved budget sets the amount; only a new version of it changes it.",
};
