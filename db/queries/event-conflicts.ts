import type { Knex } from "knex";
import type { Database } from "../connection.ts";

/** The events asked about: one of them, or all of the project that are neither closed nor cancelled. */
export interface ConflictScope {
  projectId: number;
  eventId?: number;
}

export interface PlannedSession {
  eventId: number;
  title: string;
  isConfidential: boolean;
  ownerUserId: number | null;
  capacity: number | null;
  registered: number;
  heldOn: string;
  startsAt: string;
  endsAt: string;
  activityStartsOn: string | null;
  activityEndsOn: string | null;
}

/** Two sessions at the same time that share something. */
export interface Clash {
  kind: "room" | "lecturer" | "participant";
  eventId: number;
  otherEventId: number;
  otherProjectId: number;
  otherTitle: string;
  otherIsConfidential: boolean;
  otherOwnerUserId: number | null;
  title: string;
  isConfidential: boolean;
  ownerUserId: number | null;
  heldOn: string;
  /** The earlier beginning of the time they share: the later of the two. */
  startsAt: string;
  /** The room or the lecturer; of participants only how many, never who. */
  what: string | null;
  count: number;
}

const ALIVE = ["planned", "confirmed", "held"];

export async function listPlannedSessions(
  db: Database,
  scope: ConflictScope,
): Promise<PlannedSession[]> {
  const rows: PlannedSession[] = await asked(db, scope)
    .leftJoin("activities as a", "a.id", "e.activity_id")
    .orderBy(["s.held_on", "s.starts_at", "s.id"])
    .select({
      eventId: "e.id",
      title: "e.title",
      isConfidential: "e.is_confidential",
      ownerUserId: "e.owner_user_id",
      capacity: "e.capacity",
      registered: db.raw(
        "(select count(*) from registrations r where r.event_id = e.id and r.state = 'registered')",
      ),
      heldOn: "s.held_on",
      startsAt: "s.starts_at",
      endsAt: "s.ends_at",
      activityStartsOn: "a.starts_on",
      activityEndsOn: "a.ends_on",
    });
  return rows.map((row) => ({
    ...row,
    isConfidential: Boolean(row.isConfidential),
    registered: Number(row.registered),
  }));
}

/** Rooms, lecturers and participants asked for twice at once, also by an event of another project. */
export async function listClashes(db: Database, scope: ConflictScope): Promise<Clash[]> {
  const rooms = overlapping(db, scope)
    .whereRaw("coalesce(s.place_folded, e.place_folded) = coalesce(o.place_folded, f.place_folded)")
    .select(clashColumns(db, "room", "coalesce(s.place, e.place)", "1"));
  const lecturers = overlapping(db, scope)
    .join("event_lecturers as l", "l.event_id", "e.id")
    .joinRaw("join event_lecturers m on m.event_id = f.id and m.contact_id = l.contact_id")
    .join("contacts as c", "c.id", "l.contact_id")
    .select(clashColumns(db, "lecturer", "c.name", "1"));
  const participants = overlapping(db, scope)
    .join("registrations as r", "r.event_id", "e.id")
    .joinRaw("join registrations q on q.event_id = f.id and q.participant_id = r.participant_id")
    .where({ "r.state": "registered", "q.state": "registered" })
    .groupBy("s.id", "e.id", "o.id", "f.id")
    .select(clashColumns(db, "participant", "cast(null as text)", "count(*)"));
  const rows: Clash[] = await db
    .select("*")
    .from(rooms.unionAll([lecturers, participants]).as("k"))
    .orderBy(["heldOn", "startsAt", "kind", "eventId", "otherEventId"]);
  return rows.map((row) => ({
    ...row,
    isConfidential: Boolean(row.isConfidential),
    otherIsConfidential: Boolean(row.otherIsConfidential),
    count: Number(row.count),
  }));
}

/** Somebody registered for two sessions at the same time. */
export interface ClashingPerson {
  eventId: number;
  otherEventId: number;
  heldOn: string;
  startsAt: string;
  participantId: number;
  firstName: string | null;
  surname: string | null;
  code: string;
}

/** Who is behind the clashes of participants, in the order of names; nobody of an event that is closed to the viewer. */
export async function listClashingPeople(
  db: Database,
  scope: ConflictScope,
  viewerId: number | null,
): Promise<ClashingPerson[]> {
  const isOpenTo = (event: string) => (open: Knex.QueryBuilder) =>
    open.where(`${event}.is_confidential`, false).orWhere(`${event}.owner_user_id`, viewerId ?? 0);
  const { eventId, otherEventId, heldOn, startsAt } = clashColumns(db, "participant", "1", "1");
  return overlapping(db, scope)
    .join("registrations as r", "r.event_id", "e.id")
    .joinRaw("join registrations q on q.event_id = f.id and q.participant_id = r.participant_id")
    .join("participants as t", "t.id", "r.participant_id")
    .where({ "r.state": "registered", "q.state": "registered" })
    .where(isOpenTo("e"))
    .where(isOpenTo("f"))
    .orderBy(["t.sort_key", "t.id"])
    .select({ eventId, otherEventId, heldOn, startsAt } as Record<string, string>)
    .select({ participantId: "t.id", code: "t.code" })
    .select({ firstName: "t.first_name", surname: "t.surname" });
}

export interface CrowdedDay {
  eventId: number;
  heldOn: string;
  /** How many people get more support that day than it holds, all their events taken together. */
  persons: number;
}

export async function listCrowdedDays(
  db: Database,
  scope: ConflictScope,
  mostMinutes: number,
): Promise<CrowdedDay[]> {
  const days = asked(db, scope)
    .join("registrations as r", "r.event_id", "e.id")
    .where("r.state", "registered")
    .distinct({ eventId: "e.id", heldOn: "s.held_on", participantId: "r.participant_id" });
  const sums = db
    .from(days.as("d"))
    .join("registrations as q", "q.participant_id", "d.participantId")
    .join("events as f", "f.id", "q.event_id")
    .joinRaw("join event_sessions o on o.event_id = f.id and o.held_on = ??", ["d.heldOn"])
    .where("q.state", "registered")
    .whereNot("f.state", "cancelled")
    .whereNull("f.archived_at")
    .groupBy("d.eventId", "d.heldOn", "d.participantId")
    .havingRaw("sum(o.support_minutes) > ?", [mostMinutes])
    .select("d.eventId", "d.heldOn");
  const rows = await db
    .from(sums.as("t"))
    .groupBy("eventId", "heldOn")
    .orderBy(["heldOn", "eventId"])
    .select("eventId", "heldOn", { persons: db.raw("count(*)") });
  return rows.map((row) => ({ ...row, persons: Number(row.persons) }));
}

export interface DoubleClaim {
  eventId: number;
  supportCode: string;
}

/** Events whose support bears a code that an event or an internship of another project bears as well. */
export async function listDoubleClaims(db: Database, scope: ConflictScope): Promise<DoubleClaim[]> {
  const twins = (table: string) =>
    db(`${table} as f`)
      .whereRaw("f.support_code = e.support_code and f.project_id <> e.project_id")
      .where("f.counts_as_support", true)
      .whereNot("f.state", "cancelled")
      .whereNull("f.archived_at")
      .select(db.raw("1"));
  return events(db, scope)
    .whereNotNull("e.support_code")
    .where("e.counts_as_support", true)
    .where((either) => either.whereExists(twins("events")).orWhereExists(twins("internships")))
    .orderBy("e.id")
    .select({ eventId: "e.id", supportCode: "e.support_code" });
}

function events(db: Database, { projectId, eventId }: ConflictScope): Knex.QueryBuilder {
  const query = db("events as e")
    .where("e.project_id", projectId)
    .whereIn("e.state", ALIVE)
    .whereNull("e.archived_at");
  return eventId === undefined ? query : query.where("e.id", eventId);
}

function asked(db: Database, scope: ConflictScope): Knex.QueryBuilder {
  return events(db, scope).join("event_sessions as s", "s.event_id", "e.id");
}

/** Every session asked about beside every other one at the same time; of a project each pair once. */
function overlapping(db: Database, scope: ConflictScope): Knex.QueryBuilder {
  const query = asked(db, scope)
    .joinRaw(`join event_sessions o on o.held_on = s.held_on and o.event_id <> s.event_id
      and s.starts_at < o.ends_at and o.starts_at < s.ends_at`)
    .join("events as f", "f.id", "o.event_id")
    .whereIn("f.state", ALIVE)
    .whereNull("f.archived_at");
  if (scope.eventId !== undefined) return query;
  return query.whereRaw("(f.project_id <> e.project_id or s.id < o.id)");
}

function clashColumns(
  db: Database,
  kind: Clash["kind"],
  what: string,
  count: string,
): Record<string, string | Knex.Raw> {
  return {
    kind: db.raw(`'${kind}'`),
    eventId: "e.id",
    title: "e.title",
    isConfidential: "e.is_confidential",
    ownerUserId: "e.owner_user_id",
    otherEventId: "f.id",
    otherProjectId: "f.project_id",
    otherTitle: "f.title",
    otherIsConfidential: "f.is_confidential",
    otherOwnerUserId: "f.owner_user_id",
    heldOn: "s.held_on",
    startsAt: db.raw("case when s.starts_at > o.starts_at then s.starts_at else o.starts_at end"),
    what: db.raw(what),
    count: db.raw(count),
  };
}
