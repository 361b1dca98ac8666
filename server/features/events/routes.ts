import { type Request, type Response, Router } from "express";
import { listEvents } from "../../../db/queries/event-list.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { pageNumber, pageOf } from "../../web/pagination.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { documentBoxOf } from "../documents/presenter.ts";
import { addConflictRoutes } from "./conflicts/routes.ts";
import { addCopyRoutes } from "./copies/routes.ts";
import { addFormRoutes } from "./form/routes.ts";
import { eventCrumbs, presentEventHeader } from "./header.ts";
import { listHref } from "./list/filters.ts";
import { presentEventList } from "./list/presenter.ts";
import { type EventListView, eventListSchema } from "./list/schema.ts";
import { filterOf, loadEventList } from "./list/service.ts";
import { eventSheet } from "./list/sheet.ts";
import { eventOf, loadEvent } from "./load-event.ts";
import { addPlanRoutes } from "./plan/routes.ts";
import { seesInside } from "./rules.ts";
import { addSessionRoutes } from "./sessions/routes.ts";
import { presentEventPage } from "./show/presenter.ts";
import { loadEventPage } from "./show/service.ts";
import { addStepRoutes } from "./steps/routes.ts";

export function eventRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("eventId", loadEvent(deps));
  router.get(paths.events(":projectId"), allow("event:view"), async (req, res) => {
    const view = eventListSchema.parse(req.query);
    if (req.query.format === "xlsx") return exportList(deps, res, view);
    await showList(deps, req, res, view);
  });
  // Before the routes of one event, whose id would swallow the word.
  addConflictRoutes(router, deps);
  addPlanRoutes(router, deps);
  addFormRoutes(router, deps);
  const one = paths.event(":projectId", ":eventId");
  router.get(one, allow("event:view"), async (_req, res) => showOne(deps, res));
  addSessionRoutes(router, deps);
  addCopyRoutes(router, deps);
  addStepRoutes(router, deps);
  return router;
}

async function showList(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
  view: EventListView,
): Promise<void> {
  const { id } = projectOf(res);
  const page = pageNumber(req.query.page);
  const { today, texts, viewer } = res.locals;
  const list = await loadEventList(db, id, view, { today, page: pageOf(page) });
  if (list.rows.length === 0 && page > 1) return res.redirect(303, listHref(id, view));
  const reader = { viewerId: viewer?.id ?? null, canEdit: can(res, "event:edit") };
  const model = presentEventList(list, view, page, res.locals, reader);
  res.locals.page("events/index", model, {
    title: texts.events.title,
    breadcrumbs: eventCrumbs(res),
  });
}

async function exportList(
  { db }: Pick<Deps, "db">,
  res: Response,
  view: EventListView,
): Promise<void> {
  const { today, texts } = res.locals;
  const filter = filterOf(projectOf(res).id, view, today);
  const lines = await listEvents(db, filter, { isDescending: view.sort === "-day" });
  await sendWorkbook(res, {
    fileName: texts.events.sheet.file,
    sheets: [eventSheet(lines, res.locals)],
  });
}

async function showOne({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const event = eventOf(res);
  const readsPay = can(res, "staff-data:read");
  const page = await loadEventPage(db, event, projectOf(res), { readsPay });
  const viewerId = res.locals.viewer?.id ?? null;
  const isInside = seesInside(event, viewerId);
  const canEdit = isInside && can(res, "event:edit");
  // The papers of a confidential event are its coordinator's, and so is the offer to add one.
  const of = { objectType: "event" as const, objectId: event.id };
  const documentBox = isInside ? await documentBoxOf(db, res, of) : null;
  const { actions, ...model } = presentEventPage(page, res.locals, {
    canEdit,
    canClose: isInside && can(res, "event:close"),
    isInside,
    viewerId,
  });
  const pageHeader = { ...presentEventHeader(res, "overview", page), actions };
  const { title } = pageHeader;
  res.locals.page(
    "events/show",
    { ...model, documentBox, pageHeader },
    { title, breadcrumbs: eventCrumbs(res) },
  );
}
