import type { Router } from "express";
import { allow, can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { loadContent } from "../content/service.ts";
import { reportOf } from "../load-report.ts";
import { reportCrumbs } from "../pages.ts";
import { isWritable } from "../rules.ts";
import { presentDrafts } from "./presenter.ts";
import { offerSchema } from "./schema.ts";
import { answerOffer } from "./service.ts";

export function addDraftRoutes(router: Router, deps: Deps): void {
  const address = paths.reportDrafts(":projectId", ":reportId");
  const { show, submit } = form(deps, offerSchema, {
    show: async (_req, res, state) => {
      const report = reportOf(res);
      const content = await loadContent(deps.db, report, projectOf(res), res.locals.today);
      const canWrite = isWritable(report.state) && can(res, "report:write");
      const model = presentDrafts(report, content, state, res.locals, canWrite);
      const { title } = model.pageHeader;
      const breadcrumbs = reportCrumbs(res, { label: title });
      res.locals.page("reports/drafts", model, { title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const of = { key: reportOf(res), project: projectOf(res) };
      await answerOffer(deps, authorOf(req, res), of, entry);
      res.locals.say("saved");
      res.redirect(303, paths.reportDrafts(of.key.projectId, of.key.id));
    },
  });
  router.get(address, allow("report:view"), show);
  router.post(address, allow("report:write"), submit);
}
