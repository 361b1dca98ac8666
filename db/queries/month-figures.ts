import type { Database, Transaction } from "../connection.ts";
import { type Reach, withinReach } from "./reach.ts";

export interface MonthFigures {
  projectId: number;
  month: string;
  revision: number;
  state: "running" | "reported" | "frozen";
  /** Canonical JSON, and its SHA-256. */
  facts: string;
  hash: string;
  asOf: string;
}

export async function findMonthFigures(
  db: Database,
  key: { projectId: number; month: string },
): Promise<MonthFigures | undefined> {
  return db("month_figures")
    .where({ project_id: key.projectId, month: key.month })
    .orderBy("revision", "desc")
    .first({
      projectId: "project_id",
      month: "month",
      revision: "revision",
      state: "state",
      facts: "facts",
      hash: "hash",
      asOf: "as_of",
    });
}

export interface MonthHeadline {
  projectId: number;
  month: string;
  /** JSON of what tables of many projects or months show. */
  headline: string;
  asOf: string;
}

/** The reported months of a project, the newest first. */
export async function listMonthsOfProject(
  db: Database,
  projectId: number,
): Promise<MonthHeadline[]> {
  return latest(db).where("f.project_id", projectId).orderBy("f.month", "desc");
}

/** What was reported of a month, of all projects or of some. */
export async function listHeadlines(
  db: Database,
  of: { month: string; projectIds?: readonly number[]; reach?: Reach; department?: string | null },
): Promise<MonthHeadline[]> {
  const query = latest(db).where("f.month", of.month);
  if (of.projectIds) query.whereIn("f.project_id", of.projectIds);
  if (of.department) {
    const theirs = db("projects").where("department", of.department).select("id");
    query.whereIn("f.project_id", theirs);
  }
  if (of.reach) withinReach(query, db, of.reach, "f.project_id");
  return query.orderBy("f.project_id");
}

/** The stored facts of some projects. */
export async function listMonthFigures(
  db: Database,
  of: { month: string; projectIds: readonly number[] },
): Promise<Map<number, string>> {
  const rows = await db("month_figures")
    .where("month", of.month)
    .whereIn("project_id", of.projectIds)
    .orderBy("revision")
    .select({ projectId: "project_id", facts: "facts" });
  return new Map(rows.map(({ projectId, facts }) => [projectId, facts]));
}

/** How many projects were reported in each month, the newest first. */
export async function listReportedMonths(
  db: Database,
  reach: Reach,
): Promise<{ month: string; health: string | null; projects: number }[]> {
  const query = withinReach(db("month_figures as f"), db, reach, "f.project_id");
  return query
    .where("f.revision", 1)
    .groupBy("f.month", "f.health")
    .orderBy("f.month", "desc")
    .select({ month: "f.month", health: "f.health" })
    .select(db.raw("cast(count(*) as integer) as projects"));
}

/** Projects that ran in the span of a month and have no figures for it yet. */
export async function listProjectsToReport(
  db: Database,
  of: { month: string; from: string; to: string },
): Promise<number[]> {
  const done = db("month_figures as f").whereRaw("f.project_id = p.id").where("f.month", of.month);
  return db("projects as p")
    .whereNull("p.archived_at")
    .whereNotIn("p.phase", ["idea", "application", "submitted"])
    .where("p.starts_on", "<=", of.to)
    .where("p.ends_on", ">=", of.from)
    .whereNotExists(done.select(db.raw("1")))
    .orderBy("p.id")
    .pluck("p.id");
}

export async function isMonthReported(db: Database, month: string): Promise<boolean> {
  return (await db("month_figures").where({ month }).first("id")) !== undefined;
}

/** Those that are there already stay as they are. */
export async function insertMonthFigures(
  trx: Transaction,
  figures: readonly (MonthFigures & {
    health: string | null;
    headline: string;
    createdAt: string;
  })[],
): Promise<number> {
  if (figures.length === 0) return 0;
  const rows = await trx("month_figures")
    .insert(
      figures.map((one) => ({
        project_id: one.projectId,
        month: one.month,
        revision: one.revision,
        health: one.health,
        headline: one.headline,
        facts: one.facts,
        hash: one.hash,
        state: one.state,
        as_of: one.asOf,
        created_at: one.createdAt,
      })),
    )
    .onConflict(["project_id", "month", "revision"])
    .ignore()
    .returning("id");
  return rows.length;
}

/** Ids of those who read the summaries of all projects and have a live account. */
export async function listSummaryReaders(db: Database): Promise<number[]> {
  return db("users")
    .where("is_management", true)
    .whereNull("deactivated_at")
    .orderBy("id")
    .pluck("id");
}

export async function isStillManagement(db: Database, userId: number): Promise<boolean> {
  const row = await db("users").where({ id: userId, is_management: true }).first("id");
  return row !== undefined;
}

/** Of each project and month the latest revision. */
function latest(db: Database) {
  return db("month_figures as f")
    .whereNotExists(
      db("month_figures as later")
        .whereRaw("later.project_id = f.project_id and later.month = f.month")
        .whereRaw("later.revision > f.revision")
        .select(db.raw("1")),
    )
    .select({
      projectId: "f.project_id",
      month: "f.month",
      headline: "f.headline",
      asOf: "f.as_of",
    });
}
