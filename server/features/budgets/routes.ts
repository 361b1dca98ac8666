import { Router } from "express";
import { findLineOfProject } from "../../../db/queries/budget-lines.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";
import { addGridRoutes } from "./grid/routes.ts";
import { addLineRoutes } from "./lines/routes.ts";
import { addLinkRoutes } from "./links/routes.ts";
import { addPasteRoutes } from "./pasting/routes.ts";
import { addShowRoutes } from "./show/routes.ts";

export function budgetRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("lineId", async (_req, res, next, text) => {
    const key = { projectId: projectOf(res).id, lineId: idParam(text) };
    if (!(await findLineOfProject(deps.db, key))) throw new NotFound("budget line");
    next();
  });
  addShowRoutes(router, deps);
  addGridRoutes(router, deps);
  addPasteRoutes(router, deps);
  addLineRoutes(router, deps);
  addLinkRoutes(router, deps);
  return router;
}
