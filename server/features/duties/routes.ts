import { Router } from "express";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { presentDuties } from "./presenter.ts";
import { loadDutyBoard } from "./service.ts";
import { addSettlementRoutes } from "./settlement/routes.ts";
import { dutySheet } from "./sheet.ts";

/** What the legal act of a project owes. */
export function dutyRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.get(paths.duties(":projectId"), allow("duty:view"), async (req, res) => {
    const project = projectOf(res);
    const board = await loadDutyBoard(deps.db, project, res.locals.today);
    if (req.query.format === "xlsx") {
      const fileName = res.locals.texts.duties.sheet.file;
      return sendWorkbook(res, { fileName, sheets: [dutySheet(board, res.locals)] });
    }
    const rights = { edit: can(res, "duty:edit"), move: can(res, "milestone:edit") };
    const model = presentDuties(project, board, res.locals, rights);
    const { title } = model.pageHeader;
    const breadcrumbs = projectCrumbs(res, { label: title });
    res.locals.page("duties/index", model, { title, breadcrumbs });
  });
  addSettlementRoutes(router, deps);
  return router;
}
