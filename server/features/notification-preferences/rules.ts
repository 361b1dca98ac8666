import type {
  CategoryDefaults,
  DigestTimes,
  NotificationPreferences,
} from "../../../db/queries/notification-preferences.ts";
import { addDays, type CalendarDate, dayOfWeek } from "../../values/calendar-date.ts";
import type { NotificationCategory, NotificationWay } from "../../values/notification-ways.ts";
import { isWorkingDay } from "../../values/working-days.ts";

/**
 * How a person is told of something of that category: as they chose for the project, else everywhere, else
 * by default. Whoever answers for what is mandatory is told at least once a week.
 */
export function effectiveWay(
  preferences: Pick<NotificationPreferences, "categories" | "everywhere" | "inProjects">,
  category: NotificationCategory,
  projectId: number | null,
  { isResponsible }: { isResponsible: boolean },
): NotificationWay {
  const inProject = projectId === null ? undefined : preferences.inProjects.get(projectId);
  const chosen =
    inProject?.[category] ??
    preferences.everywhere[category] ??
    preferences.categories[category].way;
  return isResponsible ? atLeastWeekly(preferences.categories, category, chosen) : chosen;
}

/** What is mandatory and switched off counts as weekly. */
export function atLeastWeekly(
  categories: CategoryDefaults,
  category: NotificationCategory,
  way: NotificationWay,
): NotificationWay {
  return way === "off" && categories[category].isMandatory ? "weekly" : way;
}

export function isPausedOn(
  { pausedFromOn, pausedUntilOn }: Pick<DigestTimes, "pausedFromOn" | "pausedUntilOn">,
  day: CalendarDate,
): boolean {
  if (pausedFromOn === null || pausedUntilOn === null) return false;
  return pausedFromOn <= day && day <= pausedUntilOn;
}

/** Whether a digest may come to this person on that day. */
export function isDigestDayOf(times: DigestTimes, day: CalendarDate): boolean {
  return isWorkingDay(day) && times.digestDays.includes(dayOfWeek(day)) && !isPausedOn(times, day);
}

/** Whether it is the first such day of its week: what comes weekly comes then. */
export function isWeeklyDayOf(times: DigestTimes, day: CalendarDate): boolean {
  if (!isDigestDayOf(times, day)) return false;
  const monday = addDays(day, 1 - dayOfWeek(day));
  for (let earlier = monday; earlier < day; earlier = addDays(earlier, 1))
    if (isDigestDayOf(times, earlier)) return false;
  return true;
}

/** Whether reminders that come in this way may stand in the digest of that day. */
export function comesOn(way: NotificationWay, times: DigestTimes, day: CalendarDate): boolean {
  if (way === "off") return false;
  return way === "weekly" ? isWeeklyDayOf(times, day) : isDigestDayOf(times, day);
}
