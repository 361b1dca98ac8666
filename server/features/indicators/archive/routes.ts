import type { Router } from "express";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf } from "../../../web/form.ts";
import { indicatorOf } from "../load-indicator.ts";
import { archiveIndicator, restoreIndicator } from "./service.ts";

export function addArchiveRoutes(router: Router, deps: Deps): void {
  const ids = [":projectId", ":indicatorId"] as const;
  router.post(paths.indicatorArchive(...ids), allow("indicator:edit"), async (req, res) => {
    const { projectId, id } = indicatorOf(res);
    await archiveIndicator(deps, authorOf(req, res), { projectId, indicatorId: id });
    res.locals.say("archived");
    res.redirect(303, paths.indicators(projectId));
  });
  router.post(paths.indicatorRestoration(...ids), allow("indicator:edit"), async (req, res) => {
    const { projectId, id } = indicatorOf(res);
    await restoreIndicator(deps, authorOf(req, res), { projectId, indicatorId: id });
    res.locals.say("restored");
    res.redirect(303, paths.indicator(projectId, id));
  });
}
