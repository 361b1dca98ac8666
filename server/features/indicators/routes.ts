import { Router } from "express";
import type { Deps } from "../../deps.ts";
import { indicatorArchiveRoutes } from "./archive/routes.ts";
import { definitionRoutes } from "./definitions/routes.ts";
import { indicatorFormRoutes } from "./forms/routes.ts";
import { indicatorListRoutes } from "./list/routes.ts";
import { monthValueRoutes } from "./month-values/routes.ts";
import { indicatorOrderRoutes } from "./order/routes.ts";
import { indicatorPageRoutes } from "./show/routes.ts";
import { indicatorTargetRoutes } from "./targets/routes.ts";
import { indicatorValueRoutes } from "./values/routes.ts";

/** Addresses with words where others have an id come first. */
export function indicatorRoutes(deps: Deps): Router {
  const router = Router();
  router.use(indicatorListRoutes(deps));
  router.use(monthValueRoutes(deps));
  router.use(indicatorOrderRoutes(deps));
  router.use(indicatorFormRoutes(deps));
  router.use(indicatorPageRoutes(deps));
  router.use(indicatorArchiveRoutes(deps));
  router.use(indicatorTargetRoutes(deps));
  router.use(indicatorValueRoutes(deps));
  router.use(definitionRoutes(deps));
  return router;
}
