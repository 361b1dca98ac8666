import { type Response, Router } from "express";
import { listBodies } from "../../../db/queries/bodies.ts";
import { countPeople } from "../../../db/queries/event-people.ts";
import { listPossibleOwners } from "../../../db/queries/owners.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { authorOf, form } from "../../web/form.ts";
import { eventCrumbs, presentEventHeader } from "../events/header.ts";
import { insideOnly } from "../events/inside-only.ts";
import { eventOf, loadEvent } from "../events/load-event.ts";
import { minutesValues, presentMinutesForm } from "./form-presenter.ts";
import { carriedTitle, presentMinutes } from "./presenter.ts";
import { minutesSchema } from "./schema.ts";
import { carryTasks, loadCarriedTasks, loadMeeting, saveMinutes } from "./service.ts";

/** Minutes of a meeting or a round table; of a confidential one for its coordinator only. */
export function meetingRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("eventId", loadEvent(deps));
  const ids = [":projectId", ":eventId"] as const;
  router.get(paths.minutes(...ids), allow("event:view"), insideOnly, (_req, res) =>
    showMinutes(deps, res),
  );
  const editing = minutesForm(deps);
  router.get(paths.editMinutes(...ids), allow("event:edit"), insideOnly, editing.show);
  router.post(paths.minutes(...ids), allow("event:edit"), insideOnly, editing.submit);
  router.post(paths.carriedTasks(...ids), allow("event:edit"), insideOnly, async (req, res) => {
    await carryTasks(deps, authorOf(req, res), keyOf(res), carriedTitle(res.locals));
    backToMinutes(res);
  });
  return router;
}

async function showMinutes({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const event = eventOf(res);
  const meeting = await loadMeeting(db, event);
  const [carried, people] = await Promise.all([
    loadCarriedTasks(db, meeting),
    countPeople(db, event.id),
  ]);
  const { texts } = res.locals;
  const canEdit = can(res, "event:edit");
  const fresh = withoutKnown(carried, meeting, carriedTitle(res.locals));
  const model = presentMinutes(meeting, fresh, res.locals, canEdit);
  const { edit, title } = texts.meetings;
  const primary = canEdit
    ? { href: paths.editMinutes(event.projectId, event.id), label: edit, icon: "pencil" }
    : null;
  const pageHeader = {
    ...presentEventHeader(res, "minutes", { people }),
    actions: { primary },
  };
  const breadcrumbs = eventCrumbs(res, { label: title });
  res.locals.page("meetings/show", { ...model, pageHeader }, { title, breadcrumbs });
}

function withoutKnown<Task>(
  carried: Task[],
  { items }: { items: { title: string }[] },
  titleOf: (task: Task) => string,
): Task[] {
  const known = new Set(items.map(({ title }) => title));
  return carried.filter((task) => !known.has(titleOf(task).slice(0, 300)));
}

function minutesForm(deps: Deps) {
  return form(deps, minutesSchema, {
    initial: async (_req, res) => minutesValues(await loadMeeting(deps.db, eventOf(res))),
    show: async (_req, res, state) => {
      const { id: projectId } = projectOf(res);
      const meeting = await loadMeeting(deps.db, eventOf(res));
      const [bodies, owners] = await Promise.all([
        listBodies(deps.db, { projectId, today: res.locals.today }),
        listPossibleOwners(deps.db, projectId),
      ]);
      const model = presentMinutesForm(meeting, { bodies, owners }, state, res.locals.texts);
      const { title } = model.pageHeader;
      const breadcrumbs = eventCrumbs(res, { label: title });
      res.locals.page("partials/form-page", model, { title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const edit = { entry, formOf: minutesValues };
      await saveMinutes(deps, authorOf(req, res), keyOf(res), edit);
      backToMinutes(res);
    },
  });
}

function keyOf(res: Response) {
  const { projectId, id: eventId } = eventOf(res);
  return { projectId, eventId };
}

function backToMinutes(res: Response): void {
  const { projectId, id } = eventOf(res);
  res.locals.say("saved");
  res.redirect(303, paths.minutes(projectId, id));
}
