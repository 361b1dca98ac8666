import type { Request, Response, Router } from "express";
import { listActivityNames } from "../../../../db/queries/activities.ts";
import { listEventKinds } from "../../../../db/queries/event-kinds.ts";
import { listLecturers } from "../../../../db/queries/event-people.ts";
import { listPossibleOwners } from "../../../../db/queries/owners.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import type { presentFormPage } from "../../../web/form-page.ts";
import { eventCrumbs } from "../header.ts";
import { insideOnly } from "../inside-only.ts";
import { eventOf } from "../load-event.ts";
import { editedEventSchema, newEventSchema } from "../schema.ts";
import { createEvent, editEvent } from "../service.ts";
import type { EventChoices } from "./fields.ts";
import {
  eventValues,
  presentEditedEvent,
  presentKindChoice,
  presentNewEvent,
  proposedValues,
} from "./presenter.ts";

export function addFormRoutes(router: Router, deps: Deps): void {
  const created = newEventForm(deps);
  const edited = editedEventForm(deps);
  const door = allow("event:edit");
  const at = [":projectId", ":eventId"] as const;
  router.get(paths.newEvent(":projectId"), door, async (req, res, next) => {
    if (req.query.kind !== undefined) return created.show(req, res, next);
    await showKinds(deps, req, res);
  });
  router.post(paths.events(":projectId"), door, created.submit);
  router.get(paths.editEvent(...at), door, insideOnly, edited.show);
  router.post(paths.event(...at), door, insideOnly, edited.submit);
}

async function showKinds({ db }: Pick<Deps, "db">, req: Request, res: Response): Promise<void> {
  const kinds = await listEventKinds(db);
  const asked = { activityId: activityAsked(req) };
  const model = presentKindChoice(projectOf(res).id, kinds, asked, res.locals);
  const { title } = model.pageHeader;
  const breadcrumbs = eventCrumbs(res, { label: title });
  res.locals.page("events/new", model, { title, breadcrumbs });
}

function newEventForm(deps: Deps) {
  return form(deps, newEventSchema, {
    initial: async (req, res) => {
      const kinds = await listEventKinds(deps.db);
      const kind = kinds.find(({ code }) => code === req.query.kind) ?? kinds[0];
      const ownerUserId = projectOf(res).role === null ? null : (res.locals.viewer?.id ?? null);
      return kind ? proposedValues(kind, { activityId: activityAsked(req), ownerUserId }) : {};
    },
    show: async (_req, res, state) => {
      const choices = await loadChoices(deps, { projectId: projectOf(res).id, eventId: null });
      showForm(res, presentNewEvent(choices, state, res.locals));
    },
    save: async (req, res, entry) => {
      const projectId = projectOf(res).id;
      const id = await createEvent(deps, authorOf(req, res), projectId, entry);
      res.locals.say("created");
      res.redirect(303, paths.event(projectId, id));
    },
  });
}

function editedEventForm(deps: Deps) {
  const valuesNow = async (res: Response) => {
    const event = eventOf(res);
    return eventValues(event, await listLecturers(deps.db, event.id), res.locals);
  };
  return form(deps, editedEventSchema, {
    initial: (_req, res) => valuesNow(res),
    show: async (_req, res, state) => {
      const event = eventOf(res);
      const key = { projectId: event.projectId, eventId: event.id };
      const choices = await loadChoices(deps, key);
      showForm(res, presentEditedEvent(event, choices, state, res.locals));
    },
    save: async (req, res, entry) => {
      const event = eventOf(res);
      const { lecturerIds } = await valuesNow(res);
      await editEvent(deps, authorOf(req, res), event, {
        entry,
        formOf: (current) => ({
          ...eventValues(current, [], res.locals),
          lecturerIds: lecturerIds ?? [],
        }),
      });
      res.locals.say("saved");
      res.redirect(303, paths.event(event.projectId, event.id));
    },
  });
}

async function loadChoices(
  { db }: Pick<Deps, "db">,
  { projectId, eventId }: { projectId: number; eventId: number | null },
): Promise<EventChoices> {
  const [kinds, activities, owners, lecturers] = await Promise.all([
    listEventKinds(db),
    listActivityNames(db, projectId),
    listPossibleOwners(db, projectId),
    eventId === null ? [] : listLecturers(db, eventId),
  ]);
  return { projectId, kinds, activities, owners, lecturers };
}

function activityAsked({ query }: Request): string {
  return typeof query.activity === "string" && /^[1-9]\d{0,8}$/.test(query.activity)
    ? query.activity
    : "";
}

export function showForm(res: Response, model: ReturnType<typeof presentFormPage>): void {
  const { title } = model.pageHeader;
  const breadcrumbs = eventCrumbs(res, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}
