import type { Request, Response, Router } from "express";
import { listIndicators } from "../../../../db/queries/indicators.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { isMonth, lastDayOf, type Month, monthOf } from "../../../values/month.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { listCountedValues } from "../computing/service.ts";
import { newMonthValues, presentMonthValues } from "./presenter.ts";
import { monthValuesSchema } from "./schema.ts";
import { recordMonthValues } from "./service.ts";

/** The grid into which a month's values of all indicators are entered at once. */
export function addMonthValueRoutes(router: Router, deps: Deps): void {
  const grid = form(deps, monthValuesSchema, {
    initial: (req, res) => newMonthValues(monthAsked(req.query.month, res), res.locals.today),
    show: (req, res, state) => showGrid(deps, req, res, state),
    save: async (req, res, entry) => {
      const project = projectOf(res);
      await recordMonthValues(deps, authorOf(req, res), project.id, entry);
      res.locals.say("saved");
      res.redirect(303, paths.indicators(project.id));
    },
  });
  router.get(paths.newMonthValues(":projectId"), allow("indicator:record"), grid.show);
  router.post(paths.monthValues(":projectId"), allow("indicator:record"), grid.submit);
}

async function showGrid(
  { db, clock }: Pick<Deps, "db" | "clock">,
  _req: Request,
  res: Response,
  state: FormState,
): Promise<void> {
  const project = projectOf(res);
  const { texts } = res.locals;
  const month = monthAsked(state.values.month, res);
  const moment = { on: lastDayOf(month), asOf: clock.now() };
  const [all, inForce] = await Promise.all([
    listIndicators(db, { projectId: project.id }),
    listCountedValues(db, { projectIds: [project.id] }, moment),
  ]);
  // What is counted from the records is not entered by hand month by month.
  const indicators = all.filter(({ computation }) => computation === null);
  const model = presentMonthValues(
    state,
    { projectId: project.id, month, indicators, inForce },
    res.locals,
  );
  const here = { label: texts.indicators.month.title };
  const list = { label: texts.indicators.title, href: paths.indicators(project.id) };
  const breadcrumbs = projectCrumbs(res, list, here);
  res.locals.page("indicators/month-values", model, { title: model.pageHeader.title, breadcrumbs });
}

/** A month to come, or none at all, is the current one. */
function monthAsked(text: unknown, res: Response): Month {
  const current = monthOf(res.locals.today);
  return typeof text === "string" && isMonth(text) && text <= current ? text : current;
}
