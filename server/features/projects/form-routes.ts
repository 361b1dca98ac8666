import { type Request, type Response, Router } from "express";
import { findApprovedBudget } from "../../../db/queries/budgets-in-force.ts";
import { listCodeItems } from "../../../db/queries/code-lists.ts";
import { listOrganisationNames } from "../../../db/queries/organisations.ts";
import { listDepartments } from "../../../db/queries/project-records.ts";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { authorOf, type FormState, form } from "../../web/form.ts";
import { CODE_LISTS, findWholeProject, PROGRAMMES } from "./checked-entry.ts";
import { presentProjectForm } from "./form-presenter.ts";
import { blankProject, projectFormValues } from "./form-values.ts";
import { newProjectSchema, projectSchema } from "./schema.ts";
import { createProject, editProject } from "./service.ts";

export function projectFormRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  const founding = foundingForm(deps);
  router.get(paths.newProject(), allow("project:create"), founding.show);
  router.post(paths.projects(), allow("project:create"), founding.submit);
  const editing = editingForm(deps);
  router.get(paths.editProject(":projectId"), allow("project:edit"), editing.show);
  router.post(paths.project(":projectId"), allow("project:edit"), editing.submit);
  return router;
}

function foundingForm(deps: Deps) {
  return form(deps, newProjectSchema, {
    initial: () => blankProject,
    show: async (_req, res, state) => {
      const { texts } = res.locals;
      const { newTitle: title, create: submit } = texts.projectForm;
      const back = { href: paths.projects() };
      const page = { title, action: paths.projects(), submit, cancel: back };
      const model = presentProjectForm(state, await choicesFor(deps, res, state), res.locals, page);
      const crumbs = [{ label: texts.projects.title, href: back.href }, { label: title }];
      res.locals.page("projects/form", model, { title, breadcrumbs: crumbs });
    },
    save: async (req, res, entry) => {
      const projectId = await createProject(deps, authorOf(req, res), entry);
      res.locals.say("created");
      res.redirect(303, paths.project(projectId));
    },
  });
}

function editingForm(deps: Deps) {
  return form(deps, projectSchema, {
    initial: async (_req, res) =>
      projectFormValues(await findWholeProject(deps.db, projectOf(res).id), res.locals.formats),
    show: async (_req: Request, res: Response, state) => {
      const { id } = projectOf(res);
      const { editTitle: title, save: submit } = res.locals.texts.projectForm;
      const back = { href: paths.project(id) };
      const page = { title, action: paths.project(id), submit, cancel: back };
      const model = presentProjectForm(state, await choicesFor(deps, res, state), res.locals, page);
      const breadcrumbs = projectCrumbs(res, { label: title });
      res.locals.page("projects/form", model, { title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const { id } = projectOf(res);
      const { version } = entry;
      const formOf = (stored: Awaited<ReturnType<typeof findWholeProject>>) =>
        projectFormValues(stored, res.locals.formats);
      await editProject(deps, authorOf(req, res), { id, version, entry, formOf });
      res.locals.say("saved");
      res.redirect(303, paths.project(id));
    },
  });
}

async function choicesFor({ db }: Pick<Deps, "db">, res: Response, state: FormState) {
  const { project } = res.locals;
  const lists = [PROGRAMMES, ...Object.values(CODE_LISTS)];
  const kept = Object.keys(CODE_LISTS)
    .flatMap((field) => state.values[field] ?? [])
    .filter((id) => /^[1-9]\d{0,8}$/.test(id))
    .map(Number);
  const codeItems = await listCodeItems(db, { lists, on: res.locals.today, kept });
  const organisations = await listOrganisationNames(db);
  const departments = await listDepartments(db);
  const followsBudget = project ? Boolean(await findApprovedBudget(db, project.id)) : false;
  return { codeItems, organisations, departments, followsBudget };
}
