import { addDays, type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";

export const RESTORED_WITHIN_DAYS = 30;

/** Whether what was archived at that instant may still come back. */
export function isRestorable(archivedAt: string, today: CalendarDate): boolean {
  return today <= addDays(pragueDay(archivedAt), RESTORED_WITHIN_DAYS);
}
