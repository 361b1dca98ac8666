import type { Database, Transaction } from "../connection.ts";

const monthActs = ["closed", "mended", "reopened"] as const;
export type MonthAct = (typeof monthActs)[number];

export interface RecordedAct {
  act: MonthAct;
  /** The revision of the figures that was frozen, or that stood when the month was opened again. */
  revision: number | null;
  reason: string | null;
  recordedAt: string;
  authorName: string | null;
}

/** What happened to a project's month, the latest first. */
export async function listMonthActs(
  db: Database,
  key: { projectId: number; month: string },
): Promise<RecordedAct[]> {
  return db("month_acts as a")
    .leftJoin("users as u", "u.id", "a.recorded_by")
    .where({ "a.project_id": key.projectId, "a.month": key.month })
    .orderBy("a.id", "desc")
    .select({
      act: "a.act",
      revision: "a.revision",
      reason: "a.reason",
      recordedAt: "a.recorded_at",
      authorName: "u.name",
    });
}

export interface LastAct {
  projectId: number;
  month: string;
  act: MonthAct;
  recordedAt: string;
}

/** The last thing that happened to each month: of some projects in a month, or of all months of a project. */
export async function listLastActs(
  db: Database,
  of: { month: string; projectIds?: readonly number[] } | { projectId: number },
): Promise<LastAct[]> {
  const query = db("month_acts as a").whereNotExists(
    db("month_acts as later")
      .whereRaw("later.project_id = a.project_id and later.month = a.month and later.id > a.id")
      .select(db.raw("1")),
  );
  if ("projectId" in of) query.where("a.project_id", of.projectId);
  else query.where("a.month", of.month);
  if ("projectIds" in of && of.projectIds) query.whereIn("a.project_id", of.projectIds);
  return query.select({
    projectId: "a.project_id",
    month: "a.month",
    act: "a.act",
    recordedAt: "a.recorded_at",
  });
}

export async function insertMonthActs(
  trx: Transaction,
  acts: readonly {
    projectId: number;
    month: string;
    act: MonthAct;
    revision: number | null;
    reason: string | null;
    recordedAt: string;
    recordedBy: number | null;
  }[],
): Promise<void> {
  if (acts.length === 0) return;
  await trx("month_acts").insert(
    acts.map((one) => ({
      project_id: one.projectId,
      month: one.month,
      act: one.act,
      revision: one.revision,
      reason: one.reason,
      recorded_at: one.recordedAt,
      recorded_by: one.recordedBy,
    })),
  );
}
