import type { Response, Router } from "express";
import {
  findIndicatorValue,
  type IndicatorValueWithAuthor,
} from "../../../../db/queries/indicator-values.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { indicatorCrumbs, indicatorOf } from "../load-indicator.ts";
import { correctionSchema, valueSchema } from "../schema.ts";
import { correctedValues, presentCorrectionForm, presentValueForm } from "./presenter.ts";
import { correctIndicatorValue, recordIndicatorValue } from "./service.ts";

declare global {
  namespace Express {
    interface Locals {
      indicatorValue?: IndicatorValueWithAuthor;
    }
  }
}

export function addValueRoutes(router: Router, deps: Deps): void {
  router.param("valueId", async (_req, res, next, text) => {
    const key = { indicatorId: indicatorOf(res).id, id: idParam(text) };
    const value = await findIndicatorValue(deps.db, key);
    if (!value) throw new NotFound("value");
    res.locals.indicatorValue = value;
    next();
  });
  const entry = newValueForm(deps);
  const correction = correctionForm(deps);
  const ids = [":projectId", ":indicatorId"] as const;
  const may = allow("indicator:record");
  router.get(paths.newIndicatorValue(...ids), may, entry.show);
  router.post(paths.indicatorValues(...ids), may, entry.submit);
  router.get(paths.newValueCorrection(...ids, ":valueId"), may, correction.show);
  router.post(paths.valueCorrection(...ids, ":valueId"), may, correction.submit);
}

function newValueForm(deps: Deps) {
  return form(deps, (res: Response) => valueSchema(indicatorOf(res)), {
    initial: (_req, res) => ({ validOn: res.locals.today }),
    show: (_req, res, state) => {
      const indicator = indicatorOf(res);
      if (indicator.archivedAt !== null) throw new Conflict("archived");
      const model = presentValueForm(state, indicator, res.locals);
      const { title } = model.pageHeader;
      const breadcrumbs = indicatorCrumbs(res, title);
      res.locals.page("partials/form-page", model, { title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const { projectId, id } = indicatorOf(res);
      await recordIndicatorValue(deps, authorOf(req, res), { projectId, indicatorId: id, entry });
      res.locals.say("saved");
      res.redirect(303, paths.indicator(projectId, id));
    },
  });
}

function correctionForm(deps: Deps) {
  return form(deps, (res: Response) => correctionSchema(indicatorOf(res)), {
    initial: (_req, res) => correctedValues(correctedOf(res), indicatorOf(res), res.locals.formats),
    show: (_req, res, state) => {
      const model = presentCorrectionForm(state, indicatorOf(res), correctedOf(res), res.locals);
      const { title } = model.pageHeader;
      const breadcrumbs = indicatorCrumbs(res, title);
      res.locals.page("partials/form-page", model, { title, breadcrumbs });
    },
    save: async (req, res, { how, validOn, note, ...amount }) => {
      const { projectId, id } = indicatorOf(res);
      await correctIndicatorValue(deps, authorOf(req, res), {
        projectId,
        indicatorId: id,
        valueId: correctedOf(res).id,
        correction: { validOn, note, ...(how === "replace" && amount) },
      });
      res.locals.say("saved");
      res.redirect(303, paths.indicator(projectId, id));
    },
  });
}

function correctedOf(res: Response): IndicatorValueWithAuthor {
  const { indicatorValue } = res.locals;
  if (!indicatorValue) throw new NotFound("value");
  return indicatorValue;
}
