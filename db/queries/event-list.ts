import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import type { EventState } from "./events.ts";

const eventListStates = ["open", "to-close", "closed", "cancelled", "all", "archived"] as const;
export type EventListState = (typeof eventListStates)[number];

export interface EventFilter {
  projectId: number;
  today: string;
  state: EventListState;
  kindId?: number | undefined;
  /** Of a key activity also those of its sub-activities; null is no activity at all. */
  activityId?: number | null | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export interface EventLine {
  id: number;
  title: string;
  kindLabelCs: string;
  kindLabelEn: string;
  isConfidential: boolean;
  countsAsSupport: boolean;
  ownerUserId: number | null;
  ownerName: string | null;
  activityId: number | null;
  activityNumber: string | null;
  activityParentNumber: string | null;
  activityTitle: string | null;
  place: string | null;
  onlineUrl: string | null;
  capacity: number | null;
  registered: number;
  sessions: number;
  supportMinutes: number;
  startsAt: string | null;
  startsOn: string | null;
  endsOn: string | null;
  state: EventState;
}

/** Whatever has not been closed nor cancelled; passed by its last day it waits for closing. */
const STATES: Record<EventListState, string> = {
  open: "e.archived_at is null and e.state in ('planned', 'confirmed', 'held')",
  "to-close":
    "e.archived_at is null and e.state in ('planned', 'confirmed', 'held') and e.ends_on < :today",
  closed: "e.archived_at is null and e.state = 'closed'",
  cancelled: "e.archived_at is null and e.state = 'cancelled'",
  all: "e.archived_at is null",
  archived: "e.archived_at is not null",
};

export async function listEvents(
  db: Database,
  filter: EventFilter,
  order: { isDescending: boolean; page?: { limit: number; offset: number } },
): Promise<EventLine[]> {
  const direction = order.isDescending ? "desc" : "asc";
  const query = filtered(db, filter)
    .whereRaw(STATES[filter.state], { today: filter.today })
    .join("event_kinds as k", "k.id", "e.kind_id")
    .leftJoin("users as u", "u.id", "e.owner_user_id")
    .leftJoin("contacts as c", "c.id", "e.owner_contact_id")
    .orderByRaw("case when e.starts_on is null then 0 else 1 end")
    .orderBy([
      { column: "e.starts_on", order: direction },
      { column: "e.id", order: direction },
    ])
    .select(lineColumns(db));
  if (order.page) query.limit(order.page.limit).offset(order.page.offset);
  const rows: EventLine[] = await query;
  return rows.map(lineOf);
}

export async function countEventsByState(
  db: Database,
  filter: EventFilter,
): Promise<Record<EventListState, number>> {
  const count = ([state, condition]: [string, string]) => [
    state,
    db.raw(`count(case when ${condition} then 1 end)`, { today: filter.today }),
  ];
  const row = await filtered(db, filter).first(
    Object.fromEntries(Object.entries(STATES).map(count)),
  );
  return row;
}

function lineColumns(db: Database): Record<string, string | Knex.Raw> {
  const ofSessions = (what: string) =>
    db.raw(`(select ${what} from event_sessions s where s.event_id = e.id)`);
  return {
    id: "e.id",
    title: "e.title",
    kindLabelCs: "k.label_cs",
    kindLabelEn: "k.label_en",
    isConfidential: "e.is_confidential",
    countsAsSupport: "e.counts_as_support",
    ownerUserId: "e.owner_user_id",
    ownerName: db.raw("coalesce(u.name, c.name)"),
    activityId: "e.activity_id",
    activityNumber: "a.number",
    activityParentNumber: "p.number",
    activityTitle: "a.title",
    place: "e.place",
    onlineUrl: "e.online_url",
    capacity: "e.capacity",
    registered: db.raw(
      "(select count(*) from registrations r where r.event_id = e.id and r.state = 'registered')",
    ),
    sessions: ofSessions("count(*)"),
    supportMinutes: ofSessions("coalesce(sum(s.support_minutes), 0)"),
    startsAt: db.raw(
      `(select min(s.starts_at) from event_sessions s
        where s.event_id = e.id and s.held_on = e.starts_on)`,
    ),
    startsOn: "e.starts_on",
    endsOn: "e.ends_on",
    state: "e.state",
  };
}

function lineOf(row: EventLine): EventLine {
  return {
    ...row,
    isConfidential: Boolean(row.isConfidential),
    countsAsSupport: Boolean(row.countsAsSupport),
    registered: Number(row.registered),
    sessions: Number(row.sessions),
    supportMinutes: Number(row.supportMinutes),
  };
}

function filtered(db: Database, filter: EventFilter): Knex.QueryBuilder {
  const query = db("events as e")
    .leftJoin("activities as a", "a.id", "e.activity_id")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .where("e.project_id", filter.projectId);
  if (filter.kindId !== undefined) query.where("e.kind_id", filter.kindId);
  if (filter.from) query.where("e.ends_on", ">=", filter.from);
  if (filter.to) query.where("e.starts_on", "<=", filter.to);
  const { activityId } = filter;
  if (activityId === null) query.whereNull("e.activity_id");
  if (typeof activityId === "number")
    query.where((either) => either.where("a.id", activityId).orWhere("a.parent_id", activityId));
  return query;
}
