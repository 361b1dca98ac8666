import type { Database, Transaction } from "../connection.ts";
import type { EventState } from "./events.ts";

export type RegistrationState = "invited" | "registered" | "waiting" | "declined" | "withdrawn";
export type RegistrationOrigin = "registry" | "paste" | "nomination" | "walk-in" | "import";
export type StateReason = "over-capacity" | "place-freed";

/** Somebody's place at an event, with the names it is printed by. */
export interface Registration {
  id: number;
  participantId: number;
  state: RegistrationState;
  origin: RegistrationOrigin;
  stateReason: StateReason | null;
  /** Of the printed sheet. */
  rowNumber: number;
  registeredAt: string;
  stateAt: string;
  organisationId: number | null;
  organisationName: string | null;
  version: number;
  code: string;
  firstName: string | null;
  surname: string | null;
  titleBefore: string | null;
  titleAfter: string | null;
  bornOn: string | null;
  sex: string | null;
  hasAttendance: boolean;
}

/** In the order of the printed sheet. */
export async function listRegistrations(db: Database, eventId: number): Promise<Registration[]> {
  const rows = await registrations(db).where("r.event_id", eventId).orderBy("r.row_number");
  return rows.map(asRegistration);
}

export async function findRegistration(
  db: Database,
  key: { eventId: number; id: number },
): Promise<Registration | undefined> {
  const row = await registrations(db).where({ "r.event_id": key.eventId, "r.id": key.id }).first();
  return row && asRegistration(row);
}

/** What places are counted from; changes to them wait for one another. */
export interface Places {
  projectId: number;
  state: EventState;
  capacity: number | null;
  registered: number;
  lastRow: number;
}

export async function lockPlaces(trx: Transaction, eventId: number): Promise<Places> {
  const event = await trx("events").where({ id: eventId }).forUpdate().first({
    projectId: "project_id",
    state: "state",
    capacity: "capacity",
    lastRow: "last_row",
  });
  const [taken] = await trx("registrations")
    .where({ event_id: eventId })
    .select({
      registered: trx.raw("count(case when state = 'registered' then 1 end)"),
      last: trx.raw("max(row_number)"),
    });
  return {
    ...event,
    registered: Number(taken?.registered ?? 0),
    lastRow: Math.max(event.lastRow, Number(taken?.last ?? 0)),
  };
}

export async function insertRegistrations(
  trx: Transaction,
  eventId: number,
  rows: {
    participantId: number;
    organisationId: number | null;
    state: RegistrationState;
    stateReason: StateReason | null;
    origin: RegistrationOrigin;
    rowNumber: number;
    at: string;
    by: number | null;
  }[],
): Promise<number[]> {
  if (rows.length === 0) return [];
  const lastRow = Math.max(...rows.map(({ rowNumber }) => rowNumber));
  await trx("events").where({ id: eventId }).update({ last_row: lastRow });
  const inserted = await trx("registrations")
    .insert(
      rows.map((row) => ({
        event_id: eventId,
        participant_id: row.participantId,
        organisation_id: row.organisationId,
        state: row.state,
        state_reason: row.stateReason,
        origin: row.origin,
        row_number: row.rowNumber,
        registered_at: row.at,
        state_at: row.at,
        registered_by: row.by,
      })),
    )
    .returning("id");
  return inserted.map(({ id }) => id);
}

/** 0 when the registration has another version by now. */
export async function updateRegistrationState(
  trx: Transaction,
  key: { id: number; version: number },
  to: { state: RegistrationState; stateReason: StateReason | null; at: string },
): Promise<number> {
  return trx("registrations")
    .where({ id: key.id, version: key.version })
    .update({
      state: to.state,
      state_reason: to.stateReason,
      state_at: to.at,
      version: key.version + 1,
    });
}

/** Whoever came without being registered is registered by it. */
export async function updateRegistrationsToRegistered(
  trx: Transaction,
  ids: readonly number[],
  at: string,
): Promise<void> {
  if (ids.length === 0) return;
  await trx("registrations")
    .whereIn("id", [...ids])
    .update({ state: "registered", state_reason: null, state_at: at })
    .increment("version", 1);
}

/** Whether somebody was given a certificate by it. */
export async function hasCertificate(db: Database, registrationId: number): Promise<boolean> {
  const row = await db("certificates").where({ registration_id: registrationId }).first("id");
  return row !== undefined;
}

export async function deleteRegistration(trx: Transaction, id: number): Promise<void> {
  await trx("registrations").where({ id }).delete();
}

/** Who waits longest. */
export async function findFirstWaiting(
  trx: Transaction,
  eventId: number,
): Promise<{ id: number; version: number } | undefined> {
  return trx("registrations")
    .where({ event_id: eventId, state: "waiting" })
    .orderBy(["registered_at", "id"])
    .first("id", "version");
}

/** Of these people, those who have a place at the event already. */
export async function listRegisteredOf(
  db: Database,
  eventId: number,
  participantIds: readonly number[],
): Promise<number[]> {
  return db("registrations")
    .where({ event_id: eventId })
    .whereIn("participant_id", [...participantIds])
    .pluck("participant_id");
}

function registrations(db: Database) {
  return db("registrations as r")
    .join("participants as t", "t.id", "r.participant_id")
    .leftJoin("organisations as o", (on) =>
      on.on("o.id", db.raw("coalesce(r.organisation_id, t.organisation_id)")),
    )
    .select({
      id: "r.id",
      participantId: "r.participant_id",
      state: "r.state",
      origin: "r.origin",
      stateReason: "r.state_reason",
      rowNumber: "r.row_number",
      registeredAt: "r.registered_at",
      stateAt: "r.state_at",
      organisationId: "r.organisation_id",
      organisationName: "o.name",
      version: "r.version",
      code: "t.code",
      firstName: "t.first_name",
      surname: "t.surname",
      titleBefore: "t.title_before",
      titleAfter: "t.title_after",
      bornOn: "t.born_on",
      sex: "t.sex",
      hasAttendance: db.raw("exists (select 1 from attendances a where a.registration_id = r.id)"),
    });
}

function asRegistration(row: Registration): Registration {
  return { ...row, hasAttendance: Boolean(row.hasAttendance) };
}
