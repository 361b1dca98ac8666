import type { Database, Transaction } from "../connection.ts";
import type { EventState } from "./events.ts";

export interface PlannedEvent {
  id: number;
  title: string;
  isConfidential: boolean;
  ownerUserId: number | null;
  ownerName: string | null;
  ownerEmail: string | null;
  kindLabelCs: string;
  kindLabelEn: string;
  activityNumber: string | null;
  activityParentNumber: string | null;
  activityTitle: string | null;
  place: string | null;
  onlineUrl: string | null;
  capacity: number | null;
  registered: number;
  state: EventState;
  startsOn: string;
  endsOn: string;
  reportedOn: string | null;
  reportedAs: string | null;
}

export interface PlannedDay {
  eventId: number;
  heldOn: string;
  startsAt: string;
  endsAt: string;
  form: "in-person" | "electronic";
}

/** Events with a day, from the one given on, and those reported that were cancelled or have no day any more. */
export async function listPlannedEvents(
  db: Database,
  of: { projectId: number; from: string | null; ids?: number[] },
): Promise<PlannedEvent[]> {
  const query = db("events as e")
    .join("event_kinds as k", "k.id", "e.kind_id")
    .leftJoin("activities as a", "a.id", "e.activity_id")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .leftJoin("users as u", "u.id", "e.owner_user_id")
    .leftJoin("contacts as c", "c.id", "e.owner_contact_id")
    .where("e.project_id", of.projectId)
    .whereNull("e.archived_at")
    .whereNotNull("e.starts_on")
    .where((either) => either.whereNot("e.state", "cancelled").orWhereNotNull("e.reported_on"))
    .orderBy(["e.starts_on", "e.id"]);
  if (of.from !== null) query.where("e.ends_on", ">=", of.from);
  if (of.ids !== undefined) query.whereIn("e.id", of.ids);
  const rows: PlannedEvent[] = await query.select({
    id: "e.id",
    title: "e.title",
    isConfidential: "e.is_confidential",
    ownerUserId: "e.owner_user_id",
    ownerName: db.raw("coalesce(u.name, c.name)"),
    ownerEmail: db.raw("coalesce(u.email, c.email)"),
    kindLabelCs: "k.label_cs",
    kindLabelEn: "k.label_en",
    activityNumber: "a.number",
    activityParentNumber: "p.number",
    activityTitle: "a.title",
    place: "e.place",
    onlineUrl: "e.online_url",
    capacity: "e.capacity",
    registered: db.raw(
      "(select count(*) from registrations r where r.event_id = e.id and r.state = 'registered')",
    ),
    state: "e.state",
    startsOn: "e.starts_on",
    endsOn: "e.ends_on",
    reportedOn: "e.reported_on",
    reportedAs: "e.reported_as",
  });
  return rows.map((row) => ({
    ...row,
    isConfidential: Boolean(row.isConfidential),
    registered: Number(row.registered),
  }));
}

export async function listPlannedDays(db: Database, eventIds: number[]): Promise<PlannedDay[]> {
  return db("event_sessions as s")
    .whereIn("s.event_id", eventIds)
    .orderBy(["s.held_on", "s.starts_at", "s.id"])
    .select({
      eventId: "s.event_id",
      heldOn: "s.held_on",
      startsAt: "s.starts_at",
      endsAt: "s.ends_at",
      form: "s.form",
    });
}

export async function updateReported(
  trx: Transaction,
  id: number,
  reported: { reportedOn: string; reportedAs: string },
): Promise<void> {
  await trx("events")
    .where({ id })
    .update({ reported_on: reported.reportedOn, reported_as: reported.reportedAs });
}
