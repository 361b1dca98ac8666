import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { narrowToOwners } from "./agenda-branch.ts";
import type { EventState } from "./events.ts";
import { type Reach, withinReach } from "./reach.ts";

/** Of whom and where: a person's things are those they answer for, or are asked to come to. */
export interface FeedScope {
  reach?: Reach;
  projectIds?: readonly number[];
  ownerUserId?: number;
}

interface Span {
  from: string;
  to: string;
}

export interface FeedSession {
  sessionId: number;
  eventId: number;
  projectId: number;
  projectName: string;
  heldOn: string;
  startsAt: string;
  endsAt: string;
  title: string;
  topic: string | null;
  isConfidential: boolean;
  state: EventState;
  place: string | null;
  onlineUrl: string | null;
  kindLabelCs: string;
  kindLabelEn: string;
  sequence: number;
}

/** More of one kind no calendar shows; the furthest are left out. */
export const MOST_ENTRIES = 2000;

export async function listFeedSessions(
  db: Database,
  scope: FeedScope,
  { from, to }: Span,
): Promise<FeedSession[]> {
  const query = alive(
    db("event_sessions as s").join("events as x", "x.id", "s.event_id"),
    db,
    scope,
  )
    .join("event_kinds as k", "k.id", "x.kind_id")
    .whereBetween("s.held_on", [from, to])
    .orderBy(["s.held_on", "s.starts_at", "s.id"])
    .limit(MOST_ENTRIES)
    .select({
      sessionId: "s.id",
      eventId: "x.id",
      projectId: "x.project_id",
      projectName: "p.short_name",
      heldOn: "s.held_on",
      startsAt: "s.starts_at",
      endsAt: "s.ends_at",
      title: "x.title",
      topic: "s.topic",
      isConfidential: "x.is_confidential",
      state: "x.state",
      place: db.raw("coalesce(s.place, x.place)"),
      onlineUrl: "x.online_url",
      kindLabelCs: "k.label_cs",
      kindLabelEn: "k.label_en",
      sequence: "s.calendar_sequence",
    });
  const { ownerUserId } = scope;
  if (ownerUserId !== undefined) query.whereRaw(COMES, [ownerUserId, ownerUserId]);
  const rows: FeedSession[] = await query;
  return rows.map((row) => ({ ...row, isConfidential: Boolean(row.isConfidential) }));
}

const COMES = `(x.owner_user_id = ? or x.id in (select a.event_id from event_attendees as a
  where a.user_id = ? and a.state <> 'excused'))`;

export interface FeedInternship {
  id: number;
  projectId: number;
  projectName: string;
  title: string;
  startsOn: string;
  endsOn: string;
  isCancelled: boolean;
}

export async function listFeedInternships(
  db: Database,
  scope: FeedScope,
  { from, to }: Span,
): Promise<FeedInternship[]> {
  const query = alive(db("internships as x"), db, scope)
    .where("x.ends_on", ">=", from)
    .where("x.starts_on", "<=", to)
    .orderBy(["x.starts_on", "x.id"])
    .limit(MOST_ENTRIES)
    .select({
      id: "x.id",
      projectId: "x.project_id",
      projectName: "p.short_name",
      title: "x.title",
      startsOn: "x.starts_on",
      endsOn: "x.ends_on",
      isCancelled: db.raw("x.state = 'cancelled'"),
    });
  if (scope.ownerUserId !== undefined) query.where("x.owner_user_id", scope.ownerUserId);
  const rows: FeedInternship[] = await query;
  return rows.map((row) => ({ ...row, isCancelled: Boolean(row.isCancelled) }));
}

export interface DoneMilestone {
  id: number;
  projectId: number;
  projectName: string;
  kind: string;
  title: string;
  dueOn: string;
}

/** What was finished lately: it leaves the agenda at once, and calendars a while later. */
export async function listDoneMilestones(
  db: Database,
  scope: FeedScope,
  doneFrom: string,
): Promise<DoneMilestone[]> {
  const query = alive(db("milestones as x"), db, scope)
    .whereNull("x.cancelled_on")
    .where("x.done_on", ">=", doneFrom)
    .orderBy(["x.due_on", "x.id"])
    .limit(MOST_ENTRIES)
    .select({
      id: "x.id",
      projectId: "x.project_id",
      projectName: "p.short_name",
      kind: "x.kind",
      title: "x.title",
      dueOn: "x.due_on",
    });
  if (scope.ownerUserId !== undefined)
    narrowToOwners(query, "x.owner_user_id", [scope.ownerUserId]);
  return query;
}

function alive(
  query: Knex.QueryBuilder,
  db: Database,
  { reach, projectIds }: FeedScope,
): Knex.QueryBuilder {
  query
    .join("projects as p", "p.id", "x.project_id")
    .whereNull("p.archived_at")
    .whereNull("x.archived_at");
  if (projectIds) query.whereIn("x.project_id", [...projectIds]);
  return reach ? withinReach(query, db, reach, "x.project_id") : query;
}

export interface Revision {
  objectType: string;
  objectId: number;
  /** How often it was changed, its making included. */
  count: number;
  at: string;
}

/** How often and when records were last changed, told by their history. */
export async function listRevisions(
  db: Database,
  objects: readonly { objectType: string; ids: readonly number[] }[],
): Promise<Revision[]> {
  const [first, ...rest] = objects
    .filter(({ ids }) => ids.length > 0)
    // Each in brackets of its own, or the grouping of the first would stand behind the last.
    .map((some) => db.select("*").from(revised(db, some).as("r")));
  if (!first) return [];
  const rows: Revision[] = await first.unionAll(rest);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

function revised(
  db: Database,
  { objectType, ids }: { objectType: string; ids: readonly number[] },
): Knex.QueryBuilder {
  return db("audit_events as e")
    .where({ "e.object_type": objectType, "e.outcome": "done" })
    .whereIn("e.object_id", [...ids])
    .groupBy("e.object_type", "e.object_id")
    .select({
      objectType: "e.object_type",
      objectId: "e.object_id",
      count: db.raw("count(*)"),
      at: db.raw("max(e.at)"),
    });
}
