import { Router } from "express";
import { loadProject } from "../../access/load-project.ts";
import type { Deps } from "../../deps.ts";
import { addArchiveRoutes } from "./archive/routes.ts";
import { addConfirmationRoutes } from "./confirmations/routes.ts";
import { addDayRoutes } from "./days/routes.ts";
import { addFormRoutes } from "./form/routes.ts";
import { addLinkRoutes } from "./links/routes.ts";
import { addListRoutes } from "./list/routes.ts";
import { loadInternship } from "./load-internship.ts";
import { addPeopleRoutes } from "./people/routes.ts";
import { addPageRoutes } from "./show/routes.ts";
import { addStepRoutes } from "./steps/routes.ts";

/** Addresses with words where others have an id come first. */
export function internshipRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("internshipId", loadInternship(deps));
  addListRoutes(router, deps);
  addFormRoutes(router, deps);
  addPageRoutes(router, deps);
  addStepRoutes(router, deps);
  addPeopleRoutes(router, deps);
  addDayRoutes(router, deps);
  addConfirmationRoutes(router, deps);
  addLinkRoutes(router, deps);
  addArchiveRoutes(router, deps);
  return router;
}
