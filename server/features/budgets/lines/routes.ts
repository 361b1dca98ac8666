import type { Request, Response, Router } from "express";
import {
  type BudgetLine,
  findBudgetLine,
  listBudgetLines,
} from "../../../../db/queries/budget-lines.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { EditedMeanwhile, InvalidInput, NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { errorText } from "../../../texts/error-text.ts";
import { authorOf, type FormState, form, parse } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { budgetCrumbs, draftOf } from "../draft.ts";
import { presentSaved } from "../grid/presenter.ts";
import { listAllowedRates } from "../rates/service.ts";
import { nextCodeUnder } from "../rules.ts";
import { lineValues, presentLineForm } from "./presenter.ts";
import { editedLineSchema, newLineSchema } from "./schema.ts";
import { addLine, deleteLine, editLine } from "./service.ts";

/** Lines of the draft, one by one: as forms, and as the grid saves a cell. */
export function addLineRoutes(router: Router, deps: Deps): void {
  const may = allow("budget:edit");
  const at = [":projectId", ":lineId"] as const;
  const created = newLineForm(deps);
  const edited = lineForm(deps);
  router.get(paths.newBudgetLine(":projectId"), may, created.show);
  router.post(paths.budgetLines(":projectId"), may, created.submit);
  router.get(paths.editBudgetLine(...at), may, edited.show);
  router.post(paths.budgetLine(...at), may, (req, res, next) =>
    req.accepts(["html", "json"]) === "json"
      ? saveAsJson(deps, req, res)
      : edited.submit(req, res, next),
  );
  router.post(paths.budgetLineDeletion(...at), may, async (req, res) => {
    await deleteLine(deps, authorOf(req, res), keyOf(req, res));
    res.locals.say("removed");
    res.redirect(303, paths.editBudget(projectOf(res).id));
  });
}

function newLineForm(deps: Deps) {
  return form(deps, newLineSchema, {
    initial: async (req, res) => {
      const draft = await draftOf(deps.db, res);
      const parent = typeof req.query.parent === "string" ? req.query.parent : "";
      const codes = (await listBudgetLines(deps.db, draft.id)).map(({ code }) => code);
      return { code: nextCodeUnder(parent, codes) };
    },
    show: (_req, res, state) => showForm(deps, res, null, state),
    save: async (req, res, entry) => {
      const project = projectOf(res);
      await addLine(deps, authorOf(req, res), project, entry);
      res.locals.say("created");
      res.redirect(303, paths.editBudget(project.id));
    },
  });
}

function lineForm(deps: Deps) {
  return form(deps, editedLineSchema, {
    initial: async (req, res) => lineValues(await lineOf(deps, req, res), res.locals.formats),
    show: async (req, res, state) => showForm(deps, res, await lineOf(deps, req, res), state),
    save: async (req, res, entry) => {
      const formOf = (line: BudgetLine) => lineValues(line, res.locals.formats);
      await editLine(deps, authorOf(req, res), keyOf(req, res), { entry, formOf });
      res.locals.say("saved");
      res.redirect(303, paths.editBudget(projectOf(res).id));
    },
  });
}

async function showForm(
  deps: Deps,
  res: Response,
  line: BudgetLine | null,
  state: FormState,
): Promise<void> {
  const project = projectOf(res);
  const rates = await listAllowedRates(deps.db, project);
  const model = presentLineForm({ projectId: project.id, line, rates }, state, res.locals);
  const { title } = model.pageHeader;
  const breadcrumbs = budgetCrumbs(res, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

/** For the grid: the line and the sums as they stand now, or what is wrong with which cell. */
async function saveAsJson(deps: Deps, req: Request, res: Response): Promise<void> {
  const { formats, texts } = res.locals;
  const formOf = (line: BudgetLine) => lineValues(line, formats);
  try {
    const entry = parse(editedLineSchema, req.body);
    const saved = await editLine(deps, authorOf(req, res), keyOf(req, res), { entry, formOf });
    res.json(presentSaved(saved, formats));
  } catch (error) {
    if (error instanceof InvalidInput) {
      const told = Object.entries(error.errors).map(([field, key]) => [
        field,
        errorText(texts, key),
      ]);
      res.status(422).json({ errors: Object.fromEntries(told) });
    } else if (error instanceof EditedMeanwhile) {
      const { values, version } = error.current;
      res.status(409).json({ message: texts.budgets.grid.editedBy, values, version });
    } else throw error;
  }
}

async function lineOf(deps: Deps, req: Request, res: Response): Promise<BudgetLine> {
  const draft = await draftOf(deps.db, res);
  const { lineId } = keyOf(req, res);
  const line = await findBudgetLine(deps.db, { versionId: draft.id, lineId });
  if (!line) throw new NotFound("budget line");
  return line;
}

function keyOf(req: Request, res: Response) {
  return { project: projectOf(res), lineId: idParam(req.params.lineId) };
}
