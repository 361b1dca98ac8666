import type { Owner } from "../../server/values/owner.ts";
import type { Database, Transaction } from "../connection.ts";
import type { ChangeKind } from "./project-changes.ts";

export type ResolutionState = "planned" | "submitted" | "adopted" | "rejected" | "withdrawn";

export interface ResolutionFields extends Owner {
  title: string;
  /** Council, assembly, committee: in its own words. */
  decidedBy: string;
  submitBy: string;
  meetsOn: string | null;
  fileNumber: string | null;
  note: string | null;
  /** The change of the project that it decides. */
  changeId: number | null;
}

/** What its steps have made of it. */
export interface ResolutionProgress {
  state: ResolutionState;
  submittedOn: string | null;
  decidedOn: string | null;
  resolutionNumber: string | null;
}

export interface Resolution extends ResolutionFields, ResolutionProgress {
  id: number;
  projectId: number;
  number: number;
  changeNumber: number | null;
  changeKind: ChangeKind | null;
  changeTitle: string | null;
  ownerName: string | null;
  archivedAt: string | null;
  version: number;
}

export interface ResolutionFilter {
  projectId: number;
  /** `open` is what has not been decided yet. */
  state: "open" | "decided" | "all" | "archived";
}

/** What is still to be submitted first, by its day; what was decided from the latest on. */
export async function listResolutions(
  db: Database,
  filter: ResolutionFilter,
  page?: { limit: number; offset: number },
): Promise<Resolution[]> {
  const query = resolutions(db)
    .where("x.project_id", filter.projectId)
    .whereRaw(CONDITIONS[filter.state])
    .orderByRaw(`case x.state when 'planned' then 1 when 'submitted' then 2 else 3 end`)
    .orderByRaw("case when x.state in ('planned', 'submitted') then x.submit_by end")
    .orderBy([
      { column: "x.submit_by", order: "desc" },
      { column: "x.id", order: "desc" },
    ]);
  if (page) query.limit(page.limit).offset(page.offset);
  return query;
}

const CONDITIONS: Record<ResolutionFilter["state"], string> = {
  open: "x.archived_at is null and x.state in ('planned', 'submitted')",
  decided: "x.archived_at is null and x.state not in ('planned', 'submitted')",
  all: "x.archived_at is null",
  archived: "x.archived_at is not null",
};

export type ResolutionCounts = Record<ResolutionFilter["state"], number>;

export async function countResolutions(db: Database, projectId: number): Promise<ResolutionCounts> {
  const count = (state: ResolutionFilter["state"]) =>
    db.raw(`count(case when ${CONDITIONS[state]} then 1 end)`);
  return db("resolutions as x")
    .where("x.project_id", projectId)
    .first({
      open: count("open"),
      decided: count("decided"),
      all: count("all"),
      archived: count("archived"),
    });
}

/** The living ones that decide a change of the project. */
export async function listResolutionsOfChange(
  db: Database,
  changeId: number,
): Promise<Resolution[]> {
  return resolutions(db)
    .where("x.change_id", changeId)
    .whereNull("x.archived_at")
    .orderBy("x.number");
}

export async function findResolution(
  db: Database,
  key: { projectId: number; id: number },
): Promise<Resolution | undefined> {
  return resolutions(db).where({ "x.project_id": key.projectId, "x.id": key.id }).first();
}

export async function nextResolutionNumber(trx: Transaction, projectId: number): Promise<number> {
  const [last] = await trx("resolutions").where({ project_id: projectId }).max({ n: "number" });
  return Number(last?.n ?? 0) + 1;
}

export async function insertResolution(
  trx: Transaction,
  resolution: ResolutionFields & { projectId: number; number: number; createdAt: string },
): Promise<number> {
  const [row] = await trx("resolutions")
    .insert({
      ...columns(resolution),
      project_id: resolution.projectId,
      number: resolution.number,
      created_at: resolution.createdAt,
    })
    .returning("id");
  return row.id;
}

/** 0 when the record has another version by now; so with its steps and its archiving. */
export async function updateResolution(
  trx: Transaction,
  key: { id: number; version: number },
  fields: ResolutionFields,
): Promise<number> {
  return trx("resolutions")
    .where({ id: key.id, version: key.version })
    .update({ ...columns(fields), version: key.version + 1 });
}

export async function updateResolutionProgress(
  trx: Transaction,
  key: { id: number; version: number },
  progress: ResolutionProgress & Pick<ResolutionFields, "meetsOn" | "fileNumber">,
): Promise<number> {
  return trx("resolutions")
    .where({ id: key.id, version: key.version })
    .update({
      state: progress.state,
      submitted_on: progress.submittedOn,
      decided_on: progress.decidedOn,
      resolution_number: progress.resolutionNumber,
      meets_on: progress.meetsOn,
      file_number: progress.fileNumber,
      version: key.version + 1,
    });
}

export async function updateResolutionArchived(
  trx: Transaction,
  key: { id: number; version: number },
  archivedAt: string | null,
): Promise<number> {
  return trx("resolutions")
    .where({ id: key.id, version: key.version })
    .update({ archived_at: archivedAt, version: key.version + 1 });
}

function resolutions(db: Database) {
  return db("resolutions as x")
    .leftJoin("project_changes as g", "g.id", "x.change_id")
    .leftJoin("users as u", "u.id", "x.owner_user_id")
    .leftJoin("contacts as c", "c.id", "x.owner_contact_id")
    .select({
      id: "x.id",
      projectId: "x.project_id",
      number: "x.number",
      title: "x.title",
      decidedBy: "x.decided_by",
      submitBy: "x.submit_by",
      submittedOn: "x.submitted_on",
      meetsOn: "x.meets_on",
      state: "x.state",
      resolutionNumber: "x.resolution_number",
      decidedOn: "x.decided_on",
      fileNumber: "x.file_number",
      note: "x.note",
      changeId: "x.change_id",
      changeNumber: "g.number",
      changeKind: "g.kind",
      changeTitle: "g.title",
      ownerUserId: "x.owner_user_id",
      ownerContactId: "x.owner_contact_id",
      ownerName: db.raw("coalesce(u.name, c.name)"),
      archivedAt: "x.archived_at",
      version: "x.version",
    });
}

function columns(fields: ResolutionFields) {
  return {
    title: fields.title,
    decided_by: fields.decidedBy,
    submit_by: fields.submitBy,
    meets_on: fields.meetsOn,
    file_number: fields.fileNumber,
    note: fields.note,
    change_id: fields.changeId,
    owner_user_id: fields.ownerUserId,
    owner_contact_id: fields.ownerContactId,
  };
}
