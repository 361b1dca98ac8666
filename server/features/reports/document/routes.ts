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
import { writeFile } from "../../exports/writing/service.ts";
import { frozenContent, loadContent } from "../content/service.ts";
import type { SubmittedFacts } from "../content/submitted.ts";
import { presentCopy } from "../copying/presenter.ts";
import { reportOf } from "../load-report.ts";
import { reportCrumbs } from "../pages.ts";
import { isFrozen } from "../rules.ts";
import { type DocumentOf, presentDocument } from "./presenter.ts";
import { presentWhole } from "./whole-presenter.ts";

const FORMATS = {
  pdf: { path: paths.reportPaper, mediaType: "application/pdf" },
  docx: {
    path: paths.reportDocument,
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
} as const;

/** The report as a whole: to read, to print, to copy out of and to send. */
export function addDocumentRoutes(router: Router, deps: Deps): void {
  const at = [":projectId", ":reportId"] as const;
  const view = allow("report:view");
  router.get(paths.reportCopy(...at), view, async (_req, res) => {
    const content = await loadContent(deps.db, reportOf(res), projectOf(res));
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
    router.get(FORMATS[format].path(...at), view, async (_req, res) =>
      sendFile(res, format, await documentOf(deps, res)),
    );
}

function show(res: Response, view: string, model: { pageHeader: { title: string } }): void {
  const { title } = model.pageHeader;
  res.locals.page(view, model, { title, breadcrumbs: reportCrumbs(res, { label: title }) });
}

async function documentOf({ db, clock }: Deps, res: Response): Promise<DocumentOf> {
  const report = reportOf(res);
  const project = projectOf(res);
  const last = isFrozen(report.state) ? await findLastReportSubmission(db, report.id) : undefined;
  if (last) return frozenDocument(res, last);
  const content = await loadContent(db, report, project);
  return { report, project, content, submission: null, madeAt: clock.now() };
}

async function submissionOf({ db }: Deps, req: Request, res: Response) {
  const number = idParam(String(req.params.submissionNumber));
  const submission = await findReportSubmission(db, { reportId: reportOf(res).id, number });
  if (!submission) throw new NotFound("submission of a report");
  return { of: frozenDocument(res, submission), number };
}

type Submission = NonNullable<Awaited<ReturnType<typeof findReportSubmission>>>;

/** Everything from what was frozen, the names of the project and the report as well. */
function frozenDocument(res: Response, { facts, hash, submittedOn, recordedAt }: Submission) {
  const submitted = JSON.parse(facts) as SubmittedFacts;
  return {
    report: { ...reportOf(res), ...submitted.report },
    project: submitted.project,
    content: frozenContent(submitted),
    submission: { submittedOn, hash },
    madeAt: recordedAt,
  };
}

async function sendFile(res: Response, format: "pdf" | "docx", of: DocumentOf): Promise<void> {
  const paper = presentDocument(of, res.locals);
  const bytes = await writeFile({ kind: "document", format, paper });
  const { fileName } = res.locals.texts.reportFigures.paper;
  res.attachment(`${fileName(String(of.report.number))}.${format}`);
  res.type(FORMATS[format].mediaType);
  res.send(bytes);
}
