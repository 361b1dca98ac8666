import { addDays, type CalendarDate, daysBetween } from "../../../values/calendar-date.ts";
import { nextWorkingDay, previousWorkingDay } from "../../../values/working-days.ts";

export interface Span {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

export interface Consequences {
  /** Days later; negative when earlier. */
  days: number;
  shiftedOn: CalendarDate;
  leavesProject: boolean;
  /** The new day has passed already, so that the milestone would be overdue at once. */
  isPast: boolean;
  /** Numbers of the monitoring periods in which the day lay and would lie. */
  periodBefore: number | null;
  periodAfter: number | null;
  /** Working days on which reminders were still to go out, and would be. */
  remindersBefore: CalendarDate[];
  remindersAfter: CalendarDate[];
}

/** Everything that would follow if the day were moved; nothing of it is stored. */
export function consequencesOf(move: {
  from: { dueOn: CalendarDate; remindOn: CalendarDate };
  to: CalendarDate;
  project: Span;
  periods: (Span & { number: number })[];
  /** Days before the anchor on which is reminded. */
  ladder: number[];
  today: CalendarDate;
}): Consequences {
  const { from, to, project, periods, ladder, today } = move;
  return {
    days: daysBetween(from.dueOn, to),
    shiftedOn: nextWorkingDay(to),
    leavesProject: to < project.startsOn || to > project.endsOn,
    isPast: to < today,
    periodBefore: periodOf(from.dueOn, periods),
    periodAfter: periodOf(to, periods),
    remindersBefore: remindersLeft(from.remindOn, ladder, today),
    remindersAfter: remindersLeft(to, ladder, today),
  };
}

/** The day of a milestone that goes along: moved by the same number of days. */
export function movedAlong(dueOn: CalendarDate, days: number): CalendarDate {
  return addDays(dueOn, days);
}

function periodOf(day: CalendarDate, periods: (Span & { number: number })[]): number | null {
  return periods.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)?.number ?? null;
}

/** A reminder never leaves on a free day but on the working day before it. */
function remindersLeft(
  anchor: CalendarDate,
  ladder: number[],
  today: CalendarDate,
): CalendarDate[] {
  const days = ladder.map((before) => previousWorkingDay(addDays(anchor, -before)));
  return [...new Set(days)].filter((day) => day >= today).toSorted();
}
