import { Router } from "express";
import { loadProject } from "../../access/load-project.ts";
import type { Deps } from "../../deps.ts";
import { addPortfolio } from "./portfolio/routes.ts";
import { addDrawdownPage } from "./show/routes.ts";

export function drawdownRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  addDrawdownPage(router, deps);
  addPortfolio(router, deps);
  return router;
}
