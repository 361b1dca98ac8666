import { type Response, Router } from "express";
import { findPayrollItem, type PayrollItem } from "../../../db/queries/payroll-items.ts";
import { listAssignments } from "../../../db/queries/staff-assignments.ts";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf, viewerOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { Conflict } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { authorOf, form } from "../../web/form.ts";
import { expenditureOf, loadExpenditure } from "../expenditures/load-expenditure.ts";
import { showFormPage } from "../expenditures/pages.ts";
import { noteStaffDataShown } from "../positions/accesses/service.ts";
import { payWritersOnly } from "./door.ts";
import { addPayMonthRoutes } from "./month/routes.ts";
import { payrollValues, presentPayrollForm, proposedValues } from "./presenter.ts";
import { payrollSchema } from "./schema.ts";
import { levyRateOf, savePayrollItem } from "./service.ts";

export function payrollRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("expenditureId", loadExpenditure(deps));
  const at = [":projectId", ":expenditureId"] as const;
  const door = allow("expenditure:edit");
  const item = payrollForm(deps);
  router.get(paths.payroll(...at), door, payWritersOnly, item.show);
  router.post(paths.payroll(...at), door, payWritersOnly, item.submit);
  addPayMonthRoutes(router, deps);
  return router;
}

function payrollForm(deps: Deps) {
  return form(deps, payrollSchema, {
    initial: async (_req, res) => {
      const expenditure = expenditureOf(res);
      if (expenditure.kind !== "payroll" || expenditure.archivedAt !== null)
        throw new Conflict("notPayroll");
      const item = await findPayrollItem(deps.db, expenditure.id);
      return item
        ? payrollValues(item, res.locals)
        : proposedValues(await pageOf(deps, res), res.locals);
    },
    show: async (req, res, state) => {
      const page = `${req.method} ${String(req.route?.path ?? "")}`;
      const projectId = projectOf(res).id;
      await noteStaffDataShown(deps, { projectId, userId: viewerOf(res).id, page });
      showFormPage(res, presentPayrollForm(await pageOf(deps, res), state, res.locals));
    },
    save: async (req, res, entry) => {
      const { projectId, id: expenditureId } = expenditureOf(res);
      const formOf = (stored: PayrollItem) => payrollValues(stored, res.locals);
      const key = { projectId, expenditureId };
      await savePayrollItem(deps, authorOf(req, res), key, { entry, formOf });
      res.locals.say("saved");
      res.redirect(303, paths.expenditure(projectId, expenditureId));
    },
  });
}

async function pageOf({ db }: Pick<Deps, "db">, res: Response) {
  const project = projectOf(res);
  const [all, levyRate] = await Promise.all([
    listAssignments(db, project.id),
    levyRateOf(db, project),
  ]);
  const assignments = all.filter(({ funding }) => funding === "direct");
  return { expenditure: expenditureOf(res), assignments, project, levyRate };
}
