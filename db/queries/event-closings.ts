import type { Database, Transaction } from "../connection.ts";
import type { EventState } from "./events.ts";
import type { SupportForm } from "./support-postings.ts";

/** What decides whether and how an event can be closed, kept from changing until the transaction ends. */
export interface EventToClose {
  id: number;
  projectId: number;
  state: EventState;
  closing: "signed-sheet" | "login-list" | "head-count";
  countsAsSupport: boolean;
  supportCode: string | null;
  version: number;
}

export async function lockEventToClose(trx: Transaction, eventId: number): Promise<EventToClose> {
  const row = await trx("events").where({ id: eventId }).forUpdate().first({
    id: "id",
    projectId: "project_id",
    state: "state",
    closing: "closing",
    countsAsSupport: "counts_as_support",
    supportCode: "support_code",
    version: "version",
  });
  return { ...row, countsAsSupport: Boolean(row.countsAsSupport) };
}

export async function updateEventClosed(
  trx: Transaction,
  key: { id: number; version: number },
  closed: {
    state: EventState;
    closedAt: string | null;
    closedBy: number | null;
    headCount: number | null;
    headCountWomen: number | null;
  },
): Promise<void> {
  await trx("events")
    .where({ id: key.id })
    .update({
      state: closed.state,
      closed_at: closed.closedAt,
      closed_by: closed.closedBy,
      head_count: closed.headCount,
      head_count_women: closed.headCountWomen,
      version: key.version + 1,
    });
}

/** Who attended which session for how long. */
export interface AttendedSession {
  participantId: number;
  participationId: number | null;
  sessionId: number;
  heldOn: string;
  form: SupportForm;
  minutes: number;
}

/** In the order in which sessions were held. */
export async function listAttendedSessions(
  db: Database,
  key: { projectId: number; eventId: number },
): Promise<AttendedSession[]> {
  const attended =
    "case when a.state = 'left-early' and a.minutes < s.support_minutes then a.minutes else s.support_minutes end as minutes";
  return db("attendances as a")
    .join("event_sessions as s", "s.id", "a.session_id")
    .join("registrations as r", "r.id", "a.registration_id")
    .leftJoin("participations as n", (on) =>
      on.on("n.participant_id", "r.participant_id").andOnVal("n.project_id", key.projectId),
    )
    .where("s.event_id", key.eventId)
    .whereIn("a.state", ["present", "left-early"])
    .orderBy(["s.held_on", "s.starts_at", "r.row_number"])
    .select({
      participantId: "r.participant_id",
      participationId: "n.id",
      sessionId: "s.id",
      heldOn: "s.held_on",
      form: "s.form",
    })
    .select(db.raw(attended));
}

/** A session, and how many of those who are expected have nothing written in it. */
export interface SessionCoverage {
  id: number;
  heldOn: string;
  startsAt: string;
  expected: number;
  undecided: number;
}

/** Of each session in the order in which they are held; whoever was only invited is not expected. */
export async function listSessionCoverage(
  db: Database,
  eventId: number,
): Promise<SessionCoverage[]> {
  const rows = await db("event_sessions as s")
    .leftJoin("registrations as r", (on) =>
      on.on("r.event_id", "s.event_id").andOnVal("r.state", "registered"),
    )
    .leftJoin("attendances as a", (on) =>
      on.on("a.registration_id", "r.id").andOn("a.session_id", "s.id"),
    )
    .where("s.event_id", eventId)
    .groupBy(["s.id", "s.held_on", "s.starts_at"])
    .orderBy(["s.held_on", "s.starts_at", "s.id"])
    .select({ id: "s.id", heldOn: "s.held_on", startsAt: "s.starts_at" })
    .select(db.raw("count(r.id) as expected"))
    .select(db.raw("count(case when r.id is not null and a.id is null then 1 end) as undecided"));
  return rows.map((row) => ({
    ...row,
    expected: Number(row.expected),
    undecided: Number(row.undecided),
  }));
}

/** Whether a list of who was there hangs on the event. */
export async function hasAttendanceSheet(db: Database, eventId: number): Promise<boolean> {
  const sheet = await db("documents")
    .where({ object_type: "event", object_id: eventId, category: "attendance-sheet" })
    .whereNull("archived_at")
    .first("id");
  return sheet !== undefined;
}
