import { type Request, type Response, Router } from "express";
import { listPlanImports, type PlanImport } from "../../../db/queries/plan-imports.ts";
import { allow } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { InvalidInput } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { askAgainSoon } from "../../web/asking-again.ts";
import { authorOf, form, parse } from "../../web/form.ts";
import { LARGEST_IMPORT } from "../../web/uploads.ts";
import { livingPlanOf, loadPlan, planCrumbs, planOf } from "../plans/load-plan.ts";
import { presentNewPlanImport } from "./adding/presenter.ts";
import { applyPlanImport } from "./applying/service.ts";
import { compareImport } from "./comparing/service.ts";
import { dropPlanImport } from "./dropping/service.ts";
import { backTo, importCrumbs, keyOf } from "./import-pages.ts";
import { loadPlanImport, planImportOf } from "./load-plan-import.ts";
import { presentReading } from "./reading/presenter.ts";
import { beginReading } from "./reading/running/service.ts";
import { type GivenAnnex, readAgain, readPlanImport } from "./reading/service.ts";
import { acceptPlainCards } from "./reviewing/service.ts";
import { applicationSchema, newImportSchema, stepSchema } from "./schema.ts";
import { isUnread } from "./service.ts";
import { presentPlanImport } from "./show/presenter.ts";
import { filterOf } from "./show/rules.ts";
import { undoPlanImport } from "./undoing/service.ts";

const MOST_SHOWN = 20;

/** Annexes of a plan, read from files and gone through card by card before they are written. */
export function planImportRoutes(deps: Deps): Router {
  const router = Router();
  router.param("planId", loadPlan(deps));
  router.param("planImportId", loadPlanImport(deps));
  const may = allow("plan:edit");
  const one = [":planId", ":planImportId"] as const;
  const adding = addingForm(deps);
  router.get(paths.planImports(":planId"), may, adding.show);
  router.post(paths.planImports(":planId"), may, adding.submit);
  router.get(paths.planImport(...one), may, (req, res) => showImport(deps, req, res));
  addSteps(router, deps);
  return router;
}

function addSteps(router: Router, deps: Deps): void {
  const may = allow("plan:edit");
  const one = [":planId", ":planImportId"] as const;
  router.post(paths.planImportReading(...one), may, async (req, res) => {
    livingPlanOf(res);
    await readAgain(deps, authorOf(req, res), keyOf(res));
    backTo(res);
  });
  router.post(paths.planImportAcceptance(...one), may, async (req, res) => {
    const key = { ...keyOf(res), ...parse(stepSchema, req.body) };
    await acceptPlainCards(deps, authorOf(req, res), key);
    backTo(res, "saved");
  });
  router.post(paths.planImportApplication(...one), may, async (req, res) => {
    const { version, ...seen } = parse(applicationSchema, req.body);
    await applyPlanImport(deps, authorOf(req, res), { ...keyOf(res), version }, seen);
    backTo(res);
  });
  router.post(paths.planImportDropping(...one), may, async (req, res) => {
    livingPlanOf(res);
    const key = { ...keyOf(res), ...parse(stepSchema, req.body) };
    await dropPlanImport(deps, authorOf(req, res), key);
    res.locals.say("removed");
    res.redirect(303, paths.planImports(key.planId));
  });
  router.post(paths.planImportUndoing(...one), may, async (req, res) => {
    const key = { ...keyOf(res), ...parse(stepSchema, req.body) };
    await undoPlanImport(deps, authorOf(req, res), key);
    backTo(res);
  });
}

function addingForm(deps: Deps) {
  return form(deps, newImportSchema, {
    show: async (_req, res, state) => {
      const plan = planOf(res);
      const recent = await listPlanImports(deps.db, plan.id, MOST_SHOWN);
      const model = presentNewPlanImport({ plan, recent }, state, res.locals);
      const { title } = res.locals.texts.planImports;
      const breadcrumbs = planCrumbs(res, { label: title });
      res.locals.page("plan-imports/new", model, {
        title: `${title} – ${plan.title}`,
        breadcrumbs,
      });
    },
    save: async (req, res, { text }) => {
      const { id: planId } = livingPlanOf(res);
      const annex = annexOf(req, res, text);
      const { id, isKnown } = await readPlanImport(deps, authorOf(req, res), { planId, annex });
      if (isKnown) res.locals.say("annexKnown", "warning");
      res.redirect(303, paths.planImport(planId, id));
    },
  });
}

/** The file or the text, whichever came. */
function annexOf(req: Request, res: Response, text: string): GivenAnnex {
  if (res.locals.isUploadTooLarge)
    throw new InvalidInput({ file: `fileTooLarge:${LARGEST_IMPORT / 1_000_000}` });
  const isPasted = text.trim() !== "";
  if (req.file && isPasted) throw new InvalidInput({ text: "fileOrText" });
  if (req.file) return { path: req.file.path, originalName: req.file.originalname };
  if (!isPasted) throw new InvalidInput({ file: "chooseAnnex" });
  const { texts, formats, today } = res.locals;
  return { text, name: texts.planImports.pasted(formats.date(today)) };
}

async function showImport(deps: Deps, req: Request, res: Response): Promise<void> {
  const found = planImportOf(res);
  if (isUnread(found)) return showReading(deps, res, found);
  const compared = await compareImport(deps.db, found);
  const filter = filterOf(req.query.show);
  const model = presentPlanImport({ plan: planOf(res), compared, filter }, res.locals);
  const title = found.fileName;
  res.locals.page("plan-imports/show", model, { title, breadcrumbs: importCrumbs(res) });
}

/** Whoever asks for an annex has it taken up again, should the process that read it be gone. */
function showReading(deps: Deps, res: Response, found: PlanImport): void {
  if (found.state !== "unreadable") {
    beginReading(deps);
    askAgainSoon(res);
  }
  const model = presentReading({ plan: planOf(res), found }, res.locals);
  const title = found.fileName;
  res.locals.page("plan-imports/reading", model, { title, breadcrumbs: importCrumbs(res) });
}
