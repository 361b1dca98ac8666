import { type DueRule, type DueUnit, type DutyAnchor, readDueRule } from "../../values/due-rule.ts";
import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const forms = plural("en");

const units: Record<DueUnit, (n: number) => string> = {
  days: (n) => forms(n, { one: "day", other: "days" }),
  "working-days": (n) => forms(n, { one: "working day", other: "working days" }),
  months: (n) => forms(n, { one: "month", other: "months" }),
  years: (n) => forms(n, { one: "year", other: "years" }),
};

const anchors: Record<DutyAnchor, string> = {
  "period-start": "the start of the period",
  "period-end": "the end of the period",
  "month-end": "the end of the month",
  decision: "the grant decision",
  "project-start": "the start of the project",
  "project-end": "the end of the project",
  "final-report": "the due date of the final report",
  "last-payment": "the last payment",
  "payment-year-end": "the end of the year of the last payment",
  "year-after-end": "1 January of the year after the end of the project",
};

const monthEnds = { "month-end": "by the end of the month", "same-day": "by the same day" };

function ruleText({ amount, unit, monthEnd, weekend, anchor }: DueRule): string {
  const when =
    amount === 0
      ? `on the day of ${anchors[anchor]}`
      : `${amount} ${units[unit](amount)} after ${anchors[anchor]}`;
  const reading = unit === "months" && amount > 0 ? [monthEnds[monthEnd]] : [];
  const free = weekend === "next-working-day" ? ["moved from a free day to a working day"] : [];
  return [when, ...reading, ...free].join(", ");
}

export const dueRules: Texts["dueRules"] = {
  text: ruleText,
  stored: (value) => {
    const rule = readDueRule(value);
    return rule && ruleText(rule);
  },
  units: { days: "days", "working-days": "working days", months: "months", years: "years" },
  monthEnds,
  weekends: {
    unshifted: "the day stays, the working day is only shown",
    "next-working-day": "the day moves to the next working day",
  },
  anchors: {
    "period-start": "start of the period",
    "period-end": "end of the period",
    "month-end": "end of the calendar month",
    decision: "grant decision",
    "project-start": "start of the project",
    "project-end": "end of the project",
    "final-report": "due date of the final report",
    "last-payment": "last payment",
    "payment-year-end": "31 December of the year of the last payment",
    "year-after-end": "1 January of the year after the end of the project",
  },
};
