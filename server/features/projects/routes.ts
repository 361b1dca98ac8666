import { Router } from "express";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";

export function projectRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.get(paths.home(), allow("overview:view"), (_req, res) => {
    res.locals.page("projects/index", {}, { title: res.locals.texts.projects.title });
  });
  router.get(paths.project(":projectId"), allow("project:view"), (_req, res) => {
    res.locals.page("projects/index", {}, { title: res.locals.texts.projects.title });
  });
  return router;
}
