import type { Response, Router } from "express";
import type { Card } from "../../../../db/queries/cards.ts";
import { listPlanOwners } from "../../../../db/queries/plan-owners.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { ownerKey } from "../../../values/owner.ts";
import { authorOf, type FormState, type FormValues, form } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { cardCrumbs, cardOf, livingCardOf } from "../load-card.ts";
import { cardOwnerSchema } from "../schema.ts";
import { setCardOwner } from "./service.ts";
import { planOwnerSections } from "./words.ts";

export function addCardOwnerRoutes(router: Router, deps: Deps): void {
  const owner = form(deps, cardOwnerSchema, {
    initial: (_req, res) => ownerValues(livingCardOf(res)),
    show: (_req, res, state) => showForm(deps, res, state),
    save: async (req, res, entry) => {
      const { planId, id } = livingCardOf(res);
      const edit = { entry, formOf: ownerValues };
      await setCardOwner(deps, authorOf(req, res), { planId, id }, edit);
      res.locals.say("saved");
      res.redirect(303, paths.card(planId, id));
    },
  });
  const door = allow("plan:edit");
  const at = [":planId", ":cardId"] as const;
  router.get(paths.cardOwner(...at), door, owner.show);
  router.post(paths.cardOwner(...at), door, owner.submit);
}

function ownerValues(card: Card): FormValues {
  return { version: String(card.version), owner: ownerKey(card) };
}

async function showForm({ db }: Pick<Deps, "db">, res: Response, state: FormState): Promise<void> {
  const { texts } = res.locals;
  const card = cardOf(res);
  const { formTitle: title, hint, save } = texts.cards.owner;
  const possible = await listPlanOwners(db, card.planId);
  const shown = { current: card, label: texts.cards.owner.title, hint };
  const model = presentFormPage(
    {
      title,
      code: texts.cards.numberOf(card.number),
      action: paths.cardOwner(card.planId, card.id),
      hidden: ["version"],
      sections: planOwnerSections(possible, texts, shown),
      submit: save,
      cancel: { href: paths.card(card.planId, card.id) },
    },
    state,
    texts,
  );
  const breadcrumbs = cardCrumbs(res, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}
