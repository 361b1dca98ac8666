import { randomUUID } from "node:crypto";
import type { Database, Transaction } from "../connection.ts";
import type { RegistrationState } from "./registrations.ts";

export type NominationAnswer = "nominated" | "declined";

/** A link by which an organisation names people for an event without an account. */
export interface NominationLink {
  id: number;
  eventId: number;
  organisationId: number;
  organisationName: string;
  places: number;
  answerBy: string;
  createdAt: string;
  createdBy: number | null;
  contactId: number | null;
  contactName: string | null;
  contactEmail: string | null;
  answer: NominationAnswer | null;
  answeredAt: string | null;
  answeredName: string | null;
  nudgedAt: string | null;
  revokedAt: string | null;
  /** Of those named by it, how many have a place or wait for one. */
  nominated: number;
}

export async function listNominationLinks(
  db: Database,
  eventId: number,
): Promise<NominationLink[]> {
  const rows = await links(db)
    .where("n.event_id", eventId)
    .orderByRaw("n.revoked_at is not null")
    .orderBy(["o.sort_key", "n.id"]);
  return rows.map(linkOf);
}

export async function findNominationLink(
  db: Database,
  key: { eventId: number; id: number },
): Promise<NominationLink | undefined> {
  const row = await links(db).where({ "n.event_id": key.eventId, "n.id": key.id }).first();
  return row && linkOf(row);
}

/** With the event it is for, as whoever opens the link sees it. */
export interface OpenedLink extends NominationLink {
  projectId: number;
  /** How many were ever named by it. */
  everNominated: number;
}

export async function findNominationByHash(
  db: Database,
  tokenHash: string,
): Promise<OpenedLink | undefined> {
  return opened(db, { "n.token_hash": tokenHash });
}

export async function findNominationToMail(
  db: Database,
  id: number,
): Promise<OpenedLink | undefined> {
  return opened(db, { "n.id": id });
}

async function opened(
  db: Database,
  which: Record<string, string | number>,
): Promise<OpenedLink | undefined> {
  const row = await links(db)
    .join("events as e", "e.id", "n.event_id")
    .where(which)
    .select({
      projectId: "e.project_id",
      everNominated: db("registrations as r").whereRaw("r.nomination_link_id = n.id").count("*"),
    })
    .first();
  return row && { ...linkOf(row), everNominated: Number(row.everNominated) };
}

/** Its token is made of the number it gets. */
export async function insertNominationLink(
  trx: Transaction,
  link: Pick<
    NominationLink,
    "eventId" | "organisationId" | "places" | "answerBy" | "createdAt" | "createdBy" | "contactId"
  > & { hashOf: (id: number) => string },
): Promise<number> {
  const [row] = await trx("nomination_links")
    .insert({
      event_id: link.eventId,
      organisation_id: link.organisationId,
      token_hash: randomUUID(),
      places: link.places,
      contact_id: link.contactId,
      answer_by: link.answerBy,
      created_at: link.createdAt,
      created_by: link.createdBy,
    })
    .returning("id");
  await trx("nomination_links")
    .where({ id: row.id })
    .update({ token_hash: link.hashOf(row.id) });
  return row.id;
}

/** Takes links back that still hold: one, or all of the organisation for the event. */
export async function revokeNominationLinks(
  trx: Transaction,
  which: { id: number } | { eventId: number; organisationId: number },
  at: string,
): Promise<number[]> {
  const query = trx("nomination_links").whereNull("revoked_at");
  if ("id" in which) query.where({ id: which.id });
  else query.where({ event_id: which.eventId, organisation_id: which.organisationId });
  const rows = await query.update({ revoked_at: at }).returning("id");
  return rows.map(({ id }) => id);
}

export async function updateNudged(trx: Transaction, id: number, at: string): Promise<void> {
  await trx("nomination_links").where({ id }).update({ nudged_at: at });
}

export async function updateNominationAnswer(
  trx: Transaction,
  id: number,
  given: { answer: NominationAnswer; answeredName: string; answeredAt: string },
): Promise<void> {
  await trx("nomination_links").where({ id }).update({
    answer: given.answer,
    answered_name: given.answeredName,
    answered_at: given.answeredAt,
  });
}

/** Somebody named by the link, as much of them as may be shown to whoever holds it. */
export interface Nominee {
  registrationId: number;
  participantId: number;
  version: number;
  firstName: string | null;
  surname: string | null;
  state: RegistrationState;
  hasAttendance: boolean;
}

export async function listNominees(db: Database, linkId: number): Promise<Nominee[]> {
  const rows: Nominee[] = await db("registrations as r")
    .join("participants as own", "own.id", "r.participant_id")
    .join("participants as t", "t.id", db.raw("coalesce(own.merged_into_id, own.id)"))
    .where("r.nomination_link_id", linkId)
    .whereIn("r.state", ["invited", "registered", "waiting"])
    .orderBy(["t.sort_key", "r.id"])
    .select({
      registrationId: "r.id",
      participantId: "t.id",
      version: "r.version",
      firstName: "t.first_name",
      surname: "t.surname",
      state: "r.state",
      hasAttendance: db.raw("exists (select 1 from attendances a where a.registration_id = r.id)"),
    });
  return rows.map((row) => ({ ...row, hasAttendance: Boolean(row.hasAttendance) }));
}

/** Who of these people has a place at the event already, whatever its state. */
export async function listPlacesOf(
  trx: Transaction,
  eventId: number,
  participantIds: readonly number[],
): Promise<{ id: number; version: number; participantId: number; state: RegistrationState }[]> {
  return trx("registrations")
    .where({ event_id: eventId })
    .whereIn("participant_id", [...participantIds])
    .select({ id: "id", version: "version", participantId: "participant_id", state: "state" });
}

/** Says of registrations by which link they came. */
export async function markNominated(
  trx: Transaction,
  { linkId, organisationId }: { linkId: number; organisationId: number },
  registrationIds: readonly number[],
): Promise<void> {
  await trx("registrations")
    .whereIn("id", [...registrationIds])
    .update({ nomination_link_id: linkId, organisation_id: organisationId });
}

/** A contact of the organisation with this e-mail, so that asking again makes no twin. */
export async function findAddressee(
  trx: Transaction,
  { organisationId, email }: { organisationId: number; email: string },
): Promise<{ id: number } | undefined> {
  return trx("contacts")
    .where({ organisation_id: organisationId, email })
    .whereNull("archived_at")
    .whereNotNull("agreed_to_mail_at")
    .first("id");
}

export async function insertAddressee(
  trx: Transaction,
  contact: {
    organisationId: number;
    name: string;
    sortKey: string;
    email: string;
    agreedToMailAt: string;
  },
): Promise<number> {
  const [row] = await trx("contacts")
    .insert({
      organisation_id: contact.organisationId,
      name: contact.name,
      sort_key: contact.sortKey,
      email: contact.email,
      agreed_to_mail_at: contact.agreedToMailAt,
      created_at: contact.agreedToMailAt,
    })
    .returning("id");
  return row.id;
}

function links(db: Database) {
  return db("nomination_links as n")
    .join("organisations as o", "o.id", "n.organisation_id")
    .leftJoin("contacts as c", "c.id", "n.contact_id")
    .select({
      id: "n.id",
      eventId: "n.event_id",
      organisationId: "n.organisation_id",
      organisationName: "o.name",
      places: "n.places",
      answerBy: "n.answer_by",
      createdAt: "n.created_at",
      createdBy: "n.created_by",
      contactId: "n.contact_id",
      contactName: "c.name",
      contactEmail: "c.email",
      answer: "n.answer",
      answeredAt: "n.answered_at",
      answeredName: "n.answered_name",
      nudgedAt: "n.nudged_at",
      revokedAt: "n.revoked_at",
      nominated: db("registrations as r")
        .whereRaw("r.nomination_link_id = n.id")
        .whereIn("r.state", ["invited", "registered", "waiting"])
        .count("*"),
    });
}

function linkOf<Row extends NominationLink>(row: Row): Row {
  return { ...row, nominated: Number(row.nominated) };
}
