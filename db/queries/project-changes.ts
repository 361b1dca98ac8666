import type { Database, Transaction } from "../connection.ts";
import { EVER, inForce } from "./facts.ts";

export type ChangeKind = "decision" | "insubstantial" | "substantial";
export type ChangeState = "draft" | "announced" | "approved" | "rejected";

export interface ChangeFields {
  kind: ChangeKind;
  title: string;
  reason: string | null;
  /** The day the change is asked to take effect; once approved, the day it does. */
  effectiveOn: string | null;
}

export interface ProjectChange extends ChangeFields {
  id: number;
  projectId: number;
  /** 0 is the grant decision. */
  number: number;
  state: ChangeState;
  announcedOn: string | null;
  decidedOn: string | null;
  /** Under which it is kept in the records. */
  fileNumber: string | null;
  createdById: number | null;
  createdByName: string | null;
  createdAt: string;
  version: number;
}

/** A change with the version of the budget that it brings, if it brings one. */
export interface ChangeWithBudget extends ProjectChange {
  versionId: number | null;
  versionNumber: number | null;
  basedOnId: number | null;
  lockedAt: string | null;
  eligibleHalere: number | null;
  /** Eligible sum of the version it was made from; null where there was none. */
  basedOnEligibleHalere: number | null;
}

const COLUMNS = {
  id: "c.id",
  projectId: "c.project_id",
  number: "c.number",
  kind: "c.kind",
  title: "c.title",
  reason: "c.reason",
  state: "c.state",
  effectiveOn: "c.effective_on",
  announcedOn: "c.announced_on",
  decidedOn: "c.decided_on",
  fileNumber: "c.file_number",
  createdById: "c.created_by",
  createdByName: "u.name",
  createdAt: "c.created_at",
  version: "c.version",
  versionId: "v.id",
  versionNumber: "v.number",
  basedOnId: "v.based_on_id",
  lockedAt: "v.locked_at",
  eligibleHalere: "v.eligible_halere",
  basedOnEligibleHalere: "b.eligible_halere",
};

export async function findChange(
  db: Database,
  key: { projectId: number; id: number },
): Promise<ChangeWithBudget | undefined> {
  return changes(db, key.projectId).where("c.id", key.id).first(COLUMNS);
}

/** All of a project, the latest first. */
export async function listChanges(db: Database, projectId: number): Promise<ChangeWithBudget[]> {
  return changes(db, projectId).orderBy("c.number", "desc").select(COLUMNS);
}

/** The one being written, if any: a project has one at a time. */
export async function findDraftChange(
  db: Database,
  projectId: number,
): Promise<ChangeWithBudget | undefined> {
  return changes(db, projectId).where("c.state", "draft").first(COLUMNS);
}

function changes(db: Database, projectId: number) {
  return db("project_changes as c")
    .leftJoin("budget_versions as v", "v.change_id", "c.id")
    .leftJoin("budget_versions as b", "b.id", "v.based_on_id")
    .leftJoin("users as u", "u.id", "c.created_by")
    .where("c.project_id", projectId);
}

/** The number that comes next; the grant decision has none of the row. */
export async function nextChangeNumber(
  db: Database,
  projectId: number,
  kind: ChangeKind,
): Promise<number> {
  if (kind === "decision") return 0;
  const [last] = await db("project_changes").where({ project_id: projectId }).max({ n: "number" });
  return Number(last?.n ?? 0) + 1;
}

export async function insertChange(
  trx: Transaction,
  change: ChangeFields & {
    projectId: number;
    number: number;
    createdBy: number | null;
    createdAt: string;
  },
): Promise<number> {
  const [row] = await trx("project_changes")
    .insert({
      ...fieldColumns(change),
      project_id: change.projectId,
      number: change.number,
      state: "draft",
      created_by: change.createdBy,
      created_at: change.createdAt,
    })
    .returning("id");
  return row.id as number;
}

/** @returns whether the edition was still the stored one */
export async function updateChange(
  trx: Transaction,
  key: { id: number; version: number },
  fields: ChangeFields,
): Promise<boolean> {
  const updated = await trx("project_changes")
    .where({ id: key.id, version: key.version })
    .update({ ...fieldColumns(fields), version: key.version + 1 });
  return updated > 0;
}

/** @returns whether the edition was still the stored one */
export async function updateFileNumber(
  trx: Transaction,
  key: { id: number; version: number },
  fileNumber: string | null,
): Promise<boolean> {
  const updated = await trx("project_changes")
    .where({ id: key.id, version: key.version })
    .update({ file_number: fileNumber, version: key.version + 1 });
  return updated > 0;
}

function fieldColumns({ kind, title, reason, effectiveOn }: ChangeFields) {
  return { kind, title, reason, effective_on: effectiveOn };
}

export interface NewChangeState {
  changeId: number;
  state: ChangeState;
  note: string | null;
  /** Of an approval the day the change takes effect. */
  validOn: string;
  recordedAt: string;
  recordedBy: number | null;
  /** The fact this one stands in place of. */
  correctsId: number | null;
}

export async function insertChangeState(trx: Transaction, fact: NewChangeState): Promise<number> {
  const [row] = await trx("project_change_states")
    .insert({
      change_id: fact.changeId,
      state: fact.state,
      note: fact.note,
      valid_on: fact.validOn,
      recorded_at: fact.recordedAt,
      recorded_by: fact.recordedBy,
      corrects_id: fact.correctsId,
    })
    .returning("id");
  return row.id as number;
}

/**
 * Keeps the state beside the change, as its facts say.
 * @returns whether the edition was still the stored one
 */
export async function updateChangeState(
  trx: Transaction,
  key: { id: number; version: number },
  kept: Pick<ProjectChange, "state" | "effectiveOn" | "announcedOn" | "decidedOn">,
): Promise<boolean> {
  const updated = await trx("project_changes")
    .where({ id: key.id, version: key.version })
    .update({
      state: kept.state,
      effective_on: kept.effectiveOn,
      announced_on: kept.announcedOn,
      decided_on: kept.decidedOn,
      version: key.version + 1,
    });
  return updated > 0;
}

export interface ChangeStateFact {
  id: number;
  state: ChangeState;
  note: string | null;
  validOn: string;
  recordedAt: string;
  recordedByName: string | null;
  correctsId: number | null;
}

/** Everything that was recorded about the state of a change, oldest first, corrected facts among it. */
export async function listChangeStates(db: Database, changeId: number): Promise<ChangeStateFact[]> {
  return db("project_change_states as s")
    .leftJoin("users as u", "u.id", "s.recorded_by")
    .where("s.change_id", changeId)
    .orderBy(["s.recorded_at", "s.id"])
    .select({
      id: "s.id",
      state: "s.state",
      note: "s.note",
      validOn: "s.valid_on",
      recordedAt: "s.recorded_at",
      recordedByName: "u.name",
      correctsId: "s.corrects_id",
    });
}

/** The fact that says what state the change is in: the last one that was not corrected. */
export async function findCurrentState(
  db: Database,
  changeId: number,
): Promise<Pick<ChangeStateFact, "id" | "state" | "validOn"> | undefined> {
  return inForce(db, "project_change_states", EVER)
    .where("f.change_id", changeId)
    .orderBy("f.id", "desc")
    .first({ id: "f.id", state: "f.state", validOn: "f.valid_on" });
}

/** Only when an announcement or an approval is corrected: the version may be written on again. */
export async function unlockVersion(trx: Transaction, versionId: number): Promise<void> {
  await trx("budget_versions").where({ id: versionId }).update({ locked_at: null });
}
