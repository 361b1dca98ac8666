import type { planErrors as source } from "../cs/plan-errors.ts";

export const planErrors: typeof source = {
  planArchived: "The plan is archived, nothing in it changes.",
  validDayOfYear: "Enter a day and a month, e.g. 15. 1.",
  cardNumberTaken: "The plan has a card of this number already.",
  areaCodeTaken: "The plan has an area of this code already, perhaps in the archive.",
  areaNotEmpty: "There are cards or sub-areas in the area. Move them first.",
  areaWithinItself: "An area cannot belong to itself or to what is in it.",
  wordTaken: (word) => `“${word}” already belongs to another item.`,
  termCode: "A code has only small letters without accents, digits and a hyphen.",
  sectionNumber: "Enter the number of the section without its sign, such as 44 or 60a.",
  outsidePlan: "The year lies outside the plan.",
  outsideYear: "The day has to lie in the year of the action plan.",
  emptyActionPlan: "There is nothing in the action plan, it cannot be approved.",
  actionPlanApproved: "The action plan is approved, only results are added.",
  approvedActionPlanStays: "An approved action plan is not archived. Withdraw its approval first.",
  actionPlanOfYear: "The year has another action plan by now. Archive that one first.",
  cardOfNewerPlan: "Choose a card of the newer plan that continues the older one.",
};
