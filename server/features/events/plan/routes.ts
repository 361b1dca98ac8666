import type { Request, Response, Router } from "express";
import { allow, can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { sendWorkbook } from "../../../web/workbook.ts";
import { planSheet, presentPlan } from "./presenter.ts";
import { planViewSchema, reportSchema } from "./schema.ts";
import { loadPlan, reportEvents } from "./service.ts";

export function addPlanRoutes(router: Router, deps: Deps): void {
  const plan = form(deps, reportSchema, {
    initial: (_req, res) => ({ reportedOn: res.locals.today }),
    show: (req, res, state) => showPlan(deps, req, res, state),
    save: async (req, res, entry) => {
      const { id } = projectOf(res);
      await reportEvents(deps, authorOf(req, res), id, entry);
      res.locals.say("saved");
      res.redirect(303, paths.activityPlan(id));
    },
  });
  router.get(paths.activityPlan(":projectId"), allow("event:view"), async (req, res, next) => {
    if (req.query.format !== "xlsx") return plan.show(req, res, next);
    const { texts, today } = res.locals;
    const view = planViewSchema.parse(req.query);
    const rows = await loadPlan(deps.db, projectOf(res).id, view, today);
    await sendWorkbook(res, {
      fileName: texts.events.plan.file,
      sheets: [planSheet(rows, res.locals)],
    });
  });
  router.post(paths.activityPlanReports(":projectId"), allow("event:edit"), plan.submit);
}

async function showPlan(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
  state: FormState,
): Promise<void> {
  const { id: projectId } = projectOf(res);
  const { texts, today, viewer } = res.locals;
  const view = planViewSchema.parse(req.query);
  const rows = await loadPlan(db, projectId, view, today);
  const viewerId = viewer?.id ?? null;
  const reader = { projectId, viewerId, canReport: can(res, "event:edit") };
  const model = presentPlan(rows, view, state, res.locals, reader);
  const { title } = texts.events.plan;
  const breadcrumbs = projectCrumbs(
    res,
    { label: texts.events.title, href: paths.events(projectId) },
    { label: title },
  );
  res.locals.page("events/plan", model, { title, breadcrumbs });
}
