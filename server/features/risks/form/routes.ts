import type { Response, Router } from "express";
import { listActivityNames } from "../../../../db/queries/activities.ts";
import { listPossibleOwners } from "../../../../db/queries/owners.ts";
import type { Risk } from "../../../../db/queries/risks.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { backToRisk, livingRiskOf, riskOf, showRiskForm } from "../load-risk.ts";
import { editedRiskSchema, newRiskSchema } from "../schema.ts";
import { createRisk, editRisk } from "../service.ts";
import { presentRiskForm, riskValues } from "./presenter.ts";

export function addFormRoutes(router: Router, deps: Deps): void {
  const created = form(deps, newRiskSchema, {
    initial: (req, res) => ({
      probability: "3",
      impact: "3",
      validOn: res.locals.today,
      activityId: typeof req.query.activity === "string" ? req.query.activity : "",
    }),
    show: (_req, res, state) => showForm(deps, res, null, state),
    save: async (req, res, entry) => {
      const projectId = projectOf(res).id;
      const id = await createRisk(deps, authorOf(req, res), projectId, entry);
      res.locals.say("created");
      res.redirect(303, paths.risk(projectId, id));
    },
  });
  const edited = form(deps, editedRiskSchema, {
    initial: (_req, res) => riskValues(livingRiskOf(res)),
    show: (_req, res, state) => showForm(deps, res, riskOf(res), state),
    save: async (req, res, entry) => {
      const edit = { entry, formOf: riskValues };
      await editRisk(deps, authorOf(req, res), riskOf(res), edit);
      backToRisk(res);
    },
  });
  const door = allow("risk:edit");
  const at = [":projectId", ":riskId"] as const;
  router.get(paths.newRisk(":projectId"), door, created.show);
  router.post(paths.risks(":projectId"), door, created.submit);
  router.get(paths.editRisk(...at), door, edited.show);
  router.post(paths.risk(...at), door, edited.submit);
}

async function showForm(
  { db }: Pick<Deps, "db">,
  res: Response,
  risk: Risk | null,
  state: FormState,
): Promise<void> {
  const { id: projectId } = projectOf(res);
  const [activities, owners] = await Promise.all([
    listActivityNames(db, projectId),
    listPossibleOwners(db, projectId),
  ]);
  const choices = { projectId, activities, owners };
  showRiskForm(res, presentRiskForm(risk, choices, state, res.locals));
}
