import type { Texts } from "../index.ts";

export const payrollMonth: Texts["payrollMonth"] = {
  title: "Pay of a month",
  subtitle:
    "Expenditure on pay of directly funded positions, proposed from agreed pay and timesheets.",
  description: (person, position, month) => `${person}, ${position}: ${month}`,
  documentNumber: (month, number) => `MZ-${month}-${number}`,
  rule: (rate) => `Employer's levies by the rules of the programme: ${rate}.`,
  noRule: "The rules of the programme set no levies. Fill them in by hand.",
  proposed: "To record",
  recorded: "Recorded",
  total: "Total",
  days: {
    issuedOn: "Issued",
    paidOn: "Paid",
    paidOnHint: "Without the day of payment it cannot be in the list SD-2.",
  },
  columns: {
    choose: "Record",
    person: "Person and position",
    sheet: "Timesheet",
    workload: "Workload",
    document: "Document number",
    contract: "Contract",
    fundHours: "Fund",
    projectHours: "For the project",
    pay: "Gross pay",
    levies: "Levies",
    amount: "Expenditure",
    paidOn: "Paid",
  },
  labelOf: (column, person) => `${column}: ${person}`,
  part: (held, all) => `${held} of ${all} working days of the month`,
  noPay: "no pay agreed",
  save: "Record chosen",
  empty: "Nothing is left to record in this month.",
  nobody: "Nobody worked in directly funded positions in this month.",
};
