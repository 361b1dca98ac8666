import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const persons = (n: number) => plural("en")(n, { one: "person", other: "persons" });

export const closings: Texts["closings"] = {
  close: "Close the event",
  title: "Closing the event",
  lead: "Closing posts the hours to the support of the participants.",
  leadNoSupport: "The event does not count as support of persons, no hours are posted.",
  leadHeads: "The event is closed by a number of persons, without names.",
  noSessions: "The event has no session.",
  ahead: (day: string) => `The session of ${day} has not been held yet.`,
  undecided: (day: string, n: number) => `${day}: attendance of ${n} ${persons(n)} is missing`,
  enter: "Enter",
  missing: "What is missing",
  sheetAttached: "The attendance sheet is attached.",
  attach: "Attach the sheet",
  sheetReason: "Why the sheet is missing",
  sheetReasonHint: "Leave empty if you attach the sheet to the event.",
  headCount: "Number of persons",
  headCountWomen: "Of them women",
  headCountWomenHint: "Leave empty if nobody counted.",
  submit: "Close and post the hours",
  submitHeads: "Close the event",
  reopen: "Reopen",
  reopenTitle: "Reopening the event",
  reopenLead: "Posted hours stay. After the next closing only those that differ are corrected.",
  reason: "Reason",
  history: {
    "event.closed": "Event closed",
    "event.reopened": "Event reopened",
  },
  fields: {
    headCount: "Number of persons",
    headCountWomen: "Of them women",
    sheetReason: "Why the sheet is missing",
    reason: "Reason",
  },
};
