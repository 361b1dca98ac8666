import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { EVER, inForce } from "./facts.ts";
import { type ReportSpan, withinSpan } from "./report-drafts.ts";

// What a report tells of beside its activities: team, status, changes, papers, people.

export interface ReportedPositionState {
  name: string;
  state: string;
  on: string;
  workloadMilli: number | null;
}

/** What became of positions; never who holds them. */
export async function listReportedPositionStates(
  db: Database,
  span: ReportSpan,
): Promise<ReportedPositionState[]> {
  const query = inForce(db, "position_states", { on: span.to, asOf: EVER.asOf })
    .join("positions as x", "x.id", "f.position_id")
    .where("x.project_id", span.projectId)
    .whereNull("x.archived_at");
  return withinSpan(query, span, { day: "f.valid_on", recorded: "f.recorded_at" })
    .orderBy(["f.valid_on", "f.id"])
    .select({
      name: "x.name",
      state: "f.state",
      on: "f.valid_on",
      workloadMilli: "x.workload_milli",
    });
}

export interface ReportedStatus {
  health: "on-track" | "at-risk" | "off-track" | "on-hold";
  sentence: string;
  decisionNeeded: string | null;
  on: string;
}

export async function listReportedStatuses(
  db: Database,
  { projectId, from, to }: ReportSpan,
): Promise<ReportedStatus[]> {
  return inForce(db, "project_statuses", { on: to, asOf: EVER.asOf })
    .where("f.project_id", projectId)
    .where("f.valid_on", ">=", from)
    .orderBy(["f.valid_on", "f.recorded_at", "f.id"])
    .select({
      health: "f.health",
      sentence: "f.sentence",
      decisionNeeded: "f.decision_needed",
      on: "f.valid_on",
    });
}

export interface ReportedChange {
  number: number;
  kind: "decision" | "insubstantial" | "substantial";
  title: string;
  reason: string | null;
  /** What became of it in the span. */
  state: "draft" | "announced" | "approved" | "rejected";
  on: string;
}

/** Changes of the project by the last step they made in the span. */
export async function listReportedChanges(
  db: Database,
  { projectId, from, to }: ReportSpan,
): Promise<ReportedChange[]> {
  const rows: (ReportedChange & { changeId: number })[] = await inForce(
    db,
    "project_change_states",
    { on: to, asOf: EVER.asOf },
  )
    .join("project_changes as x", "x.id", "f.change_id")
    .where("x.project_id", projectId)
    .whereNull("x.archived_at")
    .whereNot("f.state", "draft")
    .where("f.valid_on", ">=", from)
    .orderBy(["f.valid_on", "f.recorded_at", "f.id"])
    .select({
      changeId: "x.id",
      number: "x.number",
      kind: "x.kind",
      title: "x.title",
      reason: "x.reason",
      state: "f.state",
      on: "f.valid_on",
    });
  const last = new Map(rows.map(({ changeId, ...change }) => [changeId, change]));
  return [...last.values()].toSorted((a, b) => a.number - b.number);
}

export interface ReportedDocument {
  objectType: string;
  activityId: number | null;
  category: string;
  title: string;
  isPersonal: boolean;
}

/** Papers filed in the span; which activity those of events, internships and outputs belong to. */
export async function listReportedDocuments(
  db: Database,
  { projectId, since, until }: { projectId: number; since: string; until: string },
): Promise<ReportedDocument[]> {
  const of = (type: string, alias: string) => (join: Knex.JoinClause) =>
    join.on(`${alias}.id`, "d.object_id").andOnVal("d.object_type", type);
  const rows = await db("documents as d")
    .leftJoin("events as e", of("event", "e"))
    .leftJoin("internships as i", of("internship", "i"))
    .leftJoin("milestones as m", of("milestone", "m"))
    .where("d.project_id", projectId)
    .whereNull("d.archived_at")
    .where("d.created_at", ">=", since)
    .where("d.created_at", "<", until)
    .where((open) => open.whereNull("e.id").orWhere("e.is_confidential", false))
    .orderBy(["d.category", "d.id"])
    .select({
      objectType: "d.object_type",
      activityId: db.raw("coalesce(e.activity_id, i.activity_id, m.activity_id)"),
      category: "d.category",
      title: "d.title",
      isPersonal: "d.is_personal",
    });
  return rows.map((row: ReportedDocument) => ({ ...row, isPersonal: Boolean(row.isPersonal) }));
}

/** People of a target group as numbers. */
export interface ReportedGroup {
  labelCs: string | null;
  labelEn: string | null;
  total: number;
  women: number;
  entered: number;
  exited: number;
  reached: number;
}

/** Participations known by the end of the span, by target group; those without one come last. */
export async function countReportedGroups(
  db: Database,
  { projectId, from, to }: ReportSpan,
): Promise<ReportedGroup[]> {
  const count = (condition: string, name: string, bindings: string[] = []) =>
    db.raw(`cast(sum(case when ${condition} then 1 else 0 end) as integer) as ??`, [
      ...bindings,
      name,
    ]);
  return db("participations as n")
    .join("participants as w", "w.id", "n.participant_id")
    .leftJoin("code_list_items as g", "g.id", "n.target_group_item_id")
    .where("n.project_id", projectId)
    .whereNull("n.merged_into_id")
    .whereNull("n.archived_at")
    .where("n.entered_on", "<=", to)
    .groupBy("g.id", "g.label_cs", "g.label_en", "g.position")
    .orderByRaw("g.id is null, g.position, g.id")
    .select({ labelCs: "g.label_cs", labelEn: "g.label_en" })
    .select(
      count("1 = 1", "total"),
      count("w.sex = 'POHZENY'", "women"),
      count("n.entered_on >= ?", "entered", [from]),
      count("n.exited_on between ? and ?", "exited", [from, to]),
      count("n.threshold_on between ? and ?", "reached", [from, to]),
    ) as unknown as Promise<ReportedGroup[]>;
}
