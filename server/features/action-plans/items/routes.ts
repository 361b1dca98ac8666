import type { Request, Response, Router } from "express";
import {
  type ActionPlanItem,
  findActionPlanItem,
  listActionPlanItems,
  listMeasuresOfPlan,
} from "../../../../db/queries/action-plan-items.ts";
import type { ActionPlan } from "../../../../db/queries/action-plans.ts";
import { listAreas } from "../../../../db/queries/plan-areas.ts";
import { listTreeCards } from "../../../../db/queries/plan-tree.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { livingPlanOf, planOf } from "../../plans/load-plan.ts";
import { itemValues, presentItemForm } from "../form-presenter.ts";
import { actionPlanCrumbs, actionPlanOf } from "../load-action-plan.ts";
import { choiceKey } from "../rules.ts";
import { choiceSchema, itemSchema, resultSchema } from "../schema.ts";
import { presentChoice } from "./presenter.ts";
import { chooseItems, editItem } from "./service.ts";

export function addItemRoutes(router: Router, deps: Deps): void {
  const at = [":planId", ":year"] as const;
  const chosen = choiceForm(deps);
  router.get(paths.actionPlanItems(...at), allow("plan:edit"), chosen.show);
  router.post(paths.actionPlanItems(...at), allow("plan:edit"), chosen.submit);
  const edited = itemForm(deps);
  router.get(paths.editActionPlanItem(...at, ":actionItemId"), allow("plan:edit"), edited.show);
  router.post(paths.actionPlanItem(...at, ":actionItemId"), allow("plan:edit"), edited.submit);
}

function choiceForm(deps: Deps) {
  const { db } = deps;
  return form(deps, choiceSchema, {
    initial: async (_req, res) => {
      const actionPlan = openActionPlanOf(res);
      const items = await listActionPlanItems(db, actionPlan.id);
      return { items: items.map(choiceKey), version: String(actionPlan.version) };
    },
    show: (_req, res, state) => showChoice(deps, res, state),
    save: async (req, res, entry) => {
      const actionPlan = openActionPlanOf(res);
      const edit = { entry, formOf: ({ version }: ActionPlan) => ({ version: String(version) }) };
      await chooseItems(deps, authorOf(req, res), actionPlan, edit);
      back(res, actionPlan);
    },
  });
}

/** What was approved is chosen no more. */
function openActionPlanOf(res: Response): ActionPlan {
  livingPlanOf(res);
  const actionPlan = actionPlanOf(res);
  if (actionPlan.state === "approved") throw new Conflict("actionPlanApproved");
  return actionPlan;
}

async function showChoice(
  { db }: Pick<Deps, "db">,
  res: Response,
  state: FormState,
): Promise<void> {
  const [plan, actionPlan] = [planOf(res), openActionPlanOf(res)];
  const [areas, cards, measures, items] = await Promise.all([
    listAreas(db, plan.id),
    listTreeCards(db, plan.id),
    listMeasuresOfPlan(db, plan.id),
    listActionPlanItems(db, actionPlan.id),
  ]);
  const choice = { plan, actionPlan, areas, cards, measures, items };
  const model = presentChoice(choice, state, res.locals);
  const { title } = model.pageHeader;
  const breadcrumbs = actionPlanCrumbs(res, { label: title });
  res.locals.page("action-plans/choose", model, { title, breadcrumbs });
}

function itemForm(deps: Deps) {
  const schemaOf = (res: Response) =>
    actionPlanOf(res).state === "approved" ? resultSchema : itemSchema;
  return form(deps, schemaOf, {
    initial: async (req, res) => {
      livingPlanOf(res);
      return itemValues(await itemOf(deps, req, res));
    },
    show: async (req, res, state) => {
      const item = await itemOf(deps, req, res);
      const of = { plan: planOf(res), actionPlan: actionPlanOf(res), item };
      const model = presentItemForm(of, state, res.locals);
      const { title } = model.pageHeader;
      const breadcrumbs = actionPlanCrumbs(res, { label: title });
      res.locals.page("partials/form-page", model, { title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const actionPlan = actionPlanOf(res);
      const { id: itemId } = await itemOf(deps, req, res);
      const edit = { entry, formOf: itemValues };
      await editItem(deps, authorOf(req, res), { actionPlan, itemId }, edit);
      back(res, actionPlan);
    },
  });
}

async function itemOf(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
): Promise<ActionPlanItem> {
  const key = { actionPlanId: actionPlanOf(res).id, id: idParam(req.params.actionItemId) };
  const item = await findActionPlanItem(db, key);
  if (!item) throw new NotFound("item of an action plan");
  return item;
}

function back(res: Response, { planId, year }: ActionPlan): void {
  res.locals.say("saved");
  res.redirect(303, paths.actionPlan(planId, year));
}
