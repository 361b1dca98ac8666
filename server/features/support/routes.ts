import { type Request, type Response, Router } from "express";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { pageNumber } from "../../web/pagination.ts";
import { noteShown } from "../../web/personal-data.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { addLedgerRoutes } from "./ledger/routes.ts";
import { presentHourNumbers, presentHours } from "./list/presenter.ts";
import { chosenPeople } from "./list/rules.ts";
import { hoursListSchema } from "./list/schema.ts";
import { hoursSheet } from "./list/sheet.ts";
import { loadProspects, type Prospects } from "./prospects.ts";

export function supportRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.get(paths.hours(":projectId"), allow("support:view"), (req, res) => list(deps, req, res));
  addLedgerRoutes(router, deps);
  return router;
}

/** Names for whoever may read personal data; for everybody else the same in numbers. */
async function list(deps: Deps, req: Request, res: Response): Promise<void> {
  const project = projectOf(res);
  const prospects = await loadProspects(deps.db, project, res.locals.today);
  const { title } = res.locals.texts.support;
  const options = { title, breadcrumbs: projectCrumbs(res, { label: title }) };
  if (!can(res, "personal-data:read")) {
    res.locals.page("support/numbers", presentHourNumbers(prospects, res.locals), options);
    return;
  }
  const view = hoursListSchema.parse(req.query);
  if (req.query.format === "xlsx") return exportList(deps, req, res, prospects);
  const page = pageNumber(req.query.page);
  const model = presentHours(project.id, prospects, { view, page }, res.locals);
  await noteShown(deps, req, res, { action: "view", personCount: model.rows.length });
  res.locals.page("support/index", model, options);
}

async function exportList(
  deps: Deps,
  req: Request,
  res: Response,
  { people }: Prospects,
): Promise<void> {
  const chosen = chosenPeople(people, hoursListSchema.parse(req.query));
  await noteShown(deps, req, res, { action: "export", personCount: chosen.length });
  await sendWorkbook(res, {
    fileName: res.locals.texts.support.sheet.file,
    sheets: [hoursSheet(chosen, res.locals)],
  });
}
