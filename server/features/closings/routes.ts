import { type Response, Router } from "express";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import type { Deps } from "../../deps.ts";
import { Conflict } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { authorOf, form } from "../../web/form.ts";
import { eventCrumbs } from "../events/header.ts";
import { insideOnly } from "../events/inside-only.ts";
import { eventOf, loadEvent } from "../events/load-event.ts";
import { isOpen } from "../events/rules.ts";
import { presentClosing, presentReopening } from "./presenter.ts";
import { closingSchema, reopeningSchema } from "./schema.ts";
import { closeEvent, loadClosingBoard, reopenEvent } from "./service.ts";

export function closingRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("eventId", loadEvent(deps));
  const closing = closingForm(deps);
  const reopening = reopeningForm(deps);
  const event = [":projectId", ":eventId"] as const;
  const may = allow("event:close");
  router.get(paths.newEventClosing(...event), may, insideOnly, closing.show);
  router.post(paths.eventClosing(...event), may, insideOnly, closing.submit);
  router.get(paths.newEventReopening(...event), may, insideOnly, reopening.show);
  router.post(paths.eventReopening(...event), may, insideOnly, reopening.submit);
  return router;
}

function closingForm(deps: Deps) {
  return form(deps, closingSchema, {
    show: async (_req, res, state) => {
      const event = eventOf(res);
      if (!isOpen(event)) throw new Conflict("eventOver");
      const board = await loadClosingBoard(deps, event.id);
      showPage(res, "closings/new", presentClosing(event, board, state, res.locals));
    },
    save: async (req, res, entry) => {
      const { id, projectId } = eventOf(res);
      await closeEvent(deps, authorOf(req, res), id, entry);
      res.locals.say("eventClosed");
      res.redirect(303, paths.event(projectId, id));
    },
  });
}

function reopeningForm(deps: Deps) {
  return form(deps, reopeningSchema, {
    show: (_req, res, state) => {
      const event = eventOf(res);
      if (event.state !== "closed") throw new Conflict("eventNotClosed");
      showPage(res, "partials/form-page", presentReopening(event, state, res.locals));
    },
    save: async (req, res, { reason }) => {
      const { id, projectId } = eventOf(res);
      await reopenEvent(deps, authorOf(req, res), id, reason);
      res.locals.say("eventReopened");
      res.redirect(303, paths.attendance(projectId, id));
    },
  });
}

function showPage(res: Response, view: string, model: { pageHeader: { title: string } }): void {
  const { title } = model.pageHeader;
  res.locals.page(view, model, { title, breadcrumbs: eventCrumbs(res, { label: title }) });
}
