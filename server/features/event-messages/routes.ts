import { type Request, type Response, Router } from "express";
import { listEventMessages } from "../../../db/queries/event-message-log.ts";
import { findCoordinator, listAddressees } from "../../../db/queries/event-messages.ts";
import { countPeople } from "../../../db/queries/event-people.ts";
import { listSessions } from "../../../db/queries/event-sessions.ts";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import type { Deps } from "../../deps.ts";
import { Conflict } from "../../errors.ts";
import { writeEventMessage } from "../../mail/event-letter.ts";
import { paths } from "../../paths.ts";
import { authorOf, type FormState, form, parse } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { pageNumber, pageOf } from "../../web/pagination.ts";
import { noteShown } from "../../web/personal-data.ts";
import { eventCrumbs, presentEventHeader } from "../events/header.ts";
import { insideOnly } from "../events/inside-only.ts";
import { eventOf, loadEvent } from "../events/load-event.ts";
import { readWordings } from "../mail-texts/service.ts";
import { switchMailing } from "./mailing/service.ts";
import { loadOutlook } from "./outlook/service.ts";
import { presentPicker } from "./picker-presenter.ts";
import { presentMessages } from "./presenter.ts";
import { resendMessage } from "./resends/service.ts";
import { type Audience, kindsFor, type MessageKind, USUAL_AUDIENCE } from "./rules.ts";
import { mailingSchema, messageSchema, pickerQuery } from "./schema.ts";
import { sampleReader, sendMessages } from "./service.ts";

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
  router.post(paths.eventMailing(...AT), ...door, async (req, res) => {
    const { sendsMails } = parse(mailingSchema, req.body);
    await switchMailing(deps, authorOf(req, res), keyOf(res), sendsMails);
    back(res, "saved");
  });
  router.post(paths.eventMessageCopies(...AT, ":messageId"), ...door, async (req, res) => {
    const mailId = idParam(String(req.params.messageId));
    await resendMessage(deps, authorOf(req, res), { ...keyOf(res), mailId });
    back(res, "messagesQueued");
  });
  return router;
}

function keyOf(res: Response) {
  const { projectId, id: eventId } = eventOf(res);
  return { projectId, eventId };
}

function back(res: Response, flash: "saved" | "messagesQueued"): void {
  const { projectId, eventId } = keyOf(res);
  res.locals.say(flash);
  res.redirect(303, paths.eventMessages(projectId, eventId));
}

async function showList(
  deps: Pick<Deps, "db" | "clock">,
  req: Request,
  res: Response,
): Promise<void> {
  const { db } = deps;
  const event = eventOf(res);
  const page = pageNumber(req.query.page);
  const { today } = res.locals;
  const [messages, people, outlook] = await Promise.all([
    listEventMessages(db, event.id, pageOf(page)),
    countPeople(db, event.id),
    loadOutlook(db, event, today),
  ]);
  if (messages.length > 0)
    await noteShown(deps, req, res, { action: "view", personCount: messages.length });
  const kinds = kindsFor(event, today);
  const { add, ...model } = presentMessages({ event, messages, page, kinds, outlook }, res.locals);
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
      await sendMessages(deps, authorOf(req, res), keyOf(res), entry);
      back(res, "messagesQueued");
    },
  });
}

/** By the address; a form that came back with an error by what it was sent with. */
async function showPicker(
  deps: Deps,
  req: Request,
  res: Response,
  state: FormState,
): Promise<void> {
  const event = eventOf(res);
  const kinds = kindsFor(event, res.locals.today);
  const picked = pickerQuery.parse(req.method === "POST" ? req.body : req.query);
  const kind = kinds.find((one) => one === picked.kind) ?? kinds[0];
  if (kind === undefined) throw new Conflict("messageNotNow");
  const audience = picked.audience ?? USUAL_AUDIENCE[kind];
  const people = await listAddressees(deps.db, event.id);
  await noteShown(deps, req, res, { action: "view", personCount: people.length });
  const letter = await sampleLetter(deps, res, kind, audience);
  const model = presentPicker({ event, people, kinds, kind, audience, letter }, state, res.locals);
  const { title } = model.pageHeader;
  const list = {
    label: res.locals.texts.eventMessages.title,
    href: paths.eventMessages(event.projectId, event.id),
  };
  const breadcrumbs = eventCrumbs(res, list, { label: title });
  res.locals.page("event-messages/new", model, { title, breadcrumbs });
}

/** As one of those chosen would read it. */
async function sampleLetter(
  { db, clock, config }: Deps,
  res: Response,
  kind: MessageKind,
  audience: Audience,
) {
  const event = eventOf(res);
  const announced = {
    event,
    sessions: await listSessions(db, event.id),
    coordinator: await findCoordinator(db, event.id),
    ...{ changed: null, removed: null, now: clock.now(), today: res.locals.today },
  };
  const reader = sampleReader(event, audience, config);
  const wordings = await readWordings(db, `event-${kind}`);
  return writeEventMessage(kind, announced, { ...reader, wordings });
}
