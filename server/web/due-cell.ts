import { type DueAndDone, stateOf } from "../features/milestones/rules.ts";
import type { Formats } from "../texts/formats.ts";
import type { Texts } from "../texts/index.ts";
import { type CalendarDate, daysBetween } from "../values/calendar-date.ts";

export interface DueCell {
  date: string;
  /** How far away, how late, or what became of it. */
  note: string;
  isOverdue: boolean;
  isClosed: boolean;
}

/** A due day in words: never told by colour alone. */
export function dueCell(
  milestone: DueAndDone,
  { texts, formats, today }: { texts: Texts; formats: Formats; today: CalendarDate },
): DueCell {
  const { milestones } = texts;
  const { dueOn, doneOn, cancelledOn } = milestone;
  const state = stateOf(milestone, today);
  const cell = { date: formats.date(dueOn), isOverdue: state === "overdue", isClosed: false };
  if (doneOn !== null) {
    const late = daysBetween(dueOn, doneOn);
    const done = `${milestones.states.done} ${formats.date(doneOn)}`;
    const note = late > 0 ? `${done}, ${milestones.lateBy(late)}` : done;
    return { ...cell, note, isClosed: true };
  }
  if (cancelledOn !== null) {
    return { ...cell, note: milestones.cancelledOn(formats.date(cancelledOn)), isClosed: true };
  }
  const late = daysBetween(dueOn, today);
  const note = cell.isOverdue ? milestones.overdueBy(late) : formats.daysFromToday(dueOn, today);
  return { ...cell, note };
}
