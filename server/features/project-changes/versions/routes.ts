import type { Router } from "express";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { presentVersions } from "./presenter.ts";
import { loadVersions } from "./service.ts";

export function addVersionRoutes(router: Router, { db, clock }: Deps): void {
  router.get(paths.budgetVersions(":projectId"), allow("budget:view"), async (req, res) => {
    const { id } = projectOf(res);
    const { from, to, lines } = req.query;
    const page = await loadVersions(db, id, {
      ...{ on: res.locals.today, asOf: clock.now() },
      ...{ from: chosenId(from), to: chosenId(to) },
    });
    const model = presentVersions(page, lines === "all", res.locals);
    const { title } = model.pageHeader;
    const budget = { label: res.locals.texts.budgetVersions.toBudget, href: paths.budget(id) };
    const breadcrumbs = projectCrumbs(res, budget, { label: title });
    res.locals.page("project-changes/versions", model, { title, breadcrumbs });
  });
}

/** An id of an address; what makes no sense there is left out rather than refused. */
function chosenId(typed: unknown): number | null {
  return typeof typed === "string" && /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null;
}
