import { type Response, Router } from "express";
import { listDeputiesOf } from "../../../db/queries/deputies.ts";
import { listProjectsOfPerson } from "../../../db/queries/notification-preferences.ts";
import { listOwnProjectIds } from "../../../db/queries/reach.ts";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf, viewerOf, viewersReach } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { authorOf, form } from "../../web/form.ts";
import { presentSettings, type SettingsFacts } from "./presenter.ts";
import { presentProjectWays } from "./project-presenter.ts";
import { preferenceValues, projectValues, standInDuring } from "./rules.ts";
import { preferencesSchema, projectWaysSchema } from "./schema.ts";
import { nextDigestOf, preferencesOf, savePreferences, saveProjectWays } from "./service.ts";

/** What one is told of, how and when: everywhere, and in a project otherwise. */
export function notificationPreferenceRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  const edits = allow("profile:edit");
  const settings = settingsForm(deps);
  router.get(paths.notifications(), edits, settings.show);
  router.post(paths.notifications(), edits, settings.submit);
  const project = projectForm(deps);
  router.get(paths.editProjectNotifications(":projectId"), edits, project.show);
  router.post(paths.projectNotifications(":projectId"), edits, project.submit);
  return router;
}

function settingsForm(deps: Deps) {
  return form(deps, preferencesSchema, {
    initial: async (_req, res) =>
      preferenceValues(await preferencesOf(deps.db, viewerOf(res).id), deps.clock.today()),
    show: async (_req, res, state) => {
      const model = presentSettings(state, await factsOf(deps, res), res.locals);
      res.locals.page("notification-preferences/settings", model, pageOf(res));
    },
    save: async (req, res, entry) => {
      await savePreferences(deps, authorOf(req, res), viewerOf(res).id, entry);
      res.locals.say("saved");
      res.redirect(303, paths.notifications());
    },
  });
}

async function factsOf(deps: Deps, res: Response): Promise<SettingsFacts> {
  const { db, clock } = deps;
  const { id, roles } = viewerOf(res);
  const preferences = await preferencesOf(db, id);
  const deputies = await listDeputiesOf(db, id);
  return {
    preferences,
    projects: await listProjectsOfPerson(db, id),
    deputy: standInDuring(preferences, deputies, clock.today()),
    getsSummary: roles.includes("management"),
    next: await nextDigestOf(deps, {
      preferences,
      projectIds: await listOwnProjectIds(db, viewersReach(res).userIds),
    }),
  };
}

function projectForm(deps: Deps) {
  return form(deps, projectWaysSchema, {
    initial: async (_req, res) =>
      projectValues(await preferencesOf(deps.db, viewerOf(res).id), projectOf(res).id),
    show: async (_req, res, state) => {
      const { texts } = res.locals;
      const preferences = await preferencesOf(deps.db, viewerOf(res).id);
      const project = projectOf(res);
      const model = presentProjectWays(state, { project, preferences }, texts);
      res.locals.page("notification-preferences/project", model, pageOf(res, project.shortName));
    },
    save: async (req, res, entry) => {
      const of = { userId: viewerOf(res).id, projectId: projectOf(res).id };
      await saveProjectWays(deps, authorOf(req, res), of, entry);
      res.locals.say("saved");
      res.redirect(303, paths.notifications());
    },
  });
}

function pageOf({ locals: { texts } }: Response, project?: string) {
  const { title } = texts.notificationPreferences;
  const profile = { label: texts.accounts.profile.title, href: paths.profile() };
  if (project === undefined) return { title, breadcrumbs: [profile, { label: title }] };
  const settings = { label: title, href: paths.notifications() };
  return { title: project, breadcrumbs: [profile, settings, { label: project }] };
}
