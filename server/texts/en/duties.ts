import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const forms = plural("en");
const days = (n: number) => forms(n, { one: "due date", other: "due dates" });
const owed = (n: number) => forms(n, { one: "duty", other: "duties" });

export const duties: Texts["duties"] = {
  title: "Duties of the legal act",
  subtitle: (span) => `Project ${span}`,
  decided: (on) => `decided on ${on}`,
  undecided: "no day of decision entered",
  settle: "Complete and recompute",
  rulesLink: "Rules of the project",
  periodsLink: "Monitoring periods",
  groups: {
    reporting: "Reports and payment requests",
    publicity: "Publicity",
    running: "Duties on the way",
    ending: "End and archiving",
  },
  columns: { duty: "Duty", due: "Due", anchor: "Counted from", actions: "Edits" },
  names: {
    report: "Implementation report",
    "payment-request": "Payment request",
    "advance-request": "Payment request no. 1 (advance)",
    poster: "Put up the A3 poster",
    "web-note": "Publish the project on the web and social media",
    "activity-plan": "Activity plan",
    timesheets: "Timesheets of the month",
    "participant-exits": "Enter the exit dates of all participants",
    "archive-decision": "Keep documents by the grant decision",
    "archive-national": "Keep documents while a levy may be set",
    "archive-eu": "Keep documents by the EU regulation",
  },
  numbered: {
    interim: {
      report: (number) => `Implementation report no. ${number}`,
      "payment-request": (number) => `Payment request no. ${number}`,
    },
    final: {
      report: (number) => `Final implementation report no. ${number}`,
      "payment-request": (number) => `Final payment request no. ${number}`,
    },
    activityPlan: (number) => `Activity plan of period ${number}`,
  },
  period: (number, span) => `Period ${number}, ${span}`,
  monthly: (until) => `every month until ${until}`,
  anchorOn: (anchor, on) => `${anchor}: ${on}`,
  version: (since) => `version of the rule from ${since}`,
  ownVersion: (reason) => `the project’s own rule: ${reason}`,
  source: (source) => `Source: ${source}`,
  unconfirmed: "Unconfirmed: check in your grant decision.",
  unconfirmedNote: (n) =>
    n === 1
      ? "One of the rules is a mere custom of the programme. Check it in your grant decision."
      : `${n} rules are mere customs of the programme. Check them in your grant decision.`,
  shifted: (on) => `working day ${on}`,
  remind: (on) => `reminded towards ${on}`,
  byRule: (on) => `by the rule ${on}`,
  overridden: (on, reason) => `by the rule ${on}, changed: ${reason}`,
  outdatedPill: "not as the rule says",
  missingPill: "not written down",
  noRule: "The programme has no such rule; enter the due date by hand, from your grant decision.",
  waits: {
    decision: "Waits for the day of decision.",
    "final-report": "Waits for the final period.",
    "last-payment": "Waits for the last payment.",
    "payment-year-end": "Waits for the last payment.",
    other: "The day cannot be told yet.",
  },
  noPeriods: "The project has no monitoring periods, so reports and payment requests are missing.",
  makePeriods: "Make periods",
  missing: (n) =>
    n === 1 ? "One duty is not written down yet." : `Not written down: ${n} ${owed(n)}.`,
  outdated: (n) =>
    n === 1
      ? "One due date no longer agrees with its rule."
      : `${n} ${days(n)} no longer agree with their rules.`,
  check: "Check",
  move: "Set another day",
  moveOf: (title) => `Set another day: ${title}`,
  empty: "Nothing follows from the rules of the programme yet.",
  weekend:
    "Where a due date falls on a weekend or a holiday, the next working day is shown too. Reminders follow the earlier reading.",
  workbook: "Download as Excel",
  sheet: {
    file: "duties",
    name: "Duties",
    group: "Kind",
    title: "Duty",
    period: "Period",
    dueOn: "Due",
    shiftedOn: "Working day",
    remindOn: "Reminded towards",
    byRule: "Due by the rule",
    reason: "Reason for another day",
    doneOn: "Done on",
    cancelledOn: "Cancelled on",
    isWritten: "Written down",
    anchor: "Counted from",
    anchorOn: "Day it is counted from",
    rule: "Rule",
    version: "Version of the rule from",
    source: "Source",
    state: "State of the rule",
  },
  settlement: {
    title: "Complete and recompute duties",
    text: "Nothing is written before you save your choice. Duties written down stand among milestones, where they have an owner and reminders.",
    moves: "Compute due dates anew",
    movesHint: "Due dates set by hand and duties done do not change.",
    adds: "Write down new duties",
    addsHint:
      "What has passed already is not ticked: write it down only where it belongs in the records.",
    cancels: "Cancel what no longer follows from the rules",
    moved: (title, from, to) => `${title}: from ${from} to ${to}`,
    seriesMoved: (title, until) => `${title}: repeat until ${until}`,
    added: (title, on) => `${title}: ${on}`,
    cancelled: (title, on) => `${title}: ${on}`,
    dayOf: (title) => `Due date: ${title}`,
    nothing: "All duties are written down and agree with the rules.",
    submit: "Save the chosen",
  },
  replan: {
    title: "What would follow",
    lead: "The change of the project is not saved yet. Untick what should stay as it is; duties done and days set by hand do not change.",
    dates: {
      startsOn: "Start",
      endsOn: "End",
      decidedOn: "Day of decision",
      programme: "Programme",
    },
    none: "not given",
    before: "So far",
    after: "From now on",
    what: "Fact",
    fitPeriods: "Fit the monitoring periods",
    fitHint: "Otherwise the periods stay, and so do the due dates that hang on them.",
    section: "What would follow for periods and duties",
    periodAdded: (name, span) => `${name} is added: ${span}.`,
    periodGone: (name, span) => `${name} is removed: ${span}.`,
    periodMoved: (name, span) => `${name} will be ${span}.`,
    newPeriod: "new period",
    gone: "is removed",
    periodsInUse: (list) =>
      `Periods ${list} cannot be removed: targets, money or reports refer to them. The periods stay, and are yours to edit.`,
    stays: (n) =>
      n === 1
        ? "One duty that is done or has its day set by hand stays."
        : `${n} duties that are done or have their day set by hand stay.`,
    submit: "Save the project and the chosen changes",
    back: "Back to editing",
  },
  movedByRule: "Due date computed anew by the rule of the programme.",
  notOwed: "The duty no longer follows from the rules.",
};
