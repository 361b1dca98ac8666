import type { Database, Transaction } from "../connection.ts";

export type ActionPlanState = "draft" | "approved";

export interface ActionPlanFields {
  approvedOn: string | null;
  note: string | null;
}

/** What of a strategic plan is to be done in a year. */
export interface ActionPlan extends ActionPlanFields {
  id: number;
  planId: number;
  year: number;
  state: ActionPlanState;
  archivedAt: string | null;
  version: number;
}

export interface ListedActionPlan extends ActionPlan {
  items: number;
  itemsWithResult: number;
}

/** Action plans of a plan, the last year first: those in force or in the making, or those in the archive. */
export async function listActionPlans(
  db: Database,
  planId: number,
  { inArchive = false }: { inArchive?: boolean } = {},
): Promise<ListedActionPlan[]> {
  const items = (onlyWithResult: boolean) => {
    const query = db("action_plan_items as i")
      .whereRaw("i.action_plan_id = a.id")
      .whereNull("i.archived_at")
      .count("i.id");
    return onlyWithResult ? query.whereNotNull("i.result") : query;
  };
  const query = actionPlans(db).where("a.plan_id", planId);
  if (inArchive) query.whereNotNull("a.archived_at");
  else query.whereNull("a.archived_at");
  const rows = await query
    .orderBy([
      { column: "a.year", order: "desc" },
      { column: "a.id", order: "desc" },
    ])
    .select({ items: items(false), itemsWithResult: items(true) });
  return rows.map((row) => ({
    ...row,
    items: Number(row.items),
    itemsWithResult: Number(row.itemsWithResult),
  }));
}

/** Years of all action plans of a plan, the archived too. */
export async function listActionPlanYears(
  db: Database,
  planId: number,
): Promise<Pick<ActionPlan, "id" | "year" | "archivedAt">[]> {
  return db("action_plans")
    .where({ plan_id: planId })
    .orderBy("id")
    .select({ id: "id", year: "year", archivedAt: "archived_at" });
}

/** The one that is not in the archive. */
export async function findActionPlan(
  db: Database,
  key: { planId: number; year: number },
): Promise<ActionPlan | undefined> {
  return actionPlans(db)
    .where({ "a.plan_id": key.planId, "a.year": key.year })
    .whereNull("a.archived_at")
    .first();
}

/** Makes changes of its items wait for one another. */
export async function lockActionPlan(
  trx: Transaction,
  id: number,
): Promise<ActionPlan | undefined> {
  await trx("action_plans").where({ id }).forUpdate().first("id");
  return actionPlans(trx).where("a.id", id).first();
}

export async function insertActionPlan(
  trx: Transaction,
  plan: { planId: number; year: number; note: string | null; createdAt: string },
): Promise<number> {
  const [row] = await trx("action_plans")
    .insert({
      plan_id: plan.planId,
      year: plan.year,
      note: plan.note,
      created_at: plan.createdAt,
    })
    .returning("id");
  return row.id;
}

/** 0 when the record has another version by now. */
export async function updateActionPlan(
  trx: Transaction,
  key: { id: number; version: number },
  { approvedOn, note }: ActionPlanFields,
): Promise<number> {
  return trx("action_plans")
    .where({ id: key.id, version: key.version })
    .update({
      approved_on: approvedOn,
      state: approvedOn === null ? "draft" : "approved",
      note,
      version: key.version + 1,
    });
}

/** 0 when the record has another version by now. */
export async function updateActionPlanArchived(
  trx: Transaction,
  key: { id: number; version: number },
  archivedAt: string | null,
): Promise<number> {
  return trx("action_plans")
    .where({ id: key.id, version: key.version })
    .update({ archived_at: archivedAt, version: key.version + 1 });
}

function actionPlans(db: Database) {
  return db("action_plans as a").select({
    id: "a.id",
    planId: "a.plan_id",
    year: "a.year",
    state: "a.state",
    approvedOn: "a.approved_on",
    note: "a.note",
    archivedAt: "a.archived_at",
    version: "a.version",
  });
}
