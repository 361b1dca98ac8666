import type { Request, Router } from "express";
import { listActivityNames } from "../../../../db/queries/activities.ts";
import { listPossibleOwners } from "../../../../db/queries/owners.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { milestoneOf } from "../load-milestone.ts";
import { backToMilestone, showFormPage } from "../pages.ts";
import { milestoneKinds } from "../rules.ts";
import { editedMilestoneSchema, newMilestoneSchema } from "../schema.ts";
import { createMilestone, editMilestone } from "../service.ts";
import {
  type MilestoneChoices,
  milestoneValues,
  presentEditedMilestone,
  presentNewMilestone,
} from "./presenter.ts";

export function addFormRoutes(router: Router, deps: Deps): void {
  const created = form(deps, newMilestoneSchema, {
    initial: (req) => chosenByAddress(req),
    show: async (_req, res, state) => {
      const choices = await loadChoices(deps, projectOf(res).id);
      showFormPage(res, presentNewMilestone(choices, state, res.locals));
    },
    save: async (req, res, entry) => {
      const projectId = projectOf(res).id;
      const id = await createMilestone(deps, authorOf(req, res), projectId, entry);
      backToMilestone(res, { projectId, id });
    },
  });
  const edited = form(deps, editedMilestoneSchema, {
    initial: (_req, res) => milestoneValues(milestoneOf(res)),
    show: async (_req, res, state) => {
      const choices = await loadChoices(deps, projectOf(res).id);
      showFormPage(res, presentEditedMilestone(milestoneOf(res), choices, state, res.locals));
    },
    save: async (req, res, entry) => {
      const milestone = milestoneOf(res);
      const edit = { entry, formOf: milestoneValues };
      await editMilestone(deps, authorOf(req, res), milestone, edit);
      backToMilestone(res, milestone);
    },
  });
  const door = allow("milestone:edit");
  const one = paths.milestone(":projectId", ":milestoneId");
  router.get(paths.newMilestone(":projectId"), door, created.show);
  router.post(paths.milestones(":projectId"), door, created.submit);
  router.get(paths.editMilestone(":projectId", ":milestoneId"), door, edited.show);
  router.post(one, door, edited.submit);
}

async function loadChoices({ db }: Pick<Deps, "db">, projectId: number): Promise<MilestoneChoices> {
  const [activities, owners] = await Promise.all([
    listActivityNames(db, projectId),
    listPossibleOwners(db, projectId),
  ]);
  return { projectId, activities, owners };
}

/** `?activity=7&kind=output`: where the form was opened from. */
function chosenByAddress({ query }: Request) {
  const { activity } = query;
  const kind = milestoneKinds.find((one) => one === query.kind) ?? "milestone";
  return { kind, activityId: typeof activity === "string" ? activity : "", recurrence: "none" };
}
