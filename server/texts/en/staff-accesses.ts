import type { Texts } from "../index.ts";

export const staffAccesses: Texts["staffAccesses"] = {
  title: "Accesses to pay and timesheets",
  subtitle: "Who was shown pay or timesheets of other people, and when.",
  columns: { when: "When", who: "Who", what: "What", project: "Project" },
  filters: { any: "All", person: "User", project: "Project" },
  pages: {
    position: "Position with agreed pay",
    assignment: "Holder of a position with pay",
    timesheets: "Timesheets of a month",
    papers: "Timesheets to print",
    timesheet: "Timesheet",
    payrollMonth: "Pay of a month",
    payroll: "Parts of pay",
    vouchers: "List of vouchers SD-2",
    other: "Another page",
  },
  nothing: "No access matches.",
};
