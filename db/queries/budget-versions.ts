import type { Database, Transaction } from "../connection.ts";
import type { BudgetSums } from "./budgets-in-force.ts";

export type ChangeState = "draft" | "announced" | "approved" | "rejected";

/** A version of a project's budget with what brings it: the grant decision or a change. Sums in haléře. */
export interface BudgetVersion extends BudgetSums {
  id: number;
  projectId: number;
  number: number;
  changeId: number;
  basedOnId: number | null;
  lockedAt: string | null;
  state: ChangeState;
  kind: "decision" | "insubstantial" | "substantial";
  title: string;
  effectiveOn: string | null;
}

const COLUMNS = {
  id: "v.id",
  projectId: "v.project_id",
  number: "v.number",
  changeId: "v.change_id",
  basedOnId: "v.based_on_id",
  eligible: "v.eligible_halere",
  direct: "v.direct_halere",
  staff: "v.staff_halere",
  flat: "v.flat_halere",
  ineligible: "v.ineligible_halere",
  lockedAt: "v.locked_at",
  state: "c.state",
  kind: "c.kind",
  title: "c.title",
  effectiveOn: "c.effective_on",
};

/** All versions of a project from the newest on. */
export async function listBudgetVersions(
  db: Database,
  projectId: number,
): Promise<BudgetVersion[]> {
  return versions(db).where("v.project_id", projectId).orderBy("v.number", "desc");
}

export async function findBudgetVersion(
  db: Database,
  key: { projectId: number; id: number },
): Promise<BudgetVersion | undefined> {
  return versions(db).where({ "v.project_id": key.projectId, "v.id": key.id }).first();
}

/** The version that is being written: of a change not announced yet. */
export async function findDraftVersion(
  db: Database,
  projectId: number,
): Promise<BudgetVersion | undefined> {
  return versions(db)
    .where({ "v.project_id": projectId, "c.state": "draft" })
    .whereNull("v.locked_at")
    .orderBy("v.number", "desc")
    .first();
}

/**
 * The version that is being written, locked: those who write to it wait for one another, since its sums are
 * counted from what they left. Of one locked meanwhile nothing is given.
 */
export async function lockDraftVersion(
  trx: Transaction,
  projectId: number,
): Promise<(BudgetSums & { id: number }) | undefined> {
  const { id, eligible, direct, staff, flat, ineligible } = COLUMNS;
  return trx("budget_versions as v")
    .join("project_changes as c", "c.id", "v.change_id")
    .where({ "v.project_id": projectId, "c.state": "draft" })
    .whereNull("v.locked_at")
    .orderBy("v.number", "desc")
    .forUpdate("v")
    .first({ id, eligible, direct, staff, flat, ineligible });
}

/** Under the lock of the project, so that two versions never take the same number. */
export async function insertBudgetVersion(
  trx: Transaction,
  version: { projectId: number; changeId: number; basedOnId: number | null; createdAt: string },
): Promise<number> {
  const last = await trx("budget_versions")
    .where({ project_id: version.projectId })
    .max({ number: "number" })
    .first();
  const [row] = await trx("budget_versions")
    .insert({
      project_id: version.projectId,
      number: Number(last?.number ?? 0) + 1,
      change_id: version.changeId,
      based_on_id: version.basedOnId,
      created_at: version.createdAt,
    })
    .returning("id");
  return row.id;
}

export async function updateBudgetSums(
  trx: Transaction,
  id: number,
  sums: BudgetSums,
): Promise<void> {
  await trx("budget_versions").where({ id }).update({
    eligible_halere: sums.eligible,
    direct_halere: sums.direct,
    staff_halere: sums.staff,
    flat_halere: sums.flat,
    ineligible_halere: sums.ineligible,
  });
}

/** From now on a trigger refuses whatever would change its lines. */
export async function updateBudgetLocked(
  trx: Transaction,
  { id, at }: { id: number; at: string },
): Promise<void> {
  await trx("budget_versions").where({ id }).whereNull("locked_at").update({ locked_at: at });
}

function versions(db: Database) {
  return db("budget_versions as v")
    .join("project_changes as c", "c.id", "v.change_id")
    .select(COLUMNS);
}
