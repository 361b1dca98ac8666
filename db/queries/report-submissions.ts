import type { Database, Transaction } from "../connection.ts";

/** What was handed in, whole; `facts` is canonical JSON and `hash` its SHA-256. */
export interface ReportSubmission {
  number: number;
  submittedOn: string;
  facts: string;
  hash: string;
  recordedAt: string;
  recordedByName: string | null;
}

const COLUMNS = {
  number: "s.number",
  submittedOn: "s.submitted_on",
  hash: "s.hash",
  recordedAt: "s.recorded_at",
  recordedByName: "u.name",
};

export async function listReportSubmissions(
  db: Database,
  reportId: number,
): Promise<Omit<ReportSubmission, "facts">[]> {
  return submissions(db, reportId).orderBy("s.number", "desc").select(COLUMNS);
}

export async function findReportSubmission(
  db: Database,
  key: { reportId: number; number: number },
): Promise<ReportSubmission | undefined> {
  return submissions(db, key.reportId)
    .where("s.number", key.number)
    .first({ ...COLUMNS, facts: "s.facts" });
}

export async function findLastReportSubmission(
  db: Database,
  reportId: number,
): Promise<ReportSubmission | undefined> {
  return submissions(db, reportId)
    .orderBy("s.number", "desc")
    .first({ ...COLUMNS, facts: "s.facts" });
}

function submissions(db: Database, reportId: number) {
  return db("report_submissions as s")
    .leftJoin("users as u", "u.id", "s.recorded_by")
    .where("s.report_id", reportId);
}

export async function insertReportSubmission(
  trx: Transaction,
  submission: Omit<ReportSubmission, "recordedByName"> & {
    reportId: number;
    recordedBy: number | null;
  },
): Promise<void> {
  await trx("report_submissions").insert({
    report_id: submission.reportId,
    number: submission.number,
    submitted_on: submission.submittedOn,
    facts: submission.facts,
    hash: submission.hash,
    recorded_at: submission.recordedAt,
    recorded_by: submission.recordedBy,
  });
}
