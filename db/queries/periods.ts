import type { Database, Transaction } from "../connection.ts";

export interface Period {
  id: number;
  number: number;
  startsOn: string;
  endsOn: string;
  version: number;
}

export async function listPeriods(db: Database, projectId: number): Promise<Period[]> {
  return periods(db).where({ project_id: projectId }).orderBy("number");
}

export async function findPeriod(
  db: Database,
  key: { projectId: number; id: number },
): Promise<Period | undefined> {
  return periods(db).where({ project_id: key.projectId, id: key.id }).first();
}

export async function insertPeriods(
  trx: Transaction,
  projectId: number,
  added: Pick<Period, "number" | "startsOn" | "endsOn">[],
): Promise<{ id: number; number: number }[]> {
  return trx("monitoring_periods")
    .insert(
      added.map((period) => ({
        project_id: projectId,
        number: period.number,
        starts_on: period.startsOn,
        ends_on: period.endsOn,
      })),
    )
    .returning(["id", "number"]);
}

/** 0 when the record has another version by now. */
export async function updatePeriod(
  trx: Transaction,
  key: { id: number; version: number },
  span: { startsOn: string; endsOn: string },
): Promise<number> {
  return trx("monitoring_periods")
    .where({ id: key.id, version: key.version })
    .update({ starts_on: span.startsOn, ends_on: span.endsOn, version: key.version + 1 });
}

export async function deletePeriod(trx: Transaction, id: number): Promise<void> {
  await trx("monitoring_periods").where({ id }).delete();
}

/** Milestones that name the period forget it; for a period about to be deleted. */
export async function releaseMilestonesOf(trx: Transaction, periodId: number): Promise<void> {
  await trx("milestones")
    .where({ period_id: periodId })
    .update({ period_id: null, version: trx.raw("version + 1") });
}

function periods(db: Database) {
  return db("monitoring_periods").select({
    id: "id",
    number: "number",
    startsOn: "starts_on",
    endsOn: "ends_on",
    version: "version",
  });
}
