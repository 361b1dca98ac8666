import {
  addDays,
  addMonths,
  type CalendarDate,
  earlierOf,
  endOfMonth,
  isEndOfMonth,
} from "../../values/calendar-date.ts";
import type { DueRule, DutyAnchor } from "../../values/due-rule.ts";
import { addWorkingDays, nextWorkingDay } from "../../values/working-days.ts";
import type { DueDates } from "../milestones/rules.ts";
import type { NumberedSpan, Span } from "../periods/rules.ts";
import type { DueRuleKind } from "../programme-rules/rules.ts";
import { type DutyKind, type DutyName, dutyKinds, dutyNames } from "./kinds/rules.ts";

/** The facts of a project from which its duties follow. */
export interface DutyFacts extends Span {
  decidedOn: CalendarDate | null;
  /** The day of the last payment; null until the final request is paid. */
  lastPaidOn: CalendarDate | null;
  periods: readonly NumberedSpan[];
  /** The binding day of the final report where one is written down; else the rule's day counts. */
  finalReportOn: CalendarDate | null;
}

/** The rule that binds the project in each matter, as far as there is one. */
export type DutyRules = Partial<Record<DueRuleKind, { id: number; rule: DueRule }>>;

/** One thing the legal act owes. */
export interface Owed {
  /** Names it in a form: `3-report`, `poster`. */
  key: string;
  duty: DutyName;
  period: NumberedSpan | null;
  /** The report and the request of the period that reaches the end of the project. */
  isFinal: boolean;
  ruleKind: DueRuleKind;
  ruleId: number | null;
  /** What it is counted from; the day is null while nobody can know it. */
  anchor: { kind: DutyAnchor; on: CalendarDate | null } | null;
  /** Null without a rule or while the anchor is not known. Of what recurs, the first time. */
  dates: DueDates | null;
  /** The day of the last time, of what recurs each month. */
  recursUntil: CalendarDate | null;
}

/**
 * Months after the last day of a month can be read in two ways (30 April + 1 month is 30 or 31 May). The
 * rule says which one binds; reminders always count from the earlier one, and never from a shifted day.
 */
export function dueDatesBy(rule: DueRule, anchor: CalendarDate): DueDates {
  const sameDay = dayAfter(rule, anchor);
  const countsMonths = rule.unit === "months" || rule.unit === "years";
  const monthEnd = countsMonths && isEndOfMonth(anchor) ? endOfMonth(sameDay) : sameDay;
  const bound = rule.monthEnd === "month-end" ? monthEnd : sameDay;
  const dueOn = rule.weekend === "next-working-day" ? nextWorkingDay(bound) : bound;
  return { dueOn, shiftedOn: nextWorkingDay(dueOn), remindOn: earlierOf(sameDay, monthEnd) };
}

function dayAfter({ amount, unit }: DueRule, anchor: CalendarDate): CalendarDate {
  switch (unit) {
    case "days":
      return addDays(anchor, amount);
    case "working-days":
      return addWorkingDays(anchor, amount);
    case "months":
      return addMonths(anchor, amount);
    case "years":
      return addMonths(anchor, amount * 12);
  }
}

/** The last period is the one that reaches the end of the project; its report is the final one. */
export function isFinal(period: Span, project: Span): boolean {
  return period.endsOn === project.endsOn;
}

/** The first payment request is the advance that comes with the decision, so that the second belongs to the first period. */
export function requestNumber(period: NumberedSpan): number {
  return period.number + 1;
}

type ProjectFacts = Pick<
  DutyFacts,
  "startsOn" | "endsOn" | "decidedOn" | "lastPaidOn" | "finalReportOn"
>;

/** The day a duty is counted from; null while it is not known. */
export function anchorDay(
  anchor: DutyAnchor,
  project: ProjectFacts,
  period: Span | null = null,
): CalendarDate | null {
  switch (anchor) {
    case "period-start":
      return period?.startsOn ?? null;
    case "period-end":
      return period?.endsOn ?? null;
    case "month-end":
      return endOfMonth(project.startsOn);
    case "decision":
      return project.decidedOn;
    case "project-start":
      return project.startsOn;
    case "project-end":
      return project.endsOn;
    case "final-report":
      return project.finalReportOn;
    case "last-payment":
      return project.lastPaidOn;
    case "payment-year-end":
      return project.lastPaidOn && `${project.lastPaidOn.slice(0, 4)}-12-31`;
    case "year-after-end":
      return `${Number(project.endsOn.slice(0, 4)) + 1}-01-01`;
  }
}

/** All that is owed, and when: by kind as people look for it, within a kind by period. */
export function owedBy(facts: DutyFacts, rules: DutyRules): Owed[] {
  const finalReportOn = facts.finalReportOn ?? finalReportDay(facts, rules);
  const known = { ...facts, finalReportOn };
  return dutyNames.flatMap((duty) => {
    if (dutyKinds[duty].per !== "period") return owedOnce(duty, null, known, rules);
    return facts.periods.flatMap((period) => owedOnce(duty, period, known, rules));
  });
}

function owedOnce(
  duty: DutyName,
  period: NumberedSpan | null,
  facts: DutyFacts,
  rules: DutyRules,
): Owed[] {
  const kind = dutyKinds[duty];
  const finalRule = period && isFinal(period, facts) ? kind.finalRule : undefined;
  const ruleKind = finalRule ?? kind.rule;
  const found = rules[ruleKind];
  if (!found && !kind.isAlwaysOwed) return [];
  const key = dutyKey({ duty, period });
  const owed = { key, duty, period, isFinal: finalRule !== undefined, ruleKind };
  return [{ ...owed, ...daysOf(kind, period, facts, found) }];
}

/** Of what recurs each month the days are those of its series: never shifted, or months would drift apart. */
function daysOf(
  { per }: DutyKind,
  period: NumberedSpan | null,
  facts: DutyFacts,
  found: DutyRules[DueRuleKind],
): Pick<Owed, "ruleId" | "anchor" | "dates" | "recursUntil"> {
  if (!found) return { ruleId: null, anchor: null, dates: null, recursUntil: null };
  const { id: ruleId, rule } = found;
  const on = anchorDay(rule.anchor, facts, period);
  const anchor = { kind: rule.anchor, on };
  if (on === null) return { ruleId, anchor, dates: null, recursUntil: null };
  if (per !== "month") return { ruleId, anchor, dates: dueDatesBy(rule, on), recursUntil: null };
  const dates = dueDatesBy({ ...rule, weekend: "unshifted" }, on);
  return { ruleId, anchor, dates, recursUntil: lastOfSeries(dates, facts) };
}

/** Names one duty in a form. */
function dutyKey({ duty, period }: { duty: DutyName; period: { number: number } | null }): string {
  return period ? `${period.number}-${duty}` : duty;
}

/** The last time belongs to the last month of the project. */
function lastOfSeries({ dueOn }: DueDates, { startsOn, endsOn }: Span): CalendarDate {
  const months = (day: CalendarDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return addMonths(dueOn, months(endsOn) - months(startsOn));
}

function finalReportDay(facts: DutyFacts, rules: DutyRules): CalendarDate | null {
  const found = rules["final-report-offset"];
  const last = facts.periods.find((period) => isFinal(period, facts));
  if (!found || !last) return null;
  const anchor = anchorDay(found.rule.anchor, facts, last);
  return anchor && dueDatesBy(found.rule, anchor).dueOn;
}
