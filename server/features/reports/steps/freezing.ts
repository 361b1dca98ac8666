import { createHash } from "node:crypto";
import {
  findLastReportSubmission,
  insertReportSubmission,
} from "../../../../db/queries/report-submissions.ts";
import type { Report } from "../../../../db/queries/reports.ts";
import type { Change } from "../../../change.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { canonicalJson } from "../../../values/canonical-json.ts";
import type { RuledProject } from "../content/limits.ts";
import type { ReportContent } from "../content/service.ts";
import type { SubmittedFacts } from "../content/submitted.ts";

export interface NamedProject extends RuledProject {
  title: string;
  shortName: string;
  registrationNumber: string | null;
}

/** Keeps what is handed in, whole and unchangeable; gives its SHA-256. */
export async function freeze(
  { trx, at, by }: Change,
  report: Report,
  {
    project,
    content,
    submittedOn,
  }: {
    project: NamedProject;
    content: ReportContent;
    submittedOn: CalendarDate;
  },
): Promise<string> {
  const facts = canonicalJson(submittedFacts(report, project, content));
  const hash = createHash("sha256").update(facts).digest("hex");
  const last = await findLastReportSubmission(trx, report.id);
  await insertReportSubmission(trx, {
    ...{ reportId: report.id, number: (last?.number ?? 0) + 1, submittedOn, facts, hash },
    ...{ recordedAt: at, recordedBy: by },
  });
  return hash;
}

function submittedFacts(
  report: Report,
  { title, shortName, registrationNumber }: NamedProject,
  { limits, activities, indicators, fields, figures, chips }: ReportContent,
): SubmittedFacts {
  const { number, periodNumber, startsOn, endsOn, language, fileNumber } = report;
  return {
    project: { title, shortName, registrationNumber },
    report: { number, periodNumber, startsOn, endsOn, language, fileNumber },
    ...{ limits, activities, indicators },
    texts: fields.map(({ place, body }) => ({ place, body })),
    figures,
    chips: [...chips],
  };
}
