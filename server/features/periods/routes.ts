import { Router } from "express";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { loadDutyBoard } from "../duties/service.ts";
import { addDeletionRoutes } from "./deletion/routes.ts";
import { addEditRoutes } from "./edit/routes.ts";
import { addGenerationRoutes } from "./generation/routes.ts";
import { presentPeriods } from "./list/presenter.ts";
import { periodSheet } from "./list/sheet.ts";
import { loadPeriod } from "./load-period.ts";

export function periodRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("periodId", loadPeriod(deps));
  router.get(paths.periods(":projectId"), allow("period:view"), async (req, res) => {
    const project = projectOf(res);
    const board = await loadDutyBoard(deps.db, project, res.locals.today);
    if (req.query.format === "xlsx") {
      const { fileName } = res.locals.texts.periods;
      return sendWorkbook(res, { fileName, sheets: [periodSheet(board, res.locals)] });
    }
    const model = presentPeriods(project, board, res.locals, { edit: can(res, "period:edit") });
    const { title } = model.pageHeader;
    const breadcrumbs = projectCrumbs(res, { label: title });
    res.locals.page("periods/index", model, { title, breadcrumbs });
  });
  // Before the routes of one period, whose id would swallow the words.
  addGenerationRoutes(router, deps);
  addEditRoutes(router, deps);
  addDeletionRoutes(router, deps);
  return router;
}
