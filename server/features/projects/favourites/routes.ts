import { type Request, type Response, Router } from "express";
import { allow } from "../../../access/allow.ts";
import { loadProject } from "../../../access/load-project.ts";
import { projectOf, viewerOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf } from "../../../web/form.ts";
import { localAddress } from "../../../web/safe-redirect.ts";
import { addFavourite, removeFavourite } from "./service.ts";

export function favouriteRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  const id = ":projectId";
  router.post(paths.projectFavourite(id), allow("project:favourite"), async (req, res) => {
    await addFavourite(deps, authorOf(req, res), favouriteOf(res));
    backToPage(req, res);
  });
  router.post(paths.projectFavouriteRemoval(id), allow("project:favourite"), async (req, res) => {
    await removeFavourite(deps, authorOf(req, res), favouriteOf(res));
    backToPage(req, res);
  });
  return router;
}

function favouriteOf(res: Response) {
  return { userId: viewerOf(res).id, projectId: projectOf(res).id };
}

/** The star stands on the list and on the project's page: back to where it was pressed. */
function backToPage(req: Request, res: Response): void {
  const here = req.get("referer")?.replace(/^https?:\/\/[^/]+/, "");
  res.redirect(303, localAddress(here, paths.project(projectOf(res).id)));
}
