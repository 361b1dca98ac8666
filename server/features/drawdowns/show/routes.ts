import type { Router } from "express";
import { allow, can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { momentAsked } from "../../../values/moment.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { presentDrawdown } from "./presenter.ts";
import { loadDrawdown } from "./service.ts";

export function addDrawdownPage(router: Router, { db, clock }: Deps): void {
  router.get(paths.drawdown(":projectId"), allow("funding:view"), async (req, res) => {
    const project = projectOf(res);
    const asked = momentAsked(req.query, clock.now());
    const facts = await loadDrawdown(db, project, asked);
    const viewer = { id: res.locals.viewer?.id ?? null, readsPay: can(res, "staff-data:read") };
    const model = presentDrawdown({ project, facts, asked, viewer }, res.locals);
    const { title } = res.locals.texts.drawdowns;
    const breadcrumbs = projectCrumbs(res, { label: title });
    res.locals.page("drawdowns/show", model, { title, breadcrumbs });
  });
}
