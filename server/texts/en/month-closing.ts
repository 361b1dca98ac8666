import type { monthClosing as czech } from "../cs/month-closing.ts";
import { plural } from "../plural.ts";

const forms = plural("en");
const projectsOf = (n: number) => forms(n, { one: "project", other: "projects" });
const counted = (one: string, other: string) => (n: number) => `${n} ${forms(n, { one, other })}`;

export const monthClosing: typeof czech = {
  title: "Month close",
  states: {
    running: "The month is running",
    open: "Not closed",
    closed: "Closed",
    reopened: "Reopened",
  },
  listStates: { open: "not closed", closed: "closed", reopened: "reopened" },
  closedBy: (who, when, revision) => `Closed ${when} (${who}), version ${revision}.`,
  mendedBy: (who, when, revision) => `Corrections taken in ${when} (${who}), version ${revision}.`,
  reopenedBy: (who, when) => `Reopened ${when} (${who}).`,
  canBeMended:
    "The summary has not been mailed yet: put a typo right in the records and take it in.",
  mailed: (when) =>
    `The summary was mailed ${when}. Later corrections will show in the next month's summary.`,
  closable: (day) => `It can be closed from ${day}.`,
  close: "Close the month",
  mend: "Take in corrections",
  reopen: "Reopen",
  system: "system",
  acts: {
    title: "What happened",
    names: { closed: "Closed", mended: "Corrections taken in", reopened: "Reopened" },
    withRevision: (act, revision) => `${act}, version ${revision}`,
  },
  revisions: {
    title: "Versions of the summary",
    one: (revision) => `Version ${revision}`,
    states: { running: "running", reported: "reported while not closed", frozen: "closed" },
    when: (state, when) => `${state} ${when}`,
    shown: "shown",
    shownNote: (revision, when) =>
      `Version ${revision}, as of ${when}. The figures are exactly those put down at the time.`,
    today: "Back to the figures of today",
  },
  missing: {
    title: "What the month lacks",
    complete: "Nothing is missing, the month can be closed.",
    completeRunning: "Nothing is missing so far.",
    fill: "Fill in",
    fillOne: (what) => `Fill in: ${what}`,
    kinds: {
      status: () => "the project's status",
      log: () => "a log entry",
      indicators: counted("indicator without a value", "indicators without a value"),
      spending: () => "the spending",
      events: counted("unclosed event", "unclosed events"),
      attendance: counted("session without attendance", "sessions without attendance"),
      timesheets: counted("timesheet not approved", "timesheets not approved"),
      expenditures: counted("undecided expenditure", "undecided expenditures"),
      overdue: counted("overdue item", "overdue items"),
      documents: counted("missing document", "missing documents"),
      risks: counted("risk to review", "risks to review"),
    },
  },
  closing: {
    title: "Closing the month",
    lead: (month) =>
      `The figures for ${month} are frozen as they are now. Whatever is entered later does not change the summary of this month.`,
    leadMissing: "The month still lacks:",
    confirm: "Close it with what is missing",
    submit: "Close the month",
  },
  reopening: {
    title: "Reopening the month",
    lead: "The frozen figures stay as the version they are. Closing the month again makes a further version.",
    leadMailed: "The summary has been mailed; its readers have the present version.",
    reason: "Reason",
    submit: "Reopen",
  },
  nudge: {
    one: "Notify",
    oneOf: (project) => `Notify: ${project}`,
    all: "Notify all that are not closed",
    today: "notified today",
    last: (day) => `notified ${day}`,
    team: "Notify the team",
    manager: "Notify the manager",
  },
  portfolio: {
    title: (month) => `What is missing: ${month}`,
    code: "Month close",
    link: "What the month lacks",
    summary: "Monthly summary",
    standingOpen: (closed, all) =>
      closed === all
        ? `All projects (${all}) have closed the month.`
        : `${closed} of ${all} ${projectsOf(all)} closed.`,
    standingRunning: (date) => `The month is running, as of ${date}.`,
    standingClosed: (who, when) => `The month of all projects was closed ${when} (${who}).`,
    mailedClosed: (when) => `Summary mailed ${when}.`,
    mailedOpen: (when) => `Summary mailed ${when} as not closed.`,
    willBeMailed: (date) => `The summary is mailed at the close, on ${date} at the latest.`,
    close: "Close the month of all projects",
    columns: {
      project: "Project",
      state: "Month",
      missing: "What is missing",
      nudge: "Notice",
    },
    nothing: "nothing is missing",
    table: "Projects by what is missing",
    empty: "No project ran in this month.",
    range: (from, to, n) => `${from}–${to} of ${n} ${projectsOf(n)}`,
    count: (n) => `${n} ${projectsOf(n)}`,
    closing: {
      title: "Closing the month of all projects",
      lead: (month) =>
        `The figures of all projects for ${month} are frozen and management gets the monthly summary by e-mail.`,
      leadMailed: "The summary was mailed as not closed; it is not sent again.",
      leadOpen: (n) =>
        `This also closes the month of ${n} ${projectsOf(n)} that ${forms(n, { one: "has", other: "have" })} not closed it.`,
      submit: "Close and mail the summary",
      submitMailed: "Close the month",
    },
  },
  corrections: {
    title: "Corrections of earlier months",
    hint: "What came to be different from the summaries told before, for months that were closed.",
    increment: (name, by, month) => `${name}: ${by} for ${month}`,
    state: (name, from, to, month) => `${name}: ${from} → ${to} for ${month}`,
    spent: "Spending",
    physical: "Physical progress of activities",
    health: "Status",
    none: "not given",
  },
  mail: {
    notClosed: (n, all) =>
      `The month is not closed yet for ${n} of ${all} ${projectsOf(all)}; their figures may still change.`,
    notClosedSubject: (subject) => `${subject} (not closed)`,
    subject: (project, month) => `What ${project} lacks for ${month}`,
    greeting: "Hello,",
    text: (who, project, month) =>
      `${who} asks you to complete the records of ${project} for ${month}.`,
    missing: (items) => `Missing: ${items}.`,
    deadline: (date) =>
      `The summary for management leaves on ${date} at the latest; what is not entered by then will not be in it.`,
    button: "Open the month",
    why: "You get this message as a member of the team that fills in the month. It goes once a day at most.",
  },
  history: {
    "month.closed": "Month closed",
    "month.mended": "Corrections taken into the closed month",
    "month.reopened": "Month reopened",
    "portfolio-month.closed": "Month of all projects closed",
  },
  fields: { month: "Month", revision: "Version", reason: "Reason" },
};
