import { Router } from "express";
import { loadProject } from "../../access/load-project.ts";
import type { Deps } from "../../deps.ts";
import { addArchiveRoutes } from "./archive/routes.ts";
import { addDefinitionRoutes } from "./definitions/routes.ts";
import { addFactRoutes } from "./facts/routes.ts";
import { addFormRoutes } from "./forms/routes.ts";
import { addListRoutes } from "./list/routes.ts";
import { loadIndicator } from "./load-indicator.ts";
import { addMonthValueRoutes } from "./month-values/routes.ts";
import { addOrderRoutes } from "./order/routes.ts";
import { addPageRoutes } from "./show/routes.ts";
import { addTargetRoutes } from "./targets/routes.ts";
import { addValueRoutes } from "./values/routes.ts";

/** Addresses with words where others have an id come first. */
export function indicatorRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("indicatorId", loadIndicator(deps));
  addListRoutes(router, deps);
  addMonthValueRoutes(router, deps);
  addOrderRoutes(router, deps);
  addFormRoutes(router, deps);
  addPageRoutes(router, deps);
  addFactRoutes(router, deps);
  addArchiveRoutes(router, deps);
  addTargetRoutes(router, deps);
  addValueRoutes(router, deps);
  addDefinitionRoutes(router, deps);
  return router;
}
