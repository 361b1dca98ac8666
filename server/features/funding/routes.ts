import { Router } from "express";
import { loadProject } from "../../access/load-project.ts";
import type { Deps } from "../../deps.ts";
import { addPlanRoutes } from "./plans/routes.ts";
import { addFundingPage } from "./show/routes.ts";
import { addSourceRoutes } from "./sources/routes.ts";

export function fundingRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  addFundingPage(router, deps);
  addSourceRoutes(router, deps);
  addPlanRoutes(router, deps);
  return router;
}
