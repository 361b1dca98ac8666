import type { Knex } from "knex";
import type { Database } from "../connection.ts";

/** What belongs to a month or before it and was entered only after an instant. */
export interface LateSpan {
  projectId: number;
  /** First and last day of the month. */
  from: string;
  to: string;
  after: string;
}

interface Late {
  validOn: string;
  recordedAt: string;
  authorName: string | null;
}

/** Far more than anybody reads; the rest is in the records' own histories. */
const MOST = 100;

const STAMP = { validOn: "f.valid_on", recordedAt: "f.recorded_at", authorName: "u.name" };

export interface LateValue extends Late {
  indicatorId: number;
  value: number | null;
  valueText: string | null;
  /** What it corrects; null unless it is a correction. */
  correctsId: number | null;
  oldValue: number | null;
  oldText: string | null;
}

export async function listLateValues(db: Database, span: LateSpan): Promise<LateValue[]> {
  return late(db, "indicator_values", span)
    .join("indicators as i", "i.id", "f.indicator_id")
    .leftJoin("indicator_values as o", "o.id", "f.corrects_id")
    .where("i.project_id", span.projectId)
    .select({
      ...STAMP,
      indicatorId: "f.indicator_id",
      value: "f.value",
      valueText: "f.value_text",
      correctsId: "f.corrects_id",
      oldValue: "o.value",
      oldText: "o.value_text",
    });
}

export interface LatePercent extends Late {
  number: string;
  parentNumber: string | null;
  percent: number | null;
  oldPercent: number | null;
}

export async function listLatePercents(db: Database, span: LateSpan): Promise<LatePercent[]> {
  return late(db, "activity_progress", span)
    .join("activities as a", "a.id", "f.activity_id")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .leftJoin("activity_progress as o", "o.id", "f.corrects_id")
    .where("a.project_id", span.projectId)
    .select({
      ...STAMP,
      number: "a.number",
      parentNumber: "p.number",
      percent: "f.percent",
      oldPercent: "o.percent",
    });
}

export async function listLateStatuses(
  db: Database,
  span: LateSpan,
): Promise<(Late & { health: string })[]> {
  return late(db, "project_statuses", span)
    .where("f.project_id", span.projectId)
    .select({ ...STAMP, health: "f.health" });
}

export async function listLateSpends(
  db: Database,
  span: LateSpan,
): Promise<(Late & { spentHalere: number | null; oldHalere: number | null })[]> {
  return late(db, "project_spends", span)
    .leftJoin("project_spends as o", "o.id", "f.corrects_id")
    .where("f.project_id", span.projectId)
    .select({ ...STAMP, spentHalere: "f.spent_halere", oldHalere: "o.spent_halere" });
}

export interface LateExpenditure extends Omit<Late, "validOn"> {
  /** The month whose recorded expenditure it changed, and by how much. */
  month: string;
  halere: number;
  /** The same where it was one expenditure alone. */
  firstId: number;
  lastId: number;
  /** All of it is pay. */
  isPay: boolean;
}

/** Single entries may be many more than what is shown of them together. */
const MOST_ENTRIES = 1000;

const MONTH = "substr(cast(?? as text), 1, 7)";

/**
 * By how much expenditure entered, corrected or withdrawn later changed each month up to the reported one.
 * A correction takes away what it corrects in its month and adds what stands now in the month of that.
 */
export async function listLateExpenditures(
  db: Database,
  { projectId, to, after }: LateSpan,
): Promise<LateExpenditure[]> {
  const counted = (fact: string) =>
    db("expenditure_facts as f")
      .join("expenditures as e", "e.id", "f.expenditure_id")
      .where("f.project_id", projectId)
      .where("f.recorded_at", ">", after)
      .where(`${fact}.state`, "recorded")
      .whereNotNull(`${fact}.amount_halere`)
      .where(`${fact}.valid_on`, "<=", to)
      .select({ at: "f.recorded_at", by: "f.recorded_by", id: "e.id", kind: "e.kind" })
      .select(db.raw(`${MONTH} as ??`, [`${fact}.valid_on`, "month"]));
  const added = counted("f").select({ halere: "f.amount_halere" });
  const takenAway = counted("o")
    .join("expenditure_facts as o", "o.id", "f.corrects_id")
    .select({ halere: db.raw("-o.amount_halere") });
  const rows = await db
    .from(added.unionAll([takenAway]).as("d"))
    .leftJoin("users as u", "u.id", "d.by")
    .groupBy("d.at", "d.by", "u.name", "d.month")
    .havingRaw("sum(d.halere) <> 0")
    .orderBy(["d.at", "d.month"])
    .limit(MOST_ENTRIES)
    .select({ recordedAt: "d.at", authorName: "u.name", month: "d.month" })
    .select(db.raw("cast(sum(d.halere) as bigint) as halere"))
    .select(db.raw("min(case when d.kind = 'payroll' then 1 else 0 end) as ??", ["isPay"]))
    .min({ firstId: "d.id" })
    .max({ lastId: "d.id" });
  return rows.map((row: LateExpenditure) => ({ ...row, isPay: Boolean(row.isPay) }));
}

export async function listLateStates(
  db: Database,
  span: LateSpan,
): Promise<(Late & { state: "open" | "done" | "cancelled"; title: string })[]> {
  return late(db, "milestone_states", span)
    .join("milestones as m", "m.id", "f.milestone_id")
    .where("m.project_id", span.projectId)
    .select({ ...STAMP, state: "f.state", title: "m.title" });
}

/** Log entries of the month itself that were written later. */
export async function listLateEntries(db: Database, span: LateSpan): Promise<Late[]> {
  return db("log_entries as l")
    .leftJoin("users as u", "u.id", "l.author_id")
    .where("l.project_id", span.projectId)
    .whereBetween("l.happened_on", [span.from, span.to])
    .where("l.created_at", ">", span.after)
    .whereNull("l.archived_at")
    .orderBy(["l.created_at", "l.id"])
    .limit(MOST)
    .select({ validOn: "l.happened_on", recordedAt: "l.created_at", authorName: "u.name" });
}

function late(db: Database, table: string, { to, after }: LateSpan): Knex.QueryBuilder {
  return db(`${table} as f`)
    .leftJoin("users as u", "u.id", "f.recorded_by")
    .where("f.valid_on", "<=", to)
    .where("f.recorded_at", ">", after)
    .orderBy(["f.recorded_at", "f.id"])
    .limit(MOST);
}
