import type { Owner } from "../../server/values/owner.ts";
import type { Database, Transaction } from "../connection.ts";
import { openSql } from "./milestones.ts";

/** What was written of a meeting as a whole; the version is the event's. */
export interface MeetingRecord {
  bodyId: number | null;
  bodyName: string | null;
  minutes: string | null;
  conclusions: string | null;
}

export async function findMeeting(
  db: Database,
  eventId: number,
): Promise<MeetingRecord | undefined> {
  return db("events as e")
    .leftJoin("bodies as b", "b.id", "e.body_id")
    .where("e.id", eventId)
    .first({
      bodyId: "e.body_id",
      bodyName: "b.name",
      minutes: "e.minutes",
      conclusions: "e.conclusions",
    });
}

/** 0 when the event has another version by now. */
export async function updateMeeting(
  trx: Transaction,
  key: { id: number; version: number },
  meeting: Omit<MeetingRecord, "bodyName">,
): Promise<number> {
  return trx("events")
    .where({ id: key.id, version: key.version })
    .update({
      body_id: meeting.bodyId,
      minutes: meeting.minutes,
      conclusions: meeting.conclusions,
      version: key.version + 1,
    });
}

export interface AgendaItem {
  id: number;
  position: number;
  title: string;
  minutes: string | null;
  conclusion: string | null;
}

export async function listAgendaItems(db: Database, eventId: number): Promise<AgendaItem[]> {
  return db("event_agenda_items")
    .where("event_id", eventId)
    .orderBy(["position", "id"])
    .select("id", "position", "title", "minutes", "conclusion");
}

export async function insertAgendaItem(
  trx: Transaction,
  item: Omit<AgendaItem, "id"> & { eventId: number },
): Promise<number> {
  const { eventId, ...fields } = item;
  const [row] = await trx("event_agenda_items")
    .insert({ ...fields, event_id: eventId })
    .returning("id");
  return row.id;
}

export async function updateAgendaItem(trx: Transaction, item: AgendaItem): Promise<void> {
  const { id, ...fields } = item;
  await trx("event_agenda_items")
    .where({ id })
    .update({ ...fields, version: trx.raw("version + 1") });
}

export async function deleteAgendaItem(trx: Transaction, id: number): Promise<void> {
  await trx("event_agenda_items").where({ id }).delete();
}

export interface MeetingTask {
  eventId: number;
  agendaItemId: number | null;
  milestoneId: number;
  title: string;
  dueOn: string;
  doneOn: string | null;
  cancelledOn: string | null;
  ownerName: string | null;
}

/** Tasks that came from the meeting, by their days. */
export async function listMeetingTasks(db: Database, eventId: number): Promise<MeetingTask[]> {
  return tasks(db).where("t.event_id", eventId);
}

/** What is still owed from meetings of the body, up to a day where one is given. */
export async function listOpenTasksOfBody(
  db: Database,
  of: { bodyId: number; heldBefore?: string },
): Promise<MeetingTask[]> {
  const query = tasks(db)
    .join("events as e", "e.id", "t.event_id")
    .where("e.body_id", of.bodyId)
    .whereNull("e.archived_at")
    .whereRaw(openSql("x"));
  if (of.heldBefore !== undefined) query.where("e.starts_on", "<", of.heldBefore);
  return query;
}

export async function insertMeetingTask(
  trx: Transaction,
  task: { eventId: number; milestoneId: number; agendaItemId: number | null },
): Promise<void> {
  await trx("event_tasks").insert({
    event_id: task.eventId,
    milestone_id: task.milestoneId,
    agenda_item_id: task.agendaItemId,
  });
}

/** Tasks of an item that is dropped stay with the meeting. */
export async function detachTasks(trx: Transaction, agendaItemId: number): Promise<void> {
  await trx("event_tasks").where("agenda_item_id", agendaItemId).update({ agenda_item_id: null });
}

export type AttendeeState = "invited" | "present" | "excused" | "absent";

export interface Attendee extends Owner {
  id: number;
  ownerName: string;
  function: string | null;
  state: AttendeeState;
}

export async function listAttendees(db: Database, eventId: number): Promise<Attendee[]> {
  return db("event_attendees as a")
    .leftJoin("users as u", "u.id", "a.user_id")
    .leftJoin("contacts as c", "c.id", "a.contact_id")
    .where("a.event_id", eventId)
    .orderByRaw("coalesce(u.sort_key, c.sort_key), a.id")
    .select({
      id: "a.id",
      ownerUserId: "a.user_id",
      ownerContactId: "a.contact_id",
      ownerName: db.raw("coalesce(u.name, c.name)"),
      function: "c.function",
      state: "a.state",
    });
}

export async function insertAttendee(
  trx: Transaction,
  attendee: Owner & { eventId: number; state: AttendeeState },
): Promise<void> {
  await trx("event_attendees").insert({
    event_id: attendee.eventId,
    user_id: attendee.ownerUserId,
    contact_id: attendee.ownerContactId,
    state: attendee.state,
  });
}

export async function updateAttendeeState(
  trx: Transaction,
  attendee: { id: number; state: AttendeeState },
): Promise<void> {
  await trx("event_attendees").where({ id: attendee.id }).update({ state: attendee.state });
}

export async function deleteAttendee(trx: Transaction, id: number): Promise<void> {
  await trx("event_attendees").where({ id }).delete();
}

export interface MeetingLine {
  id: number;
  title: string;
  isConfidential: boolean;
  ownerUserId: number | null;
  startsOn: string | null;
  state: string;
  hasMinutes: boolean;
}

const MEETINGS_SHOWN = 30;

/** The latest first. */
export async function listMeetingsOfBody(db: Database, bodyId: number): Promise<MeetingLine[]> {
  const rows = await db("events as e")
    .where("e.body_id", bodyId)
    .whereNull("e.archived_at")
    .orderBy([{ column: "e.starts_on", order: "desc" }, "e.id"])
    .limit(MEETINGS_SHOWN)
    .select({
      id: "e.id",
      title: "e.title",
      isConfidential: "e.is_confidential",
      ownerUserId: "e.owner_user_id",
      startsOn: "e.starts_on",
      state: "e.state",
      hasMinutes: db.raw(
        `case when e.minutes is not null or e.conclusions is not null or exists (select 1
          from event_agenda_items i where i.event_id = e.id and i.minutes is not null)
          then 1 else 0 end`,
      ),
    });
  return rows.map((row: MeetingLine) => ({
    ...row,
    isConfidential: Boolean(row.isConfidential),
    hasMinutes: Boolean(Number(row.hasMinutes)),
  }));
}

function tasks(db: Database) {
  return db("event_tasks as t")
    .join("milestones as x", "x.id", "t.milestone_id")
    .leftJoin("users as u", "u.id", "x.owner_user_id")
    .leftJoin("contacts as c", "c.id", "x.owner_contact_id")
    .whereNull("x.archived_at")
    .orderBy(["x.due_on", "x.id"])
    .select({
      eventId: "t.event_id",
      agendaItemId: "t.agenda_item_id",
      milestoneId: "x.id",
      title: "x.title",
      dueOn: "x.due_on",
      doneOn: "x.done_on",
      cancelledOn: "x.cancelled_on",
      ownerName: db.raw("coalesce(u.name, c.name)"),
    });
}
