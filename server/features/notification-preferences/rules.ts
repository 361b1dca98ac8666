import type { Deputy } from "../../../db/queries/deputies.ts";
import type {
  CategoryDefaults,
  DigestTimes,
  NotificationPreferences,
} from "../../../db/queries/notification-preferences.ts";
import { addDays, type CalendarDate, dayOfWeek, laterOf } from "../../values/calendar-date.ts";
import {
  type NotificationCategory,
  type NotificationWay,
  notificationCategories,
} from "../../values/notification-ways.ts";
import { isWorkingDay } from "../../values/working-days.ts";

const FURTHEST_DIGEST = 60;

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

/** The next day after this one on which a digest may come; none where a pause is longer than anybody asks. */
export function nextDigestDay(times: DigestTimes, after: CalendarDate): CalendarDate | undefined {
  for (let n = 1; n <= FURTHEST_DIGEST; n += 1) {
    const day = addDays(after, n);
    if (isDigestDayOf(times, day)) return day;
  }
  return undefined;
}

/** Whether reminders that come in this way may stand in the digest of that day. */
export function comesOn(way: NotificationWay, times: DigestTimes, day: CalendarDate): boolean {
  if (way === "off") return false;
  return way === "weekly" ? isWeeklyDayOf(times, day) : isDigestDayOf(times, day);
}

/** The categories of which a person is told in projects and in the digest; the summary is a mail of its own. */
export const digestCategories = notificationCategories.filter((category) => category !== "summary");

/** Why a pause cannot be as it was entered, by field. */
export function wrongPause(
  { pausedFromOn, pausedUntilOn }: Pick<DigestTimes, "pausedFromOn" | "pausedUntilOn">,
  today: CalendarDate,
): Record<string, string> {
  if (pausedFromOn === null) return pausedUntilOn === null ? {} : { pausedFromOn: "required" };
  if (pausedUntilOn === null) return { pausedUntilOn: "required" };
  if (pausedUntilOn < pausedFromOn) return { pausedUntilOn: "endBeforeStart" };
  return pausedUntilOn < today ? { pausedUntilOn: "notInPast" } : {};
}

/** Preferences as their form holds them; a pause that is over is not shown any more. */
export function preferenceValues(stored: NotificationPreferences, today: CalendarDate) {
  const isOver = stored.pausedUntilOn !== null && stored.pausedUntilOn < today;
  return {
    ...waysEverywhere(stored),
    digestAt: stored.digestAt,
    digestDays: stored.digestDays.map(String),
    pausedFromOn: (isOver ? null : stored.pausedFromOn) ?? "",
    pausedUntilOn: (isOver ? null : stored.pausedUntilOn) ?? "",
    version: String(stored.version),
  };
}

/** How a person is told of each category where nothing else is chosen for the project. */
export function waysEverywhere(
  preferences: Pick<NotificationPreferences, "categories" | "everywhere" | "inProjects">,
): Record<NotificationCategory, NotificationWay> {
  const way = (category: NotificationCategory) =>
    effectiveWay(preferences, category, null, { isResponsible: true });
  return {
    deadlines: way("deadlines"),
    milestones: way("milestones"),
    events: way("events"),
    approvals: way("approvals"),
    comments: way("comments"),
    summary: way("summary"),
  };
}

/** What was chosen for a project as its form holds it. */
export function projectValues(stored: NotificationPreferences, projectId: number) {
  const own = stored.inProjects.get(projectId) ?? {};
  const values = digestCategories.map((category) => [category, own[category] ?? ""]);
  return { ...Object.fromEntries(values), version: String(stored.version) } as Record<
    string,
    string
  >;
}

/** What is mandatory and was to be switched off. */
export function wronglyOff(
  categories: CategoryDefaults,
  ways: Partial<Record<NotificationCategory, NotificationWay | null>>,
): Record<string, string> {
  const wrong = notificationCategories.filter(
    (category) => ways[category] === "off" && categories[category].isMandatory,
  );
  return Object.fromEntries(wrong.map((category) => [category, "mandatoryNotOff"]));
}

/**
 * Who is told instead: the deputy on the first day of a pause that is or comes, without a pause the deputy of
 * today or the next one named.
 */
export function standInDuring(
  { pausedFromOn, pausedUntilOn }: Pick<DigestTimes, "pausedFromOn" | "pausedUntilOn">,
  deputies: readonly Pick<Deputy, "deputyName" | "fromOn" | "untilOn" | "endedAt">[],
  today: CalendarDate,
): { name: string; fromOn: CalendarDate; untilOn: CalendarDate } | null {
  const isAhead = pausedFromOn !== null && pausedUntilOn !== null && pausedUntilOn >= today;
  const day = isAhead ? laterOf(pausedFromOn, today) : today;
  const [found] = deputies
    .filter(({ untilOn, endedAt }) => endedAt === null && day <= untilOn)
    .filter(({ fromOn }) => !isAhead || fromOn <= day)
    .toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1));
  return found ? { name: found.deputyName, fromOn: found.fromOn, untilOn: found.untilOn } : null;
}
