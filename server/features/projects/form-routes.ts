import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { type Request, type Response, Router } from "express";
import { findApprovedBudget } from "../../../db/queries/budgets-in-force.ts";
import { listCodeItems } from "../../../db/queries/code-lists.ts";
import { listOrganisationNames } from "../../../db/queries/organisations.ts";
import type { ProjectSpan } from "../../../db/queries/project-locks.ts";
import { listDepartments } from "../../../db/queries/project-records.ts";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { authorOf, type FormState, type FormValues, form } from "../../web/form.ts";
import { blankState, stateOfPreview } from "../../web/form-page.ts";
import { hasConsequences, previewReplan } from "../duties/replanning/service.ts";
import { replanTicks } from "../duties/replanning/words.ts";
import { CODE_LISTS, findWholeProject, PROGRAMMES } from "./checked-entry.ts";
import { presentProjectForm } from "./form-presenter.ts";
import { blankProject, projectFormValues } from "./form-values.ts";
import { presentProjectReplan } from "./replan-presenter.ts";
import { newProjectSchema, type ProjectEntry, projectSchema } from "./schema.ts";
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
    show: (_req: Request, res: Response, state) => showEditing(deps, res, state),
    save: async (req, res, entry) => {
      const { id } = projectOf(res);
      const { version, replan } = entry;
      if (entry.isBack) return showEditing(deps, res, blankState(randomUUID(), typedBefore(req)));
      if (!replan && (await showReplan(deps, req, res, entry))) return;
      const formOf = (stored: Awaited<ReturnType<typeof findWholeProject>>) =>
        projectFormValues(stored, res.locals.formats);
      await editProject(deps, authorOf(req, res), { id, version, entry, replan, formOf });
      res.locals.say("saved");
      res.redirect(303, paths.project(id));
    },
  });
}

async function showEditing(deps: Deps, res: Response, state: FormState): Promise<void> {
  const { id } = projectOf(res);
  const { editTitle: title, save: submit } = res.locals.texts.projectForm;
  const back = { href: paths.project(id) };
  const page = { title, action: paths.project(id), submit, cancel: back };
  const model = presentProjectForm(state, await choicesFor(deps, res, state), res.locals, page);
  const breadcrumbs = projectCrumbs(res, { label: title });
  res.locals.page("projects/form", model, { title, breadcrumbs });
}

/** Shows what would follow from other days; false where nothing does. */
async function showReplan(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
  { startsOn, endsOn, decidedOn, programme }: ProjectEntry,
): Promise<boolean> {
  const before = projectOf(res);
  const after = { id: before.id, startsOn, endsOn, decidedOn, programme };
  if (isDeepStrictEqual(after, spanOf(before))) return false;
  const { today } = res.locals;
  const replan = await previewReplan(db, { before, after, today });
  if (!hasConsequences(replan)) return false;
  const ticked = stateOfPreview(req, {});
  const state = { ...ticked, values: replanTicks(replan, today) };
  const shown = { state, typed: typedBefore(req) };
  const model = presentProjectReplan({ before, after }, replan, shown, res.locals);
  const { title } = model.pageHeader;
  res.locals.page("projects/replan", model, {
    title,
    breadcrumbs: projectCrumbs(res, { label: title }),
  });
  return true;
}

function spanOf({ id, startsOn, endsOn, decidedOn, programme }: ProjectSpan): ProjectSpan {
  return { id, startsOn, endsOn, decidedOn, programme };
}

/** What was typed into the project's own form, without what the page between it and its saving adds. */
function typedBefore(req: Request): FormValues {
  const values = Object.entries((req.body ?? {}) as FormValues);
  return Object.fromEntries(values.filter(([name]) => !/^_/.test(name) && !ADDED.has(name)));
}

const ADDED = new Set([
  "isReplanned",
  "isBack",
  "fitsPeriods",
  "duties",
  "moveIds",
  "cancelIds",
  "seenReplan",
]);

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
