import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const one = plural("en");

const monthEnds = { "month-end": "by the end of the month", "same-day": "by the same day" };

export const offsetValues = Object.fromEntries(
  Object.entries(monthEnds).flatMap(([code, words]) =>
    Array.from({ length: 25 }, (_, n) => {
      const months = one(n, { one: "month", other: "months" });
      return [`${n} ${code}`, `${n} ${months}, ${words}`];
    }),
  ),
);

export const programmeRules: Texts["programmeRules"] = {
  title: "Programme rules",
  subtitle:
    "From these values the system computes periods, days of reports and thresholds. A project follows the version of its day of decision.",
  tabs: {
    rules: "Rules",
    codeLists: "Code lists",
    eventKinds: "Kinds of events",
    indicators: "Indicators",
    reminders: "Reminders",
  },
  add: "New version of a rule",
  columns: {
    rule: "Rule",
    value: "Value",
    validity: "Validity",
    source: "Source",
    state: "State",
  },
  confirmed: "Confirmed",
  unconfirmed: "Check in your grant decision",
  unconfirmedNote:
    "Values marked “Check in your grant decision” are customs of the programme. What binds is the grant decision: compare it, correct the value if need be, and confirm it.",
  since: (on) => `from ${on}`,
  ended: "ended",
  future: "to come",
  nothing: "The programme has no rule yet.",
  values: {
    months: (n, text) => `${text} ${one(n, { one: "month", other: "months" })}`,
    days: (n, text) => `${text} ${one(n, { one: "day", other: "days" })}`,
    hours: (n, text) => `${text} ${one(n, { one: "hour", other: "hours" })}`,
    years: (n, text) => `${text} ${one(n, { one: "year", other: "years" })}`,
    offset: (n, text, monthEnd) =>
      `${text} ${one(n, { one: "month", other: "months" })}, ${monthEnd}`,
  },
  monthEnds,
  form: {
    newTitle: "New version of a rule",
    newLead: "The version in force until now ends the day before the new one begins.",
    programme: "Programme",
    kind: "Rule",
    value: "Value",
    valueHints: {
      months: "Number of months.",
      days: "Number of days.",
      hours: "Number of hours.",
      years: "Number of years.",
      percent: "Whole per cent.",
      share: "Per cent with at most three decimal places.",
      offset: "Number of months after the end of the period or project.",
    },
    newValueHint: "A number in the unit of the rule: months, days, hours, years or per cent.",
    monthEnd: "When a period ends on the last day of a month, the due day is",
    validFrom: "Valid from",
    validTo: "Valid until",
    source: "Source",
    sourceHint: "The regulation, article or document that the value comes from.",
    isConfirmed: "The value was checked in the grant decision or in the rules of the programme",
    save: "Save",
    history: "History of the rule",
  },
  kinds: {
    "period-length": "Length of a monitoring period",
    "interim-report-offset": "Interim report and payment request",
    "final-report-offset": "Final report and payment request",
    "support-threshold": "Threshold of a person's support",
    "electronic-share-cap": "Largest share of electronic support",
    "exit-results-window": "Results after a person's exit",
    "indicator-alert": "Warning level of indicators",
    "eu-share": "Share of the EU",
    "own-share": "Region's own share",
    "flat-rate-54a": "Flat rate up to 7 % of direct costs",
    "flat-rate-54b": "Flat rate up to 15 % of direct staff costs",
    "flat-rate-54c": "Flat rate up to 25 % of direct costs",
    "flat-rate-55": "Flat rate for direct staff costs",
    "flat-rate-56": "Flat rate for other costs from staff costs",
    "transfer-threshold": "Threshold of a substantial change of budget",
    "employer-levies": "Employer's levies on pay",
    "levy-years": "Years in which a levy may be set",
    "retention-years": "Keeping of documents by the decision",
    "retention-years-eu": "Keeping of documents by the EU regulation",
  },
  reminders: {
    title: "Reminders of deadlines",
    subtitle: "How many days before a deadline and after it a thing comes into the daily overview.",
    columns: { what: "Of what", before: "Before", after: "Overdue", state: "State" },
    objects: {
      milestone: "Milestones and everything with a day",
      period: "Ends of monitoring periods",
      indicator: "Targets of indicators for the whole project",
      "indicator-target": "Targets of indicators for a period",
      event: "Beginnings of events",
      "event-closing": "Closing of attendance after an event",
      "risk-review": "Reviews of risks",
      remedy: "Remedies of findings",
      submission: "Submission of resolutions",
    },
    daysBefore: (list) => `${list} days before`,
    onTheDay: "on the day",
    never: "no reminder",
    overdue: (first, every) => `on day ${first} after it, then every ${every} days`,
    active: "On",
    inactive: "Off",
    workingDays:
      "The overview comes on working days only: reminders before move to the working day before, those of overdue things to the next one.",
  },
  history: {
    "rule.created": "Version of the rule added",
    "rule.edited": "Rule edited",
  },
  fields: {
    value: "Value",
    validFrom: "Valid from",
    validTo: "Valid until",
    source: "Source",
    isConfirmed: "Checked",
  },
  fieldValues: { value: offsetValues },
};
