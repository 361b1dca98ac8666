import type { Knex } from "knex";
import type { Database, Transaction } from "../connection.ts";
import { EVER, inForce, type Moment } from "./facts.ts";
import { STANDS_FOR, supportInForce } from "./support-in-force.ts";

export type SupportSource = "session" | "internship-day" | "hand";
export type SupportForm = "in-person" | "electronic";

/** One entry of the ledger: minutes of support of a person in a project, true of a day. */
export interface SupportPosting {
  participationId: number;
  source: SupportSource;
  sessionId: number | null;
  internshipDayId: number | null;
  form: SupportForm;
  minutes: number;
  supportCode: string | null;
  note: string | null;
  validOn: string;
}

export interface StoredPosting extends SupportPosting {
  id: number;
}

const POSTING = {
  id: "f.id",
  participationId: "f.participation_id",
  source: "f.source",
  sessionId: "f.session_id",
  internshipDayId: "f.internship_day_id",
  form: "f.form",
  minutes: "f.minutes",
  supportCode: "f.support_code",
  note: "f.note",
  validOn: "f.valid_on",
};

const ROWS_AT_ONCE = 80;

export async function insertSupportPostings(
  trx: Transaction,
  postings: readonly (SupportPosting & {
    correctsId: number | null;
    recordedAt: string;
    recordedBy: number | null;
  })[],
): Promise<number[]> {
  const rows = postings.map((posting) => ({
    participation_id: posting.participationId,
    source: posting.source,
    session_id: posting.sessionId,
    internship_day_id: posting.internshipDayId,
    form: posting.form,
    minutes: posting.minutes,
    support_code: posting.supportCode,
    note: posting.note,
    valid_on: posting.validOn,
    recorded_at: posting.recordedAt,
    recorded_by: posting.recordedBy,
    corrects_id: posting.correctsId,
  }));
  const ids: number[] = [];
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const part = rows.slice(start, start + ROWS_AT_ONCE);
    const inserted = await trx("support_postings").insert(part).returning("id");
    ids.push(...inserted.map((row) => row.id));
  }
  return ids;
}

/** What stands of these sessions or internship days: rows that nothing has corrected. */
export async function listStandingPostings(
  db: Database,
  of: { sessionIds: readonly number[]; internshipDayIds: readonly number[] },
): Promise<StoredPosting[]> {
  const query = inForce(db, "support_postings", EVER).where((either) =>
    either
      .whereIn("f.session_id", [...of.sessionIds])
      .orWhereIn("f.internship_day_id", [...of.internshipDayIds]),
  );
  return query.orderBy("f.id").select(POSTING);
}

/** A posting of this project with what is needed to correct it; `isCorrected` when something stands for it. */
export async function findSupportPosting(
  db: Database,
  key: { projectId: number; id: number },
): Promise<(StoredPosting & { participantId: number; isCorrected: boolean }) | undefined> {
  const row = await db("support_postings as f")
    .join("participations as pp", "pp.id", "f.participation_id")
    .leftJoin("support_postings as c", "c.corrects_id", "f.id")
    .where({ "f.id": key.id, "pp.project_id": key.projectId })
    .first({ ...POSTING, participantId: "pp.participant_id", correctedBy: "c.id" });
  if (!row) return undefined;
  const { correctedBy, ...posting } = row;
  return { ...posting, isCorrected: correctedBy !== null };
}

export interface DailySupport {
  participationId: number;
  form: SupportForm;
  validOn: string;
  minutes: number;
}

/**
 * Minutes in force by person, day and form, in the order of days; those of merged persons under the
 * participation that stands for both.
 */
export async function listDailySupport(
  db: Database,
  participationIds: readonly number[],
  moment: Moment = EVER,
): Promise<DailySupport[]> {
  const rows: DailySupport[] = await supportInForce(db, moment)
    .where((either) =>
      either
        .whereIn("f.participation_id", [...participationIds])
        .orWhereIn("f.participation_id", mergedInto(db, participationIds)),
    )
    .groupByRaw(`${STANDS_FOR}, f.valid_on, f.form`)
    .orderBy("f.valid_on")
    .select({ form: "f.form", validOn: "f.valid_on" })
    .select(db.raw(`${STANDS_FOR} as "participationId"`))
    .sum({ minutes: "f.minutes" });
  return rows.map((row) => ({ ...row, minutes: Number(row.minutes) }));
}

export interface SupportTotal {
  participationId: number;
  inPerson: number;
  electronic: number;
}

/** Support of everybody in the project at a moment; whoever had none is not among them. */
export async function listSupportTotals(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<SupportTotal[]> {
  const rows: SupportTotal[] = await supportInForce(db, moment)
    .where("n.project_id", projectId)
    .groupByRaw(STANDS_FOR)
    .select(db.raw(`${STANDS_FOR} as "participationId"`), sumOf(db, "in-person", "inPerson"))
    .select(sumOf(db, "electronic", "electronic"));
  return rows.map((row) => ({
    participationId: row.participationId,
    inPerson: Number(row.inPerson),
    electronic: Number(row.electronic),
  }));
}

function sumOf(db: Database, form: SupportForm, name: string): Knex.Raw {
  return db.raw("sum(case when f.form = ? then f.minutes else 0 end) as ??", [form, name]);
}

function mergedInto(db: Database, participationIds: readonly number[]): Knex.QueryBuilder {
  return db("participations")
    .whereIn("merged_into_id", [...participationIds])
    .select("id");
}

export interface PostedParticipation {
  id: number;
  projectId: number;
  /** Null where it stands for itself. */
  mergedIntoId: number | null;
}

export async function listPostedParticipations(
  db: Database,
  ids: readonly number[],
): Promise<PostedParticipation[]> {
  return db("participations")
    .whereIn("id", [...ids])
    .orderBy("id")
    .select({ id: "id", projectId: "project_id", mergedIntoId: "merged_into_id" });
}

export interface SupportToKeep extends SupportTotal {
  thresholdOn: string | null;
}

/** What lists show without adding up; as many statements as there are parts of eighty people. */
export async function updateKeptSupport(
  trx: Transaction,
  people: readonly SupportToKeep[],
): Promise<void> {
  // Ending in the column itself, the choice is of its type on either engine.
  const byPerson = (of: readonly SupportToKeep[], name: keyof SupportToKeep, column: string) =>
    trx.raw(`case id ${of.map(() => "when ? then ?").join(" ")} else ?? end`, [
      ...of.flatMap((one) => [one.participationId, one[name]]),
      column,
    ]);
  for (let start = 0; start < people.length; start += ROWS_AT_ONCE) {
    const part = people.slice(start, start + ROWS_AT_ONCE);
    await trx("participations")
      .whereIn(
        "id",
        part.map(({ participationId }) => participationId),
      )
      .update({
        in_person_minutes: byPerson(part, "inPerson", "in_person_minutes"),
        electronic_minutes: byPerson(part, "electronic", "electronic_minutes"),
        threshold_on: byPerson(part, "thresholdOn", "threshold_on"),
      });
  }
}
