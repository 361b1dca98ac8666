import type { NotificationPreferences } from "../../../db/queries/notification-preferences.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { addDays, type CalendarDate } from "../../values/calendar-date.ts";
import type { NotificationWay } from "../../values/notification-ways.ts";
import { digestCategories, waysEverywhere } from "./rules.ts";
import { digestDays } from "./schema.ts";

interface Words {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

const MONDAY = "2024-01-01";

/** `pondělí`, by the number of the day in its week. */
export function weekdayName(day: number, { formats }: Pick<Words, "formats">): string {
  return formats.weekday(addDays(MONDAY, day - 1));
}

/** What all of the settings come to, in sentences. */
export function plainWords(
  preferences: NotificationPreferences,
  { getsSummary }: { getsSummary: boolean },
  words: Words,
): string[] {
  const { sentence, categories } = words.texts.notificationPreferences;
  const ways = waysEverywhere(preferences);
  const named = (...wanted: NotificationWay[]) =>
    digestCategories
      .filter((category) => wanted.includes(ways[category]))
      .map((category) => lowered(categories[category].name))
      .join(", ");
  const said = (names: string, say: (names: string) => string) => (names ? [say(names)] : []);
  const inDigest = named("immediate", "daily");
  const weekly = named("weekly");
  const time = preferences.digestAt.replace(/^0(?=\d:)/, "");
  return [
    ...pauseSentence(preferences, words),
    ...(inDigest ? [sentence.digest(daysText(preferences, words), time, inDigest)] : []),
    ...said(weekly, (names) => sentence.weekly(names, time)),
    ...said(named("immediate"), sentence.immediate),
    ...(inDigest || weekly ? [] : [sentence.nothing]),
    ...(inDigest || weekly ? said(named("off"), sentence.off) : []),
    ...(getsSummary ? [ways.summary === "off" ? sentence.noSummary : sentence.summary] : []),
    ...(preferences.inProjects.size > 0 ? [sentence.projects] : []),
  ];
}

function daysText({ digestDays: days }: NotificationPreferences, words: Words): string {
  const { sentence } = words.texts.notificationPreferences;
  if (days.length === digestDays.length) return sentence.workingDays;
  return sentence.onDays(days.map((day) => weekdayName(day, words)));
}

function pauseSentence(
  { pausedFromOn, pausedUntilOn }: NotificationPreferences,
  { texts, formats, today }: Words,
): string[] {
  if (pausedFromOn === null || pausedUntilOn === null || pausedUntilOn < today) return [];
  const { paused } = texts.notificationPreferences.sentence;
  return [paused(formats.date(pausedFromOn), formats.date(pausedUntilOn))];
}

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
