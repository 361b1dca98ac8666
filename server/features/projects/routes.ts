import { Router } from "express";
import { loadProject } from "../../access/load-project.ts";
import type { Deps } from "../../deps.ts";
import { projectArchiveRoutes } from "./archive/routes.ts";
import { projectCopyRoutes } from "./copies/routes.ts";
import { favouriteRoutes } from "./favourites/routes.ts";
import { projectFormRoutes } from "./form-routes.ts";
import { projectHistoryRoutes } from "./history/routes.ts";
import { projectListRoutes } from "./list/routes.ts";
import { overviewRoutes } from "./overview/routes.ts";
import { spendRoutes } from "./spends/routes.ts";
import { statusRoutes } from "./statuses/routes.ts";
import { teamRoutes } from "./team/routes.ts";

export function projectRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.use(projectListRoutes(deps));
  router.use(projectFormRoutes(deps));
  router.use(favouriteRoutes(deps));
  router.use(projectArchiveRoutes(deps));
  router.use(overviewRoutes(deps));
  router.use(statusRoutes(deps));
  router.use(spendRoutes(deps));
  router.use(teamRoutes(deps));
  router.use(projectHistoryRoutes(deps));
  router.use(projectCopyRoutes(deps));
  return router;
}
