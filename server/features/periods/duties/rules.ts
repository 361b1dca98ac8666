import {
  addMonths,
  type CalendarDate,
  earlierOf,
  endOfMonth,
  isEndOfMonth,
} from "../../../values/calendar-date.ts";
import { nextWorkingDay } from "../../../values/working-days.ts";
import type { DueDates } from "../../milestones/rules.ts";
import type { NumberedSpan, Span } from "../rules.ts";

export const dutyKinds = ["report", "payment-request"] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** Which rule of the programme gives the day: of a period in between, or of the last one. */
export const offsetKinds = ["interim-report-offset", "final-report-offset"] as const;
export type OffsetKind = (typeof offsetKinds)[number];

/** "One month after the last day of the period", and what that means after the end of a month. */
export interface Offset {
  months: number;
  monthEnd: "same-day" | "month-end";
}

/** Reads `1 month-end` and `2 same-day`, the way a rule of the programme writes an offset. */
export function readOffset(value: string): Offset | undefined {
  const [, months, monthEnd] = /^(\d{1,2}) (same-day|month-end)$/.exec(value.trim()) ?? [];
  if (months === undefined) return undefined;
  return { months: Number(months), monthEnd: monthEnd as Offset["monthEnd"] };
}

/**
 * Months after a last day of a month can be read in two ways (30 April + 1 month is 30 or 31 May). The
 * offset says which one binds; reminders always count from the earlier one.
 */
export function dueDatesAfter(anchor: CalendarDate, offset: Offset): DueDates {
  const sameDay = addMonths(anchor, offset.months);
  const monthEnd = isEndOfMonth(anchor) ? endOfMonth(sameDay) : sameDay;
  const dueOn = offset.monthEnd === "month-end" ? monthEnd : sameDay;
  return { dueOn, shiftedOn: nextWorkingDay(dueOn), remindOn: earlierOf(sameDay, monthEnd) };
}

/** The last period is the one that reaches the end of the project; its report is the final one. */
export function isFinal(period: Span, project: Span): boolean {
  return period.endsOn === project.endsOn;
}

/** The first payment request is the advance that comes with the decision, so that the second belongs to the first period. */
export function requestNumber(period: NumberedSpan): number {
  return period.number + 1;
}

export interface DutyDates {
  kind: DutyKind;
  period: NumberedSpan;
  isFinal: boolean;
  /** Null where the programme has no rule: somebody has to set the day. */
  dates: DueDates | null;
  ruleId: number | null;
}

export interface OffsetRule {
  id: number;
  offset: Offset;
}

/** What is owed for each period, and when, by the rules of the programme. */
export function dutiesOf(
  periods: NumberedSpan[],
  project: Span,
  rules: Partial<Record<OffsetKind, OffsetRule>>,
): DutyDates[] {
  return periods.flatMap((period) => {
    const final = isFinal(period, project);
    const rule = rules[final ? "final-report-offset" : "interim-report-offset"];
    const dates = rule ? dueDatesAfter(period.endsOn, rule.offset) : null;
    return dutyKinds.map((kind) => ({
      kind,
      period,
      isFinal: final,
      dates,
      ruleId: rule?.id ?? null,
    }));
  });
}

/** Names one duty in a form: `3-report`. */
export function dutyKey({ kind, period }: { kind: DutyKind; period: { number: number } }): string {
  return `${period.number}-${kind}`;
}

interface StoredDuty {
  periodId: number;
  kind: DutyKind;
  origin: string;
  computedDueOn: CalendarDate | null;
  overriddenDueOn: CalendarDate | null;
  doneOn: CalendarDate | null;
  cancelledOn: CalendarDate | null;
}

export interface Compared<Stored extends StoredDuty> {
  due: DutyDates;
  stored: Stored | undefined;
  /** The rule gives another day by now, and nobody has set one by hand. */
  isOutdated: boolean;
}

/** Sets what is owed by the rules beside what is written down for each period. */
export function compareDuties<Stored extends StoredDuty>(
  due: DutyDates[],
  stored: Stored[],
  idOf: (period: NumberedSpan) => number | undefined,
): Compared<Stored>[] {
  return due.map((duty) => {
    const id = idOf(duty.period);
    const found = stored.find(({ periodId, kind }) => periodId === id && kind === duty.kind);
    return { due: duty, stored: found, isOutdated: found !== undefined && isOutdated(found, duty) };
  });
}

function isOutdated(stored: StoredDuty, { dates }: DutyDates): boolean {
  const isOpen = stored.doneOn === null && stored.cancelledOn === null;
  const followsRule = stored.origin === "rule" && stored.overriddenDueOn === null;
  return isOpen && followsRule && dates !== null && dates.dueOn !== stored.computedDueOn;
}
