import { type Request, type Response, Router } from "express";
import { listCodeItems } from "../../../db/queries/code-lists.ts";
import { listLecturers } from "../../../db/queries/event-people.ts";
import { listSessions } from "../../../db/queries/event-sessions.ts";
import { listParticipantsById } from "../../../db/queries/participants.ts";
import { listRegistrations } from "../../../db/queries/registrations.ts";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { qrCode } from "../../values/qr-code.ts";
import { noteShown } from "../../web/personal-data.ts";
import { eventCrumbs } from "../events/header.ts";
import { insideOnly } from "../events/inside-only.ts";
import { eventOf, loadEvent } from "../events/load-event.ts";
import { isExpected } from "../registrations/rules.ts";
import { askedLists, presentCards } from "./cards-presenter.ts";
import { presentSheet } from "./presenter.ts";

/** Papers printed for an event: the sheet to sign, and a card for each of those invited. */
export function sheetRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("eventId", loadEvent(deps));
  const event = [":projectId", ":eventId"] as const;
  const may = allow("personal-data:read");
  router.get(paths.attendanceSheet(...event), may, insideOnly, (req, res) =>
    showSheet(deps, req, res),
  );
  router.get(paths.participantCards(...event), may, insideOnly, (req, res) =>
    showCards(deps, req, res),
  );
  return router;
}

async function showSheet(deps: Deps, req: Request, res: Response): Promise<void> {
  const event = eventOf(res);
  const { db, config } = deps;
  const [sessions, registrations, lecturers] = await Promise.all([
    listSessions(db, event.id),
    listRegistrations(db, event.id),
    listLecturers(db, event.id),
  ]);
  await noteShown(deps, req, res, { action: "print", personCount: registrations.length });
  const qr = qrCode(config.publicUrl + paths.attendance(event.projectId, event.id));
  const sheet = { project: projectOf(res), event, sessions, lecturers, registrations, qr };
  showPaper(res, "sheets/show", presentSheet(sheet, res.locals), res.locals.texts.sheets.title);
}

async function showCards(deps: Deps, req: Request, res: Response): Promise<void> {
  const event = eventOf(res);
  const registrations = (await listRegistrations(deps.db, event.id)).filter(isExpected);
  const ids = registrations.map(({ participantId }) => participantId);
  const [people, items] = await Promise.all([
    listParticipantsById(deps.db, ids),
    listCodeItems(deps.db, { lists: [...askedLists], on: res.locals.today }),
  ]);
  await noteShown(deps, req, res, { action: "print", personCount: people.length });
  const byId = new Map(people.map((person) => [person.id, person]));
  const inOrder = ids.flatMap((id) => byId.get(id) ?? []);
  const cards = { project: projectOf(res), event, people: inOrder, items };
  showPaper(
    res,
    "sheets/cards",
    presentCards(cards, res.locals),
    res.locals.texts.sheets.card.title,
  );
}

function showPaper(res: Response, view: string, model: object, title: string): void {
  const pageHeader = { title };
  res.locals.page(
    view,
    { ...model, pageHeader },
    { title, breadcrumbs: eventCrumbs(res, { label: title }) },
  );
}
