import type { Owner } from "../../server/values/owner.ts";
import type { Database, Transaction } from "../connection.ts";

export type InternshipState =
  | "planned"
  | "agreed"
  | "running"
  | "finished"
  | "report-accepted"
  | "cancelled";

/** What people type about an internship; the planned minutes are those of one trainee. */
export interface InternshipFields extends Owner {
  activityId: number | null;
  title: string;
  purpose: string | null;
  startsOn: string;
  endsOn: string;
  plannedMinutes: number | null;
  travel: string | null;
  accommodation: string | null;
  plannedCostsHalere: number | null;
  realCostsHalere: number | null;
  countsAsSupport: boolean;
  supportCode: string | null;
}

export interface Internship extends InternshipFields {
  id: number;
  projectId: number;
  state: InternshipState;
  cancelledReason: string | null;
  activityNumber: string | null;
  activityParentNumber: string | null;
  activityTitle: string | null;
  ownerName: string | null;
  archivedAt: string | null;
  version: number;
}

export interface Version {
  id: number;
  version: number;
}

/** The internship inside its project, an archived one too. */
export async function findInternship(
  db: Database,
  key: { projectId: number; id: number },
): Promise<Internship | undefined> {
  const row = await db("internships as i")
    .leftJoin("activities as a", "a.id", "i.activity_id")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .leftJoin("users as u", "u.id", "i.owner_user_id")
    .leftJoin("contacts as c", "c.id", "i.owner_contact_id")
    .where({ "i.project_id": key.projectId, "i.id": key.id })
    .first({
      id: "i.id",
      projectId: "i.project_id",
      activityId: "i.activity_id",
      title: "i.title",
      purpose: "i.purpose",
      state: "i.state",
      startsOn: "i.starts_on",
      endsOn: "i.ends_on",
      plannedMinutes: "i.planned_minutes",
      travel: "i.travel",
      accommodation: "i.accommodation",
      plannedCostsHalere: "i.planned_costs_halere",
      realCostsHalere: "i.real_costs_halere",
      countsAsSupport: "i.counts_as_support",
      supportCode: "i.support_code",
      cancelledReason: "i.cancelled_reason",
      ownerUserId: "i.owner_user_id",
      ownerContactId: "i.owner_contact_id",
      ownerName: db.raw("coalesce(u.name, c.name)"),
      activityNumber: "a.number",
      activityParentNumber: "p.number",
      activityTitle: "a.title",
      archivedAt: "i.archived_at",
      version: "i.version",
    });
  return row && { ...row, countsAsSupport: Boolean(row.countsAsSupport) };
}

export async function insertInternship(
  trx: Transaction,
  internship: InternshipFields & { projectId: number; createdAt: string },
): Promise<number> {
  const [row] = await trx("internships")
    .insert({
      ...columnsOf(internship),
      project_id: internship.projectId,
      created_at: internship.createdAt,
    })
    .returning("id");
  return row.id;
}

/** 0 when the record has another version by now; so with the updates below. */
export async function updateInternship(
  trx: Transaction,
  key: Version,
  fields: InternshipFields,
): Promise<number> {
  return updateVersion(trx, key, columnsOf(fields));
}

export async function updateInternshipState(
  trx: Transaction,
  key: Version,
  to: { state: InternshipState; cancelledReason: string | null },
): Promise<number> {
  return updateVersion(trx, key, { state: to.state, cancelled_reason: to.cancelledReason });
}

export async function updateInternshipArchived(
  trx: Transaction,
  key: Version,
  archivedAt: string | null,
): Promise<number> {
  return updateVersion(trx, key, { archived_at: archivedAt });
}

/** Changes of people and days of one internship wait for one another. */
export async function lockInternship(trx: Transaction, id: number): Promise<void> {
  await trx("internships").where({ id }).forUpdate().first("id");
}

function updateVersion(trx: Transaction, key: Version, columns: object): Promise<number> {
  return trx("internships")
    .where({ id: key.id, version: key.version })
    .update({ ...columns, version: key.version + 1 });
}

function columnsOf(fields: InternshipFields) {
  return {
    activity_id: fields.activityId,
    title: fields.title,
    purpose: fields.purpose,
    starts_on: fields.startsOn,
    ends_on: fields.endsOn,
    planned_minutes: fields.plannedMinutes,
    travel: fields.travel,
    accommodation: fields.accommodation,
    planned_costs_halere: fields.plannedCostsHalere,
    real_costs_halere: fields.realCostsHalere,
    counts_as_support: fields.countsAsSupport,
    support_code: fields.supportCode,
    owner_user_id: fields.ownerUserId,
    owner_contact_id: fields.ownerContactId,
  };
}
