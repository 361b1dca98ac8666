import { type Request, type Response, Router } from "express";
import { listRegistrations } from "../../../db/queries/registrations.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { noteShown } from "../../web/personal-data.ts";
import { eventCrumbs, presentEventHeader } from "../events/header.ts";
import { insideOnly } from "../events/inside-only.ts";
import { eventOf, loadEvent } from "../events/load-event.ts";
import { addAddingRoutes } from "./adding-routes.ts";
import { presentRegistrations } from "./list-presenter.ts";
import { addPasteRoutes } from "./paste-routes.ts";
import { countOf } from "./rules.ts";
import { addStateRoutes } from "./state-routes.ts";

export function registrationRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("eventId", loadEvent(deps));
  const index = paths.registrations(":projectId", ":eventId");
  router.get(index, allow("personal-data:read"), insideOnly, (req, res) => show(deps, req, res));
  // Before the routes of one registration, whose id would swallow the words.
  addAddingRoutes(router, deps);
  addPasteRoutes(router, deps);
  addStateRoutes(router, deps);
  return router;
}

async function show(deps: Deps, req: Request, res: Response): Promise<void> {
  const event = eventOf(res);
  const registrations = await listRegistrations(deps.db, event.id);
  await noteShown(deps, req, res, { action: "view", personCount: registrations.length });
  const canEdit = can(res, "registration:edit");
  const model = presentRegistrations(event, registrations, res.locals, { canEdit });
  const pageHeader = presentEventHeader(res, "registrations", { people: countOf(registrations) });
  const { title } = res.locals.texts.registrations;
  res.locals.page(
    "registrations/index",
    { ...model, pageHeader },
    { title: `${title}: ${pageHeader.title}`, breadcrumbs: eventCrumbs(res, { label: title }) },
  );
}
