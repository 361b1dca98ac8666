import { Router } from "express";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { noteShown } from "../../web/personal-data.ts";
import { documentBoxOf } from "../documents/presenter.ts";
import { addExitRoutes } from "./exits/routes.ts";
import { addFormRoutes } from "./form/routes.ts";
import { addListRoutes } from "./list/routes.ts";
import { loadParticipation, participationOf } from "./load-participation.ts";
import { addMailRefusalRoutes } from "./mail-refusal/routes.ts";
import { addMergeRoutes } from "./merges/routes.ts";
import { participantCrumbs } from "./pages.ts";
import { addRegistryRoutes } from "./registry/routes.ts";
import { presentParticipant } from "./show/presenter.ts";
import { loadParticipantPage } from "./show/service.ts";

export function participantRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("participationId", loadParticipation(deps));
  addListRoutes(router, deps);
  addFormRoutes(router, deps);
  const one = paths.participant(":projectId", ":participationId");
  router.get(one, allow("personal-data:read"), async (req, res) => {
    const participation = participationOf(res);
    const page = await loadParticipantPage(deps, projectOf(res), participation);
    const of = { objectType: "participation" as const, objectId: participation.id };
    const documentBox = await documentBoxOf(deps.db, res, of);
    const { participantId } = participation;
    await noteShown(deps, req, res, { action: "view", participantId });
    const shown = presentParticipant(page, res.locals, { edit: can(res, "participant:edit") });
    const model = { ...shown, documentBox };
    const { code } = page.person;
    const [list] = participantCrumbs(res);
    const breadcrumbs = projectCrumbs(res, ...(list ? [list] : []), { label: code });
    // The title of a window is kept in histories of browsers: the code is enough there.
    res.locals.page("participants/show", model, { title: code, breadcrumbs });
  });
  addExitRoutes(router, deps);
  addMailRefusalRoutes(router, deps);
  addRegistryRoutes(router, deps);
  addMergeRoutes(router, deps);
  return router;
}
