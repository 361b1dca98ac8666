import type { Request, Response, Router } from "express";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, form } from "../../../web/form.ts";
import { stateOfPreview } from "../../../web/form-page.ts";
import { milestoneOf } from "../load-milestone.ts";
import { backToMilestone, milestoneCrumbs, showFormPage } from "../pages.ts";
import { presentMoveForm, presentMovePreview } from "./presenter.ts";
import { type MoveEntry, moveSchema } from "./schema.ts";
import { moveMilestone, previewMove } from "./service.ts";

/** First sent, the form shows what would follow; sent from there, it saves. */
export function addMoveRoutes(router: Router, deps: Deps): void {
  const move = form(deps, moveSchema, {
    initial: (_req, res) => {
      const { version, dueOn, doneOn, cancelledOn } = milestoneOf(res);
      if (doneOn !== null || cancelledOn !== null) throw new Conflict("milestoneClosed");
      return { version: String(version), dueOn };
    },
    show: (_req, res, state) =>
      showFormPage(res, presentMoveForm(milestoneOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      if (!entry.isConfirmed) return showPreview(deps, req, res, entry);
      const milestone = milestoneOf(res);
      await moveMilestone(deps, authorOf(req, res), milestone, entry);
      backToMilestone(res, milestone);
    },
  });
  const at = [":projectId", ":milestoneId"] as const;
  router.get(paths.newMilestoneMove(...at), allow("milestone:edit"), move.show);
  router.post(paths.milestoneMove(...at), allow("milestone:edit"), move.submit);
}

async function showPreview(
  deps: Deps,
  req: Request,
  res: Response,
  entry: MoveEntry,
): Promise<void> {
  const milestone = milestoneOf(res);
  const preview = await previewMove(deps, projectOf(res), milestone, entry.dueOn);
  const state = stateOfPreview(req, { ...entry, alsoIds: [] });
  const model = presentMovePreview(milestone, entry, preview, state, res.locals);
  const { title } = model.pageHeader;
  const breadcrumbs = projectCrumbs(res, ...milestoneCrumbs(res), { label: title });
  res.locals.page("milestones/move-preview", model, { title, breadcrumbs });
}
