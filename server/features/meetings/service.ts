import type { Database } from "../../../db/connection.ts";
import { findBody } from "../../../db/queries/bodies.ts";
import { listBodyMembers } from "../../../db/queries/body-members.ts";
import { type EventRecord, findEvent, touchEvent } from "../../../db/queries/events.ts";
import {
  type AgendaItem,
  findMeeting,
  insertAgendaItem,
  listAgendaItems,
  listAttendees,
  listMeetingTasks,
  listOpenTasksOfBody,
  type MeetingRecord,
  type MeetingTask,
  updateMeeting,
} from "../../../db/queries/meetings.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { inviteGuests } from "../event-messages/automatic/service.ts";
import { saveAgenda } from "./agenda/service.ts";
import { saveAttendance } from "./attendance/service.ts";
import type { MinutesEntry } from "./schema.ts";

type Writing = Pick<Deps, "db" | "clock">;

export interface MeetingKey {
  projectId: number;
  eventId: number;
}

/** The meeting with its agenda, attendance and tasks; four queries. */
export async function loadMeeting(db: Database, event: EventRecord) {
  const meeting = await findMeeting(db, event.id);
  if (!meeting) throw new NotFound("event");
  return {
    event,
    meeting,
    items: await listAgendaItems(db, event.id),
    attendees: await listAttendees(db, event.id),
    tasks: await listMeetingTasks(db, event.id),
  };
}

export type Meeting = Awaited<ReturnType<typeof loadMeeting>>;

/**
 * Saves everything on the page of the minutes: what was said, who was there, and the tasks that came from it.
 * @throws EditedMeanwhile when the page was opened on another version of the event
 */
export async function saveMinutes(
  deps: Writing,
  author: Author,
  key: MeetingKey,
  { entry, formOf }: { entry: MinutesEntry; formOf: FormOf<Meeting> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const event = await openEvent(one, key);
    const before = await loadMeeting(one.trx, event);
    if (entry.version !== event.version) throw await conflict(one, before, formOf);
    const bodyId = await checkedBody(one, key, entry.bodyId, before.meeting);
    const { minutes, conclusions } = entry;
    if ((await updateMeeting(one.trx, event, { bodyId, minutes, conclusions })) === 0)
      throw await conflict(one, before, formOf);
    const on = event.startsOn ?? pragueDay(one.at);
    const members = bodyId === null ? [] : await listBodyMembers(one.trx, bodyId);
    await saveAttendance(one, { event, attendees: before.attendees, members, on }, entry);
    const tasks = await saveAgenda(one, { event, items: before.items, members }, entry);
    await inviteGuests(one, event);
    told(one, key, "minutes.edited", tasks === 0 ? {} : { tasks: [null, tasks] });
  });
}

/** What is still owed from earlier meetings of the same body. */
export async function loadCarriedTasks(db: Database, meeting: Meeting): Promise<MeetingTask[]> {
  const { bodyId } = meeting.meeting;
  const { startsOn, id } = meeting.event;
  if (bodyId === null || startsOn === null) return [];
  const open = await listOpenTasksOfBody(db, { bodyId, heldBefore: startsOn });
  return open.filter(({ eventId }) => eventId !== id);
}

/** Puts unfinished tasks of earlier meetings on the agenda of this one; those that are there stay once. */
export async function carryTasks(
  deps: Writing,
  author: Author,
  key: MeetingKey,
  titleOf: (task: MeetingTask) => string,
): Promise<void> {
  await change(deps, author, async (one) => {
    const event = await openEvent(one, key);
    const meeting = await loadMeeting(one.trx, event);
    const known = new Set(meeting.items.map(({ title }) => title));
    const open = await loadCarriedTasks(one.trx, meeting);
    const titles = open.map((task) => titleOf(task).slice(0, 300));
    const fresh = titles.filter((title) => !known.has(title));
    let position = lastPosition(meeting.items);
    for (const title of fresh) {
      position += 1;
      const item = { title, position, minutes: null, conclusion: null };
      await insertAgendaItem(one.trx, { ...item, eventId: event.id });
    }
    if (fresh.length === 0) return;
    await touchEvent(one.trx, event);
    told(one, key, "minutes.tasks-carried", { items: [null, fresh.length] });
  });
}

function lastPosition(items: readonly AgendaItem[]): number {
  return Math.max(0, ...items.map(({ position }) => position));
}

async function openEvent(one: Change, key: MeetingKey): Promise<EventRecord> {
  const event = await findEvent(one.trx, key);
  if (!event) throw new NotFound("event");
  if (event.archivedAt !== null) throw new Conflict("archived");
  return event;
}

async function checkedBody(
  { trx }: Change,
  { projectId }: MeetingKey,
  bodyId: number | null,
  before: MeetingRecord,
): Promise<number | null> {
  if (bodyId === null || bodyId === before.bodyId) return bodyId;
  const body = await findBody(trx, { projectId, id: bodyId });
  if (!body || body.archivedAt !== null) throw new InvalidInput({ bodyId: "unknownChoice" });
  return bodyId;
}

function conflict(one: Change, current: Meeting, formOf: FormOf<Meeting>) {
  return editedMeanwhile(one.trx, {
    objectType: "event",
    objectId: current.event.id,
    version: current.event.version,
    values: formOf(current),
  });
}

function told(
  one: Change,
  { projectId, eventId: objectId }: MeetingKey,
  action: string,
  changes: Record<string, [unknown, unknown]>,
): void {
  one.record({ action, objectType: "event", objectId, projectId, changes });
}
