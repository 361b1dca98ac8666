import type { Texts } from "../index.ts";

export const assignments: Texts["assignments"] = {
  newTitle: "Fill the position",
  editTitle: "Edit the holder",
  person: "Person",
  personHint: "A member of the project, or somebody without an account.",
  choosePerson: "— choose —",
  startsOn: "From",
  endsOn: "To",
  endsOnHint: "Leave empty if there is no end.",
  workload: "Workload in the project",
  workloadHint: (workload) => `Empty means that of the position (${workload}).`,
  workloadHintNone: "Leave empty for an agreement by hours.",
  employerWorkload: "Whole workload at the employer",
  employerWorkloadHint: "Printed on the timesheet.",
  pay: "Pay",
  payHint:
    "Seen by the manager and the finance officer of the project alone; the history never tells the amount.",
  payAmount: "Amount",
  payUnit: "Per",
  payUnits: { "": "— not stated —", month: "month at full workload", hour: "hour" },
  note: "Note",
  create: "Fill",
  crowns: "CZK",
  save: "Save changes",
  remove: "Remove the holder",
};
