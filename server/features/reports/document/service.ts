import { findReportSubmission } from "../../../../db/queries/report-submissions.ts";
import { findReport } from "../../../../db/queries/reports.ts";
import { NotFound } from "../../../errors.ts";
import { formatsFor } from "../../../texts/formats.ts";
import { type Language, textsFor } from "../../../texts/index.ts";
import { writeFile } from "../../exports/writing/service.ts";
import type { Preparer } from "../../prepared-files/kinds.ts";
import { frozenDocument, presentDocument } from "./paper.ts";

export type ReportFormat = "pdf" | "docx";

export const MEDIA_TYPES: Record<ReportFormat, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

export interface ReportFile {
  projectId: number;
  reportId: number;
  submission: number;
  format: ReportFormat;
  language: Language;
}

/** The file of a submission, kept for good: whoever asks for it later gets the same bytes. */
export function orderOfReport(file: ReportFile, hash: string) {
  const { projectId, reportId, submission, format, language } = file;
  const parts = ["report", reportId, submission, hash, format, language];
  return {
    ...{ kind: "report", orderKey: parts.join(":"), projectId },
    ...{ params: file, keptDays: null },
  };
}

export const prepareReport: Preparer = async ({ db }, { params }) => {
  const file = JSON.parse(params) as ReportFile;
  const { projectId, reportId, submission: number, format, language } = file;
  const report = await findReport(db, { projectId, id: reportId });
  const submission = await findReportSubmission(db, { reportId, number });
  if (!report || !submission) throw new NotFound("submission of a report");
  const words = { texts: textsFor(language), formats: formatsFor(language) };
  const paper = presentDocument(frozenDocument(report, submission), words);
  const bytes = await writeFile({ kind: "document", format, paper });
  const { fileName } = words.texts.reportFigures.paper;
  return {
    bytes,
    fileName: `${fileName(String(report.number))}.${format}`,
    mediaType: MEDIA_TYPES[format],
  };
};
