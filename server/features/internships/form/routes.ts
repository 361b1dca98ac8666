import type { Request, Router } from "express";
import { listActivityNames } from "../../../../db/queries/activities.ts";
import type { Internship } from "../../../../db/queries/internships.ts";
import { listPossibleOwners } from "../../../../db/queries/owners.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { internshipOf } from "../load-internship.ts";
import { backToInternship, showFormPage } from "../pages.ts";
import { editedInternshipSchema, newInternshipSchema } from "../schema.ts";
import { createInternship, editInternship } from "../service.ts";
import { type InternshipChoices, internshipValues, presentInternshipForm } from "./presenter.ts";

export function addFormRoutes(router: Router, deps: Deps): void {
  const created = form(deps, newInternshipSchema, {
    initial: (req) => chosenByAddress(req),
    show: async (_req, res, state) => {
      const choices = await loadChoices(deps, projectOf(res).id);
      showFormPage(res, presentInternshipForm(choices, state, res.locals.texts));
    },
    save: async (req, res, entry) => {
      const projectId = projectOf(res).id;
      const id = await createInternship(deps, authorOf(req, res), projectId, entry);
      backToInternship(res, { projectId, id });
    },
  });
  const edited = form(deps, editedInternshipSchema, {
    initial: (_req, res) => internshipValues(internshipOf(res), res.locals.formats),
    show: async (_req, res, state) => {
      const choices = await loadChoices(deps, projectOf(res).id);
      showFormPage(res, presentInternshipForm(choices, state, res.locals.texts, internshipOf(res)));
    },
    save: async (req, res, entry) => {
      const internship = internshipOf(res);
      const formOf = (stored: Internship) => internshipValues(stored, res.locals.formats);
      await editInternship(deps, authorOf(req, res), internship, { entry, formOf });
      backToInternship(res, internship);
    },
  });
  const door = allow("internship:edit");
  router.get(paths.newInternship(":projectId"), door, created.show);
  router.post(paths.internships(":projectId"), door, created.submit);
  router.get(paths.editInternship(":projectId", ":internshipId"), door, edited.show);
  router.post(paths.internship(":projectId", ":internshipId"), door, edited.submit);
}

async function loadChoices(
  { db }: Pick<Deps, "db">,
  projectId: number,
): Promise<InternshipChoices> {
  const [activities, owners] = await Promise.all([
    listActivityNames(db, projectId),
    listPossibleOwners(db, projectId),
  ]);
  return { projectId, activities, owners };
}

/** `?activity=7`: where the form was opened from. */
function chosenByAddress({ query }: Request) {
  const { activity } = query;
  return { activityId: typeof activity === "string" ? activity : "", countsAsSupport: "true" };
}
