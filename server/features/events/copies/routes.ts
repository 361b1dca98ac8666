import type { Request, Response, Router } from "express";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { stateOfPreview } from "../../../web/form-page.ts";
import { showForm } from "../form/routes.ts";
import { eventCrumbs } from "../header.ts";
import { insideOnly } from "../inside-only.ts";
import { eventOf } from "../load-event.ts";
import { presentCopy, presentSeries, presentSeriesPreview } from "./presenter.ts";
import { copySchema, type SeriesEntry, seriesSchema } from "./schema.ts";
import { copyEvent, daysOfSeries, repeatEvent } from "./service.ts";

export function addCopyRoutes(router: Router, deps: Deps): void {
  const door = [allow("event:edit"), insideOnly] as const;
  const at = [":projectId", ":eventId"] as const;
  const copy = copyForm(deps);
  router.get(paths.newEventCopy(...at), ...door, copy.show);
  router.post(paths.eventCopies(...at), ...door, copy.submit);
  const series = seriesForm(deps);
  router.get(paths.newEventSeries(...at), ...door, series.show);
  router.post(paths.eventSeries(...at), ...door, series.submit);
}

function copyForm(deps: Deps) {
  return form(deps, copySchema, {
    initial: (_req, res) => ({ title: eventOf(res).title }),
    show: (_req, res, state) => showForm(res, presentCopy(eventOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      const { projectId, id } = eventOf(res);
      const copyId = await copyEvent(deps, authorOf(req, res), { projectId, id }, entry);
      res.locals.say("created");
      res.redirect(303, paths.event(projectId, copyId));
    },
  });
}

function seriesForm(deps: Deps) {
  return form(deps, seriesSchema, {
    initial: () => ({ rhythm: "weekly", every: "1", skipsHolidays: "true" }),
    show: (_req, res, state) => showForm(res, presentSeries(eventOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      if (!entry.isConfirmed) return showPreview(req, res, entry);
      const { projectId, id } = eventOf(res);
      await repeatEvent(deps, authorOf(req, res), { projectId, id }, entry);
      res.locals.say("created");
      res.redirect(303, paths.events(projectId));
    },
  });
}

function showPreview(req: Request, res: Response, entry: SeriesEntry): void {
  const event = eventOf(res);
  const days = daysOfSeries(event, entry);
  const state = stateOfPreview(req, { ...entry });
  const model = presentSeriesPreview(event, days, state, res.locals);
  const { title } = model.pageHeader;
  const breadcrumbs = eventCrumbs(res, { label: title });
  res.locals.page("events/series-preview", model, { title, breadcrumbs });
}
