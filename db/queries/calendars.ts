import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import type { EventState } from "./events.ts";
import { type Reach, withinReach } from "./reach.ts";

export interface CalendarEntry {
  objectType: "event" | "internship";
  objectId: number;
  projectId: number;
  projectName: string;
  heldOn: string;
  /** `HH:MM`; null for an internship, which is shown on its first day. */
  startsAt: string | null;
  endsAt: string | null;
  endsOn: string;
  title: string;
  isConfidential: boolean;
  ownerUserId: number | null;
  kindLabelCs: string | null;
  kindLabelEn: string | null;
  state: EventState | string;
  place: string | null;
}

export interface CalendarScope {
  from: string;
  to: string;
  projectId?: number | undefined;
  kindId?: number | undefined;
  ownerUserIds?: readonly number[] | undefined;
}

const MOST = 2000;

/** Sessions of events and beginnings of internships within reach; in the order of days and hours. */
export async function listCalendar(
  db: Database,
  reach: Reach,
  scope: CalendarScope,
): Promise<CalendarEntry[]> {
  const sessions = narrowed(
    db("event_sessions as s")
      .join("events as x", "x.id", "s.event_id")
      .join("event_kinds as k", "k.id", "x.kind_id")
      .whereBetween("s.held_on", [scope.from, scope.to]),
    db,
    reach,
    scope,
  ).select({
    objectType: db.raw("'event'"),
    objectId: "x.id",
    projectId: "x.project_id",
    projectName: "p.short_name",
    heldOn: "s.held_on",
    startsAt: "s.starts_at",
    endsAt: "s.ends_at",
    endsOn: "s.held_on",
    title: "x.title",
    isConfidential: "x.is_confidential",
    ownerUserId: "x.owner_user_id",
    kindLabelCs: "k.label_cs",
    kindLabelEn: "k.label_en",
    state: "x.state",
    place: db.raw("coalesce(s.place, x.place)"),
  });
  if (scope.kindId !== undefined) sessions.where("x.kind_id", scope.kindId);
  const internships = narrowed(
    db("internships as x").whereBetween("x.starts_on", [scope.from, scope.to]),
    db,
    reach,
    scope,
  ).select({
    objectType: db.raw("'internship'"),
    objectId: "x.id",
    projectId: "x.project_id",
    projectName: "p.short_name",
    heldOn: "x.starts_on",
    startsAt: db.raw("cast(null as text)"),
    endsAt: db.raw("cast(null as text)"),
    endsOn: "x.ends_on",
    title: "x.title",
    isConfidential: db.raw("false"),
    ownerUserId: "x.owner_user_id",
    kindLabelCs: db.raw("cast(null as text)"),
    kindLabelEn: db.raw("cast(null as text)"),
    state: "x.state",
    place: db.raw("cast(null as text)"),
  });
  const parts = scope.kindId === undefined ? sessions.unionAll([internships]) : sessions;
  const rows: CalendarEntry[] = await db
    .select("*")
    .from(parts.as("c"))
    .orderByRaw("?? , coalesce(??, ''), ??, ??", ["heldOn", "startsAt", "objectType", "objectId"])
    .limit(MOST);
  return rows.map((row) => ({ ...row, isConfidential: Boolean(row.isConfidential) }));
}

function narrowed(
  query: Knex.QueryBuilder,
  db: Database,
  reach: Reach,
  { projectId, ownerUserIds }: CalendarScope,
): Knex.QueryBuilder {
  query
    .join("projects as p", "p.id", "x.project_id")
    .whereNull("p.archived_at")
    .whereNull("x.archived_at")
    .whereNot("x.state", "cancelled");
  if (projectId !== undefined) query.where("x.project_id", projectId);
  if (ownerUserIds !== undefined) query.whereIn("x.owner_user_id", [...ownerUserIds]);
  return withinReach(query, db, reach, "x.project_id");
}
