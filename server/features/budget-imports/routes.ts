import { type Request, type Response, Router } from "express";
import { listBudgetImports } from "../../../db/queries/budget-imports.ts";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { InvalidInput } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { authorOf, type FormState, form, parse } from "../../web/form.ts";
import { blankState } from "../../web/form-page.ts";
import { LARGEST_IMPORT } from "../../web/uploads.ts";
import { presentNewBudgetImport } from "./adding/presenter.ts";
import { applyBudgetImport } from "./applying/service.ts";
import { compareBudget } from "./comparing/service.ts";
import { importOf, loadBudgetImport } from "./load-budget-import.ts";
import { completionsIn } from "./reading/rules.ts";
import { newBudgetImportSchema, stepSchema, textsSchema } from "./schema.ts";
import {
  type BudgetImportKey,
  completeBudgetImport,
  dropBudgetImport,
  readBudgetImport,
  rowsOf,
} from "./service.ts";
import { presentBudgetImport } from "./show/presenter.ts";
import { undoBudgetImport } from "./undoing/service.ts";
import { namesOfField as namesOf } from "./words.ts";

const MOST_SHOWN = 10;

/** A budget as IS KP21+ exports it, read into the draft whole or not at all. */
export function budgetImportRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("budgetImportId", loadBudgetImport(deps));
  const may = allow("budget:edit");
  const one = [":projectId", ":budgetImportId"] as const;
  const adding = addingForm(deps);
  router.get(paths.budgetImports(":projectId"), may, adding.show);
  router.post(paths.budgetImports(":projectId"), may, adding.submit);
  const completing = completingForm(deps);
  router.get(paths.budgetImport(...one), may, completing.show);
  router.post(paths.budgetImportTexts(...one), may, completing.submit);
  addSteps(router, deps);
  return router;
}

function addSteps(router: Router, deps: Deps): void {
  const may = allow("budget:edit");
  const one = [":projectId", ":budgetImportId"] as const;
  router.post(paths.budgetImportApplication(...one), may, async (req, res) => {
    const key = { ...keyOf(res), ...parse(stepSchema, req.body) };
    const title = res.locals.texts.budgetImports.changeTitle(importOf(res).fileName);
    await applyBudgetImport(deps, authorOf(req, res), key, { namesOf, title });
    backTo(res, key);
  });
  router.post(paths.budgetImportDropping(...one), may, async (req, res) => {
    const key = { ...keyOf(res), ...parse(stepSchema, req.body) };
    await dropBudgetImport(deps, authorOf(req, res), key);
    res.locals.say("removed");
    res.redirect(303, paths.budgetImports(key.projectId));
  });
  router.post(paths.budgetImportUndoing(...one), may, async (req, res) => {
    const key = { ...keyOf(res), ...parse(stepSchema, req.body) };
    await undoBudgetImport(deps, authorOf(req, res), key);
    backTo(res, key);
  });
}

function keyOf(res: Response): BudgetImportKey {
  return { projectId: projectOf(res).id, id: importOf(res).id };
}

function backTo(res: Response, { projectId, id }: BudgetImportKey): void {
  res.locals.say("saved");
  res.redirect(303, paths.budgetImport(projectId, id));
}

function addingForm(deps: Deps) {
  return form(deps, newBudgetImportSchema, {
    show: async (_req, res, state) => {
      const { id: projectId } = projectOf(res);
      const recent = await listBudgetImports(deps.db, projectId, MOST_SHOWN);
      const model = presentNewBudgetImport({ projectId, recent }, state, res.locals);
      const { title } = res.locals.texts.budgetImports;
      res.locals.page("budget-imports/new", model, { title, breadcrumbs: crumbs(res, title) });
    },
    save: async (req, res) => {
      const { id: projectId } = projectOf(res);
      if (res.locals.isUploadTooLarge)
        throw new InvalidInput({ file: `fileTooLarge:${LARGEST_IMPORT / 1_000_000}` });
      if (!req.file) throw new InvalidInput({ file: "chooseFile" });
      const upload = { path: req.file.path, originalName: req.file.originalname };
      const given = { projectId, upload, namesOf };
      const id = await readBudgetImport(deps, authorOf(req, res), given);
      res.redirect(303, paths.budgetImport(projectId, id));
    },
  });
}

/** The preview is the page of the form by which lost texts are put in. */
function completingForm(deps: Deps) {
  return form(deps, textsSchema, {
    show: (req, res, state) => showImport(deps, req, res, state),
    save: async (req, res, { version, texts }) => {
      const key = keyOf(res);
      const given = { version, texts: completionsIn(texts), namesOf };
      await completeBudgetImport(deps, authorOf(req, res), key, given);
      backTo(res, key);
    },
  });
}

async function showImport(
  deps: Deps,
  req: Request,
  res: Response,
  state: FormState,
): Promise<void> {
  const project = projectOf(res);
  const found = importOf(res);
  const isOpen = found.state === "read";
  const compared = isOpen ? await compareBudget(deps.db, project, rowsOf(found), namesOf) : null;
  const page = { found, compared, onlyFaults: req.query.rows === "failed" };
  const shown = isOpen ? state : blankState(state.submission);
  const model = presentBudgetImport(page, shown, res.locals);
  const title = found.fileName;
  res.locals.page("budget-imports/show", model, { title, breadcrumbs: crumbs(res, title, true) });
}

function crumbs(res: Response, title: string, isBelow = false) {
  const { budgets, budgetImports } = res.locals.texts;
  const { id } = projectOf(res);
  const list = { label: budgetImports.title, href: paths.budgetImports(id) };
  const budget = { label: budgets.title, href: paths.budget(id) };
  return projectCrumbs(res, budget, ...(isBelow ? [list] : []), { label: title });
}
