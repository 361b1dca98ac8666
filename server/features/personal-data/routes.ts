import { Router } from "express";
import type { Deps } from "../../deps.ts";
import { addAccessRoutes } from "./accesses/routes.ts";
import { addAnonymisationRoutes } from "./anonymisation/routes.ts";
import { addRecordRoutes } from "./record/routes.ts";

/** What the law on personal data asks for: who looked, everything about one person, and being forgotten. */
export function personalDataRoutes(deps: Deps): Router {
  const router = Router();
  addAccessRoutes(router, deps);
  addRecordRoutes(router, deps);
  addAnonymisationRoutes(router, deps);
  return router;
}
