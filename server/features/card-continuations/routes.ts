import { type Request, type Response, Router } from "express";
import { listPlansToCompare } from "../../../db/queries/card-continuations.ts";
import { findPlan } from "../../../db/queries/plans.ts";
import { allow, can } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { authorOf, type FormState, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { withQuery } from "../../web/query-string.ts";
import { livingPlanOf, loadPlan, planCrumbs, planOf } from "../plans/load-plan.ts";
import { dismissOffer, takeBackDismissal } from "./dismissals/service.ts";
import { presentComparison } from "./presenter.ts";
import { comparisonView, newContinuationSchema, pairOfCardsSchema } from "./schema.ts";
import { addContinuation, loadComparison, removeContinuation } from "./service.ts";

type ContinuationDeps = Pick<Deps, "db" | "clock">;

/** Two plans beside each other, and who of the older one's cards goes on in the newer. */
export function continuationRoutes(deps: ContinuationDeps): Router {
  const router = Router();
  router.param("planId", loadPlan(deps));
  const linked = form(deps, newContinuationSchema, {
    show: (req, res, state) => showComparison(deps, req, res, state),
    save: async (req, res, entry) => {
      await addContinuation(deps, authorOf(req, res), livingPlanOf(res).id, entry);
      res.locals.say("saved");
      res.redirect(303, backTo(req, res));
    },
  });
  router.get(paths.planComparison(":planId"), allow("plan:view"), linked.show);
  router.post(paths.continuations(":planId"), allow("plan:edit"), linked.submit);
  const removal = paths.continuationRemoval(":planId", ":continuationId");
  router.post(removal, allow("plan:edit"), async (req, res) => {
    const key = { planId: livingPlanOf(res).id, id: idParam(req.params.continuationId) };
    await removeContinuation(deps, authorOf(req, res), key);
    res.locals.say("saved");
    res.redirect(303, backTo(req, res));
  });
  addDismissalRoutes(router, deps);
  return router;
}

/** Of an offer it may be said that it is none, and that be taken back. */
function addDismissalRoutes(router: Router, deps: ContinuationDeps): void {
  const door = allow("plan:edit");
  const dismissed = form(deps, pairOfCardsSchema, {
    show: (req, res, state) => showComparison(deps, req, res, state),
    save: async (req, res, cards) => {
      await dismissOffer(deps, authorOf(req, res), livingPlanOf(res).id, cards);
      res.locals.say("offerDismissed");
      res.redirect(303, backTo(req, res));
    },
  });
  router.post(paths.dismissedContinuations(":planId"), door, dismissed.submit);
  const takenBack = paths.dismissedContinuationRemoval(":planId", ":dismissalId");
  router.post(takenBack, door, async (req, res) => {
    const key = { planId: livingPlanOf(res).id, id: idParam(req.params.dismissalId) };
    await takeBackDismissal(deps, authorOf(req, res), key);
    res.locals.say("saved");
    res.redirect(303, backTo(req, res));
  });
}

async function showComparison(
  deps: ContinuationDeps,
  req: Request,
  res: Response,
  state: FormState,
): Promise<void> {
  const plan = planOf(res);
  const asked = { ...req.query, ...req.body } as Record<string, unknown>;
  const { show } = comparisonView.parse({ show: asked.show });
  const all = await listPlansToCompare(deps.db);
  const others = all.filter(({ id }) => id !== plan.id);
  const other = await otherPlan(deps, asked.with, others);
  const comparison = other ? await loadComparison(deps.db, plan, other) : null;
  const canEdit = can(res, "plan:edit") && plan.archivedAt === null;
  const model = presentComparison({ plan, others, comparison, show, canEdit, state }, res.locals);
  res.locals.page("card-continuations/show", model, {
    title: `${res.locals.texts.cardContinuations.title} · ${plan.title}`,
    breadcrumbs: planCrumbs(res, { label: res.locals.texts.plans.pages.comparison }),
  });
}

/** The plan asked for, else the only other one there is. */
async function otherPlan(
  { db }: ContinuationDeps,
  asked: unknown,
  others: Awaited<ReturnType<typeof listPlansToCompare>>,
) {
  if (asked === undefined || asked === "") return others.length === 1 ? others[0] : undefined;
  const id = idParam(asked);
  const other = others.find((one) => one.id === id) ?? (await findPlan(db, id));
  if (!other) throw new NotFound("plan");
  return other;
}

function backTo(req: Request, res: Response): string {
  const body = (req.body ?? {}) as Record<string, unknown>;
  const { show } = comparisonView.parse({ show: body.show });
  const other = typeof body.with === "string" && /^\d{1,9}$/.test(body.with) ? body.with : null;
  return withQuery(paths.planComparison(planOf(res).id), { with: other, show });
}
