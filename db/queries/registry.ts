import type { Database } from "../connection.ts";
import { withWords } from "./participant-list.ts";

/** A person as the registry lists them, with what they have in the projects that may be read. */
export interface RegisteredPerson {
  id: number;
  code: string;
  firstName: string | null;
  surname: string | null;
  bornOn: string | null;
  nearKey: string | null;
  identityKey: string | null;
  isAnonymised: boolean;
}

export interface RegisteredStay {
  id: number;
  participantId: number;
  projectId: number;
  projectName: string;
  inPersonMinutes: number;
  electronicMinutes: number;
}

const PERSON = {
  id: "t.id",
  code: "t.code",
  firstName: "t.first_name",
  surname: "t.surname",
  bornOn: "t.born_on",
  nearKey: "t.near_key",
  identityKey: "t.identity_key",
  anonymisedAt: "t.anonymised_at",
};

/** Persons of these projects by name or code, in Czech order. */
export async function searchRegistry(
  db: Database,
  of: { projectIds: readonly number[]; words: readonly string[]; limit: number },
): Promise<RegisteredPerson[]> {
  const query = persons(db, of.projectIds).orderBy(["t.sort_key", "t.id"]).limit(of.limit);
  return (await withWords(query, of.words).select(PERSON)).map(readPerson);
}

/** Persons of these projects who share surname and day of birth with another one, likely ones together. */
export async function listNearPersons(
  db: Database,
  projectIds: readonly number[],
  limit: number,
): Promise<RegisteredPerson[]> {
  const shared = db("participants")
    .whereNull("merged_into_id")
    .whereNull("anonymised_at")
    .whereNotNull("near_key")
    .groupBy("near_key")
    .havingRaw("count(*) > 1")
    .select("near_key");
  const rows = await persons(db, projectIds)
    .whereNull("t.anonymised_at")
    .whereIn("t.near_key", shared)
    .orderBy(["t.near_key", "t.id"])
    .limit(limit)
    .select(PERSON);
  return rows.map(readPerson);
}

/** Where these persons take part, those merged into them included; only in these projects. */
export async function listStays(
  db: Database,
  of: { participantIds: readonly number[]; projectIds: readonly number[] },
): Promise<RegisteredStay[]> {
  return db("participations as n")
    .join("projects as p", "p.id", "n.project_id")
    .whereIn("n.participant_id", of.participantIds)
    .whereIn("n.project_id", of.projectIds)
    .whereNull("n.merged_into_id")
    .orderBy(["p.sort_key", "n.id"])
    .select({
      id: "n.id",
      participantId: "n.participant_id",
      projectId: "n.project_id",
      projectName: "p.short_name",
      inPersonMinutes: "n.in_person_minutes",
      electronicMinutes: "n.electronic_minutes",
    });
}

/** The person with those merged into them, and in which projects any of them takes part. */
export async function findPersonProjects(
  db: Database,
  participantId: number,
): Promise<{ personIds: number[]; projectIds: number[] } | undefined> {
  const rows: { id: number; projectId: number | null }[] = await db("participants as t")
    .leftJoin("participations as n", "n.participant_id", "t.id")
    .where((own) => {
      own.where("t.id", participantId).orWhere("t.merged_into_id", participantId);
    })
    .orderBy("t.id")
    .select({ id: "t.id", projectId: "n.project_id" });
  if (rows.length === 0) return undefined;
  const projectIds = rows.flatMap(({ projectId }) => projectId ?? []);
  return {
    personIds: [...new Set(rows.map(({ id }) => id))],
    projectIds: [...new Set(projectIds)],
  };
}

function persons(db: Database, projectIds: readonly number[]) {
  return db("participants as t")
    .whereNull("t.merged_into_id")
    .whereExists(
      db("participations as n")
        .whereRaw("n.participant_id = t.id")
        .whereIn("n.project_id", projectIds)
        .select(db.raw("1")),
    );
}

function readPerson(
  row: Omit<RegisteredPerson, "isAnonymised"> & { anonymisedAt: string | null },
): RegisteredPerson {
  const { anonymisedAt, ...person } = row;
  return { ...person, isAnonymised: anonymisedAt !== null };
}
