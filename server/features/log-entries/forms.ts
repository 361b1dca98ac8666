import type { Request, Response } from "express";
import { findProjectWithinReach, type ProjectInReach } from "../../../db/queries/projects.ts";
import { can, rightTo } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { InvalidInput, NotFound, SignInRequired } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { authorOf, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { editLogEntry, loadLogEntry } from "./edit/service.ts";
import {
  logEntryForm,
  presentEditForm,
  presentLogForm,
  presentLogFormAnywhere,
} from "./form-presenter.ts";
import { withPresent } from "./references/service.ts";
import { editedLogEntrySchema, logEntryAnywhereSchema, logEntrySchema } from "./schema.ts";
import { findLoggableProjects, isLoggable, loadLogChoices, writeLogEntry } from "./service.ts";

export function newForm(deps: Deps) {
  return form(deps, logEntrySchema, {
    initial: (req, res) => ({
      happenedOn: res.locals.today,
      activityIds: typeof req.query.activity === "string" ? [req.query.activity] : [],
    }),
    show: async (_req, res, state) => {
      const choices = await loadLogChoices(deps, projectOf(res).id);
      showForm(res, presentLogForm(res, choices, state));
    },
    save: async (req, res, entry) => {
      const { id } = projectOf(res);
      const allowed = can(res, "activity:progress") ? entry : { ...entry, percent: null };
      const entryId = await writeLogEntry(deps, authorOf(req, res), id, allowed);
      res.locals.say("logWritten");
      res.redirect(303, `${paths.progress(id)}#entry-${entryId}`);
    },
  });
}

/** The box outside a project: which project it is about comes with the form. */
export function newFormAnywhere(deps: Deps) {
  return form(deps, logEntryAnywhereSchema, {
    initial: (_req, res) => ({ happenedOn: res.locals.today }),
    show: async (_req, res, state) => {
      const projects = await findLoggableProjects(deps, reachOf(res), res.locals.roles);
      showForm(res, presentLogFormAnywhere(res, projects, state));
    },
    save: async (req, res, { projectId, ...entry }) => {
      if (!(await isLoggable(deps, reachOf(res), res.locals.roles, projectId)))
        throw new InvalidInput({ projectId: "unknownChoice" });
      res.locals.onBehalfOfId = await heldFor(deps, res, projectId);
      const plain = { ...entry, percent: null };
      await writeLogEntry(deps, authorOf(req, res), projectId, plain);
      res.locals.say("logWritten");
      res.redirect(303, paths.home());
    },
  });
}

/** Whose role lets a deputy write here; whoever stands in for nobody is not asked about. */
async function heldFor({ db }: Deps, res: Response, projectId: number): Promise<number | null> {
  const reach = reachOf(res);
  if (reach.userIds.length === 1) return null;
  const project = await findProjectWithinReach(db, reach, projectId);
  return rightTo("log-entry:write", res.locals.roles, project)?.onBehalfOfId ?? null;
}

export function editForm(deps: Deps) {
  return form(deps, editedLogEntrySchema, {
    initial: async (req, res) => logEntryForm(res, await loadLogEntry(deps.db, keyOf(req, res))),
    show: async (req, res, state) => {
      const entry = await loadLogEntry(deps.db, keyOf(req, res));
      const choices = withPresent(await loadLogChoices(deps, entry.projectId), entry);
      showForm(res, presentEditForm(res, entry, choices, state));
    },
    save: async (req, res, entry) => {
      const key = keyOf(req, res);
      await editLogEntry(deps, authorOf(req, res), key, {
        entry,
        formOf: (current) => logEntryForm(res, current),
        taskChangedBecause: res.locals.texts.logEntries.taskChangedBecause,
      });
      res.locals.say("saved");
      res.redirect(303, paths.logEntry(key.projectId, key.id));
    },
  });
}

export function projectOf(res: Response): ProjectInReach {
  const { project } = res.locals;
  if (!project) throw new NotFound("project");
  return project;
}

function keyOf(req: Request, res: Response) {
  return { projectId: projectOf(res).id, id: idParam(req.params.logEntryId) };
}

function reachOf({ locals }: Response) {
  if (!locals.reach) throw new SignInRequired();
  return locals.reach;
}

function showForm(res: Response, model: { pageHeader: { title: string } }): void {
  const { title } = model.pageHeader;
  const { project, texts } = res.locals;
  const log = project && { label: texts.logEntries.title, href: paths.progress(project.id) };
  const breadcrumbs = projectCrumbs(res, ...(log ? [log] : []), { label: title });
  res.locals.page("log-entries/form", model, { title, breadcrumbs });
}
