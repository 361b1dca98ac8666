import { type Request, type Response, Router } from "express";
import { findBudgetInForce } from "../../../db/queries/budgets-in-force.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { idParam } from "../../web/id-param.ts";
import { limitExports } from "../../web/rate-limits.ts";
import { momentAsked } from "./moment.ts";
import { presentExports } from "./presenter.ts";
import { type ExportFormat, type ExportKind, exportFormats, exportKinds } from "./rules.ts";
import { exportTable, writeExport } from "./service.ts";

/** Figures of a project's money as files, of whatever day they are asked for. */
export function exportRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  const may = allow("budget:view");
  router.get(paths.exports(":projectId"), may, (req, res) => showExports(deps, req, res));
  // Each file by itself: who takes all of them once is not to wait.
  for (const kind of exportKinds)
    for (const format of exportFormats)
      router.get(paths.export(":projectId", `${kind}.${format}`), may, limitExports(), (req, res) =>
        sendExport(deps, req, res, { kind, format }),
      );
  return router;
}

async function showExports(deps: Deps, req: Request, res: Response): Promise<void> {
  const { id: projectId } = projectOf(res);
  const moment = momentOf(deps, req);
  const budget = await findBudgetInForce(deps.db, projectId, moment);
  const asked = { on: moment.on, asOf: typeof req.query.asOf === "string" ? req.query.asOf : "" };
  const seesEsf = can(res, "personal-data:read");
  const model = presentExports({ projectId, asked, budget, seesEsf }, res.locals);
  const { title } = model.pageHeader;
  res.locals.page("exports/index", model, {
    title,
    breadcrumbs: projectCrumbs(res, { label: title }),
  });
}

async function sendExport(
  deps: Deps,
  req: Request,
  res: Response,
  { kind, format }: { kind: ExportKind; format: ExportFormat },
): Promise<void> {
  const { version, request, period } = req.query;
  const idIn = (asked: unknown) => (asked === undefined ? null : idParam(asked));
  const asked = {
    moment: momentOf(deps, req),
    versionId: idIn(version),
    upTo: { requestId: idIn(request), periodId: idIn(period) },
    seesPay: can(res, "staff-data:read"),
  };
  const project = projectOf(res);
  const table = await exportTable(deps, kind, { project, asked }, res.locals);
  const file = await writeExport(table, format, res.locals);
  const name = res.locals.texts.moneyExports.fileNames[kind];
  res.attachment(`${name}-${asked.moment.on}.${format}`);
  res.type(TYPES[format]);
  if (format === "pdf") res.set("Content-Security-Policy", "sandbox; default-src 'none'");
  res.send(file);
}

const TYPES: Record<ExportFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
};

function momentOf({ clock }: Pick<Deps, "clock">, req: Request) {
  return momentAsked(req.query, { on: clock.today(), asOf: clock.now() });
}
