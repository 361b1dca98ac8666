import type { Request, Response, Router } from "express";
import {
  findLastReportSubmission,
  findReportSubmission,
} from "../../../../db/queries/report-submissions.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { idParam } from "../../../web/id-param.ts";
import { sendPrepared } from "../../../web/prepared-file.ts";
import { writeFile } from "../../exports/writing/service.ts";
import { preparedFile } from "../../prepared-files/service.ts";
import { loadContent } from "../content/service.ts";
import { presentCopy } from "../copying/presenter.ts";
import { reportOf } from "../load-report.ts";
import { reportCrumbs } from "../pages.ts";
import { isFrozen } from "../rules.ts";
import { reportName } from "../words.ts";
import { type DocumentOf, frozenDocument, presentDocument } from "./paper.ts";
import { MEDIA_TYPES, orderOfReport, type ReportFormat } from "./service.ts";
import { presentWhole } from "./whole-presenter.ts";

const ADDRESSES = { pdf: paths.reportPaper, docx: paths.reportDocument } as const;

/** The report as a whole: to read, to print, to copy out of and to send. */
export function addDocumentRoutes(router: Router, deps: Deps): void {
  const at = [":projectId", ":reportId"] as const;
  const view = allow("report:view");
  router.get(paths.reportCopy(...at), view, async (_req, res) => {
    const content = await loadContent(deps.db, reportOf(res), projectOf(res), res.locals.today);
    show(res, "reports/copy", presentCopy(reportOf(res), content, res.locals));
  });
  router.get(paths.reportWhole(...at), view, async (_req, res) => {
    const of = await documentOf(deps, res);
    show(res, "reports/whole", presentWhole(of, res.locals, null));
  });
  router.get(paths.reportSubmission(...at, ":submissionNumber"), view, async (req, res) => {
    const { of, number } = await submissionOf(deps, req, res);
    show(res, "reports/whole", presentWhole(of, res.locals, number));
  });
  for (const format of ["pdf", "docx"] as const)
    router.get(ADDRESSES[format](...at), view, (req, res) => sendFile(deps, req, res, format));
}

function show(res: Response, view: string, model: { pageHeader: { title: string } }): void {
  const { title } = model.pageHeader;
  res.locals.page(view, model, { title, breadcrumbs: reportCrumbs(res, { label: title }) });
}

async function documentOf({ db, clock }: Deps, res: Response): Promise<DocumentOf> {
  const report = reportOf(res);
  const project = projectOf(res);
  const last = isFrozen(report.state) ? await findLastReportSubmission(db, report.id) : undefined;
  if (last) return frozenDocument(report, last);
  const content = await loadContent(db, report, project, clock.today());
  return { report, project, content, submission: null, madeAt: clock.now() };
}

async function submissionOf({ db }: Deps, req: Request, res: Response) {
  const number = idParam(String(req.params.submissionNumber));
  const submission = await findReportSubmission(db, { reportId: reportOf(res).id, number });
  if (!submission) throw new NotFound("submission of a report");
  return { of: frozenDocument(reportOf(res), submission), number };
}

/** What was handed in is drawn once and kept; what is being written, as it is now. */
async function sendFile(
  deps: Deps,
  req: Request,
  res: Response,
  format: ReportFormat,
): Promise<void> {
  const report = reportOf(res);
  const last = isFrozen(report.state)
    ? await findLastReportSubmission(deps.db, report.id)
    : undefined;
  if (last) return sendKept(deps, req, res, { format, ...last });
  const paper = presentDocument(await documentOf(deps, res), res.locals);
  const bytes = await writeFile({ kind: "document", format, paper });
  const { fileName } = res.locals.texts.reportFigures.paper;
  res.attachment(`${fileName(String(report.number))}.${format}`);
  res.type(MEDIA_TYPES[format]);
  res.send(bytes);
}

async function sendKept(
  deps: Deps,
  req: Request,
  res: Response,
  { format, number, hash }: { format: ReportFormat; number: number; hash: string },
): Promise<void> {
  const { projectId, id: reportId } = reportOf(res);
  const { texts, formats, viewer } = res.locals;
  const file = { projectId, reportId, submission: number, format, language: formats.language };
  const prepared = await preparedFile(deps, orderOfReport(file, hash), viewer?.id ?? null);
  const title = `${reportName(reportOf(res), res.locals)}: ${texts.reportFigures.whole[format]}`;
  const back = { href: paths.report(projectId, reportId), label: texts.reportTexts.toReport };
  await sendPrepared(deps, req, res, prepared, { title, back });
}
