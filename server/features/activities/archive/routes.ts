import { randomUUID } from "node:crypto";
import type { Router } from "express";
import { listActivityNames } from "../../../../db/queries/activities.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf } from "../../../web/form.ts";
import { activityCrumbs } from "../crumbs.ts";
import { activityOf } from "../load-activity.ts";
import { presentArchiving } from "./presenter.ts";
import { archiveActivity, restoreActivity } from "./service.ts";

export function addArchiveRoutes(router: Router, deps: Deps): void {
  const at = [":projectId", ":activityId"] as const;
  const door = allow("activity:edit");
  router.get(paths.newActivityArchive(...at), door, async (_req, res) => {
    const activity = activityOf(res);
    const names = await listActivityNames(deps.db, activity.projectId);
    const parts = names.filter(({ parentId }) => parentId === activity.id).length;
    const model = presentArchiving(activity, parts, randomUUID(), res.locals.texts);
    const { title } = model.pageHeader;
    const breadcrumbs = projectCrumbs(res, ...activityCrumbs(res), { label: title });
    res.locals.page("partials/form-page", model, { title, breadcrumbs });
  });
  router.post(paths.activityArchive(...at), door, async (req, res) => {
    const { projectId, id } = activityOf(res);
    await archiveActivity(deps, authorOf(req, res), { projectId, id });
    res.locals.say("archived");
    res.redirect(303, paths.activities(projectId));
  });
  router.post(paths.activityRestoration(...at), door, async (req, res) => {
    const { projectId, id } = activityOf(res);
    await restoreActivity(deps, authorOf(req, res), { projectId, id });
    res.locals.say("restored");
    res.redirect(303, paths.activity(projectId, id));
  });
}
