import type { DueRuleKind } from "../../programme-rules/rules.ts";

/** Everything the legal act owes, in the order in which people look for it. */
export const dutyNames = [
  "advance-request",
  "report",
  "payment-request",
  "poster",
  "web-note",
  "activity-plan",
  "timesheets",
  "participant-exits",
  "archive-decision",
  "archive-national",
  "archive-eu",
] as const;
export type DutyName = (typeof dutyNames)[number];

export const dutyGroups = ["reporting", "publicity", "running", "ending"] as const;
export type DutyGroup = (typeof dutyGroups)[number];

export interface DutyKind {
  group: DutyGroup;
  /** Owed for each monitoring period, once by the project, or each month of it. */
  per: "period" | "project" | "month";
  milestone: "report" | "payment-request" | "publicity" | "other";
  rule: DueRuleKind;
  /** The rule of the last period, where it has one of its own. */
  finalRule?: DueRuleKind;
  /** Owed by every project: where the programme has no rule, somebody sets the day. */
  isAlwaysOwed?: boolean;
}

const reporting = {
  group: "reporting",
  per: "period",
  rule: "interim-report-offset",
  finalRule: "final-report-offset",
  isAlwaysOwed: true,
} as const;

const ending = { group: "ending", per: "project", milestone: "other" } as const;

export const dutyKinds: Record<DutyName, DutyKind> = {
  "advance-request": {
    group: "reporting",
    per: "project",
    milestone: "payment-request",
    rule: "advance-request-offset",
  },
  report: { ...reporting, milestone: "report" },
  "payment-request": { ...reporting, milestone: "payment-request" },
  poster: { group: "publicity", per: "project", milestone: "publicity", rule: "poster-offset" },
  "web-note": {
    group: "publicity",
    per: "project",
    milestone: "publicity",
    rule: "web-note-offset",
  },
  "activity-plan": {
    group: "running",
    per: "period",
    milestone: "other",
    rule: "activity-plan-offset",
  },
  timesheets: { group: "running", per: "month", milestone: "other", rule: "timesheet-offset" },
  "participant-exits": { ...ending, rule: "participant-exit-offset" },
  "archive-decision": { ...ending, rule: "retention-years" },
  "archive-national": { ...ending, rule: "levy-years" },
  "archive-eu": { ...ending, rule: "retention-years-eu" },
};
