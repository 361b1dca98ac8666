import type { Database } from "../../../../db/connection.ts";
import { findLastReportSubmission } from "../../../../db/queries/report-submissions.ts";
import { listReportTexts } from "../../../../db/queries/report-texts.ts";
import { findPreviousReport, type Report } from "../../../../db/queries/reports.ts";
import type { SubmittedFacts } from "../content/submitted.ts";

export interface PreviousTexts {
  report: Report;
  /** By place; as last handed in, else as written so far. */
  bodies: Map<string, string>;
}

/** What the report before said in each field; null where there was none or nothing of it is written. Three queries at most. */
export async function previousTexts(db: Database, report: Report): Promise<PreviousTexts | null> {
  const previous = await findPreviousReport(db, report);
  if (!previous) return null;
  const last = await findLastReportSubmission(db, previous.id);
  const texts = last
    ? (JSON.parse(last.facts) as SubmittedFacts).texts
    : await listReportTexts(db, previous.id);
  if (texts.length === 0) return null;
  return { report: previous, bodies: new Map(texts.map(({ place, body }) => [place, body])) };
}
