/** What comes suddenly and is told by itself, not as the reminder of a day. */
const newsKinds = [
  "assigned",
  "returned",
  "moved",
  "event-cancelled",
  "event-moved",
  "mention",
  "handed-over",
  "taken-over",
] as const;

export type NewsKind = (typeof newsKinds)[number];

/** What news may be about; whatever the agenda lists as well bears the name it has there, or is mapped to it. */
const newsObjects = [
  "project",
  "milestone",
  "activity",
  "indicator",
  "event",
  "internship",
  "campaign",
  "risk",
  "remedy",
  "resolution",
  "report",
  "change",
  "timesheet",
  "output",
  "output-comment",
  "report-comment",
  "log-entry",
] as const;

export type NewsObject = (typeof newsObjects)[number];
