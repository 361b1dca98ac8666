import type { Database, Transaction } from "../connection.ts";

export interface PeriodTarget {
  periodId: number;
  target: number | null;
  targetText: string | null;
}

/** A monitoring period with what an indicator should reach in it; both targets null where none is set. */
export interface PeriodWithTarget extends PeriodTarget {
  number: number;
  startsOn: string;
  endsOn: string;
}

export async function listPeriodTargets(
  db: Database,
  indicator: { id: number; projectId: number },
): Promise<PeriodWithTarget[]> {
  return db("monitoring_periods as p")
    .leftJoin("indicator_targets as t", (on) =>
      on.on("t.period_id", "p.id").andOnVal("t.indicator_id", indicator.id),
    )
    .where("p.project_id", indicator.projectId)
    .orderBy("p.starts_on")
    .select({
      periodId: "p.id",
      number: "p.number",
      startsOn: "p.starts_on",
      endsOn: "p.ends_on",
      target: "t.target",
      targetText: "t.target_text",
    });
}

/** Every target of a project's indicators, for workbooks. */
export async function listTargetsOfProject(
  db: Database,
  projectId: number,
): Promise<(PeriodTarget & { indicatorId: number })[]> {
  return db("indicator_targets as t")
    .join("monitoring_periods as p", "p.id", "t.period_id")
    .where("p.project_id", projectId)
    .select({
      indicatorId: "t.indicator_id",
      periodId: "t.period_id",
      target: "t.target",
      targetText: "t.target_text",
    });
}

export interface Period {
  id: number;
  number: number;
  startsOn: string;
  endsOn: string;
}

export async function listPeriodsOfIndicators(db: Database, projectId: number): Promise<Period[]> {
  return db("monitoring_periods")
    .where({ project_id: projectId })
    .orderBy("starts_on")
    .select({ id: "id", number: "number", startsOn: "starts_on", endsOn: "ends_on" });
}

/** Puts these targets in place of all that the indicator had. */
export async function replacePeriodTargets(
  trx: Transaction,
  indicatorId: number,
  targets: readonly PeriodTarget[],
): Promise<void> {
  await trx("indicator_targets").where({ indicator_id: indicatorId }).delete();
  if (targets.length === 0) return;
  await trx("indicator_targets").insert(
    targets.map((target) => ({
      indicator_id: indicatorId,
      period_id: target.periodId,
      target: target.target,
      target_text: target.targetText,
    })),
  );
}
