import type { Texts } from "../index.ts";

export const payroll: Texts["payroll"] = {
  title: "Parts of pay",
  lead: (amount) => `The parts have to add up to exactly ${amount}, the sum of the expenditure.`,
  rule: (rate) =>
    `Employer's levies by the rules of the programme: ${rate} of pay and other expenses with levies.`,
  assignment: "Person and position",
  option: (person, position) => `${person} – ${position}`,
  month: "Month",
  contractCode: "Kind of contract",
  contractCodes: {
    Smlouva: "employment contract (Smlouva)",
    DPC: "agreement on work activity (DPC)",
    DPP: "agreement on job performance (DPP)",
    DPPDo: "agreement on job performance within the limit (DPPDo)",
    DPPNad: "agreement on job performance over the limit (DPPNad)",
  },
  sums: "Sums",
  pay: "Wage, salary or remuneration",
  otherWithLevies: "Other expenses with levies",
  levies: "Employer's levies",
  leviesHint: "Left empty they follow from the rule.",
  otherWithoutLevies: "Other expenses without levies",
  hours: "Hours",
  hoursHint: "Taken from the approved timesheet. Fill them in only where there is none.",
  fundHours: "Working hours of the month",
  projectHours: "Hours for the project",
  crowns: "CZK",
  save: "Save",
  history: {
    "payroll.created": "Parts of pay recorded",
    "payroll.edited": "Parts of pay edited",
  },
};
