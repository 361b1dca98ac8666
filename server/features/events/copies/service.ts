import { listLecturers, replaceLecturers } from "../../../../db/queries/event-people.ts";
import { insertSessions, listSessions } from "../../../../db/queries/event-sessions.ts";
import { type EventRecord, insertEvent, refreshEventDays } from "../../../../db/queries/events.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { InvalidInput } from "../../../errors.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { tellOwnerOfMany } from "../../notifications/owners/service.ts";
import { keepEventFound } from "../search/service.ts";
import { type EventKey, eventAt, recordEvent } from "../service.ts";
import { repeatedDays, shifted } from "./rules.ts";
import type { CopyEntry, SeriesEntry } from "./schema.ts";

/** The same event another time: without its people, its attendance and what became of it. */
export async function copyEvent(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: EventKey,
  entry: CopyEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const event = await eventAt(one, key);
    if (event.startsOn !== null && entry.startsOn === null)
      throw new InvalidInput({ startsOn: "required" });
    const [id] = await makeCopies(one, { ...event, title: entry.title }, [entry.startsOn], null);
    return id as number;
  });
}

/** @returns ids of the events made */
export async function repeatEvent(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: EventKey,
  entry: SeriesEntry,
): Promise<number[]> {
  return change(deps, author, async (one) => {
    const event = await eventAt(one, key);
    const days = daysOfSeries(event, entry).filter(({ isSkipped }) => !isSkipped);
    const firsts = days.map(({ startsOn }) => startsOn);
    return makeCopies(one, event, firsts, event.seriesOfId ?? event.id);
  });
}

/** The days of the series as they would be made, for the preview and for the making alike. */
export function daysOfSeries({ startsOn }: Pick<EventRecord, "startsOn">, entry: SeriesEntry) {
  if (startsOn === null) throw new InvalidInput({ form: "seriesNeedsDay" });
  if (entry.count === null && entry.until === null) throw new InvalidInput({ count: "required" });
  const days = repeatedDays(startsOn, entry);
  if (days.every(({ isSkipped }) => isSkipped)) throw new InvalidInput({ until: "seriesIsEmpty" });
  return days;
}

async function makeCopies(
  one: Change,
  event: EventRecord,
  firsts: (CalendarDate | null)[],
  seriesOfId: number | null,
): Promise<number[]> {
  const sessions = await listSessions(one.trx, event.id);
  const lecturers = await listLecturers(one.trx, event.id);
  const contactIds = lecturers.map(({ contactId }) => contactId);
  const ids: number[] = [];
  for (const startsOn of firsts) {
    const id = await insertEvent(one.trx, { ...event, seriesOfId, createdAt: one.at });
    const moved = startsOn === null ? [] : shifted(sessions, event.startsOn ?? startsOn, startsOn);
    await insertSessions(one.trx, id, moved);
    await replaceLecturers(one.trx, id, contactIds);
    await refreshEventDays(one.trx, id);
    const copy = await eventAt(one, { projectId: event.projectId, id });
    recordEvent(one, copy, "event.created", { title: [null, copy.title] });
    await keepEventFound(one, copy);
    ids.push(id);
  }
  const copies = { projectId: event.projectId, objectType: "event" as const, objectIds: ids };
  await tellOwnerOfMany(one, copies, event);
  return ids;
}
