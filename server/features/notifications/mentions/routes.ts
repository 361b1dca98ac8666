import { Router } from "express";
import { allow } from "../../../access/allow.ts";
import { loadProject } from "../../../access/load-project.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { mentionable } from "./service.ts";

/** Names that are offered while somebody types; without a script they are read on the page of the team. */
export function mentionRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.get(paths.mentions(":projectId"), allow("team:view"), async (_req, res) => {
    const people = await mentionable(deps.db, projectOf(res).id);
    res.json([...new Set(people.map(({ name }) => name))]);
  });
  return router;
}
