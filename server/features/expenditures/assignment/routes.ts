import type { Router } from "express";
import { listActivityNames } from "../../../../db/queries/activities.ts";
import { listExpendituresById } from "../../../../db/queries/expenditures.ts";
import { listPeriods } from "../../../../db/queries/periods.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { ids } from "../../../values/fields.ts";
import { authorOf, form } from "../../../web/form.ts";
import { budgetLineOptions } from "../../budgets/words.ts";
import { readerOf, showFormPage } from "../pages.ts";
import { presentAssignment } from "./presenter.ts";
import { assignmentSchema } from "./schema.ts";
import { assignExpenditures } from "./service.ts";

export function addAssignmentRoutes(router: Router, deps: Deps): void {
  const assignment = form(deps, assignmentSchema, {
    initial: (req) => ({ expenditureIds: chosenIn(req.query.expenditureIds).map(String) }),
    show: async (_req, res, state) => {
      const { id: projectId } = projectOf(res);
      const chosen = chosenIn(state.values.expenditureIds);
      const [expenditures, lines, activities, periods] = await Promise.all([
        listExpendituresById(deps.db, { projectId, ids: chosen }),
        budgetLineOptions(deps.db, projectId),
        listActivityNames(deps.db, projectId),
        listPeriods(deps.db, projectId),
      ]);
      const choices = { projectId, expenditures, lines, activities, periods };
      showFormPage(res, presentAssignment(choices, state, res.locals, readerOf(res)));
    },
    save: async (req, res, entry) => {
      const { id } = projectOf(res);
      const given = { entry, readsPay: readerOf(res).readsPay };
      const { isOverLine } = await assignExpenditures(deps, authorOf(req, res), id, given);
      if (isOverLine) res.locals.say("savedOverLine", "warning");
      else res.locals.say("saved");
      res.redirect(303, paths.expenditures(id));
    },
  });
  const door = allow("expenditure:edit");
  router.get(paths.newExpenditureAssignment(":projectId"), door, assignment.show);
  router.post(paths.expenditureAssignment(":projectId"), door, assignment.submit);
}

/** The expenditures ticked in the list; whatever is not an id chooses nothing. */
function chosenIn(typed: unknown): number[] {
  const chosen = ids().safeParse(typed);
  return chosen.success ? chosen.data : [];
}
