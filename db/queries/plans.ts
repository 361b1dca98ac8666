import type { Database, Transaction } from "../connection.ts";

export type PlanState = "draft" | "in-force" | "closed";

export interface PlanFields {
  title: string;
  sortKey: string;
  region: string | null;
  fromYear: number | null;
  toYear: number | null;
  state: PlanState;
  note: string | null;
  /** Month and day on which owners of cards are asked for the past year: `01-15`. */
  asksOn: string;
}

export interface Plan extends Omit<PlanFields, "sortKey"> {
  id: number;
  archivedAt: string | null;
  version: number;
}

export async function findPlan(db: Database, id: number): Promise<Plan | undefined> {
  return db("plans").where({ id }).first(PLAN);
}

/** Makes changes of areas and cards of a plan wait for one another; undefined where there is none. */
export async function lockPlan(trx: Transaction, id: number): Promise<Plan | undefined> {
  return trx("plans").where({ id }).forUpdate().first(PLAN);
}

/** The same of all plans at once, always in one order. */
export async function lockPlans(trx: Transaction): Promise<void> {
  await trx("plans").orderBy("id").forUpdate().select("id");
}

export async function insertPlan(
  trx: Transaction,
  plan: PlanFields & { createdAt: string },
): Promise<number> {
  const [row] = await trx("plans")
    .insert({ ...columns(plan), created_at: plan.createdAt })
    .returning("id");
  return row.id;
}

/** 0 when the record has another version by now; so with its archiving. */
export async function updatePlan(
  trx: Transaction,
  key: { id: number; version: number },
  fields: PlanFields,
): Promise<number> {
  return trx("plans")
    .where({ id: key.id, version: key.version })
    .update({ ...columns(fields), version: key.version + 1 });
}

export async function updatePlanArchived(
  trx: Transaction,
  key: { id: number; version: number },
  archivedAt: string | null,
): Promise<number> {
  return trx("plans")
    .where({ id: key.id, version: key.version })
    .update({ archived_at: archivedAt, version: key.version + 1 });
}

const PLAN = {
  id: "id",
  title: "title",
  region: "region",
  fromYear: "from_year",
  toYear: "to_year",
  state: "state",
  note: "note",
  asksOn: "asks_on",
  archivedAt: "archived_at",
  version: "version",
};

function columns(fields: PlanFields) {
  return {
    title: fields.title,
    sort_key: fields.sortKey,
    region: fields.region,
    from_year: fields.fromYear,
    to_year: fields.toYear,
    state: fields.state,
    note: fields.note,
    asks_on: fields.asksOn,
  };
}
