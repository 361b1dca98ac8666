import type { Database } from "../connection.ts";

export interface RecordKey {
  projectId: number;
  objectType: string;
  objectId: number;
}

const TABLES: Record<string, { table: string; label: string | null }> = {
  activity: { table: "activities", label: "title" },
  milestone: { table: "milestones", label: "title" },
  indicator: { table: "indicators", label: "name" },
  "log-entry": { table: "log_entries", label: null },
  campaign: { table: "campaigns", label: "title" },
  internship: { table: "internships", label: "title" },
  participation: { table: "participations", label: null },
  body: { table: "bodies", label: "name" },
  control: { table: "controls", label: "subject" },
  resolution: { table: "resolutions", label: "title" },
};

/** Whether the project has such a record, and its name; a confidential event only for its coordinator. */
export async function findListedRecord(
  db: Database,
  { projectId, objectType, objectId: id }: RecordKey,
  viewerId: number,
): Promise<{ label: string | null } | undefined> {
  if (!Number.isInteger(id) || id < 1 || id > LARGEST_ID) return undefined;
  if (objectType === "project") return id === projectId ? { label: null } : undefined;
  if (objectType === "event") return findEventRecord(db, { projectId, id }, viewerId);
  if (objectType === "indicator-value") return findValueRecord(db, { projectId, id });
  if (objectType === "expenditure") return findExpenditureRecord(db, { projectId, id });
  return findPlainRecord(db, TABLES[objectType], { projectId, id });
}

/** Papers of pay are kept where pay is. */
async function findExpenditureRecord(
  db: Database,
  { projectId, id }: { projectId: number; id: number },
): Promise<{ label: string | null } | undefined> {
  return db("expenditures")
    .where({ id, project_id: projectId })
    .whereNot("kind", "payroll")
    .first({ label: "description" });
}

async function findPlainRecord(
  db: Database,
  source: { table: string; label: string | null } | undefined,
  where: { projectId: number; id: number },
): Promise<{ label: string | null } | undefined> {
  if (!source) return undefined;
  const row = await db(source.table)
    .where({ id: where.id, project_id: where.projectId })
    .first(["id", ...(source.label ? [source.label] : [])]);
  return row && { label: source.label ? row[source.label] : null };
}

const LARGEST_ID = 2_147_483_647;

async function findValueRecord(
  db: Database,
  { projectId, id }: { projectId: number; id: number },
): Promise<{ label: string | null } | undefined> {
  return db("indicator_values as v")
    .join("indicators as i", "i.id", "v.indicator_id")
    .where({ "v.id": id, "i.project_id": projectId })
    .first({ label: "i.name" });
}

async function findEventRecord(
  db: Database,
  { projectId, id }: { projectId: number; id: number },
  viewerId: number,
): Promise<{ label: string | null } | undefined> {
  const event = await db("events")
    .where({ id, project_id: projectId })
    .where((open) => open.where("is_confidential", false).orWhere("owner_user_id", viewerId))
    .first("title", "is_confidential");
  return event && { label: event.is_confidential ? null : event.title };
}

/** The person behind a participation, for the record of who looked at what. */
export async function findParticipantOf(
  db: Database,
  participationId: number,
): Promise<number | undefined> {
  const row = await db("participations").where({ id: participationId }).first("participant_id");
  return row?.participant_id;
}
