import type { Database, Transaction } from "../connection.ts";
import { EVER, inForce } from "./facts.ts";

export type ReportState = "draft" | "checking" | "ready" | "submitted" | "returned" | "accepted";
export type ReportLanguage = "cs" | "en";

/** An implementation report with the period that it is of. */
export interface Report {
  id: number;
  projectId: number;
  periodId: number;
  periodNumber: number;
  startsOn: string;
  endsOn: string;
  number: number;
  state: ReportState;
  language: ReportLanguage;
  fileNumber: string | null;
  /** The day by which a returned report has to be answered; null unless it waits for that. */
  answerBy: string | null;
  submittedOn: string | null;
  acceptedOn: string | null;
  createdByName: string | null;
  createdAt: string;
  version: number;
}

const COLUMNS = {
  id: "r.id",
  projectId: "r.project_id",
  periodId: "r.period_id",
  periodNumber: "p.number",
  startsOn: "p.starts_on",
  endsOn: "p.ends_on",
  number: "r.number",
  state: "r.state",
  language: "r.language",
  fileNumber: "r.file_number",
  answerBy: "r.answer_by",
  submittedOn: "r.submitted_on",
  acceptedOn: "r.accepted_on",
  createdByName: "u.name",
  createdAt: "r.created_at",
  version: "r.version",
};

export async function listReports(db: Database, projectId: number): Promise<Report[]> {
  return reports(db, projectId).orderBy("p.number").select(COLUMNS);
}

export async function findReport(
  db: Database,
  key: { projectId: number; id: number },
): Promise<Report | undefined> {
  return reports(db, key.projectId).where("r.id", key.id).first(COLUMNS);
}

/** The report of the nearest earlier period that has one. */
export async function findPreviousReport(
  db: Database,
  { projectId, startsOn }: Pick<Report, "projectId" | "startsOn">,
): Promise<Report | undefined> {
  return reports(db, projectId)
    .where("p.starts_on", "<", startsOn)
    .orderBy("p.starts_on", "desc")
    .first(COLUMNS);
}

function reports(db: Database, projectId: number) {
  return db("reports as r")
    .join("monitoring_periods as p", "p.id", "r.period_id")
    .leftJoin("users as u", "u.id", "r.created_by")
    .where("r.project_id", projectId)
    .whereNull("r.archived_at");
}

export async function listReportNumbers(db: Database, projectId: number): Promise<number[]> {
  return db("reports").where({ project_id: projectId }).pluck("number");
}

export async function hasReportOfPeriod(db: Database, periodId: number): Promise<boolean> {
  return (await db("reports").where({ period_id: periodId }).first("id")) !== undefined;
}

export interface NewReport {
  projectId: number;
  periodId: number;
  number: number;
  language: ReportLanguage;
  fileNumber: string | null;
  createdBy: number | null;
  createdAt: string;
}

export async function insertReport(trx: Transaction, report: NewReport): Promise<number> {
  const [row] = await trx("reports")
    .insert({
      project_id: report.projectId,
      period_id: report.periodId,
      number: report.number,
      language: report.language,
      file_number: report.fileNumber,
      created_by: report.createdBy,
      created_at: report.createdAt,
    })
    .returning("id");
  return row.id;
}

/** 0 when the record has another version by now. */
export async function updateReport(
  trx: Transaction,
  key: { id: number; version: number },
  fields: { number: number; fileNumber: string | null },
): Promise<number> {
  return trx("reports")
    .where({ id: key.id, version: key.version })
    .update({ number: fields.number, file_number: fields.fileNumber, version: key.version + 1 });
}

/** Keeps beside the report what its facts say. */
export async function updateReportState(
  trx: Transaction,
  key: { id: number; version: number },
  kept: Pick<Report, "state" | "answerBy" | "submittedOn" | "acceptedOn">,
): Promise<number> {
  return trx("reports")
    .where({ id: key.id, version: key.version })
    .update({
      state: kept.state,
      answer_by: kept.answerBy,
      submitted_on: kept.submittedOn,
      accepted_on: kept.acceptedOn,
      version: key.version + 1,
    });
}

export interface NewReportState {
  reportId: number;
  state: ReportState;
  note: string | null;
  answerBy: string | null;
  validOn: string;
  recordedAt: string;
  recordedBy: number | null;
  /** The fact this one stands in place of. */
  correctsId: number | null;
}

export async function insertReportState(trx: Transaction, fact: NewReportState): Promise<void> {
  await trx("report_states").insert({
    report_id: fact.reportId,
    state: fact.state,
    note: fact.note,
    answer_by: fact.answerBy,
    valid_on: fact.validOn,
    recorded_at: fact.recordedAt,
    recorded_by: fact.recordedBy,
    corrects_id: fact.correctsId,
  });
}

export interface ReportStateFact {
  id: number;
  state: ReportState;
  note: string | null;
  answerBy: string | null;
  validOn: string;
  recordedAt: string;
  recordedByName: string | null;
  correctsId: number | null;
}

/** Everything recorded about the state of a report, oldest first, corrected facts among it. */
export async function listReportStates(db: Database, reportId: number): Promise<ReportStateFact[]> {
  return db("report_states as s")
    .leftJoin("users as u", "u.id", "s.recorded_by")
    .where("s.report_id", reportId)
    .orderBy(["s.recorded_at", "s.id"])
    .select({
      id: "s.id",
      state: "s.state",
      note: "s.note",
      answerBy: "s.answer_by",
      validOn: "s.valid_on",
      recordedAt: "s.recorded_at",
      recordedByName: "u.name",
      correctsId: "s.corrects_id",
    });
}

/** Facts of the state that nobody has corrected, the latest first. */
export async function listStandingStates(
  db: Database,
  reportId: number,
): Promise<Pick<ReportStateFact, "id" | "state" | "validOn" | "answerBy">[]> {
  return inForce(db, "report_states", EVER)
    .where("f.report_id", reportId)
    .orderBy("f.id", "desc")
    .select({ id: "f.id", state: "f.state", validOn: "f.valid_on", answerBy: "f.answer_by" });
}

/** The duty of each period to hand its report in. */
export interface ReportDuty {
  id: number;
  periodId: number;
  dueOn: string;
  shiftedOn: string;
  doneOn: string | null;
  cancelledOn: string | null;
}

export async function listReportDuties(db: Database, projectId: number): Promise<ReportDuty[]> {
  return duties(db, projectId);
}

export async function findReportDuty(
  db: Database,
  { projectId, periodId }: { projectId: number; periodId: number },
): Promise<ReportDuty | undefined> {
  return duties(db, projectId).where({ period_id: periodId }).first();
}

function duties(db: Database, projectId: number) {
  return db("milestones")
    .where({ project_id: projectId, kind: "report" })
    .whereNotNull("period_id")
    .whereNull("archived_at")
    .orderBy("id")
    .select({
      id: "id",
      periodId: "period_id",
      dueOn: "due_on",
      shiftedOn: "shifted_on",
      doneOn: "done_on",
      cancelledOn: "cancelled_on",
    });
}
