import { type Request, type Response, Router } from "express";
import {
  findCoordinator,
  listAddressees,
  listEventMessages,
} from "../../../db/queries/event-messages.ts";
import { countPeople } from "../../../db/queries/event-people.ts";
import { listSessions } from "../../../db/queries/event-sessions.ts";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import type { Deps } from "../../deps.ts";
import { Conflict } from "../../errors.ts";
import { writeEventMessage } from "../../mail/event-message.ts";
import { paths } from "../../paths.ts";
import { authorOf, type FormState, form } from "../../web/form.ts";
import { pageNumber, pageOf } from "../../web/pagination.ts";
import { noteShown } from "../../web/personal-data.ts";
import { eventCrumbs, presentEventHeader } from "../events/header.ts";
import { insideOnly } from "../events/inside-only.ts";
import { eventOf, loadEvent } from "../events/load-event.ts";
import { presentMessages, presentPicker } from "./presenter.ts";
import { kindsFor, USUAL_AUDIENCE } from "./rules.ts";
import { messageSchema, pickerQuery } from "./schema.ts";
import { sendMessages } from "./service.ts";

const AT = [":projectId", ":eventId"] as const;

export function eventMessageRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("eventId", loadEvent(deps));
  const door = [allow("registration:edit"), insideOnly];
  router.get(paths.eventMessages(...AT), ...door, (req, res) => showList(deps, req, res));
  const picker = pickerForm(deps);
  router.get(paths.newEventMessage(...AT), ...door, picker.show);
  router.post(paths.eventMessages(...AT), ...door, picker.submit);
  return router;
}

async function showList(
  deps: Pick<Deps, "db" | "clock">,
  req: Request,
  res: Response,
): Promise<void> {
  const { db } = deps;
  const event = eventOf(res);
  const page = pageNumber(req.query.page);
  const [messages, people] = await Promise.all([
    listEventMessages(db, event.id, pageOf(page)),
    countPeople(db, event.id),
  ]);
  if (messages.length > 0)
    await noteShown(deps, req, res, { action: "view", personCount: messages.length });
  const kinds = kindsFor(event, res.locals.today);
  const { add, ...model } = presentMessages({ event, messages, page, kinds }, res.locals);
  const { title } = res.locals.texts.eventMessages;
  const pageHeader = {
    ...presentEventHeader(res, "messages", { people }),
    actions: add === null ? {} : { primary: add },
  };
  const breadcrumbs = eventCrumbs(res, { label: title });
  res.locals.page("event-messages/index", { ...model, pageHeader }, { title, breadcrumbs });
}

function pickerForm(deps: Deps) {
  return form(deps, messageSchema, {
    show: (req, res, state) => showPicker(deps, req, res, state),
    save: async (req, res, entry) => {
      const { projectId, id: eventId } = eventOf(res);
      await sendMessages(deps, authorOf(req, res), { projectId, eventId }, entry);
      res.locals.say("messagesQueued");
      res.redirect(303, paths.eventMessages(projectId, eventId));
    },
  });
}

/** By the address; a form that came back with an error by what it was sent with. */
async function showPicker(
  deps: Pick<Deps, "db" | "clock">,
  req: Request,
  res: Response,
  state: FormState,
): Promise<void> {
  const { db } = deps;
  const event = eventOf(res);
  const kinds = kindsFor(event, res.locals.today);
  const picked = pickerQuery.parse(req.method === "POST" ? req.body : req.query);
  const kind = kinds.find((one) => one === picked.kind) ?? kinds[0];
  if (kind === undefined) throw new Conflict("messageNotNow");
  const audience = picked.audience ?? USUAL_AUDIENCE[kind];
  const [people, sessions, coordinator] = await Promise.all([
    listAddressees(db, event.id),
    listSessions(db, event.id),
    findCoordinator(db, event.id),
  ]);
  await noteShown(deps, req, res, { action: "view", personCount: people.length });
  const letter = writeEventMessage(kind, { event, sessions, coordinator });
  const model = presentPicker({ event, people, kinds, kind, audience, letter }, state, res.locals);
  const { title } = model.pageHeader;
  const list = {
    label: res.locals.texts.eventMessages.title,
    href: paths.eventMessages(event.projectId, event.id),
  };
  const breadcrumbs = eventCrumbs(res, list, { label: title });
  res.locals.page("event-messages/new", model, { title, breadcrumbs });
}
