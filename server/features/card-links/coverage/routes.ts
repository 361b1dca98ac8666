import { Router } from "express";
import { allow, can } from "../../../access/allow.ts";
import { viewersReach } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { pageNumber } from "../../../web/pagination.ts";
import { loadPlan, planCrumbs, planOf } from "../../plans/load-plan.ts";
import { presentCoverage } from "./page/presenter.ts";
import { loadCoveragePage } from "./page/service.ts";
import { coverageSchema } from "./schema.ts";

export function coverageRoutes(deps: Pick<Deps, "db">): Router {
  const router = Router();
  router.param("planId", loadPlan(deps));
  router.get(paths.planCoverage(":planId"), allow("plan:view"), async (req, res) => {
    const plan = planOf(res);
    const { texts, today } = res.locals;
    const view = coverageSchema.parse(req.query);
    const reach = viewersReach(res);
    const page = await loadCoveragePage(deps.db, {
      ...{ planId: plan.id, wanted: view.by, reach, today },
    });
    const asked = { view, pageNumber: pageNumber(req.query.page), canEdit: can(res, "plan:edit") };
    const model = presentCoverage(plan, page, asked, res.locals);
    const { title } = texts.cardCoverage;
    res.locals.page("card-links/coverage", model, {
      title: `${title} – ${plan.title}`,
      breadcrumbs: planCrumbs(res, { label: title }),
    });
  });
  return router;
}
