import type { AgendaObject, AgendaRow } from "../../../db/queries/agenda.ts";
import type {
  DoneMilestone,
  FeedInternship,
  FeedSession,
  Revision,
} from "../../../db/queries/feed-entries.ts";
import { type CalendarEntry, calendarUid } from "../../icalendar.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import { agendaTitle } from "../agenda/rules.ts";
import { agendaHref } from "../agenda/service.ts";
import { titleFor } from "../events/rules.ts";
import { alarmsOfDays, alarmsOfHours } from "./rules.ts";

/** What a calendar is made of: of the person, or of somebody they stand in for. */
export interface FeedPart {
  /** Whom the person stands in for. */
  standsInFor: string | null;
  deadlines: readonly AgendaRow[];
  done: readonly DoneMilestone[];
  sessions: readonly FeedSession[];
  internships: readonly FeedInternship[];
}

export interface FeedWording {
  texts: Texts;
  language: "cs" | "en";
  /** Where the product is: `https://osnova.example`, and its name alone. */
  origin: string;
  host: string;
  alarms: string;
  /** By `milestone-5`; what has no history of its own was last changed with the feed. */
  revisions: ReadonlyMap<string, Revision>;
  since: string;
}

/** Whose history says when a thing last changed: the record on whose page it is found. */
const RECORDS: Partial<Record<AgendaObject, string>> = {
  "indicator-target": "indicator",
  "event-closing": "event",
  "risk-review": "risk",
  remedy: "control",
  submission: "resolution",
  "report-answer": "report",
  "output-comments": "output",
};

export function recordOf(row: AgendaRow): { objectType: string; objectId: number } {
  return { objectType: RECORDS[row.objectType] ?? row.objectType, objectId: row.pageId };
}

/** The entries of one part; nobody's eyes but the app's see what a confidential event is called. */
export function entriesOf(part: FeedPart, wording: FeedWording): CalendarEntry[] {
  const entries = [
    ...part.deadlines.map((row) => deadlineEntry(row, wording)),
    ...part.done.map((row) => doneEntry(row, wording)),
    ...part.sessions.map((row) => sessionEntry(row, wording)),
    ...part.internships.map((row) => internshipEntry(row, wording)),
  ];
  const { standsInFor } = part;
  if (standsInFor === null) return entries;
  const { standIn } = wording.texts.calendarFeeds.entry;
  return entries.map((entry) => ({ ...entry, title: standIn(entry.title, standsInFor) }));
}

function deadlineEntry(row: AgendaRow, wording: FeedWording): CalendarEntry {
  const { texts, alarms } = wording;
  const { objectType, objectId } = recordOf(row);
  return {
    uid: calendarUid(wording.host, row.objectType, row.objectId),
    ...lastChange(`${objectType}-${objectId}`, wording),
    ...linked(agendaHref(row), [kindOf(row.kind, texts), row.projectName], wording),
    title: agendaTitle(row, texts),
    status: "confirmed",
    day: row.dueOn,
    alarms: alarmsOfDays(alarms),
  };
}

/** A deadline that was met stays under the same name, and rings no more. */
function doneEntry(row: DoneMilestone, wording: FeedWording): CalendarEntry {
  const { texts } = wording;
  const href = paths.milestone(row.projectId, row.id);
  return {
    uid: calendarUid(wording.host, "milestone", row.id),
    ...lastChange(`milestone-${row.id}`, wording),
    ...linked(href, [kindOf(row.kind, texts), row.projectName], wording),
    title: texts.calendarFeeds.entry.done(row.title),
    status: "confirmed",
    day: row.dueOn,
  };
}

function sessionEntry(row: FeedSession, wording: FeedWording): CalendarEntry {
  const { texts, alarms } = wording;
  const isOpen = !row.isConfidential;
  const kind = wording.language === "cs" ? row.kindLabelCs : row.kindLabelEn;
  const facts = isOpen ? [row.topic, kind, row.projectName] : [row.projectName];
  return {
    uid: calendarUid(wording.host, "session", row.sessionId),
    ...lastChange(`event-${row.eventId}`, wording),
    ...linked(paths.event(row.projectId, row.eventId), facts, wording),
    sequence: row.sequence,
    ...calledEvent(row, texts),
    place: isOpen ? (row.place ?? row.onlineUrl ?? undefined) : undefined,
    startsAt: `${row.heldOn}T${row.startsAt}`,
    endsAt: `${row.heldOn}T${row.endsAt}`,
    alarms: row.state === "cancelled" ? [] : alarmsOfHours(alarms),
  };
}

function calledEvent(row: FeedSession, texts: Texts): Pick<CalendarEntry, "title" | "status"> {
  const { entry } = texts.calendarFeeds;
  const title = row.isConfidential
    ? entry.busy
    : titleFor({ ...row, ownerUserId: null }, null, texts);
  if (row.state === "cancelled") return { title: entry.cancelled(title), status: "cancelled" };
  return { title, status: row.state === "planned" ? "tentative" : "confirmed" };
}

function internshipEntry(row: FeedInternship, wording: FeedWording): CalendarEntry {
  const { texts, alarms } = wording;
  const { entry } = texts.calendarFeeds;
  const facts = [texts.agenda.kinds.internship, row.projectName];
  return {
    uid: calendarUid(wording.host, "internship", row.id),
    ...lastChange(`internship-${row.id}`, wording),
    ...linked(paths.internship(row.projectId, row.id), facts, wording),
    title: row.isCancelled ? entry.cancelled(row.title) : row.title,
    status: row.isCancelled ? "cancelled" : "confirmed",
    day: row.startsOn,
    untilDay: row.endsOn,
    alarms: row.isCancelled ? [] : alarmsOfDays(alarms),
  };
}

function lastChange(record: string, { revisions, since }: FeedWording) {
  const revision = revisions.get(record);
  return { sequence: Math.max(0, (revision?.count ?? 1) - 1), changedAt: revision?.at ?? since };
}

/** The address stands in the text as well: not every calendar shows that of its own field. */
function linked(href: string, facts: readonly (string | null)[], { origin }: FeedWording) {
  const url = origin + href;
  return { url, description: [...facts.filter(Boolean), url].join("\n") };
}

function kindOf(kind: string, { agenda }: Texts): string | null {
  return (agenda.kinds as Record<string, string>)[kind] ?? null;
}

/** Where a page offers to subscribe to what it shows. */
export function subscribeHref(projectId: number | null): string {
  if (projectId === null) return paths.calendarFeeds();
  return `${paths.newCalendarFeed()}?project=${projectId}`;
}
