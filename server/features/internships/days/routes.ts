import type { Request, Response, Router } from "express";
import { findDay } from "../../../../db/queries/internship-days.ts";
import { listHosts, listTrainees } from "../../../../db/queries/internship-people.ts";
import { allow, can } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { isCalendarDate } from "../../../values/calendar-date.ts";
import { authorOf, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { noteShown } from "../../../web/personal-data.ts";
import { internshipOf } from "../load-internship.ts";
import { backToInternship, showFormPage } from "../pages.ts";
import { isWorthNoticing } from "../rules.ts";
import { dayDeletionSchema, editedDaySchema, newDaySchema } from "../schema.ts";
import {
  type DayChoices,
  dayValues,
  presentDayDeletion,
  presentEditedDay,
  presentNewDay,
} from "./presenter.ts";
import { addDay, deleteDay, editDay } from "./service.ts";

export function addDayRoutes(router: Router, deps: Deps): void {
  const ids = [":projectId", ":internshipId"] as const;
  const one = [...ids, ":dayId"] as const;
  const door = allow("internship:edit");
  const created = newDayForm(deps);
  router.get(paths.newInternshipDay(...ids), door, created.show);
  router.post(paths.internshipDays(...ids), door, created.submit);
  const edited = editedDayForm(deps);
  router.get(paths.editInternshipDay(...one), door, edited.show);
  router.post(paths.internshipDay(...one), door, edited.submit);
  const deleted = deletionForm(deps);
  router.get(paths.newInternshipDayDeletion(...one), door, deleted.show);
  router.post(paths.internshipDayDeletion(...one), door, deleted.submit);
}

function newDayForm(deps: Deps) {
  return form(deps, newDaySchema, {
    initial: (req) => ({
      workedOn: isCalendarDate(String(req.query.on)) ? String(req.query.on) : "",
      traineeId: typeof req.query.trainee === "string" ? req.query.trainee : "",
    }),
    show: async (req, res, state) => {
      const choices = await loadChoices(deps, req, res);
      showFormPage(res, presentNewDay(internshipOf(res), choices, state, res.locals));
    },
    save: async (req, res, entry) => {
      const internship = internshipOf(res);
      await addDay(deps, authorOf(req, res), internship, entry);
      backToDays(res, entry);
    },
  });
}

function editedDayForm(deps: Deps) {
  return form(deps, editedDaySchema, {
    initial: async (req, res) => dayValues(await dayOf(deps, req, res)),
    show: async (req, res, state) => {
      const day = await dayOf(deps, req, res);
      const choices = await loadChoices(deps, req, res);
      const model = presentEditedDay(internshipOf(res), day, choices, {
        state,
        wording: res.locals,
      });
      showFormPage(res, model);
    },
    save: async (req, res, entry) => {
      const dayId = idParam(req.params.dayId);
      const edit = { dayId, entry, formOf: dayValues };
      await editDay(deps, authorOf(req, res), internshipOf(res), edit);
      backToDays(res, entry);
    },
  });
}

function deletionForm(deps: Deps) {
  return form(deps, dayDeletionSchema, {
    initial: async (req, res) => ({ version: String((await dayOf(deps, req, res)).version) }),
    show: async (req, res, state) => {
      const day = await dayOf(deps, req, res);
      showFormPage(res, presentDayDeletion(internshipOf(res), day, state, res.locals));
    },
    save: async (req, res, { version, reason }) => {
      const internship = internshipOf(res);
      const dayId = idParam(req.params.dayId);
      await deleteDay(deps, authorOf(req, res), internship, { dayId, version, reason });
      backToInternship(res, internship, ["removed"]);
    },
  });
}

async function dayOf({ db }: Pick<Deps, "db">, req: Request, res: Response) {
  const key = { internshipId: internshipOf(res).id, id: idParam(req.params.dayId) };
  const day = await findDay(db, key);
  if (!day) throw new NotFound("day");
  return day;
}

async function loadChoices(deps: Deps, req: Request, res: Response): Promise<DayChoices> {
  const { id } = internshipOf(res);
  const [trainees, hosts] = await Promise.all([listTrainees(deps.db, id), listHosts(deps.db, id)]);
  const readsNames = can(res, "personal-data:read");
  if (readsNames && trainees.length > 0)
    await noteShown(deps, req, res, { action: "view", personCount: trainees.length });
  return { trainees, hosts, readsNames };
}

/** Back to the calendar of the same person; a public holiday is worth a second look. */
function backToDays(res: Response, day: { traineeId: number; workedOn: string }): void {
  const internship = internshipOf(res);
  if (isWorthNoticing(day.workedOn)) res.locals.say("savedOnHoliday", "warning");
  else res.locals.say("saved");
  const page = paths.internship(internship.projectId, internship.id);
  res.redirect(303, `${page}?trainee=${day.traineeId}#calendar`);
}
