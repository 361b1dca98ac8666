import type { RequestParamHandler, Response } from "express";
import { type Card, findCard } from "../../../db/queries/cards.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import type { Crumb } from "../../web/breadcrumbs.ts";
import { idParam } from "../../web/id-param.ts";
import { livingPlanOf, planCrumbs, planOf } from "../plans/load-plan.ts";

const loaded = new WeakMap<Response, Card>();

/** Finds the card inside the plan of the address. */
export function loadCard({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    if (!res.locals.viewer) return next();
    const card = await findCard(db, { planId: planOf(res).id, id: idParam(text) });
    if (!card) throw new NotFound("card");
    loaded.set(res, card);
    const label = res.locals.texts.cards.numberOf(card.number);
    res.locals.recordAtHand = { href: paths.card(card.planId, card.id), label };
    next();
  };
}

/** The card that `loadCard` has put at hand. */
export function cardOf(res: Response): Card {
  const card = loaded.get(res);
  if (!card) throw new NotFound("card");
  return card;
}

/** The same, for whatever writes: nothing is written to an archived card, nor in an archived plan. */
export function livingCardOf(res: Response): Card {
  livingPlanOf(res);
  const card = cardOf(res);
  if (card.archivedAt !== null) throw new Conflict("archived");
  return card;
}

/** Plans, the plan, the card at hand, and what follows; the last is where one is. */
export function cardCrumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { planId, id, number } = cardOf(res);
  const label = res.locals.texts.cards.numberOf(number);
  const own = rest.length === 0 ? { label } : { label, href: paths.card(planId, id) };
  return planCrumbs(res, own, ...rest);
}
