import type { Database, Transaction } from "../connection.ts";

/** What a merge moved, by ids and names of fields only: enough to take it back, and nothing personal. */
export interface MovedByMerge {
  /** Participations that went over to the person who stays. */
  participations: number[];
  /** Participations of both in one project: `into` stands for them since. */
  joined: JoinedParticipation[];
  /** Participations that stood under a joined one before. */
  repointed: { id: number; from: number }[];
  registrations: number[];
  trainees: number[];
  /** Persons who had been merged into the one that is merged now. */
  persons: number[];
  /** Fields of the person who stays that were empty and are filled in. */
  filled: string[];
}

export interface JoinedParticipation {
  id: number;
  into: number;
  enteredOnBefore: string;
  enteredOnAfter: string;
  ageBefore: number | null;
  filled: string[];
  /** What the merged one says of disadvantage was taken over. */
  isAnswerTaken: boolean;
}

export interface StoredMerge {
  id: number;
  keptId: number;
  mergedId: number;
  moved: MovedByMerge;
  mergedAt: string;
  mergedByName: string | null;
}

/** Which ids of a table a person has, with what they must not have twice. */
export interface OwnedRows {
  registrations: { id: number; place: number }[];
  trainees: { id: number; place: number }[];
}

export async function listOwnedRows(db: Database, participantId: number): Promise<OwnedRows> {
  const [registrations, trainees] = await Promise.all([
    db("registrations")
      .where({ participant_id: participantId })
      .orderBy("id")
      .select({ id: "id", place: "event_id" }),
    db("internship_trainees")
      .where({ participant_id: participantId })
      .orderBy("id")
      .select({ id: "id", place: "internship_id" }),
  ]);
  return { registrations, trainees };
}

/** Participations that stand under one of these. */
export async function listJoinedUnder(
  db: Database,
  participationIds: readonly number[],
): Promise<{ id: number; mergedIntoId: number }[]> {
  return db("participations")
    .whereIn("merged_into_id", participationIds)
    .orderBy("id")
    .select({ id: "id", mergedIntoId: "merged_into_id" });
}

export async function listPersonsMergedInto(
  db: Database,
  participantId: number,
): Promise<number[]> {
  return db("participants").where({ merged_into_id: participantId }).orderBy("id").pluck("id");
}

/** Where they take part or are registered for something. */
export async function listProjectsOfPersons(
  db: Database,
  personIds: readonly number[],
): Promise<number[]> {
  const registered = db("registrations as r")
    .join("events as e", "e.id", "r.event_id")
    .whereIn("r.participant_id", [...personIds])
    .select({ id: "e.project_id" });
  const rows = await db("participations")
    .whereIn("participant_id", [...personIds])
    .select({ id: "project_id" })
    .union(registered)
    .orderBy("id");
  return rows.map(({ id }) => id);
}

export async function moveToPerson(
  trx: Transaction,
  rows: Pick<MovedByMerge, "participations" | "registrations" | "trainees">,
  participantId: number,
): Promise<void> {
  const to = { participant_id: participantId };
  await trx("participations").whereIn("id", rows.participations).update(to);
  await trx("registrations").whereIn("id", rows.registrations).update(to);
  await trx("internship_trainees").whereIn("id", rows.trainees).update(to);
}

export async function joinParticipations(
  trx: Transaction,
  ids: readonly number[],
  into: number | null,
): Promise<void> {
  await trx("participations").whereIn("id", ids).update({ merged_into_id: into });
}

export async function mergePersons(
  trx: Transaction,
  ids: readonly number[],
  into: number | null,
): Promise<void> {
  await trx("participants").whereIn("id", ids).update({ merged_into_id: into });
}

export async function insertMerge(
  trx: Transaction,
  merge: Pick<StoredMerge, "keptId" | "mergedId" | "moved" | "mergedAt"> & {
    mergedBy: number | null;
  },
): Promise<number> {
  const [row] = await trx("participant_merges")
    .insert({
      kept_id: merge.keptId,
      merged_id: merge.mergedId,
      moved: JSON.stringify(merge.moved),
      merged_at: merge.mergedAt,
      merged_by: merge.mergedBy,
    })
    .returning("id");
  return row.id;
}

export async function findMerge(db: Database, id: number): Promise<StoredMerge | undefined> {
  const row = await standingMerges(db).where("g.id", id).first();
  return row && readMerge(row);
}

/** Merges that nobody took back, the last one first: of these persons, or of persons of these projects. */
export async function listMerges(
  db: Database,
  of: { participantIds: readonly number[] } | { readableIn: readonly number[] },
): Promise<StoredMerge[]> {
  const query = standingMerges(db).orderBy("g.id", "desc").limit(500);
  if ("participantIds" in of) {
    query.where((either) => {
      either.whereIn("g.kept_id", of.participantIds).orWhereIn("g.merged_id", of.participantIds);
    });
  } else {
    const readable = db("participations").whereIn("project_id", of.readableIn);
    query.whereIn("g.kept_id", readable.select("participant_id"));
  }
  return (await query).map(readMerge);
}

export async function updateMergeUndone(
  trx: Transaction,
  undone: { id: number; at: string; by: number | null },
): Promise<boolean> {
  const changed = await trx("participant_merges")
    .where({ id: undone.id })
    .whereNull("undone_at")
    .update({ undone_at: undone.at, undone_by: undone.by });
  return changed === 1;
}

function standingMerges(db: Database) {
  return db("participant_merges as g")
    .leftJoin("users as u", "u.id", "g.merged_by")
    .whereNull("g.undone_at")
    .select({
      id: "g.id",
      keptId: "g.kept_id",
      mergedId: "g.merged_id",
      moved: "g.moved",
      mergedAt: "g.merged_at",
      mergedByName: "u.name",
    });
}

function readMerge(row: Omit<StoredMerge, "moved"> & { moved: string }): StoredMerge {
  return { ...row, moved: JSON.parse(row.moved) as MovedByMerge };
}
