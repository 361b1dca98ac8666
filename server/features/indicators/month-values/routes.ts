import type { Request, Response, Router } from "express";
import { listActivityNames } from "../../../../db/queries/activities.ts";
import { listIndicators } from "../../../../db/queries/indicators.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { InvalidInput } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { isMonth, lastDayOf, type Month, monthOf } from "../../../values/month.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { withQuery } from "../../../web/query-string.ts";
import { activityOptions } from "../activity-options.ts";
import { listCountedValues } from "../computing/service.ts";
import { newMonthValues, presentMonthValues } from "./presenter.ts";
import { activityAsked, withPartsOf } from "./rules.ts";
import { monthValuesSchema } from "./schema.ts";
import { checkMonthValues, recordMonthValues } from "./service.ts";

/** The grid into which a month's values of all indicators are entered at once. */
export function addMonthValueRoutes(router: Router, deps: Deps): void {
  const grid = form(deps, monthValuesSchema, {
    initial: (req, res) => {
      const activity = typeof req.query.activity === "string" ? req.query.activity : "";
      return newMonthValues(monthAsked(req.query.month, res), activity, res.locals.today);
    },
    show: (req, res, state) => showGrid(deps, req, res, state),
    save: async (req, res, entry) => {
      const project = projectOf(res);
      if (req.body.check === "true") {
        const errors = await checkMonthValues(deps, project.id, entry);
        // Nothing is saved: the grid comes back as it was typed, with what is wrong or odd.
        throw new InvalidInput(errors);
      }
      await recordMonthValues(deps, authorOf(req, res), project.id, entry);
      res.locals.say("saved");
      const activity = typeof req.body.activity === "string" ? req.body.activity : "";
      const shown = { month: entry.month, activity };
      res.redirect(303, withQuery(paths.newMonthValues(project.id), shown));
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
  const [all, inForce, activities] = await Promise.all([
    listIndicators(db, { projectId: project.id }),
    listCountedValues(db, { projectIds: [project.id] }, moment),
    listActivityNames(db, project.id),
  ]);
  const activityId = activityAsked(state.values.activity, activities);
  const own = withPartsOf(activityId, activities);
  const isChecked = state.values.check === "true";
  if (isChecked && Object.keys(state.errors).length === 0) res.status(200);
  const model = presentMonthValues(
    state,
    {
      projectId: project.id,
      month,
      activityId,
      activities: activityOptions(activities),
      indicators: all.filter((one) => own === null || own.includes(one.activityId ?? 0)),
      inForce,
      isChecked,
    },
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
