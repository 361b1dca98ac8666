import { type Request, type Response, Router } from "express";
import { findPlanImportLines } from "../../../../db/queries/plan-imports.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { pageNumber } from "../../../web/pagination.ts";
import { loadPlan } from "../../plans/load-plan.ts";
import { importCrumbs } from "../import-pages.ts";
import { loadPlanImport, planImportOf } from "../load-plan-import.ts";
import type { AccountedLine } from "../recognition/rules.ts";
import { listReviewedCards } from "../service.ts";
import { presentLines } from "./presenter.ts";
import { lineFilterOf } from "./rules.ts";

/** What became of every line of an annex. */
export function planImportLineRoutes(deps: Deps): Router {
  const router = Router();
  router.param("planId", loadPlan(deps));
  router.param("planImportId", loadPlanImport(deps));
  const one = [":planId", ":planImportId"] as const;
  router.get(paths.planImportLines(...one), allow("plan:edit"), (req, res) =>
    showLines(deps, req, res),
  );
  return router;
}

async function showLines({ db }: Deps, req: Request, res: Response): Promise<void> {
  const found = planImportOf(res);
  const lines = JSON.parse(await findPlanImportLines(db, found.id)) as AccountedLine[];
  const cards = await listReviewedCards(db, found.id);
  const filter = lineFilterOf(req.query.fate, lines);
  const page = pageNumber(req.query.page);
  const model = presentLines({ found, lines, cards, filter, page }, res.locals);
  const { title } = res.locals.texts.planImports.lines;
  res.locals.page("plan-imports/lines", model, {
    title: `${title} – ${found.fileName}`,
    breadcrumbs: importCrumbs(res, { label: title }),
  });
}
