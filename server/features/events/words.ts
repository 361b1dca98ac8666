import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { Pill } from "../../web/health-pill.ts";
import { activityCode } from "../activities/rules.ts";
import type { EventState } from "./rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

const LOOKS: Record<EventState, Pick<Pill, "tone" | "icon">> = {
  planned: { tone: "grey", icon: "circle-dashed" },
  confirmed: { tone: "blue", icon: "circle-dot" },
  held: { tone: "yellow", icon: "clipboard-list" },
  closed: { tone: "green", icon: "circle-check" },
  cancelled: { tone: "grey", icon: "circle-x" },
};

export function statePill(state: EventState, { events }: Texts): Pill {
  return { ...LOOKS[state], label: events.states[state] };
}

interface WithKind {
  kindLabelCs: string;
  kindLabelEn: string;
}

export function kindLabel({ kindLabelCs, kindLabelEn }: WithKind, { language }: Formats): string {
  return language === "cs" ? kindLabelCs : kindLabelEn;
}

interface WithActivity {
  activityNumber: string | null;
  activityParentNumber: string | null;
}

/** `KA4 b`; null for the whole project. */
export function codeOfActivity(event: WithActivity): string | null {
  const { activityNumber: number, activityParentNumber: parentNumber } = event;
  return number === null ? null : activityCode({ number, parentNumber });
}

/** `9:00`; a clock of the English pages keeps its nought. */
export function timeText(time: string, { language }: Formats): string {
  return language === "cs" ? time.replace(/^0/, "") : time;
}

export function timesText(
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  formats: Formats,
): string {
  return `${timeText(startsAt, formats)}–${timeText(endsAt, formats)}`;
}

/** `3 h 45 min` */
export function durationText(minutes: number, { events }: Texts): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return events.minutes(rest);
  return rest === 0 ? events.hours(hours) : `${events.hours(hours)} ${events.minutes(rest)}`;
}

/** `10. 3.–11. 3. 2026`; words where no day is set yet. */
export function daysText(
  { startsOn, endsOn }: { startsOn: CalendarDate | null; endsOn: CalendarDate | null },
  { texts, formats }: Pick<Wording, "texts" | "formats">,
): string {
  if (startsOn === null || endsOn === null) return texts.events.noDays;
  return startsOn === endsOn ? formats.date(startsOn) : formats.dateRange(startsOn, endsOn);
}

/** `18/20`; without a capacity the number alone. */
export function placesText(
  { registered, capacity }: { registered: number; capacity: number | null },
  { number }: Formats,
): string {
  return capacity === null ? number(registered) : `${number(registered)}/${number(capacity)}`;
}
