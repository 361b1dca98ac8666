import type { CalendarDate } from "../../values/calendar-date.ts";
import { nextWorkingDay } from "../../values/working-days.ts";

export const milestoneKinds = [
  "milestone",
  "report",
  "payment-request",
  "publicity",
  "output",
  "task",
  "other",
] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

export const outputKinds = [
  "document",
  "methodology",
  "campaign",
  "application",
  "position",
  "other",
] as const;

export const recurrences = ["none", "monthly", "yearly"] as const;
export type Recurrence = (typeof recurrences)[number];

/** What a milestone's state follows from; it is stored nowhere else. */
export interface DueAndDone {
  dueOn: CalendarDate;
  doneOn: CalendarDate | null;
  cancelledOn: CalendarDate | null;
}

/** Overdue, in every list, mail and figure: the binding day has passed and nobody did or cancelled it. */
export function isOverdue(
  { dueOn, doneOn, cancelledOn }: DueAndDone,
  today: CalendarDate,
): boolean {
  return dueOn < today && doneOn === null && cancelledOn === null;
}

const milestoneStates = ["open", "overdue", "done", "cancelled"] as const;
export type MilestoneState = (typeof milestoneStates)[number];

export function stateOf(milestone: DueAndDone, today: CalendarDate): MilestoneState {
  if (milestone.doneOn !== null) return "done";
  if (milestone.cancelledOn !== null) return "cancelled";
  return isOverdue(milestone, today) ? "overdue" : "open";
}

export interface DueDates {
  /** The binding day. */
  dueOn: CalendarDate;
  /** The next working day, only shown. */
  shiftedOn: CalendarDate;
  /** The anchor of reminders: the earlier one where a rule can be read in two ways. */
  remindOn: CalendarDate;
}

/** Dates of a thing whose day somebody set. */
export function datesSetBy(dueOn: CalendarDate): DueDates {
  return { dueOn, shiftedOn: nextWorkingDay(dueOn), remindOn: dueOn };
}
