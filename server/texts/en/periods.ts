import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const months = (n: number) => plural("en")(n, { one: "month", other: "months" });
const days = (n: number) => plural("en")(n, { one: "day", other: "days" });
const periodsOf = (n: number) => plural("en")(n, { one: "period", other: "periods" });

export const periods: Texts["periods"] = {
  title: "Monitoring periods",
  subtitle: (span) => `Duration of the project ${span}.`,
  workbook: "Download as Excel",
  fileName: "monitoring-periods",
  sheet: {
    reportDueOn: "Report due",
    reportDoneOn: "Report done",
    requestDueOn: "Payment request due",
    requestDoneOn: "Payment request done",
  },
  new: "Add a period",
  generate: "Make periods by length",
  edit: "Edit",
  delete: "Delete",
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
  cancelledWithPeriod: "The monitoring period was cancelled.",
  rules: {
    title: "What the due dates follow from",
    own: (reason) => `The project’s own rule: ${reason}`,
    missing: (kind) =>
      `${kind}: the rules of the programme have no such offset. Enter the due date by hand, from your grant decision.`,
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
    submit: "Make the periods",
    back: "Change the length",
  },
  changing: {
    title: "What would follow",
    periods: "Periods",
    before: "So far",
    after: "From now on",
    submit: "Save changes",
    back: "Change the entry",
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
