import type { Database } from "../connection.ts";

/** Somebody of the registry who may be registered for an event. */
export interface Candidate {
  id: number;
  code: string;
  firstName: string | null;
  surname: string | null;
  bornOn: string | null;
  organisationName: string | null;
  isInProject: boolean;
  isRegistered: boolean;
}

interface Place {
  projectId: number;
  eventId: number;
}

/** People whose names begin with these folded words, those of the project first. */
export async function searchCandidates(
  db: Database,
  { projectId, eventId }: Place,
  search: { words: readonly string[]; limit: number },
): Promise<Candidate[]> {
  const query = candidates(db, { projectId, eventId });
  for (const word of search.words) {
    const pattern = `% ${word.replace(/[!%_]/g, (sign) => `!${sign}`)}%`;
    query.whereRaw("' ' || t.search_text like ? escape '!'", [pattern]);
  }
  const rows = await query
    .orderByRaw("case when n.id is null then 1 else 0 end")
    .orderBy(["t.sort_key", "t.id"])
    .limit(search.limit);
  return rows.map(asCandidate);
}

/** People by their ids, in the order of their names. */
export async function listCandidates(
  db: Database,
  place: Place,
  participantIds: readonly number[],
): Promise<Candidate[]> {
  const rows = await candidates(db, place)
    .whereIn("t.id", [...participantIds])
    .orderBy(["t.sort_key", "t.id"]);
  return rows.map(asCandidate);
}

export interface Namesake extends Candidate {
  identityKey: string | null;
  nearKey: string | null;
  searchText: string;
}

/** Whoever one of the rows pasted may mean: the same person, one near to them, or only of the same name. */
export async function listNamesakes(
  db: Database,
  place: Place,
  keys: {
    identityKeys: readonly string[];
    nearKeys: readonly string[];
    searchTexts: readonly string[];
  },
): Promise<Namesake[]> {
  const rows = await candidates(db, place)
    .where((either) =>
      either
        .whereIn("t.identity_key", [...keys.identityKeys])
        .orWhereIn("t.near_key", [...keys.nearKeys])
        .orWhereIn("t.search_text", [...keys.searchTexts]),
    )
    .orderBy(["t.sort_key", "t.id"])
    .select({ identityKey: "t.identity_key", nearKey: "t.near_key", searchText: "t.search_text" });
  return rows.map((row) => ({ ...row, ...asCandidate(row) }));
}

/** Organisations by their folded names, for rows that name them in words. */
export async function listOrganisationsNamed(
  db: Database,
  foldedNames: readonly string[],
): Promise<{ id: number; name: string; folded: string }[]> {
  return db("organisations")
    .whereIn("name_folded", [...foldedNames])
    .whereNull("archived_at")
    .orderBy("id")
    .select({ id: "id", name: "name", folded: "name_folded" });
}

function candidates(db: Database, { projectId, eventId }: Place) {
  return db("participants as t")
    .leftJoin("participations as n", (on) =>
      on.on("n.participant_id", "t.id").andOnVal("n.project_id", projectId),
    )
    .leftJoin("registrations as r", (on) =>
      on.on("r.participant_id", "t.id").andOnVal("r.event_id", eventId),
    )
    .leftJoin("organisations as o", "o.id", "t.organisation_id")
    .whereNull("t.merged_into_id")
    .whereNull("t.anonymised_at")
    .select({
      id: "t.id",
      code: "t.code",
      firstName: "t.first_name",
      surname: "t.surname",
      bornOn: "t.born_on",
      organisationName: "o.name",
      participationId: "n.id",
      registrationId: "r.id",
    });
}

function asCandidate(row: Candidate & { participationId?: unknown; registrationId?: unknown }) {
  const { participationId, registrationId, ...candidate } = row;
  return {
    ...candidate,
    isInProject: participationId !== null,
    isRegistered: registrationId !== null,
  };
}
