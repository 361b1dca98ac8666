import { type Request, type Response, Router } from "express";
import { listMilestones } from "../../../db/queries/milestone-list.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { pageNumber, pageOf } from "../../web/pagination.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { documentBoxOf } from "../documents/presenter.ts";
import { addAssignmentRoutes } from "./assignment/routes.ts";
import { addCompletionRoutes } from "./completion/routes.ts";
import { addFormRoutes } from "./form/routes.ts";
import { listHref } from "./list/filters.ts";
import { presentMilestoneList } from "./list/presenter.ts";
import { type MilestoneListView, milestoneListSchema } from "./list/schema.ts";
import { filterOf, loadMilestoneList, sortOf } from "./list/service.ts";
import { milestoneSheet } from "./list/sheet.ts";
import { loadMilestone, milestoneOf } from "./load-milestone.ts";
import { addMoveRoutes } from "./moves/routes.ts";
import { milestoneCrumbs } from "./pages.ts";
import { presentMilestone } from "./show/presenter.ts";
import { loadMilestonePage } from "./show/service.ts";

export function milestoneRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("milestoneId", loadMilestone(deps));
  const index = paths.milestones(":projectId");
  router.get(index, allow("milestone:view"), async (req, res) => {
    const view = milestoneListSchema.parse(req.query);
    if (req.query.format === "xlsx") return exportList(deps, res, view);
    await showList(deps, req, res, view);
  });
  // Before the routes of one milestone, whose id would swallow the word.
  addAssignmentRoutes(router, deps);
  addFormRoutes(router, deps);
  const one = paths.milestone(":projectId", ":milestoneId");
  router.get(one, allow("milestone:view"), async (_req, res) => showOne(deps, res));
  addCompletionRoutes(router, deps);
  addMoveRoutes(router, deps);
  return router;
}

async function showList(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
  view: MilestoneListView,
): Promise<void> {
  const project = projectOf(res);
  const page = pageNumber(req.query.page);
  const { today, texts } = res.locals;
  const list = await loadMilestoneList(db, project, view, { today, page: pageOf(page) });
  if (list.rows.length === 0 && page > 1) return res.redirect(303, listHref(project.id, view));
  const model = presentMilestoneList(list, view, page, res.locals, {
    edit: can(res, "milestone:edit"),
    complete: can(res, "milestone:complete"),
  });
  const { title } = texts.milestones;
  const breadcrumbs = projectCrumbs(res, { label: title });
  res.locals.page("milestones/index", model, { title, breadcrumbs });
}

async function exportList(
  { db }: Pick<Deps, "db">,
  res: Response,
  view: MilestoneListView,
): Promise<void> {
  const { today, texts } = res.locals;
  const filter = filterOf(projectOf(res).id, view, today);
  const lines = await listMilestones(db, filter, { group: view.group, sort: sortOf(view) });
  await sendWorkbook(res, {
    fileName: texts.milestones.sheet.file,
    sheets: [milestoneSheet(lines, res.locals)],
  });
}

async function showOne({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const page = await loadMilestonePage(db, milestoneOf(res));
  const presented = presentMilestone(page, res.locals, {
    edit: can(res, "milestone:edit"),
    complete: can(res, "milestone:complete"),
  });
  const of = { objectType: "milestone", objectId: page.milestone.id } as const;
  const model = { ...presented, documentBox: await documentBoxOf(db, res, of) };
  const { title } = model.pageHeader;
  const [list, own] = milestoneCrumbs(res);
  const breadcrumbs = projectCrumbs(res, ...(list ? [list] : []), { label: own?.label ?? title });
  res.locals.page("milestones/show", model, { title, breadcrumbs });
}
