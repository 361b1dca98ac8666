import type { Request, Response, Router } from "express";
import type { z } from "zod";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Author } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, type FormValues, form } from "../../../web/form.ts";
import { flawsOf, isTooLong, lacksSomething } from "../content/checks.ts";
import { loadContent } from "../content/service.ts";
import { reportOf } from "../load-report.ts";
import { backToReport, showReportForm } from "../pages.ts";
import { type ReportStep, stepsFrom } from "../rules.ts";
import { flawSentences } from "../show/check-presenter.ts";
import { presentStep } from "./presenter.ts";
import {
  acceptanceSchema,
  approvalSchema,
  checkSchema,
  reopeningSchema,
  returnSchema,
  reworkSchema,
  submissionSchema,
} from "./schema.ts";
import {
  acceptReport,
  approveReport,
  checkReport,
  reopenReport,
  returnReport,
  reworkReport,
  submitReport,
} from "./service.ts";

export function addStepRoutes(router: Router, deps: Deps): void {
  const forms = stepForms(deps);
  for (const step of Object.keys(forms) as ReportStep[]) {
    const may = allow(step === "check" || step === "rework" ? "report:write" : "report:submit");
    const address = paths.reportSteps[step];
    router.get(address.show(":projectId", ":reportId"), may, forms[step].show);
    router.post(address.take(":projectId", ":reportId"), may, forms[step].submit);
  }
}

function stepForms(deps: Deps) {
  const of = (res: Response) => ({ key: reportOf(res), project: projectOf(res) });
  return {
    check: stepForm(deps, "check", checkSchema, (author, res, entry) =>
      checkReport(deps, author, of(res), entry),
    ),
    approval: stepForm(deps, "approval", approvalSchema, (author, res, entry) =>
      approveReport(deps, author, of(res), entry),
    ),
    rework: stepForm(deps, "rework", reworkSchema, (author, res, entry) =>
      reworkReport(deps, author, reportOf(res), entry),
    ),
    submission: stepForm(deps, "submission", submissionSchema, (author, res, entry) =>
      submitReport(deps, author, of(res), entry),
    ),
    return: stepForm(deps, "return", returnSchema, (author, res, entry) =>
      returnReport(deps, author, reportOf(res), entry),
    ),
    acceptance: stepForm(deps, "acceptance", acceptanceSchema, (author, res, entry) =>
      acceptReport(deps, author, reportOf(res), entry),
    ),
    reopening: stepForm(deps, "reopening", reopeningSchema, (author, res, entry) =>
      reopenReport(deps, author, reportOf(res), entry),
    ),
  } satisfies Record<ReportStep, object>;
}

function stepForm<Schema extends z.ZodType>(
  deps: Deps,
  step: ReportStep,
  schema: Schema,
  take: (author: Author, res: Response, entry: z.output<Schema>) => Promise<void>,
) {
  return form(deps, schema, {
    initial: (_req: Request, res: Response) => initialOf(res, step),
    show: (_req, res, state) => showStep(deps, res, step, state),
    save: async (req, res, entry) => {
      await take(authorOf(req, res), res, entry);
      backToReport(res);
    },
  });
}

/** @throws Conflict where the step is not open: whoever comes late is told so instead of filling a form in */
function initialOf(res: Response, step: ReportStep): FormValues {
  const { state, version } = reportOf(res);
  if (!stepsFrom(state).includes(step)) throw new Conflict("stepNotPossible");
  const { today } = res.locals;
  const days = { submittedOn: today, returnedOn: today, acceptedOn: today };
  return { version: String(version), ...days };
}

async function showStep(
  { db }: Pick<Deps, "db">,
  res: Response,
  step: ReportStep,
  state: FormState,
): Promise<void> {
  const report = reportOf(res);
  const isForward = step === "check" || step === "approval" || step === "submission";
  const content = isForward
    ? await loadContent(db, report, projectOf(res), res.locals.today)
    : null;
  const flaws = content ? flawsOf(content) : [];
  const warnings = content ? flawSentences(flaws, content, res.locals) : [];
  const needsConfirmation = step === "submission" && lacksSomething(flaws);
  const isBlocked = step === "approval" && isTooLong(flaws);
  const { blocked } = res.locals.texts.reports;
  const page = { step, warnings: isBlocked ? [blocked, ...warnings] : warnings, needsConfirmation };
  showReportForm(res, presentStep(report, page, state, res.locals));
}
