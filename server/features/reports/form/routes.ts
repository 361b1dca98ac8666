import type { Response, Router } from "express";
import { listPeriods, type Period } from "../../../../db/queries/periods.ts";
import { listReports } from "../../../../db/queries/reports.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { reportOf } from "../load-report.ts";
import { backToReport, showReportForm } from "../pages.ts";
import { editedReportSchema, newReportSchema } from "../schema.ts";
import { createReport, editReport } from "../service.ts";
import {
  presentEditedReport,
  presentNewReport,
  proposedValues,
  reportValues,
} from "./presenter.ts";

export function addFormRoutes(router: Router, deps: Deps): void {
  const may = allow("report:write");
  const at = [":projectId", ":reportId"] as const;
  const created = newForm(deps);
  router.get(paths.newReport(":projectId"), may, created.show);
  router.post(paths.reports(":projectId"), may, created.submit);
  const edited = editForm(deps);
  router.get(paths.editReport(...at), may, edited.show);
  router.post(paths.report(...at), may, edited.submit);
}

function newForm(deps: Deps) {
  return form(deps, newReportSchema, {
    initial: async (req, res) => proposedValues(await periodsWithout(deps, res), req.query.period),
    show: async (_req, res, state) => {
      const choices = { projectId: projectOf(res).id, periods: await periodsWithout(deps, res) };
      showReportForm(res, presentNewReport(choices, state, res.locals));
    },
    save: async (req, res, entry) => {
      const { id: projectId } = projectOf(res);
      const id = await createReport(deps, authorOf(req, res), projectId, entry);
      res.locals.say("created");
      res.redirect(303, paths.report(projectId, id));
    },
  });
}

function editForm(deps: Deps) {
  return form(deps, editedReportSchema, {
    initial: (_req, res) => reportValues(reportOf(res)),
    show: (_req, res, state) =>
      showReportForm(res, presentEditedReport(reportOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      const change = { entry, formOf: reportValues };
      await editReport(deps, authorOf(req, res), reportOf(res), change);
      backToReport(res);
    },
  });
}

/** Periods that have no report yet. */
async function periodsWithout({ db }: Pick<Deps, "db">, res: Response): Promise<Period[]> {
  const { id: projectId } = projectOf(res);
  const [periods, reports] = await Promise.all([
    listPeriods(db, projectId),
    listReports(db, projectId),
  ]);
  return periods.filter(({ id }) => !reports.some(({ periodId }) => periodId === id));
}
