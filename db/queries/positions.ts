import type { Database, Transaction } from "../connection.ts";

export type PositionContract = "employment" | "dpc" | "dpp";
export type PositionFunding = "direct" | "flat-rate";
export type PositionState = "vacant" | "advertised" | "filled" | "vacated" | "cancelled";

export interface PositionFields {
  name: string;
  contract: PositionContract;
  /** Thousandths of a full workload; null of an agreement by hours. */
  workloadMilli: number | null;
  funding: PositionFunding;
  budgetLineId: number | null;
  activityId: number | null;
  isToBeCreated: boolean;
  milestoneId: number | null;
  note: string | null;
}

export interface Position extends PositionFields {
  id: number;
  projectId: number;
  /** Kept from the states recorded; of a position that was there before the project it tells nothing. */
  state: PositionState;
  stateOn: string | null;
  activityNumber: string | null;
  activityParentNumber: string | null;
  activityTitle: string | null;
  milestoneTitle: string | null;
  archivedAt: string | null;
  version: number;
}

interface Key {
  projectId: number;
  id: number;
}

/** The living ones, those of a budget line in the order in which they were entered. */
export async function listPositions(db: Database, projectId: number): Promise<Position[]> {
  const rows = await positions(db)
    .where("x.project_id", projectId)
    .whereNull("x.archived_at")
    .orderBy(["x.funding", "x.id"]);
  return rows.map(read);
}

export async function findPosition(db: Database, key: Key): Promise<Position | undefined> {
  const row = await positions(db).where({ "x.project_id": key.projectId, "x.id": key.id }).first();
  return row && read(row);
}

export async function insertPosition(
  trx: Transaction,
  position: PositionFields & { projectId: number; createdAt: string },
): Promise<number> {
  const [row] = await trx("positions")
    .insert({
      ...columns(position),
      project_id: position.projectId,
      created_at: position.createdAt,
    })
    .returning("id");
  return row.id;
}

interface Version {
  id: number;
  version: number;
}

/** 0 when the record has another version by now; so with the updates below. */
export async function updatePosition(
  trx: Transaction,
  key: Version,
  fields: PositionFields,
): Promise<number> {
  return updateVersion(trx, key, columns(fields));
}

export async function updatePositionState(
  trx: Transaction,
  key: Version,
  kept: { state: PositionState; stateOn: string | null },
): Promise<number> {
  return updateVersion(trx, key, { state: kept.state, state_on: kept.stateOn });
}

export async function updatePositionArchived(
  trx: Transaction,
  key: Version,
  archivedAt: string | null,
): Promise<number> {
  return updateVersion(trx, key, { archived_at: archivedAt });
}

/** Whether timesheets or items of pay hang on whoever holds or held it. */
export async function isPositionInUse(db: Database, positionId: number): Promise<boolean> {
  const own = db("staff_assignments").where("position_id", positionId).select("id");
  const [sheet, item] = await Promise.all([
    db("timesheets").whereIn("assignment_id", own.clone()).first("id"),
    db("payroll_items").whereIn("assignment_id", own.clone()).first("id"),
  ]);
  return sheet !== undefined || item !== undefined;
}

/** Outputs of the project that a position may fulfil: those that no other living position fulfils. */
export async function listOutputsForPosition(
  db: Database,
  { projectId, positionId }: { projectId: number; positionId: number | null },
): Promise<{ id: number; title: string; dueOn: string }[]> {
  const taken = db("positions")
    .where("project_id", projectId)
    .whereNull("archived_at")
    .whereNotNull("milestone_id")
    .whereNot("id", positionId ?? 0)
    .select("milestone_id");
  return db("milestones")
    .where({ project_id: projectId, kind: "output" })
    .whereNull("archived_at")
    .whereNull("cancelled_on")
    .whereNotIn("id", taken)
    .orderBy(["due_on", "id"])
    .select({ id: "id", title: "title", dueOn: "due_on" });
}

function updateVersion(trx: Transaction, key: Version, changed: object): Promise<number> {
  return trx("positions")
    .where({ id: key.id, version: key.version })
    .update({ ...changed, version: key.version + 1 });
}

function positions(db: Database) {
  return db("positions as x")
    .leftJoin("activities as a", "a.id", "x.activity_id")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .leftJoin("milestones as m", "m.id", "x.milestone_id")
    .select({
      id: "x.id",
      projectId: "x.project_id",
      name: "x.name",
      contract: "x.contract",
      workloadMilli: "x.workload_milli",
      funding: "x.funding",
      budgetLineId: "x.budget_line_id",
      activityId: "x.activity_id",
      isToBeCreated: "x.is_to_be_created",
      milestoneId: "x.milestone_id",
      note: "x.note",
      state: "x.state",
      stateOn: "x.state_on",
      activityNumber: "a.number",
      activityParentNumber: "p.number",
      activityTitle: "a.title",
      milestoneTitle: "m.title",
      archivedAt: "x.archived_at",
      version: "x.version",
    });
}

function read(row: Position): Position {
  return { ...row, isToBeCreated: Boolean(row.isToBeCreated) };
}

function columns(fields: PositionFields) {
  return {
    name: fields.name,
    contract: fields.contract,
    workload_milli: fields.workloadMilli,
    funding: fields.funding,
    budget_line_id: fields.budgetLineId,
    activity_id: fields.activityId,
    is_to_be_created: fields.isToBeCreated,
    milestone_id: fields.milestoneId,
    note: fields.note,
  };
}
