import { type Request, type Response, Router } from "express";
import { findApprovedBudget } from "../../../db/queries/budgets-in-force.ts";
import { countChangeItems } from "../../../db/queries/project-change-items.ts";
import { listChanges } from "../../../db/queries/project-changes.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { Conflict } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { authorOf, form } from "../../web/form.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { addFileNumberRoutes } from "./file-numbers/routes.ts";
import { changeValues, presentEditedChange, presentNewChange } from "./form/presenter.ts";
import { addItemRoutes } from "./items/routes.ts";
import { presentChanges } from "./list/presenter.ts";
import { changeSheet } from "./list/sheet.ts";
import { changeOf, loadChange } from "./load-change.ts";
import { backToChange, changeCrumbs, showFormPage } from "./pages.ts";
import { editedChangeSchema, newChangeSchema } from "./schema.ts";
import { addBudget, createChange, editChange } from "./service.ts";
import { presentChange } from "./show/presenter.ts";
import { loadChangePage } from "./show/service.ts";
import { addStepRoutes } from "./steps/routes.ts";
import { addTransferRoutes } from "./transfers/routes.ts";
import { addVersionRoutes } from "./versions/routes.ts";

export function projectChangeRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("changeId", loadChange(deps));
  const ids = [":projectId", ":changeId"] as const;
  const [view, edit] = [allow("change:view"), allow("change:edit")];
  const index = paths.changes(":projectId");
  router.get(index, view, (req, res) => showList(deps, req, res));
  const created = newChangeForm(deps);
  router.get(paths.newChange(":projectId"), edit, created.show);
  router.post(index, edit, created.submit);
  router.get(paths.change(...ids), view, async (_req, res) => showOne(deps, res));
  const edited = editedChangeForm(deps);
  router.get(paths.editChange(...ids), edit, edited.show);
  router.post(paths.change(...ids), edit, edited.submit);
  router.post(paths.changeBudget(...ids), edit, async (req, res) => {
    await addBudget(deps, authorOf(req, res), changeOf(res));
    backToChange(res, changeOf(res));
  });
  addFileNumberRoutes(router, deps);
  addItemRoutes(router, deps);
  addStepRoutes(router, deps);
  addVersionRoutes(router, deps);
  addTransferRoutes(router, deps);
  return router;
}

async function showList({ db }: Pick<Deps, "db">, req: Request, res: Response): Promise<void> {
  const { id: projectId } = projectOf(res);
  const [changes, items] = await Promise.all([
    listChanges(db, projectId),
    countChangeItems(db, projectId),
  ]);
  if (req.query.format === "xlsx") {
    const { fileName } = res.locals.texts.projectChanges;
    return sendWorkbook(res, { fileName, sheets: [changeSheet(changes, items, res.locals)] });
  }
  const model = presentChanges({ projectId, changes, items }, res.locals, {
    edit: can(res, "change:edit"),
    budget: can(res, "budget:edit"),
  });
  const { title } = model.pageHeader;
  const breadcrumbs = projectCrumbs(res, { label: title });
  res.locals.page("project-changes/index", model, { title, breadcrumbs });
}

async function showOne({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const page = await loadChangePage(db, changeOf(res));
  const model = presentChange(page, res.locals, {
    edit: can(res, "change:edit"),
    approve: can(res, "change:approve"),
    budget: can(res, "budget:edit"),
    resolve: can(res, "resolution:edit"),
  });
  const { title, code } = model.pageHeader;
  const breadcrumbs = projectCrumbs(res, ...changeCrumbs(res).slice(0, 1), { label: code });
  res.locals.page("project-changes/show", model, { title, breadcrumbs });
}

function newChangeForm(deps: Deps) {
  return form(deps, newChangeSchema, {
    initial: () => ({ kind: "insubstantial" }),
    show: async (_req, res, state) => {
      const { id } = projectOf(res);
      const budget = await findApprovedBudget(deps.db, id);
      showFormPage(res, presentNewChange(id, state, res.locals, budget !== undefined));
    },
    save: async (req, res, entry) => {
      const projectId = projectOf(res).id;
      const id = await createChange(deps, authorOf(req, res), projectId, entry);
      backToChange(res, { projectId, id });
    },
  });
}

function editedChangeForm(deps: Deps) {
  return form(deps, editedChangeSchema, {
    initial: (_req, res) => {
      const change = changeOf(res);
      if (change.state !== "draft") throw new Conflict("changeNotDraft");
      return changeValues(change);
    },
    show: (_req, res, state) =>
      showFormPage(res, presentEditedChange(changeOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      const change = changeOf(res);
      await editChange(deps, authorOf(req, res), change, { entry, formOf: changeValues });
      backToChange(res, change);
    },
  });
}
