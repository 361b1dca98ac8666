import type { Database, Transaction } from "../connection.ts";

/** Whether the system may write about an event by itself, and of what project it is. */
export interface EventMailing {
  sendsMails: boolean;
  projectArchivedAt: string | null;
}

export async function findEventMailing(
  db: Database,
  eventId: number,
): Promise<EventMailing | undefined> {
  const row = await db("events as e")
    .join("projects as p", "p.id", "e.project_id")
    .where("e.id", eventId)
    .first({ sendsMails: "e.sends_mails", projectArchivedAt: "p.archived_at" });
  return row && { ...row, sendsMails: Boolean(row.sendsMails) };
}

/** Not a change of the event itself: its version stays. */
export async function updateSendsMails(
  trx: Transaction,
  eventId: number,
  sendsMails: boolean,
): Promise<void> {
  await trx("events").where({ id: eventId }).update({ sends_mails: sendsMails });
}

/** Of one session, or of all sessions of the event: calendars take the higher number for the truth. */
export async function raiseCalendarSequence(
  trx: Transaction,
  which: { eventId: number; sessionId?: number },
): Promise<void> {
  const { eventId, sessionId } = which;
  const query = trx("event_sessions").where({ event_id: eventId });
  if (sessionId !== undefined) query.where({ id: sessionId });
  await query.increment("calendar_sequence", 1);
}

/**
 * Takes back the messages of a kind about the event that have not left: a newer one says the same and more.
 * @returns what they were to say
 */
export async function supersedeMessages(
  trx: Transaction,
  of: { eventId: number; template: string },
): Promise<{ params: string }[]> {
  return trx("outgoing_mails")
    .where({ subject_type: "event", subject_id: of.eventId, template: of.template })
    .where({ state: "pending", attempts: 0 })
    .update({ state: "cancelled", reason: "superseded" })
    .returning(["params"]);
}

/** Whoever was written to about the event, or is about to be. */
export interface Told {
  userId: number | null;
  contactId: number | null;
  participantId: number | null;
}

export async function listTold(
  db: Database,
  of: { eventId: number; templates: readonly string[]; since?: string },
): Promise<Told[]> {
  const query = mailsAbout(db, of.eventId)
    .whereIn("m.template", [...of.templates])
    .whereNotIn("m.state", ["cancelled", "failed"])
    .select(toldColumns(db));
  if (of.since !== undefined) query.where("m.created_at", ">=", of.since);
  return query;
}

/** Whoever was merged with another since is whom they are now. */
function mailsAbout(db: Database, eventId: number) {
  return db("outgoing_mails as m")
    .leftJoin("participants as own", "own.id", "m.recipient_participant_id")
    .where({ "m.subject_type": "event", "m.subject_id": eventId });
}

function toldColumns(db: Database) {
  return {
    userId: "m.recipient_user_id",
    contactId: "m.recipient_contact_id",
    participantId: db.raw("coalesce(own.merged_into_id, own.id)"),
  };
}

/** Who was written to by messages of these kinds, or is about to be, in the order in which they were. */
export async function listTellings(
  db: Database,
  of: { eventId: number; templates: readonly string[]; haveLeft?: boolean },
): Promise<(Told & { template: string })[]> {
  const query = mailsAbout(db, of.eventId)
    .whereIn("m.template", [...of.templates])
    .whereNotIn("m.state", ["cancelled", "failed"])
    .orderBy("m.id")
    .select({ template: "m.template", ...toldColumns(db) });
  // What has no answer may have arrived.
  if (of.haveLeft) query.whereIn("m.state", ["sent", "uncertain"]);
  return query;
}

/** Whose message of a kind has not been tried yet. */
export async function listStillWaiting(
  db: Database,
  of: { eventId: number; template: string },
): Promise<Told[]> {
  return mailsAbout(db, of.eventId)
    .where({ "m.template": of.template, "m.attempts": 0 })
    .whereIn("m.state", ["pending", "held"])
    .select(toldColumns(db));
}

/** Messages about an event that wait to leave by themselves. */
export interface WaitingMessages {
  template: string;
  dueAt: string;
  recipients: number;
}

export async function listWaitingMessages(
  db: Database,
  eventId: number,
): Promise<WaitingMessages[]> {
  const rows = await db("outgoing_mails")
    .where({ subject_type: "event", subject_id: eventId })
    .whereIn("state", ["pending", "held", "uncertain"])
    .groupBy("template", "due_at")
    .orderBy(["due_at", "template"])
    .select({ template: "template", dueAt: "due_at", recipients: db.raw("count(*)") });
  return rows.map((row: WaitingMessages) => ({ ...row, recipients: Number(row.recipients) }));
}

/** An event with sessions so near that people may be reminded of them. */
export interface NearSession {
  projectId: number;
  eventId: number;
  heldOn: string;
  startsAt: string;
}

/** All sessions of events that have one between the two days, both included; live events of live projects only. */
export async function listNearSessions(
  db: Database,
  days: { from: string; to: string },
): Promise<NearSession[]> {
  const near = db("event_sessions")
    .whereBetween("held_on", [days.from, days.to])
    .select("event_id");
  return db("event_sessions as s")
    .join("events as e", "e.id", "s.event_id")
    .join("projects as p", "p.id", "e.project_id")
    .whereIn("e.id", near)
    .whereIn("e.state", ["planned", "confirmed"])
    .where({ "e.sends_mails": true, "e.is_confidential": false })
    .whereNull("e.archived_at")
    .whereNull("p.archived_at")
    .orderBy(["s.event_id", "s.held_on", "s.starts_at"])
    .select({
      projectId: "e.project_id",
      eventId: "s.event_id",
      heldOn: "s.held_on",
      startsAt: "s.starts_at",
    });
}
