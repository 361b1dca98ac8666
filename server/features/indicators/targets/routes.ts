import type { Response, Router } from "express";
import {
  listPeriodTargets,
  type PeriodWithTarget,
} from "../../../../db/queries/indicator-targets.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { indicatorCrumbs, indicatorOf } from "../load-indicator.ts";
import { presentTargetsForm, storedTargets } from "./presenter.ts";
import { targetsSchema } from "./schema.ts";
import { setPeriodTargets } from "./service.ts";

declare global {
  namespace Express {
    interface Locals {
      periodTargets?: PeriodWithTarget[];
    }
  }
}

export function addTargetRoutes(router: Router, deps: Deps): void {
  const targets = targetsForm(deps);
  const ids = [":projectId", ":indicatorId"] as const;
  const may = allow("indicator:edit");
  // The form has a field for each period, so the periods come before the form is read.
  const periods = async (_req: unknown, res: Response, next: () => void) => {
    res.locals.periodTargets = await listPeriodTargets(deps.db, indicatorOf(res));
    next();
  };
  router.get(paths.editIndicatorTargets(...ids), may, periods, targets.show);
  router.post(paths.indicatorTargets(...ids), may, periods, targets.submit);
}

function targetsForm(deps: Deps) {
  return form(deps, (res: Response) => targetsSchema(indicatorOf(res), periodsOf(res)), {
    initial: (_req, res) => storedTargets(indicatorOf(res), periodsOf(res), res.locals.formats),
    show: (_req, res, state) => {
      const indicator = indicatorOf(res);
      if (indicator.archivedAt !== null) throw new Conflict("archived");
      const model = presentTargetsForm(state, { indicator, periods: periodsOf(res) }, res.locals);
      const { title } = model.pageHeader;
      const breadcrumbs = indicatorCrumbs(res, title);
      res.locals.page("partials/form-page", model, { title, breadcrumbs });
    },
    save: async (req, res, { version, targets }) => {
      const { projectId, id } = indicatorOf(res);
      await setPeriodTargets(deps, authorOf(req, res), {
        projectId,
        indicatorId: id,
        targets,
        version,
        formOf: ({ indicator, periods }) => storedTargets(indicator, periods, res.locals.formats),
      });
      res.locals.say("saved");
      res.redirect(303, paths.indicator(projectId, id));
    },
  });
}

function periodsOf(res: Response): PeriodWithTarget[] {
  return res.locals.periodTargets ?? [];
}
