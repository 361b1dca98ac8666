import { type Request, type Response, Router } from "express";
import { type EventSession, findSession } from "../../../db/queries/event-sessions.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { errorText } from "../../texts/error-text.ts";
import { authorOf, form, parse } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { noteShown } from "../../web/personal-data.ts";
import { eventCrumbs, presentEventHeader } from "../events/header.ts";
import { insideOnly } from "../events/inside-only.ts";
import { eventOf, loadEvent } from "../events/load-event.ts";
import { presentColumnPage } from "./column-presenter.ts";
import { loadAttendance } from "./loading.ts";
import { presentAttendance } from "./presenter.ts";
import type { CellEntry } from "./rules.ts";
import { cellsSchema } from "./schema.ts";
import { saveCells } from "./service.ts";

declare global {
  namespace Express {
    interface Locals {
      eventSession?: EventSession;
    }
  }
}

export function attendanceRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("eventId", loadEvent(deps));
  router.param("sessionId", async (_req, res, next, text) => {
    const session = await findSession(deps.db, { eventId: eventOf(res).id, id: idParam(text) });
    if (!session) throw new NotFound("session");
    res.locals.eventSession = session;
    next();
  });
  const grid = paths.attendance(":projectId", ":eventId");
  router.get(grid, allow("personal-data:read"), insideOnly, (req, res) => show(deps, req, res));
  const column = columnForm(deps);
  const session = [":projectId", ":eventId", ":sessionId"] as const;
  const may = allow("attendance:record");
  router.get(paths.editAttendanceSession(...session), may, insideOnly, column.show);
  router.post(paths.attendanceSession(...session), may, insideOnly, (req, res, next) =>
    req.accepts(["html", "json"]) === "json"
      ? saveAsJson(deps, req, res)
      : column.submit(req, res, next),
  );
  return router;
}

async function show(deps: Deps, req: Request, res: Response): Promise<void> {
  const event = eventOf(res);
  const attendance = await loadAttendance(deps.db, event, projectOf(res));
  await noteShown(deps, req, res, { action: "view", personCount: attendance.people.length });
  const { title } = res.locals.texts.attendances;
  const model = presentAttendance(attendance, res.locals, {
    canRecord: can(res, "attendance:record"),
    canRegister: can(res, "registration:edit"),
  });
  const pageHeader = presentEventHeader(res, "attendance", { people: attendance.count });
  res.locals.page(
    "attendances/show",
    { ...model, pageHeader },
    { title: `${title}: ${pageHeader.title}`, breadcrumbs: eventCrumbs(res, { label: title }) },
  );
}

/** One session as a form, for whoever works without scripts. */
function columnForm(deps: Deps) {
  return form(deps, cellsSchema, {
    show: async (req, res, state) => {
      const attendance = await loadAttendance(deps.db, eventOf(res), projectOf(res));
      await noteShown(deps, req, res, { action: "view", personCount: attendance.people.length });
      const model = presentColumnPage(attendance, sessionOf(res), state, res.locals);
      const pageHeader = presentEventHeader(res, "attendance", { people: attendance.count });
      const breadcrumbs = eventCrumbs(res, { label: model.title });
      res.locals.page(
        "attendances/column",
        { ...model, pageHeader },
        { title: model.title, breadcrumbs },
      );
    },
    save: async (req, res, { entries }) => {
      await save(deps, req, res, entries);
      res.locals.say("saved");
      res.redirect(303, paths.attendance(projectOf(res).id, eventOf(res).id));
    },
  });
}

/** The same, asked for by the grid: what is stored now, or what is wrong in a sentence. */
async function saveAsJson(deps: Deps, req: Request, res: Response): Promise<void> {
  try {
    const { entries } = parse(cellsSchema, req.body);
    res.json({ cells: await save(deps, req, res, entries) });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const [key = "unknownChoice"] = Object.values(error.errors);
    res.status(422).json({ message: errorText(res.locals.texts, key) });
  }
}

function save(deps: Deps, req: Request, res: Response, entries: CellEntry[]) {
  const { id: eventId, projectId, countsAsSupport } = eventOf(res);
  const key = { projectId, eventId, sessionId: sessionOf(res).id, countsAsSupport };
  return saveCells(deps, authorOf(req, res), key, entries);
}

function sessionOf(res: Response): EventSession {
  const { eventSession } = res.locals;
  if (!eventSession) throw new NotFound("session");
  return eventSession;
}
