import type { Router } from "express";
import { listMilestonesById } from "../../../../db/queries/milestones.ts";
import { listPossibleOwners } from "../../../../db/queries/owners.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { ids } from "../../../values/fields.ts";
import { authorOf, form } from "../../../web/form.ts";
import { showFormPage } from "../pages.ts";
import { presentAssignment } from "./presenter.ts";
import { assignmentSchema } from "./schema.ts";
import { assignMilestones } from "./service.ts";

export function addAssignmentRoutes(router: Router, deps: Deps): void {
  const assignment = form(deps, assignmentSchema, {
    initial: (req) => ({ milestoneIds: chosenIn(req.query.milestoneIds).map(String) }),
    show: async (_req, res, state) => {
      const { id: projectId } = projectOf(res);
      const [milestones, owners] = await Promise.all([
        listMilestonesById(deps.db, { projectId, ids: chosenIn(state.values.milestoneIds) }),
        listPossibleOwners(deps.db, projectId),
      ]);
      showFormPage(res, presentAssignment({ projectId, milestones, owners }, state, res.locals));
    },
    save: async (req, res, entry) => {
      const { id } = projectOf(res);
      await assignMilestones(deps, authorOf(req, res), id, entry);
      res.locals.say("saved");
      res.redirect(303, paths.milestones(id));
    },
  });
  const door = allow("milestone:edit");
  router.get(paths.newMilestoneAssignment(":projectId"), door, assignment.show);
  router.post(paths.milestoneAssignment(":projectId"), door, assignment.submit);
}

/** The milestones ticked in the list; whatever is not an id chooses nothing. */
function chosenIn(typed: unknown): number[] {
  const chosen = ids().safeParse(typed);
  return chosen.success ? chosen.data : [];
}
