import type { Database } from "../connection.ts";
import { EVER, inForce } from "./facts.ts";
import type { ReportSpan } from "./report-drafts.ts";

// Risks, controls and decisions of the region's bodies that a report tells of.

export interface ReportedRisk {
  activityId: number | null;
  number: number;
  title: string;
  description: string | null;
  measure: string | null;
  /** How it was assessed last by the end of the span. */
  state: "open" | "occurred" | "closed";
  probability: number;
  impact: number;
  on: string;
}

/** Risks by their last assessment until the end of the span, the gravest first. */
export async function listReportedRisks(
  db: Database,
  { projectId, to }: ReportSpan,
): Promise<ReportedRisk[]> {
  const rows: (ReportedRisk & { riskId: number })[] = await inForce(db, "risk_assessments", {
    on: to,
    asOf: EVER.asOf,
  })
    .join("risks as x", "x.id", "f.risk_id")
    .where("x.project_id", projectId)
    .whereNull("x.archived_at")
    .orderBy(["f.valid_on", "f.recorded_at", "f.id"])
    .select({
      riskId: "x.id",
      activityId: "x.activity_id",
      number: "x.number",
      title: "x.title",
      description: "x.description",
      measure: "x.measure",
      state: "f.state",
      probability: "f.probability",
      impact: "f.impact",
      on: "f.valid_on",
    });
  const last = new Map(rows.map(({ riskId, ...risk }) => [riskId, risk]));
  return [...last.values()].toSorted(
    (a, b) => b.probability * b.impact - a.probability * a.impact || a.number - b.number,
  );
}

export interface ReportedControl {
  id: number;
  kind: "on-the-spot" | "desk" | "audit" | "internal";
  controllingBody: string;
  subject: string;
  startsOn: string;
  endsOn: string | null;
  state: "announced" | "running" | "closed";
  conclusion: string | null;
  fileNumber: string | null;
}

export async function listReportedControls(
  db: Database,
  { projectId, from, to }: ReportSpan,
): Promise<ReportedControl[]> {
  return db("controls as x")
    .where("x.project_id", projectId)
    .whereNull("x.archived_at")
    .where("x.starts_on", "<=", to)
    .where((open) =>
      open
        .where("x.ends_on", ">=", from)
        .orWhere((running) => running.whereNull("x.ends_on").where("x.starts_on", ">=", from)),
    )
    .orderBy(["x.starts_on", "x.id"])
    .select({
      id: "x.id",
      kind: "x.kind",
      controllingBody: "x.controlling_body",
      subject: "x.subject",
      startsOn: "x.starts_on",
      endsOn: "x.ends_on",
      state: "x.state",
      conclusion: "x.conclusion",
      fileNumber: "x.file_number",
    });
}

export interface ReportedFinding {
  controlId: number;
  controllingBody: string;
  finding: string;
  severity: "low" | "medium" | "high";
  remedy: string | null;
  remedyBy: string | null;
  remediedOn: string | null;
}

/** Findings of controls until the end of the span that are open or were remedied in it. */
export async function listReportedFindings(
  db: Database,
  { projectId, from, to }: ReportSpan,
): Promise<ReportedFinding[]> {
  return db("control_findings as f")
    .join("controls as x", "x.id", "f.control_id")
    .where("f.project_id", projectId)
    .whereNull("x.archived_at")
    .whereNull("f.archived_at")
    .where("x.starts_on", "<=", to)
    .where((either) => either.whereNull("f.remedied_on").orWhere("f.remedied_on", ">=", from))
    .orderBy(["x.starts_on", "x.id", "f.number"])
    .select({
      controlId: "x.id",
      controllingBody: "x.controlling_body",
      finding: "f.finding",
      severity: "f.severity",
      remedy: "f.remedy",
      remedyBy: "f.remedy_by",
      remediedOn: "f.remedied_on",
    });
}

export interface ReportedResolution {
  title: string;
  decidedBy: string;
  resolutionNumber: string | null;
  decidedOn: string;
}

export async function listReportedResolutions(
  db: Database,
  { projectId, from, to }: ReportSpan,
): Promise<ReportedResolution[]> {
  return db("resolutions")
    .where({ project_id: projectId, state: "adopted" })
    .whereNull("archived_at")
    .whereBetween("decided_on", [from, to])
    .orderBy(["decided_on", "id"])
    .select({
      title: "title",
      decidedBy: "decided_by",
      resolutionNumber: "resolution_number",
      decidedOn: "decided_on",
    });
}
