import type { Request, Response, Router } from "express";
import { allow } from "../../../access/allow.ts";
import { projectOf, viewerOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { addToMonth, type Month, monthOf } from "../../../values/month.ts";
import { authorOf, form } from "../../../web/form.ts";
import { monthAsked } from "../../../web/month-asked.ts";
import { withQuery } from "../../../web/query-string.ts";
import { noteStaffDataShown } from "../../positions/accesses/service.ts";
import { staffCrumbs, staffTabs } from "../../positions/pages.ts";
import { payWritersOnly } from "../door.ts";
import { type PayMonthPage, presentPayMonth, proposedValues } from "./presenter.ts";
import { loadPayMonth, type ProposedPay } from "./proposals.ts";
import { payMonthSchema } from "./schema.ts";
import { recordPayMonth } from "./service.ts";

const MOST_OF_DESCRIPTION = 500;

/** Pay of a month of everybody who is paid directly. */
export function addPayMonthRoutes(router: Router, deps: Deps): void {
  const payMonth = form(deps, payMonthSchema, {
    initial: async (req, res) => proposedValues(await pageOf(deps, req, res), res.locals),
    show: async (req, res, state) => {
      const page = await pageOf(deps, req, res);
      const route = `${req.method} ${String(req.route?.path ?? "")}`;
      const shown = { projectId: page.project.id, userId: viewerOf(res).id, page: route };
      await noteStaffDataShown(deps, shown);
      const model = presentPayMonth(page, state, staffTabs(res, "payroll"), res.locals);
      const { title } = res.locals.texts.payrollMonth;
      const breadcrumbs = staffCrumbs(res, { label: title });
      res.locals.page("payroll/month", model, { title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const month = payMonthAsked(req, res);
      const { id: projectId } = projectOf(res);
      const key = { projectId, month, viewerId: viewerOf(res).id };
      const describe = (one: ProposedPay) => descriptionOf(one, month, res);
      const recorded = await recordPayMonth(deps, authorOf(req, res), key, { entry, describe });
      if (recorded.isOverLine) res.locals.say("savedOverLine", "warning");
      else res.locals.say("saved");
      res.redirect(303, withQuery(paths.payrollMonth(projectId), { month }));
    },
  });
  const door = allow("expenditure:edit");
  router.get(paths.payrollMonth(":projectId"), door, payWritersOnly, payMonth.show);
  router.post(paths.payrollMonth(":projectId"), door, payWritersOnly, payMonth.submit);
}

async function pageOf(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
): Promise<PayMonthPage> {
  const project = projectOf(res);
  return { ...(await loadPayMonth(db, project, payMonthAsked(req, res))), project };
}

/** Pay is reckoned when its month is over. */
function payMonthAsked(req: Request, res: Response): Month {
  return monthAsked(req, res, addToMonth(monthOf(res.locals.today), -1));
}

function descriptionOf({ assignment }: ProposedPay, month: Month, res: Response): string {
  const { personName, positionName } = assignment;
  const { payrollMonth } = res.locals.texts;
  return payrollMonth.description(personName, positionName, month).slice(0, MOST_OF_DESCRIPTION);
}
