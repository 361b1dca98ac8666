import type { Router } from "express";
import { listHistories } from "../../../../db/queries/audit-events.ts";
import { listCards } from "../../../../db/queries/cards.ts";
import { listAreas } from "../../../../db/queries/plan-areas.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { planCrumbs, planOf } from "../load-plan.ts";

const LINES = 200;

/** What became of a plan, its areas and its cards, the newest first. */
export function addPlanHistoryRoutes(router: Router, { db }: Pick<Deps, "db">): void {
  router.get(paths.planHistory(":planId"), allow("plan:view"), async (_req, res) => {
    const { id } = planOf(res);
    const { texts } = res.locals;
    const [areas, cards] = await Promise.all([
      listAreas(db, id, { withArchived: true }),
      listCards(db, id),
    ]);
    const objects = [
      { objectType: "plan", ids: [id] },
      { objectType: "plan-area", ids: areas.map((area) => area.id) },
      { objectType: "card", ids: cards.map((card) => card.id) },
    ];
    const history = presentHistory(await listHistories(db, { objects, limit: LINES }), res.locals);
    const { title } = texts.history;
    const model = {
      pageHeader: { title: texts.plans.tree.history },
      history,
      older: null,
      empty: { text: texts.history.nothing, icon: "history" },
    };
    res.locals.page("projects/history", model, {
      title,
      breadcrumbs: planCrumbs(res, { label: title }),
    });
  });
}
