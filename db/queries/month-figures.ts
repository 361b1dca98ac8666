import type { Database, Transaction } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";
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

/** The latest revision, or the one asked for. */
export async function findMonthFigures(
  db: Database,
  key: { projectId: number; month: string; revision?: number },
): Promise<MonthFigures | undefined> {
  const { projectId: project_id, month, revision } = key;
  return db("month_figures")
    .where({ project_id, month, ...(revision !== undefined && { revision }) })
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

export interface RevisionOfMonth {
  revision: number;
  state: "running" | "reported" | "frozen";
  asOf: string;
}

/** Every revision of a project's month, the newest first. */
export async function listRevisions(
  db: Database,
  key: { projectId: number; month: string },
): Promise<RevisionOfMonth[]> {
  return db("month_figures")
    .where({ project_id: key.projectId, month: key.month })
    .orderBy("revision", "desc")
    .select({ revision: "revision", state: "state", asOf: "as_of" });
}

export interface MonthHeadline {
  projectId: number;
  month: string;
  revision: number;
  state: "running" | "reported" | "frozen";
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

/** What was reported of a month, of all projects or of some; now, or as it was told at an earlier instant. */
export async function listHeadlines(
  db: Database,
  of: {
    month: string;
    projectIds?: readonly number[];
    reach?: Reach;
    department?: string | null;
    toldBy?: string | undefined;
  },
): Promise<MonthHeadline[]> {
  const query = latest(db, of.toldBy).where("f.month", of.month);
  if (of.projectIds) query.whereIn("f.project_id", of.projectIds);
  if (of.department) {
    const theirs = db("projects").where("department", of.department).select("id");
    query.whereIn("f.project_id", theirs);
  }
  if (of.reach) withinReach(query, db, of.reach, "f.project_id");
  return query.orderBy("f.project_id");
}

/** The same of some projects between two months, both included. */
export async function listHeadlinesBetween(
  db: Database,
  of: { projectIds: readonly number[]; from: string; to: string },
): Promise<MonthHeadline[]> {
  const { projectIds, from, to } = of;
  return headlineRows(db, {}, { projectIds, from, to });
}

const headlineRows = keptStatement<
  object,
  { projectIds: readonly number[]; from: string; to: string },
  MonthHeadline
>((db, _form, { projectIds, from, to }) =>
  latest(db)
    .whereIn("f.project_id", projectIds)
    .whereBetween("f.month", [from, to])
    .orderBy(["f.project_id", "f.month"]),
);

/** The stored facts of some projects: of the latest revision, or of the one told at an earlier instant. */
export async function listMonthFigures(
  db: Database,
  of: { month: string; projectIds: readonly number[]; toldBy?: string | undefined },
): Promise<Map<number, string>> {
  const { toldBy } = of;
  const rows: { projectId: number; facts: string }[] = await db("month_figures")
    .where("month", of.month)
    .whereIn("project_id", of.projectIds)
    .modify((query) => {
      if (toldBy !== undefined) query.where("as_of", "<=", toldBy);
    })
    .orderBy("revision")
    .select({ projectId: "project_id", facts: "facts" });
  return new Map(rows.map(({ projectId, facts }) => [projectId, facts]));
}

/** How many projects were reported in each month, by the health of their latest figures; the newest first. */
export async function listReportedMonths(
  db: Database,
  reach: Reach,
): Promise<{ month: string; health: string | null; projects: number }[]> {
  return withinReach(latest(db).clearSelect(), db, reach, "f.project_id")
    .groupBy("f.month", "f.health")
    .orderBy("f.month", "desc")
    .select({ month: "f.month", health: "f.health" })
    .select(db.raw("cast(count(*) as integer) as projects"));
}

interface DaysOfMonth {
  month: string;
  from: string;
  to: string;
}

/** Projects that ran in the span of a month and have no figures for it yet. */
export async function listProjectsToReport(db: Database, of: DaysOfMonth): Promise<number[]> {
  const done = db("month_figures as f").whereRaw("f.project_id = p.id").where("f.month", of.month);
  return ranIn(db, of)
    .whereNotExists(done.select(db.raw("1")))
    .pluck("p.id");
}

/** Projects that ran in the span of a month and whose month is not closed, or is open again. */
export async function listProjectsToClose(db: Database, of: DaysOfMonth): Promise<number[]> {
  const reopened = db("month_acts as r")
    .whereRaw("r.project_id = a.project_id and r.month = a.month and r.id > a.id")
    .where("r.act", "reopened");
  const closed = db("month_acts as a")
    .whereRaw("a.project_id = p.id")
    .where("a.month", of.month)
    .whereNot("a.act", "reopened")
    .whereNotExists(reopened.select(db.raw("1")));
  return ranIn(db, of)
    .whereNotExists(closed.select(db.raw("1")))
    .pluck("p.id");
}

/** Live projects that ran on some day of the month. */
function ranIn(db: Database, { from, to }: DaysOfMonth) {
  return db("projects as p")
    .whereNull("p.archived_at")
    .whereNotIn("p.phase", ["idea", "application", "submitted"])
    .where("p.starts_on", "<=", to)
    .where("p.ends_on", ">=", from)
    .orderBy("p.id");
}

/** The number of the latest revision of each project that has one. */
export async function listLatestRevisions(
  db: Database,
  of: { month: string; projectIds: readonly number[] },
): Promise<Map<number, number>> {
  const rows = await db("month_figures")
    .where("month", of.month)
    .whereIn("project_id", of.projectIds)
    .groupBy("project_id")
    .select({ projectId: "project_id", revision: db.raw("max(revision)") });
  return new Map(rows.map((row) => [row.projectId, row.revision]));
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

/** Of each project and month the latest revision, or the latest one told by an instant. */
function latest(db: Database, toldBy?: string) {
  const later = db("month_figures as later")
    .whereRaw("later.project_id = f.project_id and later.month = f.month")
    .whereRaw("later.revision > f.revision")
    .select(db.raw("1"));
  const query = db("month_figures as f");
  if (toldBy !== undefined) {
    later.where("later.as_of", "<=", toldBy);
    query.where("f.as_of", "<=", toldBy);
  }
  return query.whereNotExists(later).select({
    projectId: "f.project_id",
    month: "f.month",
    revision: "f.revision",
    state: "f.state",
    headline: "f.headline",
    asOf: "f.as_of",
  });
}
