import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { EVER } from "./facts.ts";
import type { FormMinutes } from "./pending-support.ts";
import { STANDS_FOR, supportInForce } from "./support-in-force.ts";
import type { SupportForm } from "./support-postings.ts";

/** Somebody of a project with what is kept of their support; the participation stands for the person. */
export interface SupportedParticipant {
  participationId: number;
  participantId: number;
  code: string;
  firstName: string | null;
  surname: string | null;
  organisationName: string | null;
  sortKey: string;
  inPerson: number;
  electronic: number;
  thresholdOn: string | null;
}

/** Everybody in the project in the order of their names; one only if named. */
export async function listSupportedParticipants(
  db: Database,
  projectId: number,
  participationId?: number,
): Promise<SupportedParticipant[]> {
  const query = db("participations as n")
    .join("participants as t", "t.id", "n.participant_id")
    .leftJoin("organisations as o", "o.id", "t.organisation_id")
    .where("n.project_id", projectId)
    .whereNull("n.merged_into_id")
    .orderBy(["t.sort_key", "n.id"])
    .select({
      participationId: "n.id",
      participantId: "t.id",
      code: "t.code",
      firstName: "t.first_name",
      surname: "t.surname",
      organisationName: "o.name",
      sortKey: "t.sort_key",
      inPerson: "n.in_person_minutes",
      electronic: "n.electronic_minutes",
      thresholdOn: "n.threshold_on",
    });
  return participationId === undefined ? query : query.where("n.id", participationId);
}

/** Days between which sessions lie ahead: from today to the end of the project. */
export interface Ahead {
  projectId: number;
  from: string;
  until: string;
}

/** What the project still offers by form: sessions of support that lie ahead. */
export async function listOfferedSupport(
  db: Database,
  ahead: Ahead,
): Promise<{ form: SupportForm; minutes: number }[]> {
  const rows: { form: SupportForm; minutes: number }[] = await sessionsAhead(db, ahead)
    .groupBy("s.form")
    .select({ form: "s.form" })
    .select(db.raw("sum(s.support_minutes) as minutes"));
  return rows.map((row) => ({ ...row, minutes: Number(row.minutes) }));
}

/** Sessions ahead that people are registered for and nobody has written anything about. */
export async function listBookedSupport(db: Database, ahead: Ahead): Promise<FormMinutes[]> {
  const booked = sessionsAhead(db, ahead)
    .join("registrations as r", "r.event_id", "e.id")
    .join("participations as n", (on) =>
      on.on("n.participant_id", "r.participant_id").andOn("n.project_id", "e.project_id"),
    )
    .leftJoin("attendances as a", (on) =>
      on.on("a.registration_id", "r.id").andOn("a.session_id", "s.id"),
    )
    .where("r.state", "registered")
    .whereNull("a.id")
    .distinct(db.raw(`${STANDS_FOR} as person_id`), "s.id", "s.form", "s.support_minutes");
  const rows: FormMinutes[] = await db
    .from(booked.as("booked"))
    .groupBy("person_id", "form")
    .select({ participationId: "person_id", form: "form" })
    .select(db.raw("sum(support_minutes) as minutes"));
  return rows.map((row) => ({ ...row, minutes: Number(row.minutes) }));
}

/** Of each internship of a person: planned minutes and those posted by now. */
export async function listPlannedInternships(
  db: Database,
  projectId: number,
): Promise<{ participationId: number; planned: number; posted: number }[]> {
  const posted = supportInForce(db, EVER)
    .join("internship_days as d", "d.id", "f.internship_day_id")
    .whereRaw(`d.internship_id = planned.id and ${STANDS_FOR} = planned.person_id`)
    .select(db.raw("coalesce(sum(f.minutes), 0)"));
  const planned = db("internship_trainees as w")
    .join("internships as i", "i.id", "w.internship_id")
    .join("participations as n", (on) =>
      on.on("n.participant_id", "w.participant_id").andOn("n.project_id", "i.project_id"),
    )
    .where("i.project_id", projectId)
    .where("i.counts_as_support", true)
    .whereIn("i.state", ["planned", "agreed", "running", "finished"])
    .whereNull("i.archived_at")
    .whereNotNull("i.planned_minutes")
    .distinct(db.raw(`${STANDS_FOR} as person_id`), "i.id", "i.planned_minutes");
  const rows = await db
    .from(planned.as("planned"))
    .select({ participationId: "person_id", planned: "planned_minutes", posted });
  return rows.map((row) => ({ ...row, posted: Number(row.posted) }));
}

function sessionsAhead(db: Database, { projectId, from, until }: Ahead): Knex.QueryBuilder {
  return db("event_sessions as s")
    .join("events as e", "e.id", "s.event_id")
    .where("e.project_id", projectId)
    .where("e.counts_as_support", true)
    .whereNot("e.closing", "head-count")
    .whereIn("e.state", ["planned", "confirmed", "held"])
    .whereNull("e.archived_at")
    .whereBetween("s.held_on", [from, until]);
}
