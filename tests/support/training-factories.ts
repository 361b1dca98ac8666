import type { Connection } from "../../db/connection.ts";
import { czechSortKey, foldText } from "../../server/values/fold.ts";
import { counter } from "./counting.ts";
import { insert } from "./factories.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";
const nextNumber = counter();

type Row = Record<string, unknown>;

export function createOrganisation(db: Connection, given: Row = {}): Promise<number> {
  const count = nextNumber();
  const name = String(given.name ?? `Centrum služeb ${count}`);
  return insert(db, "organisations", {
    name,
    name_folded: foldText(name),
    sort_key: czechSortKey(name),
    created_at: CREATED_AT,
    ...given,
  });
}

export function createContact(db: Connection, given: Row = {}): Promise<number> {
  const count = nextNumber();
  const name = String(given.name ?? `Petr Lektor ${count}`);
  return insert(db, "contacts", {
    name,
    sort_key: czechSortKey(name),
    created_at: CREATED_AT,
    ...given,
  });
}

/** A training with a signed sheet, unless told otherwise. */
export function createEventKind(db: Connection, given: Row = {}): Promise<number> {
  const count = nextNumber();
  return insert(db, "event_kinds", {
    code: `training-${count}`,
    label_cs: "Školení",
    label_en: "Training",
    counts_as_support: true,
    closing: "signed-sheet",
    position: count,
    ...given,
  });
}

export async function createEvent(
  db: Connection,
  projectId: number,
  given: Row = {},
): Promise<number> {
  const count = nextNumber();
  return insert(db, "events", {
    project_id: projectId,
    kind_id: given.kind_id ?? (await createEventKind(db)),
    title: `Krizová intervence ${count}`,
    counts_as_support: true,
    is_confidential: false,
    closing: "signed-sheet",
    starts_on: "2026-03-10",
    ends_on: "2026-03-10",
    created_at: CREATED_AT,
    ...given,
  });
}

/** Six hours of the clock on one day; the event's own days are the caller's. */
export function createSession(db: Connection, eventId: number, given: Row = {}): Promise<number> {
  return insert(db, "event_sessions", {
    event_id: eventId,
    held_on: "2026-03-10",
    starts_at: "09:00",
    ends_at: "15:00",
    hour_minutes: 60,
    support_minutes: 360,
    form: "in-person",
    ...given,
  });
}

export function createParticipant(db: Connection, given: Row = {}): Promise<number> {
  const count = nextNumber();
  const firstName = String(given.first_name ?? "Alena");
  const surname = String(given.surname ?? `Zkušební${count}`);
  const bornOn = given.born_on === undefined ? "1980-05-01" : given.born_on;
  return insert(db, "participants", {
    code: `T-${String(count).padStart(6, "0")}`,
    first_name: firstName,
    surname,
    sort_key: czechSortKey(`${surname} ${firstName}`),
    identity_key: bornOn === null ? null : `${foldText(firstName)}|${foldText(surname)}|${bornOn}`,
    near_key: bornOn === null ? null : `${foldText(surname)}|${bornOn}`,
    search_text: foldText(`${surname} ${firstName}`),
    born_on: bornOn,
    sex: "POHZENY",
    created_at: CREATED_AT,
    ...given,
  });
}

/** Somebody of the project, entered on its first days; a complete record only if told. */
export async function createParticipation(
  db: Connection,
  projectId: number,
  given: Row = {},
): Promise<number> {
  return insert(db, "participations", {
    project_id: projectId,
    participant_id: given.participant_id ?? (await createParticipant(db)),
    entered_on: "2025-02-01",
    created_at: CREATED_AT,
    ...given,
  });
}

export async function createRegistration(
  db: Connection,
  eventId: number,
  given: Row = {},
): Promise<number> {
  const last = await db("registrations").where({ event_id: eventId }).max({ row: "row_number" });
  return insert(db, "registrations", {
    event_id: eventId,
    participant_id: given.participant_id ?? (await createParticipant(db)),
    state: "registered",
    origin: "registry",
    row_number: Number(last[0]?.row ?? 0) + 1,
    registered_at: CREATED_AT,
    state_at: CREATED_AT,
    ...given,
  });
}

export function createAttendance(
  db: Connection,
  cell: { sessionId: number; registrationId: number },
  given: Row = {},
): Promise<number> {
  return insert(db, "attendances", {
    session_id: cell.sessionId,
    registration_id: cell.registrationId,
    state: "present",
    recorded_at: CREATED_AT,
    ...given,
  });
}

/** Hours in the ledger, by hand unless a session or an internship day is named. */
export function createPosting(
  db: Connection,
  participationId: number,
  given: Row = {},
): Promise<number> {
  return insert(db, "support_postings", {
    participation_id: participationId,
    source: given.session_id ? "session" : given.internship_day_id ? "internship-day" : "hand",
    form: "in-person",
    minutes: 360,
    valid_on: "2026-03-10",
    recorded_at: CREATED_AT,
    ...given,
  });
}

export function createInternship(
  db: Connection,
  projectId: number,
  given: Row = {},
): Promise<number> {
  const count = nextNumber();
  return insert(db, "internships", {
    project_id: projectId,
    title: `Stáž v zařízení ${count}`,
    starts_on: "2026-03-02",
    ends_on: "2026-03-06",
    created_at: CREATED_AT,
    ...given,
  });
}

export function createBody(db: Connection, projectId: number, given: Row = {}): Promise<number> {
  const count = nextNumber();
  return insert(db, "bodies", {
    project_id: projectId,
    name: `Koordinační skupina ${count}`,
    created_at: CREATED_AT,
    ...given,
  });
}

/** Hours from which a person counts, and how much of them electronic support may make up, in per cent. */
export async function createSupportRules(
  db: Connection,
  { programme = "OPZ+", hours = 40, cap = 100 } = {},
): Promise<void> {
  const rule = {
    programme,
    valid_from: "2014-01-01",
    source: "Rozhodnutí",
    created_at: CREATED_AT,
  };
  await insert(db, "programme_rules", { ...rule, kind: "support-threshold", value: String(hours) });
  await insert(db, "programme_rules", {
    ...rule,
    kind: "electronic-share-cap",
    value: String(cap),
  });
}
