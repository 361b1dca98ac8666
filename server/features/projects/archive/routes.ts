import { Router } from "express";
import { allow } from "../../../access/allow.ts";
import { loadProject } from "../../../access/load-project.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf } from "../../../web/form.ts";
import { archiveProject, restoreProject } from "./service.ts";

export function projectArchiveRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  const id = ":projectId";
  router.post(paths.projectArchive(id), allow("project:archive"), async (req, res) => {
    await archiveProject(deps, authorOf(req, res), projectOf(res).id);
    res.locals.say("archived");
    res.redirect(303, paths.project(projectOf(res).id));
  });
  router.post(paths.projectRestoration(id), allow("project:archive"), async (req, res) => {
    await restoreProject(deps, authorOf(req, res), projectOf(res));
    res.locals.say("restored");
    res.redirect(303, paths.project(projectOf(res).id));
  });
  return router;
}
