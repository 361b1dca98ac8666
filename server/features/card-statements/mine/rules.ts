import type { OwnTask } from "../../../../db/queries/own-tasks.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";

/** An item without a day of its own has the whole year of its action plan. */
export function lastDayOf({ dueOn, year }: Pick<OwnTask, "dueOn" | "year">): CalendarDate | null {
  if (dueOn !== null) return dueOn;
  return year === null ? null : `${year}-12-31`;
}

/** What is to be done, the earliest first; a measure that an action plan took up is told by its item. */
export function tasksInOrder(
  items: readonly OwnTask[],
  measures: readonly OwnTask[],
): readonly OwnTask[] {
  const taken = new Set(items.map(({ measureId }) => measureId));
  const others = measures.filter(({ measureId }) => !taken.has(measureId));
  const day = (task: OwnTask) => lastDayOf(task) ?? "";
  return [...items, ...others].toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}
