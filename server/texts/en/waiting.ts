import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const daysOf = (n: number) => plural("en")(n, { one: "day", other: "days" });

export const waiting: Texts["waiting"] = {
  report: (n) => `Implementation report no. ${n}`,
  change: (n, title) => `Change no. ${n}: ${title}`,
  timesheet: (person, month) => `Timesheet: ${person}, ${month}`,
  output: (title) => `Output: ${title}`,
  internship: (title) => `Internship report: ${title}`,
  paymentRequest: (n) => `Payment request no. ${n}`,
  kinds: {
    approval: "to be approved",
    submission: "to be handed in",
    decision: "awaits a decision",
    returned: "returned to be reworked",
  },
  since: (kind, date) => `${kind} since ${date}`,
  age: (n, of) => `${n} ${daysOf(of)}`,
  today: "today",
};
