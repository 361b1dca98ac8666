import type { Database, Transaction } from "../connection.ts";
import type { Version } from "./internships.ts";

export interface InternshipDay {
  id: number;
  traineeId: number;
  participantId: number;
  hostId: number;
  confirmationId: number | null;
  workedOn: string;
  minutes: number;
  diary: string | null;
  version: number;
}

export type DayFields = Pick<
  InternshipDay,
  "traineeId" | "hostId" | "workedOn" | "minutes" | "diary"
>;

export async function findDay(
  db: Database,
  key: { internshipId: number; id: number },
): Promise<InternshipDay | undefined> {
  return days(db).where({ "d.internship_id": key.internshipId, "d.id": key.id }).first();
}

/** In the order of the days; of one trainee or host where one is named. */
export async function listDays(
  db: Database,
  of: { internshipId: number; traineeId?: number | undefined },
): Promise<InternshipDay[]> {
  const query = days(db).where("d.internship_id", of.internshipId);
  if (of.traineeId !== undefined) query.where("d.trainee_id", of.traineeId);
  return query.orderBy(["d.worked_on", "d.id"]);
}

/** What nobody has confirmed yet of the days up to this one. */
export async function listUnconfirmedDays(
  db: Database,
  of: { internshipId: number; hostId: number; until: string },
): Promise<InternshipDay[]> {
  return days(db)
    .where({ "d.internship_id": of.internshipId, "d.host_id": of.hostId })
    .whereNull("d.confirmation_id")
    .where("d.worked_on", "<=", of.until)
    .orderBy(["d.trainee_id", "d.worked_on", "d.id"]);
}

/** First and last day that was worked; both null while there is none. */
export async function findWorkedSpan(
  db: Database,
  internshipId: number,
): Promise<{ first: string | null; last: string | null }> {
  return db("internship_days")
    .where({ internship_id: internshipId })
    .whereNull("archived_at")
    .first({ first: db.raw("min(worked_on)"), last: db.raw("max(worked_on)") });
}

export async function insertDay(
  trx: Transaction,
  day: DayFields & { internshipId: number; createdAt: string },
): Promise<number> {
  const [row] = await trx("internship_days")
    .insert({ ...columnsOf(day), internship_id: day.internshipId, created_at: day.createdAt })
    .returning("id");
  return row.id;
}

/** 0 when the record has another version by now. */
export async function updateDay(
  trx: Transaction,
  key: Version,
  day: DayFields & { confirmationId: number | null },
): Promise<number> {
  return trx("internship_days")
    .where({ id: key.id, version: key.version })
    .update({
      ...columnsOf(day),
      confirmation_id: day.confirmationId,
      version: key.version + 1,
    });
}

export async function updateDayArchived(
  trx: Transaction,
  key: Version,
  archivedAt: string,
): Promise<number> {
  return trx("internship_days")
    .where({ id: key.id, version: key.version })
    .update({ archived_at: archivedAt, version: key.version + 1 });
}

/** Every open form of these days is opened anew by whoever had it open. */
export async function updateDaysConfirmed(
  trx: Transaction,
  ids: number[],
  confirmationId: number,
): Promise<void> {
  await trx("internship_days")
    .whereIn("id", ids)
    .update({ confirmation_id: confirmationId, version: trx.raw("version + 1") });
}

/**
 * Minutes of a person on one day in whatever project: other internship days, attended sessions and what was
 * posted by hand. A merged person is counted with whoever stands for them.
 */
export async function sumMinutesOfDay(
  db: Database,
  of: { participantId: number; on: string; exceptDayId: number | null },
): Promise<number> {
  const same = db("participants as s")
    .join("participants as g", "g.id", db.raw("?", [of.participantId]))
    .whereRaw("coalesce(s.merged_into_id, s.id) = coalesce(g.merged_into_id, g.id)")
    .select("s.id");
  const worked = await minutesOf(
    db("internship_days as d")
      .join("internship_trainees as t", "t.id", "d.trainee_id")
      .whereIn("t.participant_id", same.clone())
      .where("d.worked_on", of.on)
      .whereNull("d.archived_at")
      .whereNot("d.id", of.exceptDayId ?? 0)
      .first({ minutes: db.raw("sum(d.minutes)") }),
  );
  const attended = await minutesOf(
    db("attendances as a")
      .join("event_sessions as s", "s.id", "a.session_id")
      .join("registrations as r", "r.id", "a.registration_id")
      .whereIn("r.participant_id", same.clone())
      .where("s.held_on", of.on)
      .whereIn("a.state", ["present", "left-early"])
      .first({ minutes: db.raw("sum(coalesce(a.minutes, s.support_minutes))") }),
  );
  const posted = await minutesOf(
    db("support_postings as f")
      .join("participations as q", "q.id", "f.participation_id")
      .whereIn("q.participant_id", same.clone())
      .where({ "f.source": "hand", "f.valid_on": of.on })
      .whereNotExists(
        db("support_postings as c").whereRaw("c.corrects_id = f.id").select(db.raw("1")),
      )
      .first({ minutes: db.raw("sum(f.minutes)") }),
  );
  return worked + attended + posted;
}

/** Days of one person, at whatever internship, are added up one after another. */
export async function lockPerson(trx: Transaction, participantId: number): Promise<void> {
  await trx("participants").where({ id: participantId }).forUpdate().first("id");
}

async function minutesOf(
  sum: PromiseLike<{ minutes: number | string | null } | undefined>,
): Promise<number> {
  return Number((await sum)?.minutes ?? 0);
}

function days(db: Database) {
  return db("internship_days as d")
    .join("internship_trainees as t", "t.id", "d.trainee_id")
    .whereNull("d.archived_at")
    .select({
      id: "d.id",
      traineeId: "d.trainee_id",
      participantId: "t.participant_id",
      hostId: "d.host_id",
      confirmationId: "d.confirmation_id",
      workedOn: "d.worked_on",
      minutes: "d.minutes",
      diary: "d.diary",
      version: "d.version",
    });
}

function columnsOf(day: DayFields) {
  return {
    trainee_id: day.traineeId,
    host_id: day.hostId,
    worked_on: day.workedOn,
    minutes: day.minutes,
    diary: day.diary,
  };
}
