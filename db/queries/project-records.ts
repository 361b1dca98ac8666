import type { Database, Transaction } from "../connection.ts";
import type { Phase } from "./projects.ts";

/** What is stored in the project's own row and typed by people. */
export interface ProjectFields {
  title: string;
  shortName: string;
  registrationNumber: string | null;
  programme: string;
  priorityAxis: string | null;
  callNumber: string | null;
  callName: string | null;
  beneficiaryId: number | null;
  department: string | null;
  vision: string | null;
  startsOn: string;
  endsOn: string;
  decidedOn: string | null;
  totalHalere: number | null;
  phase: Phase;
}

/** Columns that follow from the fields. */
export interface DerivedFields {
  sortKey: string;
  searchText: string;
}

export interface ProjectRecord extends ProjectFields {
  id: number;
  version: number;
  beneficiaryName: string | null;
  beneficiaryIco: string | null;
  isExample: boolean;
  createdAt: string;
  archivedAt: string | null;
}

export async function findProjectRecord(
  db: Database,
  id: number,
): Promise<ProjectRecord | undefined> {
  const row = await db("projects as p")
    .leftJoin("organisations as o", "o.id", "p.beneficiary_id")
    .where("p.id", id)
    .first({
      id: "p.id",
      version: "p.version",
      title: "p.title",
      shortName: "p.short_name",
      registrationNumber: "p.registration_number",
      programme: "p.programme",
      priorityAxis: "p.priority_axis",
      callNumber: "p.call_number",
      callName: "p.call_name",
      beneficiaryId: "p.beneficiary_id",
      beneficiaryName: "o.name",
      beneficiaryIco: "o.ico",
      department: "p.department",
      vision: "p.vision",
      startsOn: "p.starts_on",
      endsOn: "p.ends_on",
      decidedOn: "p.decided_on",
      totalHalere: "p.total_halere",
      phase: "p.phase",
      isExample: "p.is_example",
      createdAt: "p.created_at",
      archivedAt: "p.archived_at",
    });
  return row && { ...row, isExample: Boolean(row.isExample) };
}

export async function findProjectIdByNumber(
  trx: Transaction,
  registrationNumber: string,
): Promise<number | undefined> {
  const row = await trx("projects").where({ registration_number: registrationNumber }).first("id");
  return row?.id;
}

export async function insertProject(
  trx: Transaction,
  project: ProjectFields & DerivedFields & { createdAt: string; isExample?: boolean },
): Promise<number> {
  const [row] = await trx("projects")
    .insert({
      ...columnsOf(project),
      is_example: project.isExample ?? false,
      created_at: project.createdAt,
    })
    .returning("id");
  await trx("project_totals").insert({ project_id: row.id });
  return row.id;
}

/** `version` is the one that was edited, under the project's lock. */
export async function updateProject(
  trx: Transaction,
  project: ProjectFields & DerivedFields & { id: number; version: number },
): Promise<void> {
  await trx("projects")
    .where({ id: project.id, version: project.version })
    .update({ ...columnsOf(project), version: project.version + 1 });
}

/** A further edition of a record of which only parts in rows of their own have changed; under its lock. */
export async function touchProject(trx: Transaction, id: number): Promise<void> {
  await trx("projects").where({ id }).increment("version", 1);
}

/** False when it is there already. */
export async function updateProjectArchived(
  trx: Transaction,
  project: { id: number; archivedAt: string | null },
): Promise<boolean> {
  const query = trx("projects").where({ id: project.id });
  if (project.archivedAt === null) query.whereNotNull("archived_at");
  else query.whereNull("archived_at");
  return (await query.update({ archived_at: project.archivedAt }).increment("version", 1)) === 1;
}

export async function listDepartments(db: Database): Promise<string[]> {
  const rows = await db("projects")
    .whereNotNull("department")
    .distinct("department")
    .orderBy("department")
    .limit(200);
  return rows.map(({ department }) => department);
}

function columnsOf(project: ProjectFields & DerivedFields) {
  return {
    title: project.title,
    short_name: project.shortName,
    sort_key: project.sortKey,
    search_text: project.searchText,
    registration_number: project.registrationNumber,
    programme: project.programme,
    priority_axis: project.priorityAxis,
    call_number: project.callNumber,
    call_name: project.callName,
    beneficiary_id: project.beneficiaryId,
    department: project.department,
    vision: project.vision,
    starts_on: project.startsOn,
    ends_on: project.endsOn,
    decided_on: project.decidedOn,
    total_halere: project.totalHalere,
    phase: project.phase,
  };
}
