import type { RequestParamHandler, Response } from "express";
import { findIndicator, type IndicatorOnPage } from "../../../db/queries/indicators.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { type Crumb, projectCrumbs } from "../../web/breadcrumbs.ts";
import { idParam } from "../../web/id-param.ts";
import { indicatorTitle } from "./words.ts";

declare global {
  namespace Express {
    interface Locals {
      indicator?: IndicatorOnPage;
    }
  }
}

/** Finds the indicator inside the project of the address. */
export function loadIndicator({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const indicator = await findIndicator(db, { projectId, id: idParam(text) });
    if (!indicator) throw new NotFound("indicator");
    res.locals.indicator = indicator;
    next();
  };
}

/** The indicator of the address. */
export function indicatorOf(res: Response): IndicatorOnPage {
  const { indicator } = res.locals;
  if (!indicator) throw new NotFound("indicator");
  return indicator;
}

/** Projects, the project, its indicators, the indicator, and what is done with it. */
export function indicatorCrumbs(res: Response, here?: string): Crumb[] {
  const { projectId, id, ...indicator } = indicatorOf(res);
  const { title } = res.locals.texts.indicators;
  const list = { label: title, href: paths.indicators(projectId) };
  const name = indicatorTitle(indicator);
  if (here === undefined) return projectCrumbs(res, list, { label: name });
  return projectCrumbs(
    res,
    list,
    { label: name, href: paths.indicator(projectId, id) },
    { label: here },
  );
}
