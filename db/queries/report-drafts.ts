import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { EVER, inForce } from "./facts.ts";

// What a report is written from: the project's plan and its log. Never a name of a person.

/** Days a report tells of: its own, and earlier ones that were told after the report before was handed in. */
export interface ReportSpan {
  projectId: number;
  from: string;
  to: string;
  /** When the report of the period before was last submitted; null where it was not. */
  after: string | null;
}

/** Rows of the span by their day; those of earlier days only if they were written after `after`. */
export function withinSpan(
  query: Knex.QueryBuilder,
  span: ReportSpan,
  { day, recorded }: { day: string; recorded: string },
): Knex.QueryBuilder {
  return query.where(day, "<=", span.to).where((either) => {
    either.where(day, ">=", span.from);
    if (span.after !== null) either.orWhere(recorded, ">", span.after);
  });
}

export interface ReportedProject {
  id: number;
  title: string;
  registrationNumber: string | null;
  programme: string;
  department: string | null;
  beneficiary: string | null;
  startsOn: string;
  endsOn: string;
  totalHalere: number | null;
}

export async function findReportedProject(
  db: Database,
  id: number,
): Promise<ReportedProject | undefined> {
  return db("projects as p")
    .leftJoin("organisations as o", "o.id", "p.beneficiary_id")
    .where("p.id", id)
    .first({
      id: "p.id",
      title: "p.title",
      registrationNumber: "p.registration_number",
      programme: "p.programme",
      department: "p.department",
      beneficiary: "o.name",
      startsOn: "p.starts_on",
      endsOn: "p.ends_on",
      totalHalere: "p.total_halere",
    });
}

export interface LastSubmission {
  periodId: number;
  submittedOn: string;
  recordedAt: string;
  /** Canonical JSON. */
  facts: string;
}

/** What was handed in last for each of the periods. */
export async function listLastSubmissions(
  db: Database,
  periodIds: readonly number[],
): Promise<LastSubmission[]> {
  return db("report_submissions as s")
    .join("reports as r", "r.id", "s.report_id")
    .whereIn("r.period_id", [...periodIds])
    .whereNotExists(
      db("report_submissions as later")
        .whereRaw("later.report_id = s.report_id and later.number > s.number")
        .select(db.raw("1")),
    )
    .select({
      periodId: "r.period_id",
      submittedOn: "s.submitted_on",
      recordedAt: "s.recorded_at",
      facts: "s.facts",
    });
}

export interface ReportedActivity {
  id: number;
  parentId: number | null;
  number: string;
  parentNumber: string | null;
  title: string;
  goal: string | null;
  outputs: string | null;
  state: "planned" | "running" | "done" | "cancelled";
  shareBp: number | null;
  startsOn: string | null;
  endsOn: string | null;
}

/** Key activities in their order, each followed by its parts. */
export async function listReportedActivities(
  db: Database,
  projectId: number,
): Promise<ReportedActivity[]> {
  return db("activities as a")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .where("a.project_id", projectId)
    .whereNull("a.archived_at")
    .orderByRaw("coalesce(p.position, a.position), coalesce(p.id, a.id)")
    .orderByRaw("a.parent_id is not null, a.position, a.id")
    .select({
      id: "a.id",
      parentId: "a.parent_id",
      number: "a.number",
      parentNumber: "p.number",
      title: "a.title",
      goal: "a.goal",
      outputs: "a.outputs",
      state: "a.state",
      shareBp: "a.share_bp",
      startsOn: "a.starts_on",
      endsOn: "a.ends_on",
    });
}

/** A per cent in force by the end of the span; the later ones come later. */
export async function listReportedPercents(
  db: Database,
  { projectId, to }: ReportSpan,
): Promise<{ activityId: number; percent: number | null; reason: string | null; on: string }[]> {
  return inForce(db, "activity_progress", { on: to, asOf: EVER.asOf })
    .join("activities as a", "a.id", "f.activity_id")
    .where("a.project_id", projectId)
    .whereNotNull("f.percent")
    .orderBy(["f.valid_on", "f.recorded_at", "f.id"])
    .select({ activityId: "f.activity_id", percent: "f.percent", on: "f.valid_on" })
    .select({ reason: "f.reason" });
}

export interface ReportedEntry {
  id: number;
  on: string;
  body: string;
  nextStep: string | null;
  nextStepOn: string | null;
  workedMinutes: number | null;
}

export async function listReportedEntries(
  db: Database,
  span: ReportSpan,
): Promise<ReportedEntry[]> {
  return entriesOf(db, span).orderBy(["l.happened_on", "l.id"]).select({
    id: "l.id",
    on: "l.happened_on",
    body: "l.body",
    nextStep: "l.next_step",
    nextStepOn: "l.next_step_on",
    workedMinutes: "l.worked_minutes",
  });
}

/** Which activities those entries speak of. */
export async function listReportedEntryActivities(
  db: Database,
  span: ReportSpan,
): Promise<{ entryId: number; activityId: number }[]> {
  return entriesOf(db, span)
    .join("log_entry_activities as x", "x.log_entry_id", "l.id")
    .orderBy("x.id")
    .select({ entryId: "l.id", activityId: "x.activity_id" });
}

function entriesOf(db: Database, span: ReportSpan): Knex.QueryBuilder {
  const query = db("log_entries as l")
    .where("l.project_id", span.projectId)
    .whereNull("l.archived_at");
  return withinSpan(query, span, { day: "l.happened_on", recorded: "l.created_at" });
}

export interface ReportedMilestone {
  id: number;
  activityId: number | null;
  kind: string;
  outputKind: string | null;
  title: string;
  dueOn: string;
  baselineDueOn: string;
  expectedOn: string | null;
  doneOn: string | null;
  cancelledOn: string | null;
  /** When it was last told done. */
  doneAt: string | null;
  proof: string | null;
  proofUrl: string | null;
  /** Of an output kept as a document. */
  approvedOn: string | null;
  approvedBy: string | null;
  publishedOn: string | null;
  publicationUrl: string | null;
}

/** All that was owed or done by a day, and what is owed until then. */
export async function listReportedMilestones(
  db: Database,
  { projectId, until }: { projectId: number; until: string },
): Promise<ReportedMilestone[]> {
  return db("milestones as m")
    .leftJoin("outputs as o", (join) =>
      join.on("o.milestone_id", "m.id").andOnNull("o.archived_at"),
    )
    .leftJoin("bodies as b", "b.id", "o.body_id")
    .where("m.project_id", projectId)
    .whereNull("m.archived_at")
    .where((either) => either.where("m.due_on", "<=", until).orWhere("m.done_on", "<=", until))
    .orderBy(["m.due_on", "m.id"])
    .select({
      id: "m.id",
      activityId: "m.activity_id",
      kind: "m.kind",
      outputKind: "m.output_kind",
      title: "m.title",
      dueOn: "m.due_on",
      baselineDueOn: "m.baseline_due_on",
      expectedOn: "m.expected_on",
      doneOn: "m.done_on",
      cancelledOn: "m.cancelled_on",
      doneAt: db("milestone_states as s")
        .whereRaw("s.milestone_id = m.id and s.state = 'done'")
        .max("s.recorded_at"),
      proof: "m.proof",
      proofUrl: "m.proof_url",
      approvedOn: "o.approved_on",
      approvedBy: "b.name",
      publishedOn: "o.published_on",
      publicationUrl: "o.publication_url",
    });
}

export interface ReportedMove {
  milestoneId: number;
  /** The day it was moved to. */
  dueOn: string;
  reason: string | null;
  recordedAt: string;
}

/** Milestones moved since an instant and until another, in the order of moving. */
export async function listReportedMoves(
  db: Database,
  of: { projectId: number; since: string; until: string },
): Promise<ReportedMove[]> {
  return db("milestone_dates as f")
    .join("milestones as m", "m.id", "f.milestone_id")
    .where("m.project_id", of.projectId)
    .whereNull("m.archived_at")
    .where("f.recorded_at", ">=", of.since)
    .where("f.recorded_at", "<", of.until)
    .orderBy(["f.recorded_at", "f.id"])
    .select({
      milestoneId: "f.milestone_id",
      dueOn: "f.due_on",
      reason: "f.reason",
      recordedAt: "f.recorded_at",
    });
}

export interface ReportedShift {
  activityId: number;
  startsOn: string | null;
  endsOn: string | null;
  reason: string | null;
}

/** Dates of activities changed since an instant and until another. */
export async function listReportedShifts(
  db: Database,
  of: { projectId: number; since: string; until: string },
): Promise<ReportedShift[]> {
  return db("activity_dates as f")
    .join("activities as a", "a.id", "f.activity_id")
    .where("a.project_id", of.projectId)
    .whereNull("a.archived_at")
    .where("f.recorded_at", ">=", of.since)
    .where("f.recorded_at", "<", of.until)
    .orderBy(["f.recorded_at", "f.id"])
    .select({
      activityId: "f.activity_id",
      startsOn: "f.starts_on",
      endsOn: "f.ends_on",
      reason: "f.reason",
    });
}
