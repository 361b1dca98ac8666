import type { Knex } from "knex";
import type { Database } from "../connection.ts";

/** Which participants of a project; nothing of it tells anything about one of them. */
export interface ParticipantFilter {
  projectId: number;
  record?: "complete" | "incomplete" | undefined;
  support?: "none" | "under" | "over" | undefined;
  stay?: "in" | "left" | undefined;
  /** Null asks for those without a target group. */
  targetGroupId?: number | null | undefined;
  /** Folded beginnings of words of a name, or of a code. */
  words?: readonly string[] | undefined;
}

export interface ParticipantLine {
  id: number;
  participantId: number;
  code: string;
  firstName: string | null;
  surname: string | null;
  bornOn: string | null;
  sex: string | null;
  municipality: string | null;
  ageAtEntry: number | null;
  enteredOn: string;
  exitedOn: string | null;
  exitCodes: string | null;
  labourStatus: string | null;
  education: string | null;
  isDisadvantageSettled: boolean;
  isComplete: boolean;
  isAnonymised: boolean;
  targetGroupCs: string | null;
  targetGroupEn: string | null;
  organisationName: string | null;
  inPersonMinutes: number;
  electronicMinutes: number;
  thresholdOn: string | null;
}

export async function listProjectParticipants(
  db: Database,
  filter: ParticipantFilter,
  page: { limit: number; offset: number },
): Promise<ParticipantLine[]> {
  const rows: (ParticipantLine & { anonymisedAt: string | null })[] = await matching(db, filter)
    .leftJoin("organisations as o", "o.id", "t.organisation_id")
    .leftJoin("code_list_items as g", "g.id", "n.target_group_item_id")
    .orderBy(["t.sort_key", "n.id"])
    .limit(page.limit)
    .offset(page.offset)
    .select({
      id: "n.id",
      participantId: "t.id",
      code: "t.code",
      firstName: "t.first_name",
      surname: "t.surname",
      bornOn: "t.born_on",
      sex: "t.sex",
      municipality: "t.municipality",
      anonymisedAt: "t.anonymised_at",
      ageAtEntry: "n.age_at_entry",
      enteredOn: "n.entered_on",
      exitedOn: "n.exited_on",
      exitCodes: "n.exit_codes",
      labourStatus: "n.labour_status",
      education: "n.education",
      isDisadvantageSettled: "n.is_disadvantage_settled",
      isComplete: "n.is_complete",
      inPersonMinutes: "n.in_person_minutes",
      electronicMinutes: "n.electronic_minutes",
      thresholdOn: "n.threshold_on",
      targetGroupCs: "g.label_cs",
      targetGroupEn: "g.label_en",
      organisationName: "o.name",
    });
  return rows.map(({ anonymisedAt, ...row }) => ({
    ...row,
    isAnonymised: anonymisedAt !== null,
    isDisadvantageSettled: Boolean(row.isDisadvantageSettled),
    isComplete: Boolean(row.isComplete),
  }));
}

export async function countProjectParticipants(
  db: Database,
  filter: ParticipantFilter,
): Promise<number> {
  const [row] = await matching(db, filter).count({ n: "n.id" });
  return Number(row?.n ?? 0);
}

/** Persons of one sex and age, and how many of them had support, passed the threshold, are complete. */
export interface ParticipantCount {
  sex: string | null;
  age: number | null;
  persons: number;
  supported: number;
  overThreshold: number;
  complete: number;
}

/** The whole project in numbers, for those who may not read names. */
export async function countParticipantsBySexAndAge(
  db: Database,
  projectId: number,
): Promise<ParticipantCount[]> {
  const some = (condition: string, name: string) =>
    db.raw(`count(case when ${condition} then 1 end) as ??`, [name]);
  const rows: Record<keyof ParticipantCount, unknown>[] = await matching(db, { projectId })
    .groupBy("t.sex", "n.age_at_entry")
    .select({ sex: "t.sex", age: "n.age_at_entry" })
    .select(
      db.raw("count(*) as persons"),
      some("n.in_person_minutes + n.electronic_minutes > 0", "supported"),
      some("n.threshold_on is not null", "overThreshold"),
      some("n.is_complete", "complete"),
    );
  return rows.map((row) => ({
    sex: row.sex as string | null,
    age: row.age as number | null,
    persons: Number(row.persons),
    supported: Number(row.supported),
    overThreshold: Number(row.overThreshold),
    complete: Number(row.complete),
  }));
}

function matching(db: Database, filter: ParticipantFilter): Knex.QueryBuilder {
  const query = db("participations as n")
    .join("participants as t", "t.id", "n.participant_id")
    .where("n.project_id", filter.projectId)
    .whereNull("n.merged_into_id");
  if (filter.record) query.where("n.is_complete", filter.record === "complete");
  if (filter.support === "over") query.whereNotNull("n.threshold_on");
  if (filter.support === "under") query.whereNull("n.threshold_on").whereRaw(`${MINUTES} > 0`);
  if (filter.support === "none") query.whereRaw(`${MINUTES} = 0`);
  if (filter.stay === "in") query.whereNull("n.exited_on");
  if (filter.stay === "left") query.whereNotNull("n.exited_on");
  if (filter.targetGroupId === null) query.whereNull("n.target_group_item_id");
  else if (filter.targetGroupId !== undefined)
    query.where("n.target_group_item_id", filter.targetGroupId);
  return withWords(query, filter.words ?? []);
}

const MINUTES = "n.in_person_minutes + n.electronic_minutes";

const CODE = /^[a-z]-\d{1,9}$/;

/** Every word begins a word of the name; a code is found as a whole. */
export function withWords(query: Knex.QueryBuilder, words: readonly string[]): Knex.QueryBuilder {
  for (const word of words) {
    if (CODE.test(word)) query.where("t.code", word.toUpperCase());
    else query.whereRaw("' ' || t.search_text like ? escape '!'", [beginning(word)]);
  }
  return query;
}

function beginning(word: string): string {
  return `% ${word.replace(/[!%_]/g, (sign) => `!${sign}`)}%`;
}
