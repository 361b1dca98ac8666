import type { Database } from "../../../../db/connection.ts";
import { type HistoryLine, listHistory } from "../../../../db/queries/audit-events.ts";
import type { Comment } from "../../../../db/queries/comments.ts";
import { listReportSubmissions } from "../../../../db/queries/report-submissions.ts";
import {
  findReportDuty,
  listReportStates,
  type Report,
  type ReportDuty,
  type ReportStateFact,
} from "../../../../db/queries/reports.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { commentsOf } from "../../comments/service.ts";
import { type FlawedField, flawsOf } from "../content/checks.ts";
import type { RuledProject } from "../content/limits.ts";
import { loadContent, type ReportContent } from "../content/service.ts";

export interface ReportPage {
  report: Report;
  content: ReportContent;
  flaws: FlawedField[];
  duty: ReportDuty | undefined;
  states: ReportStateFact[];
  submissions: Awaited<ReturnType<typeof listReportSubmissions>>;
  comments: Comment[];
  history: HistoryLine[];
}

/** Everything the page of a report shows, in a fixed number of queries. */
export async function loadReportPage(
  db: Database,
  report: Report,
  project: RuledProject,
  today: CalendarDate,
): Promise<ReportPage> {
  const content = await loadContent(db, report, project, today);
  const { projectId, periodId, id } = report;
  const [duty, states, submissions, comments, history] = await Promise.all([
    findReportDuty(db, { projectId, periodId }),
    listReportStates(db, id),
    listReportSubmissions(db, id),
    commentsOf(db, { objectType: "report", objectId: id }),
    listHistory(db, { objectType: "report", objectId: id, limit: 30 }),
  ]);
  const flaws = content.submitted ? [] : flawsOf(content);
  return { report, content, flaws, duty, states, submissions, comments, history };
}
