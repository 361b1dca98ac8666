import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const months = (n: number) => plural("en")(n, { one: "month", other: "months" });
const days = (n: number) => plural("en")(n, { one: "day", other: "days" });
const periodsOf = (n: number) => plural("en")(n, { one: "period", other: "periods" });

export const periods: Texts["periods"] = {
  title: "Monitoring periods",
  subtitle: (span) => `Duration of the project ${span}.`,
  new: "Add a period",
  generate: "Make periods by length",
  edit: "Edit",
  delete: "Delete",
  duties: "What periods owe",
  name: (n) => `Period ${n}`,
  columns: {
    number: "Period",
    startsOn: "From",
    endsOn: "To",
    length: "Length",
    report: "Implementation report",
    "payment-request": "Payment request",
    actions: "Changes",
  },
  length: {
    months: (n) => `${n} ${months(n)}`,
    days: (n) => `${n} ${days(n)}`,
    both: (m, d) => `${m} and ${d}`,
  },
  running: "running",
  ended: "ended",
  ahead: "ahead",
  final: "final",
  noDuty: "not written down",
  dutyState: { done: (date) => `done ${date}`, cancelled: "cancelled" },
  count: (n) => `${n} ${periodsOf(n)}`,
  left: (span) => `No period covers ${span}.`,
  beyondProject: "The periods reach beyond the duration of the project. Edit them.",
  outdated: (n) =>
    n === 1
      ? "One due date no longer agrees with the rule of the programme."
      : `${n} due dates no longer agree with the rule of the programme.`,
  showOutdated: "Check the due dates",
  empty: "The project has no monitoring periods yet.",
  emptyDetail: "The quickest way is to make them all by length; the last one may be shorter.",
  duty: {
    title: {
      interim: {
        report: (number) => `Implementation report no. ${number}`,
        "payment-request": (number) => `Payment request no. ${number}`,
      },
      final: {
        report: (number) => `Final implementation report no. ${number}`,
        "payment-request": (number) => `Final payment request no. ${number}`,
      },
    },
    kinds: { report: "implementation report", "payment-request": "payment request" },
  },
  movedByRule: "Due date computed anew by the rule of the programme.",
  cancelledWithPeriod: "The monitoring period was cancelled.",
  rules: {
    title: "What the due dates follow from",
    kinds: {
      "interim-report-offset": "Interim report",
      "final-report-offset": "Final report",
    },
    offset: {
      "same-day": (n) => `${n} ${months(n)} after the end of the period, the same day of the month`,
      "month-end": (n) =>
        `${n} ${months(n)} after the end of the period; after the last day of a month the last day of the month`,
    },
    unconfirmed: "Unconfirmed: check in your grant decision.",
    own: (reason) => `The project’s own rule: ${reason}`,
    source: (source) => `Source: ${source}`,
    missing: (kind) =>
      `${kind}: the rules of the programme have no such offset. Enter the due date by hand, from your grant decision.`,
    weekend:
      "Where a due date falls on a weekend or a holiday, the next working day is shown too. Reminders follow the earlier reading.",
  },
  form: {
    newTitle: "Add a period",
    editTitle: (n) => `Edit period ${n}`,
    startsOn: "From",
    endsOn: "To",
    followsHint: "Follows the period before.",
    neighboursHint: "The neighbouring periods adapt, so that no gap comes about.",
    create: "Add the period",
    preview: "Show what would follow",
    save: "Save changes",
  },
  generation: {
    title: "Make periods by length",
    text: (span) => `The periods will fill ${span}; the last one may be shorter.`,
    nothingLeft: "The periods already fill the whole duration.",
    months: "Length of a period",
    monthsSuffix: "months",
    preview: "Show the proposal",
    previewTitle: "Proposed periods",
    duties: "Which duties to write among milestones",
    dutiesHint: "Each due date can then be moved, with a reason.",
    dueOption: (title, date) => `${title}: ${date}`,
    shifted: (date) => `working day ${date}`,
    remind: (date) => `reminded towards ${date}`,
    dayOf: (title) => `Due date: ${title}`,
    submit: "Make the periods",
    back: "Change the length",
  },
  changing: {
    title: "What would follow",
    periods: "Periods",
    before: "So far",
    after: "From now on",
    duties: "Compute due dates anew by the rule",
    dutiesHint: "Due dates set by hand and duties done do not change.",
    option: (title, from, to) => `${title}: ${from} → ${to}`,
    submit: "Save changes",
    back: "Change the entry",
  },
  dutiesPage: {
    title: "What periods owe",
    text: "Implementation reports and payment requests are written among milestones, where they have a due date, an owner and reminders.",
    missing: "Write among milestones",
    outdated: "Compute anew by the rule",
    outdatedHint:
      "A period, the end of the project or the rule has changed. Due dates set by hand do not change.",
    nothing: "Everything the periods owe is written down and agrees with the rules.",
    submit: "Save the chosen",
  },
  deletion: {
    title: (n) => `Delete period ${n}`,
    text: "Open duties that follow from the period are cancelled; other milestones stay.",
    submit: "Delete the period",
  },
  history: {
    "period.created": "Period added",
    "period.edited": "Period changed",
    "period.deleted": "Period deleted",
  },
};
