import type { Texts } from "../index.ts";

export const copies: Texts["copies"] = {
  title: "Copy the project",
  lead: "The plan is copied: activities, dates, periods, indicators with targets, sources, goals and target groups. The log, achieved values, the team and responsibilities are not.",
  previewLead: "This is how the dates would move. Nothing is saved yet.",
  startHint:
    "If the copy begins on the same day of a month as the project, dates move by whole months, otherwise by the same number of days.",
  preview: "Show the moved dates",
  save: "Create the copy",
  fields: { title: "Title", shortName: "Short name", startsOn: "New start" },
  columns: { what: "What", kind: "Kind", from: "Now", to: "In the copy" },
  kinds: {
    project: "project",
    period: "end of a period",
    activity: "activity",
    milestone: "date",
    target: "target of an indicator",
  },
};
