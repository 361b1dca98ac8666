import { addDays } from "../../server/values/calendar-date.ts";
import type { Owner } from "../../server/values/owner.ts";
import type { Database, Transaction } from "../connection.ts";
import type { Closing } from "./event-kinds.ts";

export type EventState = "planned" | "confirmed" | "held" | "closed" | "cancelled";
export type EventLanguage = "cs" | "en";

/** What people type about an event. */
export interface EventFields extends Owner {
  activityId: number | null;
  kindId: number;
  title: string;
  goal: string | null;
  accreditationNumber: string | null;
  place: string | null;
  placeFolded: string | null;
  onlineUrl: string | null;
  capacity: number | null;
  language: EventLanguage;
  plannedCostsHalere: number | null;
  countsAsSupport: boolean;
  isConfidential: boolean;
  closing: Closing;
  supportCode: string | null;
}

export interface EventRecord extends EventFields {
  id: number;
  projectId: number;
  kindCode: string;
  kindLabelCs: string;
  kindLabelEn: string;
  isMeeting: boolean;
  bodyId: number | null;
  state: EventState;
  cancelledReason: string | null;
  /** First and last day of its sessions; null while it has none. */
  startsOn: string | null;
  endsOn: string | null;
  seriesOfId: number | null;
  headCount: number | null;
  headCountWomen: number | null;
  closedAt: string | null;
  reportedOn: string | null;
  /** JSON of what was announced in the activity plan. */
  reportedAs: string | null;
  activityNumber: string | null;
  activityParentNumber: string | null;
  activityTitle: string | null;
  ownerName: string | null;
  archivedAt: string | null;
  version: number;
}

/** The event inside its project, an archived one too. */
export async function findEvent(
  db: Database,
  key: { projectId: number; eventId: number },
): Promise<EventRecord | undefined> {
  const row = await events(db)
    .where({ "e.project_id": key.projectId, "e.id": key.eventId })
    .first();
  return row && eventOf(row);
}

export interface NewEvent extends EventFields {
  projectId: number;
  bodyId?: number | null;
  seriesOfId?: number | null;
  createdAt: string;
}

export async function insertEvent(trx: Transaction, event: NewEvent): Promise<number> {
  const [row] = await trx("events")
    .insert({
      ...fieldColumns(event),
      project_id: event.projectId,
      body_id: event.bodyId ?? null,
      series_of_id: event.seriesOfId ?? null,
      created_at: event.createdAt,
    })
    .returning("id");
  return row.id;
}

interface Version {
  id: number;
  version: number;
}

/** 0 when the event has another version by now; so with the updates below. */
export async function updateEvent(
  trx: Transaction,
  key: Version,
  fields: EventFields,
): Promise<number> {
  return updateVersion(trx, key, fieldColumns(fields));
}

export async function updateEventState(
  trx: Transaction,
  key: Version,
  to: { state: EventState; cancelledReason: string | null },
): Promise<number> {
  return updateVersion(trx, key, { state: to.state, cancelled_reason: to.cancelledReason });
}

/** A change of what hangs on the event is a change of the event: its next version. */
export async function touchEvent(trx: Transaction, key: Version): Promise<number> {
  return updateVersion(trx, key, {});
}

export async function updateEventArchived(
  trx: Transaction,
  key: Version,
  archivedAt: string | null,
): Promise<number> {
  return updateVersion(trx, key, { archived_at: archivedAt });
}

/** How soon after its last day the attendance of an event is to be closed; a custom of the house, no rule. */
const CLOSED_WITHIN_DAYS = 7;

/** Keeps the first and the last day of the event from its sessions. */
export async function refreshEventDays(trx: Transaction, eventId: number): Promise<void> {
  const days = await trx("event_sessions")
    .where("event_id", eventId)
    .min({ startsOn: "held_on" })
    .max({ endsOn: "held_on" })
    .first();
  const { startsOn = null, endsOn = null } = days ?? {};
  const close_by = endsOn === null ? null : addDays(endsOn, CLOSED_WITHIN_DAYS);
  await trx("events")
    .where("id", eventId)
    .update({ starts_on: startsOn, ends_on: endsOn, close_by });
}

function updateVersion(trx: Transaction, key: Version, columns: object): Promise<number> {
  return trx("events")
    .where({ id: key.id, version: key.version })
    .update({ ...columns, version: key.version + 1 });
}

function events(db: Database) {
  return db("events as e")
    .join("event_kinds as k", "k.id", "e.kind_id")
    .leftJoin("activities as a", "a.id", "e.activity_id")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .leftJoin("users as u", "u.id", "e.owner_user_id")
    .leftJoin("contacts as c", "c.id", "e.owner_contact_id")
    .select({
      id: "e.id",
      projectId: "e.project_id",
      activityId: "e.activity_id",
      kindId: "e.kind_id",
      kindCode: "k.code",
      kindLabelCs: "k.label_cs",
      kindLabelEn: "k.label_en",
      isMeeting: "k.is_meeting",
      bodyId: "e.body_id",
      title: "e.title",
      goal: "e.goal",
      accreditationNumber: "e.accreditation_number",
      place: "e.place",
      placeFolded: "e.place_folded",
      onlineUrl: "e.online_url",
      capacity: "e.capacity",
      language: "e.language",
      plannedCostsHalere: "e.planned_costs_halere",
      countsAsSupport: "e.counts_as_support",
      isConfidential: "e.is_confidential",
      closing: "e.closing",
      supportCode: "e.support_code",
      ownerUserId: "e.owner_user_id",
      ownerContactId: "e.owner_contact_id",
      ownerName: db.raw("coalesce(u.name, c.name)"),
      state: "e.state",
      cancelledReason: "e.cancelled_reason",
      startsOn: "e.starts_on",
      endsOn: "e.ends_on",
      seriesOfId: "e.series_of_id",
      headCount: "e.head_count",
      headCountWomen: "e.head_count_women",
      closedAt: "e.closed_at",
      reportedOn: "e.reported_on",
      reportedAs: "e.reported_as",
      activityNumber: "a.number",
      activityParentNumber: "p.number",
      activityTitle: "a.title",
      archivedAt: "e.archived_at",
      version: "e.version",
    });
}

type Stored = Omit<EventRecord, "isMeeting" | "countsAsSupport" | "isConfidential"> &
  Record<"isMeeting" | "countsAsSupport" | "isConfidential", boolean | number>;

// SQLite keeps booleans as numbers.
function eventOf(row: Stored): EventRecord {
  return {
    ...row,
    isMeeting: Boolean(row.isMeeting),
    countsAsSupport: Boolean(row.countsAsSupport),
    isConfidential: Boolean(row.isConfidential),
  };
}

function fieldColumns(fields: EventFields) {
  return {
    activity_id: fields.activityId,
    kind_id: fields.kindId,
    title: fields.title,
    goal: fields.goal,
    accreditation_number: fields.accreditationNumber,
    place: fields.place,
    place_folded: fields.placeFolded,
    online_url: fields.onlineUrl,
    capacity: fields.capacity,
    language: fields.language,
    planned_costs_halere: fields.plannedCostsHalere,
    counts_as_support: fields.countsAsSupport,
    is_confidential: fields.isConfidential,
    closing: fields.closing,
    support_code: fields.supportCode,
    owner_user_id: fields.ownerUserId,
    owner_contact_id: fields.ownerContactId,
  };
}
