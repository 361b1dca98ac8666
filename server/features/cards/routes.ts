import { type Response, Router } from "express";
import { allow, can } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { SignInRequired } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { authorOf } from "../../web/form.ts";
import { linkBoxOf } from "../card-links/presenter.ts";
import { rightToAnswer } from "../card-statements/rules.ts";
import { livingPlanOf, loadPlan, planOf } from "../plans/load-plan.ts";
import { archiveCard, restoreCard } from "./archive/service.ts";
import { addCardFormRoutes } from "./form/routes.ts";
import { cardCrumbs, cardOf, loadCard } from "./load-card.ts";
import { addCardOwnerRoutes } from "./owner/routes.ts";
import type { MayDo } from "./show/measures.ts";
import { presentCard } from "./show/presenter.ts";
import { loadCardPage } from "./show/service.ts";

export function cardRoutes(deps: Deps): Router {
  const router = Router();
  router.param("planId", loadPlan(deps));
  router.param("cardId", loadCard(deps));
  const at = [":planId", ":cardId"] as const;
  addCardFormRoutes(router, deps);
  router.get(paths.card(...at), allow("plan:view"), (_req, res) => showCard(deps, res));
  addCardOwnerRoutes(router, deps);
  const door = allow("plan:edit");
  router.post(paths.cardArchiving(...at), door, async (req, res) => {
    livingPlanOf(res);
    await archiveCard(deps, authorOf(req, res), cardOf(res));
    backToCard(res, "cardArchived");
  });
  router.post(paths.cardRestoration(...at), door, async (req, res) => {
    livingPlanOf(res);
    await restoreCard(deps, authorOf(req, res), cardOf(res));
    backToCard(res, "restored");
  });
  return router;
}

async function showCard({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const [plan, card] = [planOf(res), cardOf(res)];
  const may = rightsOf(res);
  const [page, linkBox] = await Promise.all([
    loadCardPage(db, plan, card),
    linkBoxOf(db, res, card, may.edit),
  ]);
  const model = presentCard(page, may, res.locals);
  const { title } = model.pageHeader;
  res.locals.page("cards/show", { ...model, linkBox }, { title, breadcrumbs: cardCrumbs(res) });
}

/** What may be done on the page; nothing is written in an archived plan. */
function rightsOf(res: Response): MayDo {
  const { reach } = res.locals;
  if (!reach) throw new SignInRequired();
  const [plan, card] = [planOf(res), cardOf(res)];
  const { userId, userIds } = reach;
  const editsPlans = can(res, "plan:edit");
  const { ownerUserId, archivedAt } = card;
  const right = rightToAnswer({ ownerUserId, archivedAt, plan }, { userId, userIds, editsPlans });
  const isLiving = plan.archivedAt === null && archivedAt === null;
  return {
    edit: editsPlans && isLiving,
    restore: editsPlans && plan.archivedAt === null,
    answer: right !== null,
    userIds: isLiving && plan.state === "in-force" ? userIds : [],
  };
}

function backToCard(res: Response, said: "cardArchived" | "restored"): void {
  const { planId, id } = cardOf(res);
  res.locals.say(said);
  res.redirect(303, paths.card(planId, id));
}
