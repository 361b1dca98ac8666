import type { Database, Transaction } from "../connection.ts";

/** What a project plans, as rows of its tables: what a copy takes over. Facts and the log are not among it. */
export interface ProjectPlan {
  periods: Row[];
  activities: Row[];
  activityCodeItems: Row[];
  milestones: Row[];
  indicators: Row[];
  targets: Row[];
  ownRules: Row[];
}

type Row = Record<string, unknown> & { id: number };
type Day = string;

const DATE_COLUMNS = [
  "starts_on",
  "ends_on",
  "due_on",
  "expected_on",
  "recurs_until",
  "target_on",
] as const;

/** Only the first of a recurring series, and no task that a log entry left behind. */
export async function findProjectPlan(db: Database, projectId: number): Promise<ProjectPlan> {
  const ofProject = (table: string) => db(table).where({ project_id: projectId });
  const living = (table: string) => ofProject(table).whereNull("archived_at").orderBy("id");
  return {
    periods: await ofProject("monitoring_periods").orderBy("number").select("*"),
    activities: await living("activities").select("*"),
    activityCodeItems: await db("activity_code_items as c")
      .join("activities as a", "a.id", "c.activity_id")
      .where("a.project_id", projectId)
      .whereNull("a.archived_at")
      .select("c.id", "c.activity_id", "c.code_list_item_id"),
    milestones: await living("milestones")
      .whereNull("cancelled_on")
      .whereNull("recurs_from_id")
      .whereNot("origin", "log")
      .select("*"),
    indicators: await living("indicators").select("*"),
    targets: await db("indicator_targets as t")
      .join("indicators as i", "i.id", "t.indicator_id")
      .where("i.project_id", projectId)
      .whereNull("i.archived_at")
      .select("t.*"),
    ownRules: await living("programme_rules").select("*"),
  };
}

/** Writes a plan down for another project: dates moved, nothing done yet, nobody answering for it yet. */
export async function insertProjectPlan(
  trx: Transaction,
  plan: ProjectPlan,
  to: { projectId: number; at: string; shift: (day: Day) => Day; shown: (day: Day) => Day },
): Promise<void> {
  const fresh = { project_id: to.projectId, version: 1, archived_at: null };
  const periods = await copyRows(trx, "monitoring_periods", plan.periods, (row) => ({
    ...moved(row, to.shift),
    project_id: to.projectId,
    version: 1,
  }));
  const activity = (row: Row, parents: Map<number, number>) => ({
    ...moved(row, to.shift),
    ...fresh,
    ...withoutOwner,
    parent_id: parents.get(Number(row.parent_id)) ?? null,
    ...baselineOf(row, to.shift),
    state: "planned",
    percent: null,
    percent_on: null,
    percent_reason: null,
    created_at: to.at,
  });
  const main = plan.activities.filter((row) => row.parent_id === null);
  const parts = plan.activities.filter((row) => row.parent_id !== null);
  const activities = await copyRows(trx, "activities", main, (row) => activity(row, new Map()));
  const below = await copyRows(trx, "activities", parts, (row) => activity(row, activities));
  for (const [old, id] of below) activities.set(old, id);
  await copyRows(trx, "activity_code_items", plan.activityCodeItems, (row) => ({
    ...row,
    activity_id: activities.get(Number(row.activity_id)),
  }));
  await copyRows(trx, "milestones", plan.milestones, (row) =>
    milestoneRow(row, to, activities, periods),
  );
  const indicators = await copyRows(trx, "indicators", plan.indicators, (row) => ({
    ...moved(row, to.shift),
    ...fresh,
    activity_id: activities.get(Number(row.activity_id)) ?? null,
    owner_user_id: null,
    achieved: null,
    achieved_text: null,
    achieved_on: null,
    created_at: to.at,
  }));
  await copyRows(trx, "indicator_targets", plan.targets, (row) => ({
    ...row,
    indicator_id: indicators.get(Number(row.indicator_id)),
    period_id: periods.get(Number(row.period_id)),
  }));
  // The decision of the copy is yet to come: whether it says the same is to be checked.
  await copyRows(trx, "programme_rules", plan.ownRules, (row) => ({
    ...row,
    ...fresh,
    is_confirmed: false,
    created_at: to.at,
  }));
}

const withoutOwner = { owner_user_id: null, owner_contact_id: null };

function milestoneRow(
  row: Row,
  to: { projectId: number; at: string; shift: (day: Day) => Day; shown: (day: Day) => Day },
  activities: Map<number, number>,
  periods: Map<number, number>,
): object {
  // A duty goes on following the rules, which offer the day of the new decision; a day set by hand stays behind.
  const isByRule = row.duty !== null && row.origin === "rule";
  const dueOn = to.shift(String((isByRule && row.computed_due_on) || row.due_on));
  return {
    ...moved(row, to.shift),
    ...withoutOwner,
    project_id: to.projectId,
    activity_id: activities.get(Number(row.activity_id)) ?? null,
    period_id: periods.get(Number(row.period_id)) ?? null,
    log_entry_id: null,
    origin: isByRule ? "rule" : "hand",
    programme_rule_id: null,
    computed_due_on: isByRule ? dueOn : null,
    overridden_due_on: null,
    override_reason: null,
    due_on: dueOn,
    shifted_on: to.shown(dueOn),
    remind_on: dueOn,
    baseline_due_on: dueOn,
    done_on: null,
    proof: null,
    proof_url: null,
    version: 1,
    created_at: to.at,
  };
}

function baselineOf(row: Row, shift: (day: Day) => Day) {
  const day = (value: unknown) => (value === null ? null : shift(String(value)));
  return { baseline_starts_on: day(row.starts_on), baseline_ends_on: day(row.ends_on) };
}

function moved(row: Row, shift: (day: Day) => Day): Record<string, unknown> {
  const copy: Record<string, unknown> = { ...row };
  for (const column of DATE_COLUMNS) {
    if (typeof copy[column] === "string") copy[column] = shift(copy[column]);
  }
  return copy;
}

/** Inserts rows at once and tells which id each has become: ids rise in the order of the rows. */
async function copyRows(
  trx: Transaction,
  table: string,
  rows: Row[],
  alter: (row: Row) => object,
): Promise<Map<number, number>> {
  if (rows.length === 0) return new Map();
  const values = rows.map((row) => {
    const { id: _, ...value } = alter(row) as Row;
    return value;
  });
  const ids: number[] = [];
  for (let at = 0; at < values.length; at += 20) {
    const inserted = await trx(table)
      .insert(values.slice(at, at + 20))
      .returning("id");
    ids.push(...inserted.map((row) => Number(row.id)).sort((a, b) => a - b));
  }
  return new Map(rows.map((row, index) => [row.id, ids[index] ?? 0]));
}
