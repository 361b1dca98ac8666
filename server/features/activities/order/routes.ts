import type { Router } from "express";
import { z } from "zod";
import { listActivityNames } from "../../../../db/queries/activities.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { choice } from "../../../values/fields.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, parse } from "../../../web/form.ts";
import { activityCrumbs } from "../crumbs.ts";
import { activityOf } from "../load-activity.ts";
import { presentOrder } from "./presenter.ts";
import { moveActivity } from "./service.ts";

const positionSchema = z.object({ direction: choice(["up", "down"]) });

export function addOrderRoutes(router: Router, deps: Deps): void {
  router.get(paths.activityOrder(":projectId"), allow("activity:edit"), async (_req, res) => {
    const { id } = projectOf(res);
    const model = presentOrder(await listActivityNames(deps.db, id), id, res.locals.texts);
    const { title } = model.pageHeader;
    const breadcrumbs = projectCrumbs(res, ...activityCrumbs(res), { label: title });
    res.locals.page("activities/order", model, { title, breadcrumbs });
  });
  const position = paths.activityPosition(":projectId", ":activityId");
  router.post(position, allow("activity:edit"), async (req, res) => {
    const { projectId, id } = activityOf(res);
    const { direction } = parse(positionSchema, req.body);
    await moveActivity(deps, authorOf(req, res), { projectId, id }, direction);
    res.redirect(303, `${paths.activityOrder(projectId)}#activity-${id}`);
  });
}
