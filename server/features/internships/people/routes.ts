import type { Request, Response, Router } from "express";
import {
  type Host,
  listHosts,
  listPossibleTrainees,
} from "../../../../db/queries/internship-people.ts";
import { listOrganisationNames } from "../../../../db/queries/organisations.ts";
import { allow, can } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { noteShown } from "../../../web/personal-data.ts";
import { internshipOf } from "../load-internship.ts";
import { backToInternship, internshipCrumbs, showFormPage } from "../pages.ts";
import { hostSchema, mentorSchema, traineeSchema } from "../schema.ts";
import {
  mentorValues,
  presentHostForm,
  presentMentorForm,
  presentTraineeForm,
} from "./presenter.ts";
import { addHost, addTrainee, editMentor, removeHost, removeTrainee } from "./service.ts";

export function addPeopleRoutes(router: Router, deps: Deps): void {
  const ids = [":projectId", ":internshipId"] as const;
  const door = allow("internship:edit");
  const trainee = traineeForm(deps);
  router.get(paths.newTrainee(...ids), door, trainee.show);
  router.post(paths.trainees(...ids), door, trainee.submit);
  router.post(paths.traineeRemoval(...ids, ":traineeId"), door, async (req, res) => {
    const internship = internshipOf(res);
    await removeTrainee(deps, authorOf(req, res), internship, idParam(req.params.traineeId));
    backToInternship(res, internship, ["removed"]);
  });
  const host = hostForm(deps);
  router.get(paths.newHost(...ids), door, host.show);
  router.post(paths.hosts(...ids), door, host.submit);
  const mentor = mentorForm(deps);
  router.get(paths.editHost(...ids, ":hostId"), door, mentor.show);
  router.post(paths.host(...ids, ":hostId"), door, mentor.submit);
  router.post(paths.hostRemoval(...ids, ":hostId"), door, async (req, res) => {
    const internship = internshipOf(res);
    await removeHost(deps, authorOf(req, res), internship, idParam(req.params.hostId));
    backToInternship(res, internship, ["removed"]);
  });
}

function traineeForm(deps: Deps) {
  return form(deps, traineeSchema, {
    show: async (req, res, state) => {
      const internship = internshipOf(res);
      const of = { projectId: internship.projectId, internshipId: internship.id };
      const possible = await listPossibleTrainees(deps.db, of);
      const readsNames = can(res, "personal-data:read");
      if (readsNames && possible.length > 0)
        await noteShown(deps, req, res, { action: "view", personCount: possible.length });
      const model = presentTraineeForm(
        internship,
        { possible, readsNames },
        state,
        res.locals.texts,
      );
      showFormPage(res, model);
    },
    save: async (req, res, entry) => {
      const internship = internshipOf(res);
      await addTrainee(deps, authorOf(req, res), internship, entry);
      backToInternship(res, internship);
    },
  });
}

function hostForm(deps: Deps) {
  return form(deps, hostSchema, {
    show: async (_req, res, state) => {
      const names = await listOrganisationNames(deps.db);
      showHostForm(res, presentHostForm(internshipOf(res), state, res.locals.texts), names);
    },
    save: async (req, res, entry) => {
      const internship = internshipOf(res);
      await addHost(deps, authorOf(req, res), internship, entry);
      backToInternship(res, internship);
    },
  });
}

function showHostForm(
  res: Response,
  model: ReturnType<typeof presentHostForm>,
  organisations: string[],
): void {
  const { title } = model.pageHeader;
  const breadcrumbs = projectCrumbs(res, ...internshipCrumbs(res), { label: title });
  res.locals.page("internships/host-form", { ...model, organisations }, { title, breadcrumbs });
}

function mentorForm(deps: Deps) {
  return form(deps, mentorSchema, {
    initial: async (req, res) => mentorValues(await hostOf(deps, req, res)),
    show: async (req, res, state) => {
      const host = await hostOf(deps, req, res);
      showFormPage(res, presentMentorForm(internshipOf(res), host, state, res.locals.texts));
    },
    save: async (req, res, entry) => {
      const internship = internshipOf(res);
      const hostId = idParam(req.params.hostId);
      await editMentor(deps, authorOf(req, res), internship, { hostId, entry });
      backToInternship(res, internship);
    },
  });
}

/** The host of the address, inside the internship of the address. */
export async function hostOf({ db }: Pick<Deps, "db">, req: Request, res: Response): Promise<Host> {
  const id = idParam(req.params.hostId);
  const host = (await listHosts(db, internshipOf(res).id)).find((one) => one.id === id);
  if (!host) throw new NotFound("host");
  return host;
}
