import type { Router } from "express";
import { listBudgetLines } from "../../../../db/queries/budget-lines.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { budgetCrumbs, draftOf } from "../draft.ts";
import { presentGrid } from "./presenter.ts";

/** The draft as a grid; its cells are saved through the lines' own address. */
export function addGridRoutes(router: Router, deps: Deps): void {
  router.get(paths.editBudget(":projectId"), allow("budget:edit"), async (_req, res) => {
    const draft = await draftOf(deps.db, res);
    const lines = await listBudgetLines(deps.db, draft.id);
    const model = presentGrid(projectOf(res).id, draft, lines, res.locals);
    const { title } = model.pageHeader;
    const breadcrumbs = budgetCrumbs(res, { label: title });
    res.locals.page("budgets/grid", model, { title, breadcrumbs });
  });
}
