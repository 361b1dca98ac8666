import type { Database } from "../connection.ts";

/** Records that a row of an import would only repeat. */

export interface MilestoneLike {
  id: number;
  kind: string;
  title: string;
  dueOn: string;
  baselineDueOn: string;
}

/** All milestones of a project by what tells them apart; archived ones too. */
export async function listMilestonesLike(
  db: Database,
  projectId: number,
): Promise<MilestoneLike[]> {
  return db("milestones").where({ project_id: projectId }).orderBy("id").select({
    id: "id",
    kind: "kind",
    title: "title",
    dueOn: "due_on",
    baselineDueOn: "baseline_due_on",
  });
}

export async function findLogEntryLike(
  db: Database,
  like: { projectId: number; happenedOn: string; body: string },
): Promise<number | undefined> {
  const row = await db("log_entries")
    .where({ project_id: like.projectId, happened_on: like.happenedOn, body: like.body })
    .first("id");
  return row?.id;
}

export async function findIndicatorValueLike(
  db: Database,
  like: {
    indicatorId: number;
    validOn: string;
    value: number | null;
    numerator: number | null;
    denominator: number | null;
    valueText: string | null;
  },
): Promise<number | undefined> {
  const query = db("indicator_values").where({
    indicator_id: like.indicatorId,
    valid_on: like.validOn,
  });
  const amount = {
    ...(like.numerator === null ? { value: like.value } : {}),
    numerator: like.numerator,
    denominator: like.denominator,
    value_text: like.valueText,
  };
  for (const [column, given] of Object.entries(amount)) {
    if (given === null) query.whereNull(column);
    else query.where(column, given);
  }
  const row = await query.first("id");
  return row?.id;
}

export interface ImportableIndicator {
  id: number;
  code: string | null;
  name: string;
  valueType: "number" | "percentage" | "text";
  decimals: number;
}

export async function listImportableIndicators(
  db: Database,
  projectId: number,
): Promise<ImportableIndicator[]> {
  return db("indicators")
    .where({ project_id: projectId })
    .whereNull("archived_at")
    .orderBy(["position", "id"])
    .select({
      id: "id",
      code: "code",
      name: "name",
      valueType: "value_type",
      decimals: "decimals",
    });
}

export interface ImportableEvent {
  id: number;
  title: string;
  startsOn: string | null;
  countsAsSupport: boolean;
}

/** Events a file may name; a confidential one only by its coordinator. */
export async function listImportableEvents(
  db: Database,
  of: { projectId: number; viewerId: number },
): Promise<ImportableEvent[]> {
  const rows = await db("events")
    .where({ project_id: of.projectId })
    .whereNull("archived_at")
    .where((open) => open.where("is_confidential", false).orWhere("owner_user_id", of.viewerId))
    .orderBy("id")
    .select({
      id: "id",
      title: "title",
      startsOn: "starts_on",
      countsAsSupport: "counts_as_support",
    });
  return rows.map((row) => ({ ...row, countsAsSupport: Boolean(row.countsAsSupport) }));
}

/** Living persons that a code or a name with a day of birth stands for. */
export async function findPersonByCode(db: Database, code: string): Promise<number | undefined> {
  const row = await db("participants")
    .where({ code })
    .whereNull("anonymised_at")
    .first({ id: "id", mergedIntoId: "merged_into_id" });
  return row && (row.mergedIntoId ?? row.id);
}

export async function findRegistrationOf(
  db: Database,
  of: { eventId: number; participantId: number },
): Promise<{ id: number } | undefined> {
  return db("registrations")
    .where({ event_id: of.eventId, participant_id: of.participantId })
    .first("id");
}

export async function findAttendanceOf(
  db: Database,
  of: { sessionId: number; registrationId: number },
): Promise<{ id: number; state: string; minutes: number | null } | undefined> {
  return db("attendances")
    .where({ session_id: of.sessionId, registration_id: of.registrationId })
    .first("id", "state", "minutes");
}
