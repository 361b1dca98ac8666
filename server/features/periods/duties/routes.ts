import type { Router } from "express";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { backToPeriods, showPeriodPage } from "../pages.ts";
import { presentDuties } from "./presenter.ts";
import { dutiesSchema } from "./schema.ts";
import { loadDutyBoard, settleDuties } from "./service.ts";

export function addDutyRoutes(router: Router, deps: Deps): void {
  const duties = form(deps, dutiesSchema, {
    initial: async (_req, res) => {
      const board = await loadDutyBoard(deps.db, projectOf(res));
      const outdated = board.duties.filter(({ isOutdated }) => isOutdated);
      return { moveIds: outdated.map(({ stored }) => String(stored?.id)), duties: [] };
    },
    show: async (_req, res, state) => {
      const project = projectOf(res);
      const board = await loadDutyBoard(deps.db, project);
      const model = presentDuties(project.id, board, state, res.locals);
      showPeriodPage(res, "periods/duties", model);
    },
    save: async (req, res, entry) => {
      await settleDuties(deps, authorOf(req, res), projectOf(res).id, entry);
      backToPeriods(res);
    },
  });
  const door = allow("period:edit");
  router.get(paths.newPeriodDuties(":projectId"), door, duties.show);
  router.post(paths.periodDuties(":projectId"), door, duties.submit);
}
