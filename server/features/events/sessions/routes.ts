import type { Request, Response, Router } from "express";
import {
  type EventSession,
  findSession,
  listSessions,
} from "../../../../db/queries/event-sessions.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { showForm } from "../form/routes.ts";
import { insideOnly } from "../inside-only.ts";
import { eventOf } from "../load-event.ts";
import { nextSessionValues, presentSessionForm, sessionValues } from "./presenter.ts";
import { sessionSchema } from "./schema.ts";
import { addSession, editSession, removeSession } from "./service.ts";

export function addSessionRoutes(router: Router, deps: Deps): void {
  const door = [allow("event:edit"), insideOnly] as const;
  const at = [":projectId", ":eventId"] as const;
  const added = newSessionForm(deps);
  router.get(paths.newEventSession(...at), ...door, added.show);
  router.post(paths.eventSessions(...at), ...door, added.submit);
  const edited = editedSessionForm(deps);
  router.get(paths.editEventSession(...at, ":sessionId"), ...door, edited.show);
  router.post(paths.eventSession(...at, ":sessionId"), ...door, edited.submit);
  router.post(paths.eventSessionDeletion(...at, ":sessionId"), ...door, async (req, res) => {
    const { id: sessionId } = await sessionOf(deps, req, res);
    await removeSession(deps, authorOf(req, res), { ...eventOf(res), sessionId });
    backToEvent(res, "removed");
  });
}

function newSessionForm(deps: Deps) {
  return form(deps, sessionSchema, {
    initial: async (_req, res) => {
      const { id, version } = eventOf(res);
      const last = (await listSessions(deps.db, id)).at(-1);
      return nextSessionValues(last, version, res.locals);
    },
    show: (_req, res, state) =>
      showForm(res, presentSessionForm(eventOf(res), null, state, res.locals)),
    save: async (req, res, entry) => {
      await addSession(deps, authorOf(req, res), eventOf(res), entry);
      backToEvent(res, "saved");
    },
  });
}

function editedSessionForm(deps: Deps) {
  return form(deps, sessionSchema, {
    initial: async (req, res) =>
      sessionValues(await sessionOf(deps, req, res), eventOf(res).version, res.locals),
    show: async (req, res, state) => {
      const session = await sessionOf(deps, req, res);
      showForm(res, presentSessionForm(eventOf(res), session, state, res.locals));
    },
    save: async (req, res, entry) => {
      const { id: sessionId } = await sessionOf(deps, req, res);
      await editSession(deps, authorOf(req, res), { ...eventOf(res), sessionId }, entry);
      backToEvent(res, "saved");
    },
  });
}

async function sessionOf(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
): Promise<EventSession> {
  const id = idParam(String(req.params.sessionId));
  const session = await findSession(db, { eventId: eventOf(res).id, id });
  if (!session) throw new NotFound("session");
  return session;
}

function backToEvent(res: Response, key: "saved" | "removed"): void {
  const { projectId, id } = eventOf(res);
  res.locals.say(key);
  res.redirect(303, paths.event(projectId, id));
}
