import type { Router } from "express";
import { z } from "zod";
import { listIndicators } from "../../../../db/queries/indicators.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { choice } from "../../../values/fields.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, parse } from "../../../web/form.ts";
import { indicatorOf } from "../load-indicator.ts";
import { presentOrder } from "./presenter.ts";
import { moveIndicator } from "./service.ts";

const moveSchema = z.object({ direction: choice(["up", "down"]) });

export function addOrderRoutes(router: Router, deps: Deps): void {
  router.get(paths.indicatorOrder(":projectId"), allow("indicator:edit"), async (_req, res) => {
    const project = projectOf(res);
    const { texts } = res.locals;
    const indicators = await listIndicators(deps.db, { projectId: project.id });
    const { title, order } = texts.indicators;
    const list = { label: title, href: paths.indicators(project.id) };
    const breadcrumbs = projectCrumbs(res, list, { label: order });
    const model = presentOrder(project.id, indicators, texts);
    res.locals.page("indicators/order", model, { title: order, breadcrumbs });
  });
  const position = paths.indicatorPosition(":projectId", ":indicatorId");
  router.post(position, allow("indicator:edit"), async (req, res) => {
    const { projectId, id } = indicatorOf(res);
    const { direction } = parse(moveSchema, req.body);
    await moveIndicator(deps, authorOf(req, res), { projectId, indicatorId: id }, direction);
    res.redirect(303, `${paths.indicatorOrder(projectId)}#indicator-${id}`);
  });
}
