import type { Database, Transaction } from "../connection.ts";

export interface SessionFields {
  heldOn: string;
  /** `HH:MM` */
  startsAt: string;
  endsAt: string;
  hourMinutes: 45 | 60;
  /** Support of who attends all of it, in minutes of the clock. */
  supportMinutes: number;
  form: "in-person" | "electronic";
  place: string | null;
  placeFolded: string | null;
  topic: string | null;
}

export interface EventSession extends SessionFields {
  id: number;
  eventId: number;
  /** How often when, where or what has changed, as calendars count it. */
  calendarSequence: number;
}

/** In the order in which they are held. */
export async function listSessions(db: Database, eventId: number): Promise<EventSession[]> {
  return sessions(db).where("event_id", eventId).orderBy(["held_on", "starts_at", "id"]);
}

export async function findSession(
  db: Database,
  key: { eventId: number; id: number },
): Promise<EventSession | undefined> {
  return sessions(db).where({ event_id: key.eventId, id: key.id }).first();
}

/** @returns ids of the new sessions */
export async function insertSessions(
  trx: Transaction,
  eventId: number,
  all: SessionFields[],
): Promise<number[]> {
  if (all.length === 0) return [];
  const rows = await trx("event_sessions")
    .insert(all.map((one) => ({ event_id: eventId, ...columns(one) })))
    .returning("id");
  return rows.map(({ id }) => id);
}

export async function updateSession(
  trx: Transaction,
  id: number,
  fields: SessionFields,
): Promise<void> {
  await trx("event_sessions").where({ id }).update(columns(fields));
}

export async function deleteSession(trx: Transaction, id: number): Promise<void> {
  await trx("event_sessions").where({ id }).delete();
}

/** Whether anybody's attendance or hours hang on the session. */
export async function isSessionUsed(db: Database, id: number): Promise<boolean> {
  const attended = await db("attendances").where("session_id", id).first("id");
  const posted = await db("support_postings").where("session_id", id).first("id");
  return attended !== undefined || posted !== undefined;
}

function sessions(db: Database) {
  return db("event_sessions").select({
    id: "id",
    eventId: "event_id",
    heldOn: "held_on",
    startsAt: "starts_at",
    endsAt: "ends_at",
    hourMinutes: "hour_minutes",
    supportMinutes: "support_minutes",
    form: "form",
    place: "place",
    placeFolded: "place_folded",
    topic: "topic",
    calendarSequence: "calendar_sequence",
  });
}

function columns(session: SessionFields) {
  return {
    held_on: session.heldOn,
    starts_at: session.startsAt,
    ends_at: session.endsAt,
    hour_minutes: session.hourMinutes,
    support_minutes: session.supportMinutes,
    form: session.form,
    place: session.place,
    place_folded: session.placeFolded,
    topic: session.topic,
  };
}
