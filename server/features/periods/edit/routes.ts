import type { Request, Response, Router } from "express";
import { listPeriods } from "../../../../db/queries/periods.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { stateOfPreview } from "../../../web/form-page.ts";
import { periodOf } from "../load-period.ts";
import { backToPeriods, showPeriodPage } from "../pages.ts";
import { spanLeft } from "../rules.ts";
import { type EditedPeriodEntry, editedPeriodSchema, newPeriodSchema } from "../schema.ts";
import { createPeriod, editPeriod } from "../service.ts";
import { presentEditedPeriod, presentNewPeriod, presentPeriodPreview } from "./presenter.ts";
import { type PeriodPreview, previewPeriodEdit } from "./service.ts";

export function addEditRoutes(router: Router, deps: Deps): void {
  const created = newPeriodForm(deps);
  const edited = editedPeriodForm(deps);
  const door = allow("period:edit");
  router.get(paths.newPeriod(":projectId"), door, created.show);
  router.post(paths.periods(":projectId"), door, created.submit);
  router.get(paths.editPeriod(":projectId", ":periodId"), door, edited.show);
  router.post(paths.period(":projectId", ":periodId"), door, edited.submit);
}

function newPeriodForm(deps: Deps) {
  return form(deps, newPeriodSchema, {
    initial: async (_req, res) => {
      const project = projectOf(res);
      const left = spanLeft(project, await listPeriods(deps.db, project.id));
      return { startsOn: left?.startsOn ?? "", endsOn: "" };
    },
    show: async (_req, res, state) => {
      const { id } = projectOf(res);
      const hasPrevious = (await listPeriods(deps.db, id)).length > 0;
      showPeriodPage(
        res,
        "partials/form-page",
        presentNewPeriod(id, hasPrevious, state, res.locals),
      );
    },
    save: async (req, res, entry) => {
      await createPeriod(deps, authorOf(req, res), projectOf(res).id, entry);
      backToPeriods(res);
    },
  });
}

function editedPeriodForm(deps: Deps) {
  return form(deps, editedPeriodSchema, {
    initial: (_req, res) => periodValues(periodOf(res)),
    show: (_req, res, state) => {
      const model = presentEditedPeriod(projectOf(res).id, periodOf(res), state, res.locals);
      showPeriodPage(res, "partials/form-page", model);
    },
    save: async (req, res, entry) => {
      const project = projectOf(res);
      const period = periodOf(res);
      if (!entry.isConfirmed) {
        const preview = await previewPeriodEdit(deps.db, project, period, {
          entry,
          today: res.locals.today,
        });
        if (preview.changes.length > 1 || preview.outdated.length > 0)
          return showPreview(req, res, entry, preview);
      }
      const key = { projectId: project.id, id: period.id };
      await editPeriod(deps, authorOf(req, res), key, { entry, formOf: periodValues });
      backToPeriods(res);
    },
  });
}

function periodValues(period: { version: number; startsOn: string; endsOn: string }) {
  const { version, startsOn, endsOn } = period;
  return { version: String(version), startsOn, endsOn };
}

/** All that would follow is ticked: leaving it out is the exception. */
function showPreview(
  req: Request,
  res: Response,
  entry: EditedPeriodEntry,
  preview: PeriodPreview,
): void {
  const moveIds = preview.outdated.flatMap(({ written }) => written?.id ?? []);
  const state = stateOfPreview(req, { ...entry, moveIds });
  const { id } = projectOf(res);
  const model = presentPeriodPreview(id, periodOf(res), preview, state, res.locals);
  showPeriodPage(res, "periods/edit-preview", model);
}
