import type { Response, Router } from "express";
import {
  listPeriodsOfIndicators,
  listTargetsOfProject,
} from "../../../../db/queries/indicator-targets.ts";
import { listIndicatorValues } from "../../../../db/queries/indicator-values.ts";
import { listIndicators } from "../../../../db/queries/indicators.ts";
import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import { allow, can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { sendWorkbook } from "../../../web/workbook.ts";
import { listCountedValues } from "../computing/service.ts";
import { EVER } from "../rules.ts";
import { type IndicatorFilter, indicatorFilterSchema } from "./filter.ts";
import { presentIndicators } from "./presenter.ts";
import { overviewSheet, valuesSheet } from "./sheets.ts";

export function addListRoutes(router: Router, deps: Pick<Deps, "db">): void {
  router.get(paths.indicators(":projectId"), allow("indicator:view"), async (req, res) => {
    const project = projectOf(res);
    const filter = indicatorFilterSchema.parse(req.query);
    if (req.query.format === "xlsx") return sendSheets(deps, res, project);
    await showList(deps, res, project, filter);
  });
}

async function showList(
  { db }: Pick<Deps, "db">,
  res: Response,
  project: ProjectInReach,
  filter: IndicatorFilter,
): Promise<void> {
  const [indicators, values] = await Promise.all([
    listIndicators(db, { projectId: project.id, isArchived: filter.archived !== undefined }),
    listCountedValues(db, { projectIds: [project.id] }, EVER),
  ]);
  const may = { edit: can(res, "indicator:edit"), record: can(res, "indicator:record") };
  const model = presentIndicators({ project, indicators, values, filter, can: may }, res.locals);
  const { title } = res.locals.texts.indicators;
  const breadcrumbs = projectCrumbs(res, { label: title });
  res.locals.page("indicators/index", model, { title, breadcrumbs });
}

/** A wide sheet to print and a long one to reckon with: all indicators, whatever the list is narrowed to. */
async function sendSheets(
  { db }: Pick<Deps, "db">,
  res: Response,
  project: ProjectInReach,
): Promise<void> {
  const [indicators, values, counted, periods, targets] = await Promise.all([
    listIndicators(db, { projectId: project.id }),
    listIndicatorValues(db, { projectId: project.id }),
    listCountedValues(db, { projectIds: [project.id] }, EVER),
    listPeriodsOfIndicators(db, project.id),
    listTargetsOfProject(db, project.id),
  ]);
  const exported = { project, indicators, values, counted, periods, targets };
  await sendWorkbook(res, {
    fileName: `${res.locals.texts.indicators.sheet.fileName}-${project.id}`,
    sheets: [overviewSheet(exported, res.locals), valuesSheet(exported, res.locals)],
  });
}
