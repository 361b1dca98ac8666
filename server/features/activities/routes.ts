import { type Request, type Response, Router } from "express";
import { listActivities } from "../../../db/queries/activities.ts";
import { listTargetGroupsOf } from "../../../db/queries/activity-target-groups.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { authorOf, form } from "../../web/form.ts";
import { pageNumber } from "../../web/pagination.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { documentBoxOf } from "../documents/presenter.ts";
import { addArchiveRoutes } from "./archive/routes.ts";
import { addBaselineRoutes } from "./baseline/routes.ts";
import { activityCrumbs } from "./crumbs.ts";
import { activityValues, presentEditedActivity, presentNewActivity } from "./form/presenter.ts";
import { loadActivityChoices } from "./form/service.ts";
import { fittingLines, presentActivityList } from "./list/presenter.ts";
import { activityListSchema } from "./list/schema.ts";
import { activitySheet } from "./list/sheet.ts";
import { activityOf, loadActivity } from "./load-activity.ts";
import { addOrderRoutes } from "./order/routes.ts";
import { addProgressRoutes } from "./progress/routes.ts";
import { leaves } from "./rules.ts";
import { editedActivitySchema, newActivitySchema } from "./schema.ts";
import { createActivity, editActivity } from "./service.ts";
import { presentActivity } from "./show/presenter.ts";
import { loadActivityPage } from "./show/service.ts";

export function activityRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("activityId", loadActivity(deps));
  const index = paths.activities(":projectId");
  const one = paths.activity(":projectId", ":activityId");
  const created = newActivityForm(deps);
  const edited = editedActivityForm(deps);

  router.get(index, allow("activity:view"), async (req, res) => showList(deps, req, res));
  router.get(paths.newActivity(":projectId"), allow("activity:edit"), created.show);
  router.post(index, allow("activity:edit"), created.submit);
  addOrderRoutes(router, deps);
  router.get(one, allow("activity:view"), async (_req, res) => showOne(deps, res));
  router.get(paths.editActivity(":projectId", ":activityId"), allow("activity:edit"), edited.show);
  router.post(one, allow("activity:edit"), edited.submit);
  addProgressRoutes(router, deps);
  addBaselineRoutes(router, deps);
  addArchiveRoutes(router, deps);
  return router;
}

async function showList({ db }: Pick<Deps, "db">, req: Request, res: Response): Promise<void> {
  const project = projectOf(res);
  const view = activityListSchema.parse(req.query);
  const all = await listActivities(db, project.id);
  const { texts } = res.locals;
  if (req.query.format === "xlsx") {
    const lines = fittingLines(
      all.filter(({ archivedAt }) => archivedAt === null),
      view,
    );
    const { file: fileName } = texts.activities.sheet;
    return sendWorkbook(res, { fileName, sheets: [activitySheet(lines, all, texts)] });
  }
  const page = pageNumber(req.query.page);
  const allowed = { edit: can(res, "activity:edit") };
  const model = presentActivityList({ project, all, view, page }, res.locals, allowed);
  const { title } = model.pageHeader;
  const crumbs = view.archived ? [...activityCrumbs(res), { label: title }] : [{ label: title }];
  const breadcrumbs = projectCrumbs(res, ...crumbs);
  res.locals.page("activities/index", model, { title, breadcrumbs });
}

async function showOne({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const project = projectOf(res);
  const page = await loadActivityPage(db, activityOf(res), res.locals.today);
  const presented = presentActivity(page, project, res.locals, {
    edit: can(res, "activity:edit"),
    progress: can(res, "activity:progress"),
    milestones: can(res, "milestone:edit"),
  });
  const of = { objectType: "activity", objectId: page.activity.id } as const;
  const model = { ...presented, documentBox: await documentBoxOf(db, res, of) };
  const { title, code } = model.pageHeader;
  const list = activityCrumbs(res).slice(0, 1);
  const breadcrumbs = projectCrumbs(res, ...list, { label: code });
  res.locals.page("activities/show", model, { title: `${code} ${title}`, breadcrumbs });
}

function newActivityForm(deps: Deps) {
  return form(deps, newActivitySchema, {
    initial: (req) => ({
      state: "planned",
      parentId: typeof req.query.parent === "string" ? req.query.parent : "",
    }),
    show: async (_req, res, state) => {
      const typed = state.values.parentId;
      const parentId = typeof typed === "string" && /^\d{1,9}$/.test(typed) ? Number(typed) : null;
      const choices = await loadActivityChoices(deps.db, projectOf(res).id, { parentId });
      showForm(res, presentNewActivity(choices, state, res.locals));
    },
    save: async (req, res, entry) => {
      const project = projectOf(res);
      const id = await createActivity(deps, authorOf(req, res), project.id, entry);
      sayDates(res, entry);
      res.redirect(303, paths.activity(project.id, id));
    },
  });
}

function editedActivityForm(deps: Deps) {
  return form(deps, editedActivitySchema, {
    initial: async (_req, res) => {
      const activity = activityOf(res);
      const groups = await listTargetGroupsOf(deps.db, activity.id);
      return activityValues(activity, groups, res.locals.formats);
    },
    show: async (_req, res, state) => {
      const activity = activityOf(res);
      const choices = await loadActivityChoices(deps.db, activity.projectId, { activity });
      showForm(res, presentEditedActivity(activity, choices, state, res.locals));
    },
    save: async (req, res, entry) => {
      const { projectId, id } = activityOf(res);
      const groups = await listTargetGroupsOf(deps.db, id);
      const { formats } = res.locals;
      await editActivity(
        deps,
        authorOf(req, res),
        { projectId, id },
        { entry, formOf: (current) => activityValues(current, groups, formats) },
      );
      sayDates(res, entry);
      res.redirect(303, paths.activity(projectId, id));
    },
  });
}

function showForm(res: Response, model: ReturnType<typeof presentNewActivity>): void {
  const { title } = model.pageHeader;
  const breadcrumbs = projectCrumbs(res, ...activityCrumbs(res), { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

/** Dates beyond those of the project are allowed, but said; the page of the activity says which. */
function sayDates(res: Response, dates: { startsOn: string | null; endsOn: string | null }): void {
  if (leaves(dates, projectOf(res))) res.locals.say("savedBeyondDates", "warning");
  else res.locals.say("saved");
}
