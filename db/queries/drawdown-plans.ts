import type { Database, Transaction } from "../connection.ts";
import { inForce, type Moment } from "./facts.ts";

/** What is planned to be drawn of a source in a monitoring period. */
export interface PlannedAmount {
  periodId: number;
  sourceId: number;
  halere: number;
}

/** The plan of a project at a moment: of each period and source what was told last; nothing where it was taken back. */
export async function listPlannedAmounts(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<PlannedAmount[]> {
  const told = inForce(db, "drawdown_plans", moment)
    .where("f.project_id", projectId)
    .select({ periodId: "f.period_id", sourceId: "f.source_id", halere: "f.amount_halere" })
    .select(
      db.raw(
        `row_number() over (partition by f.period_id, f.source_id
          order by f.valid_on desc, f.id desc) as place`,
      ),
    );
  return db
    .from(told.as("told"))
    .where({ place: 1 })
    .whereNotNull("halere")
    .orderBy(["periodId", "sourceId"])
    .select("periodId", "sourceId", "halere");
}

/** Counts every statement about the plan, so that of two editors the second one is told of the first. */
export async function countPlanStatements(db: Database, projectId: number): Promise<number> {
  const [row] = await db("drawdown_plans").where({ project_id: projectId }).count({ n: "id" });
  return Number(row?.n ?? 0);
}

export interface PlanStatement {
  projectId: number;
  periodId: number;
  sourceId: number;
  /** Null takes back what was planned. */
  halere: number | null;
  validOn: string;
  recordedAt: string;
  recordedBy: number | null;
}

const MOST_IN_ONE = 200;

export async function insertPlanStatements(
  trx: Transaction,
  statements: readonly PlanStatement[],
): Promise<void> {
  const rows = statements.map((one) => ({
    project_id: one.projectId,
    period_id: one.periodId,
    source_id: one.sourceId,
    amount_halere: one.halere,
    valid_on: one.validOn,
    recorded_at: one.recordedAt,
    recorded_by: one.recordedBy,
  }));
  if (rows.length > 0) await trx.batchInsert("drawdown_plans", rows, MOST_IN_ONE);
}
