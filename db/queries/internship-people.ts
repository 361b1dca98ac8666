import type { Database, Transaction } from "../connection.ts";

export interface Trainee {
  id: number;
  participantId: number;
  code: string;
  /** Empty where the person was anonymised. */
  firstName: string | null;
  surname: string | null;
  workedMinutes: number;
  confirmedMinutes: number;
  days: number;
}

/** By name, with what they have worked; for those who may read names. */
export async function listTrainees(db: Database, internshipId: number): Promise<Trainee[]> {
  const rows = await db("internship_trainees as t")
    .join("participants as p", "p.id", "t.participant_id")
    .leftJoin("internship_days as d", (on) =>
      on.on("d.trainee_id", "t.id").andOnNull("d.archived_at"),
    )
    .where("t.internship_id", internshipId)
    .groupBy("t.id", "p.id", "p.code", "p.first_name", "p.surname", "p.sort_key")
    .orderBy(["p.sort_key", "t.id"])
    .select({
      id: "t.id",
      participantId: "p.id",
      code: "p.code",
      firstName: "p.first_name",
      surname: "p.surname",
      workedMinutes: db.raw("coalesce(sum(d.minutes), 0)"),
      confirmedMinutes: db.raw(
        "coalesce(sum(case when d.confirmation_id is not null then d.minutes else 0 end), 0)",
      ),
      days: db.raw("count(d.id)"),
    });
  return rows.map((row: Trainee) => ({
    ...row,
    workedMinutes: Number(row.workedMinutes),
    confirmedMinutes: Number(row.confirmedMinutes),
    days: Number(row.days),
  }));
}

export async function isTrainee(
  db: Database,
  key: { internshipId: number; participantId: number },
): Promise<boolean> {
  const found = await db("internship_trainees")
    .where({ internship_id: key.internshipId, participant_id: key.participantId })
    .first("id");
  return found !== undefined;
}

export async function insertTrainee(
  trx: Transaction,
  trainee: { internshipId: number; participantId: number },
): Promise<number> {
  const [row] = await trx("internship_trainees")
    .insert({ internship_id: trainee.internshipId, participant_id: trainee.participantId })
    .returning("id");
  return row.id;
}

export async function deleteTrainee(trx: Transaction, id: number): Promise<void> {
  await trx("internship_trainees").where({ id }).delete();
}

/** Whether any day, an archived one too, names the trainee or the host. */
export async function hasDays(
  db: Database,
  of: { traineeId: number } | { hostId: number },
): Promise<boolean> {
  const condition = "traineeId" in of ? { trainee_id: of.traineeId } : { host_id: of.hostId };
  return (await db("internship_days").where(condition).first("id")) !== undefined;
}

/** Somebody of the project who may be chosen as a trainee. */
export interface PossibleTrainee {
  participantId: number;
  code: string;
  firstName: string | null;
  surname: string | null;
}

const OFFERED_AT_MOST = 500;

/** Participants of the project who are not at the internship yet, by name. */
export async function listPossibleTrainees(
  db: Database,
  of: { projectId: number; internshipId: number },
): Promise<PossibleTrainee[]> {
  return db("participations as q")
    .join("participants as p", "p.id", "q.participant_id")
    .where("q.project_id", of.projectId)
    .whereNull("q.merged_into_id")
    .whereNull("q.archived_at")
    .whereNull("p.anonymised_at")
    .whereNotIn(
      "p.id",
      db("internship_trainees").where("internship_id", of.internshipId).select("participant_id"),
    )
    .orderBy(["p.sort_key", "p.id"])
    .limit(OFFERED_AT_MOST)
    .select({
      participantId: "p.id",
      code: "p.code",
      firstName: "p.first_name",
      surname: "p.surname",
    });
}

export async function isParticipantOf(
  db: Database,
  key: { projectId: number; participantId: number },
): Promise<boolean> {
  const found = await db("participations")
    .where({ project_id: key.projectId, participant_id: key.participantId })
    .whereNull("archived_at")
    .first("id");
  return found !== undefined;
}

/** The participation that support of the person in the project is posted to. */
export async function findParticipationOf(
  db: Database,
  key: { projectId: number; participantId: number },
): Promise<{ id: number } | undefined> {
  return db("participations")
    .where({ project_id: key.projectId, participant_id: key.participantId })
    .first("id");
}

export interface Host {
  id: number;
  organisationId: number;
  name: string;
  ico: string | null;
  mentorContactId: number | null;
  mentorName: string | null;
  mentorFunction: string | null;
  mentorEmail: string | null;
  mentorPhone: string | null;
  mentorAgreedToMail: boolean;
}

export async function listHosts(db: Database, internshipId: number): Promise<Host[]> {
  const rows = await db("internship_hosts as h")
    .join("organisations as o", "o.id", "h.organisation_id")
    .leftJoin("contacts as c", "c.id", "h.mentor_contact_id")
    .where("h.internship_id", internshipId)
    .orderBy(["o.sort_key", "h.id"])
    .select({
      id: "h.id",
      organisationId: "o.id",
      name: "o.name",
      ico: "o.ico",
      mentorContactId: "c.id",
      mentorName: "c.name",
      mentorFunction: "c.function",
      mentorEmail: "c.email",
      mentorPhone: "c.phone",
      agreedAt: "c.agreed_to_mail_at",
    });
  return rows.map(({ agreedAt, ...host }) => ({ ...host, mentorAgreedToMail: agreedAt !== null }));
}

export async function insertHost(
  trx: Transaction,
  host: { internshipId: number; organisationId: number; mentorContactId: number | null },
): Promise<number> {
  const [row] = await trx("internship_hosts")
    .insert({
      internship_id: host.internshipId,
      organisation_id: host.organisationId,
      mentor_contact_id: host.mentorContactId,
    })
    .returning("id");
  return row.id;
}

export async function updateHostMentor(
  trx: Transaction,
  host: { id: number; mentorContactId: number | null },
): Promise<void> {
  await trx("internship_hosts")
    .where({ id: host.id })
    .update({ mentor_contact_id: host.mentorContactId });
}

export async function deleteHost(trx: Transaction, id: number): Promise<void> {
  await trx("internship_hosts").where({ id }).delete();
}

export interface MentorFields {
  name: string;
  sortKey: string;
  function: string | null;
  email: string | null;
  phone: string | null;
  agreedToMailAt: string | null;
}

export async function insertMentor(
  trx: Transaction,
  mentor: MentorFields & { organisationId: number; createdAt: string },
): Promise<number> {
  const [row] = await trx("contacts")
    .insert({
      ...mentorColumns(mentor),
      organisation_id: mentor.organisationId,
      created_at: mentor.createdAt,
    })
    .returning("id");
  return row.id;
}

/** A contact of the organisation with the very same name and e-mail. */
export async function findMentorOf(
  db: Database,
  organisationId: number,
  mentor: { name: string; email: string | null },
): Promise<{ id: number } | undefined> {
  return db("contacts")
    .where({ organisation_id: organisationId, name: mentor.name, email: mentor.email })
    .whereNull("archived_at")
    .first("id");
}

export async function updateMentor(
  trx: Transaction,
  id: number,
  mentor: MentorFields,
): Promise<void> {
  await trx("contacts")
    .where({ id })
    .update({
      ...mentorColumns(mentor),
      // The day on which they agreed first is the one that counts.
      agreed_to_mail_at:
        mentor.agreedToMailAt && trx.raw("coalesce(agreed_to_mail_at, ?)", [mentor.agreedToMailAt]),
      version: trx.raw("version + 1"),
    });
}

function mentorColumns(mentor: MentorFields) {
  return {
    name: mentor.name,
    sort_key: mentor.sortKey,
    function: mentor.function,
    email: mentor.email,
    phone: mentor.phone,
    agreed_to_mail_at: mentor.agreedToMailAt,
  };
}
