import type { AgendaObject } from "../../../db/queries/agenda.ts";
import type { Texts } from "../../texts/index.ts";
import { addDays, type CalendarDate, daysBetween } from "../../values/calendar-date.ts";

export const sections = ["overdue", "today", "week", "month", "quarter"] as const;
export type Section = (typeof sections)[number];

/** How many days ahead the agenda looks. */
export const HORIZON_DAYS = 90;

const LAST_DAY: Record<Section, number> = {
  overdue: -1,
  today: 0,
  week: 7,
  month: 30,
  quarter: HORIZON_DAYS,
};

/** The section a day falls into; undefined beyond the horizon. Each day is in one section only. */
export function sectionOf(dueOn: CalendarDate, today: CalendarDate): Section | undefined {
  const away = daysBetween(today, dueOn);
  return sections.find((section) => away <= LAST_DAY[section]);
}

/** First and last day of a section; overdue has no first one. */
export function daysOf(
  section: Section,
  today: CalendarDate,
): { from?: CalendarDate; to: CalendarDate } {
  const to = addDays(today, LAST_DAY[section]);
  const before = sections[sections.indexOf(section) - 1];
  return before ? { from: addDays(today, LAST_DAY[before] + 1), to } : { to };
}

/** What comes and passes by itself, see the branches of the agenda; whatever else has a day stays owed after it. */
export const passingObjects: readonly AgendaObject[] = [
  "period",
  "indicator",
  "indicator-target",
  "event",
  "internship",
  "internship-end",
  "campaign",
  "control",
];

export function passesByItself(objectType: string): boolean {
  return passingObjects.some((one) => one === objectType);
}

interface NamedThing {
  objectType: string;
  title: string | null;
  periodNumber: number | null;
  count?: number | null;
}

/** What a thing is called on pages and in mails. */
export function agendaTitle(thing: NamedThing, texts: Texts): string {
  const words = WORDS[thing.objectType];
  return words ? words(thing, texts) : (thing.title ?? "");
}

type Words = (thing: NamedThing, texts: Texts) => string;

const WORDS: Record<string, Words> = {
  period: ({ periodNumber }, { agenda }) => agenda.periodEnd(periodNumber ?? 0),
  indicator: ({ title }, { agenda }) => agenda.target(title ?? ""),
  "indicator-target": ({ title, periodNumber }, { agenda }) =>
    agenda.periodTarget(title ?? "", periodNumber ?? 0),
  // The agenda carries no title of a confidential event.
  event: ({ title }, { events }) => title ?? events.confidential,
  "event-closing": ({ title }, { agenda, events }) => agenda.closing(title ?? events.confidential),
  campaign: ({ title }, { agenda }) => agenda.campaignEnd(title ?? ""),
  "risk-review": ({ title }, { agenda }) => agenda.riskReview(title ?? ""),
  remedy: ({ title }, { agenda }) => agenda.remedy(title ?? ""),
  submission: ({ title }, { agenda }) => agenda.submission(title ?? ""),
  "report-answer": ({ periodNumber }, { agenda }) => agenda.reportAnswer(periodNumber ?? 0),
  "output-comments": ({ title }, { agenda }) => agenda.outputComments(title ?? ""),
  "internship-end": ({ title }, { agenda }) => agenda.internshipEnd(title ?? ""),
  control: ({ title }, { agenda }) => agenda.control(title ?? ""),
  nomination: ({ title }, { agenda, events }) => agenda.nomination(title ?? events.confidential),
  "internship-confirmation": ({ title }, { agenda }) => agenda.confirmation(title ?? ""),
  exit: ({ count }, { agenda }) => agenda.exits(count ?? null),
  "awaited-document": ({ count }, { agenda }) => agenda.awaitedDocuments(count ?? null),
};
