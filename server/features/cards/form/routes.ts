import type { Response, Router } from "express";
import type { Card } from "../../../../db/queries/cards.ts";
import { listAreas } from "../../../../db/queries/plan-areas.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { livingPlanOf, planCrumbs, planOf } from "../../plans/load-plan.ts";
import { createCard, editCard } from "../editing/service.ts";
import { cardCrumbs, cardOf, livingCardOf } from "../load-card.ts";
import { editedCardSchema, newCardSchema } from "../schema.ts";
import { cardValues, presentCardForm } from "./presenter.ts";

export function addCardFormRoutes(router: Router, deps: Deps): void {
  const created = form(deps, newCardSchema, {
    initial: (req, res) => {
      livingPlanOf(res);
      return { areaCode: typeof req.query.area === "string" ? req.query.area : "" };
    },
    show: (_req, res, state) => showForm(deps, res, null, state),
    save: async (req, res, entry) => {
      const { id: planId } = livingPlanOf(res);
      const id = await createCard(deps, authorOf(req, res), planId, entry);
      res.locals.say("created");
      res.redirect(303, paths.card(planId, id));
    },
  });
  const edited = form(deps, editedCardSchema, {
    initial: (_req, res) => cardValues(livingCardOf(res)),
    show: (_req, res, state) => showForm(deps, res, cardOf(res), state),
    save: async (req, res, entry) => {
      const { planId, id } = livingCardOf(res);
      await editCard(deps, authorOf(req, res), { planId, id }, { entry, formOf: cardValues });
      res.locals.say("saved");
      res.redirect(303, paths.card(planId, id));
    },
  });
  const door = allow("plan:edit");
  const at = [":planId", ":cardId"] as const;
  router.get(paths.newCard(":planId"), door, created.show);
  router.post(paths.cards(":planId"), door, created.submit);
  router.get(paths.editCard(...at), door, edited.show);
  router.post(paths.card(...at), door, edited.submit);
}

async function showForm(
  { db }: Pick<Deps, "db">,
  res: Response,
  card: Card | null,
  state: FormState,
): Promise<void> {
  const plan = planOf(res);
  const areas = await listAreas(db, plan.id);
  const model = presentCardForm(card, { plan, areas }, state, res.locals.texts);
  const { title } = model.pageHeader;
  const breadcrumbs = card ? cardCrumbs(res, { label: title }) : planCrumbs(res, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}
