import type { staffErrors as source } from "../cs/staff-errors.ts";
import { crownsIn } from "../formats.ts";

const crownsOf = crownsIn("en");

export const staffErrors: typeof source = {
  flatRateHasNoLine: "A position paid from the flat rate has no budget line.",
  outputOfCreatedPosition: "Only a newly created position completes an output by being filled.",
  beforeLastState: "The day must not be before the state recorded last.",
  stateByAssignments: "The state of this position follows from who holds it.",
  payNeedsUnit: "Enter both the amount and the unit, or neither.",
  holdsPositionAlready: "This person holds the position at that time already.",
  timesheetAhead: "This month has not begun yet.",
  positionInUse: "Timesheets or pay hang on the position already.",
  timesheetsOutside: "Timesheets or pay would be left outside these days.",
  assignmentInUse: "Timesheets or pay hang on this holder. Enter an end date instead.",
  notPayroll: "Parts of pay belong to an expenditure of pay that was not withdrawn.",
  payOverAmount: (halere) => `The sum is ${crownsOf(halere)} more than the expenditure.`,
  payUnderAmount: (halere) => `The sum is ${crownsOf(halere)} less than the expenditure.`,
  outsideAssignment: "The person did not work in the position in this month.",
  contractOfLine: "The kind of contract does not match the budget line of the expenditure.",
  noApprovedTimesheet:
    "The timesheet of this month is not approved. Approve it, or enter the hours.",
  nobodyChosen: "Choose at least one item of pay.",
  payRecordedMeanwhile: "Somebody has recorded some of the pay meanwhile. Check what is chosen.",
  payRecordedTwice: "The same expenditure is in the project already. Change the document number.",
  timesheetNotOpen: "The timesheet is submitted. It can be edited once it is returned.",
  timesheetIncomplete: "The timesheet does not meet its checks yet.",
};
