import type { Router } from "express";
import { listActionPlanYears } from "../../../../db/queries/action-plans.ts";
import { type HistoryLine, listHistories } from "../../../../db/queries/audit-events.ts";
import { listCardNames } from "../../../../db/queries/cards.ts";
import { listAreas } from "../../../../db/queries/plan-areas.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { planCrumbs, planOf } from "../load-plan.ts";

const LINES = 200;

/** What became of a plan, its areas, cards and action plans, the newest first; the way to cards in the archive. */
export function addPlanHistoryRoutes(router: Router, { db }: Pick<Deps, "db">): void {
  router.get(paths.planHistory(":planId"), allow("plan:view"), async (_req, res) => {
    const { id } = planOf(res);
    const { texts } = res.locals;
    const [areas, cards, actionPlans] = await Promise.all([
      listAreas(db, id, { withArchived: true }),
      listCardNames(db, id),
      listActionPlanYears(db, id),
    ]);
    const objects = [
      { objectType: "plan", ids: [id] },
      { objectType: "plan-area", ids: areas.map((area) => area.id) },
      { objectType: "card", ids: cards.map((card) => card.id) },
      { objectType: "action-plan", ids: actionPlans.map((one) => one.id) },
    ];
    const lines = await listHistories(db, { objects, limit: LINES });
    const nameOf = namesOf(id, { areas, cards, actionPlans });
    const history = presentHistory(lines, res.locals).map((entry, at) => {
      const name = nameOf(lines[at]);
      return name ? { ...entry, what: `${entry.what}: ${name.label}`, href: name.href } : entry;
    });
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

interface Named {
  areas: readonly { id: number; code: string; title: string }[];
  cards: readonly { id: number; number: string; name: string }[];
  actionPlans: readonly { id: number; year: number; archivedAt: string | null }[];
}

/** Of which card, area or year a line tells: `1.1.2 Posílení krizové pomoci`; of the plan itself nothing is said. */
function namesOf(planId: number, { areas, cards, actionPlans }: Named) {
  const names = new Map<string, { label: string; href: string | null }>();
  for (const { id, code, title } of areas)
    names.set(`plan-area ${id}`, { label: `${code} ${title}`.trim(), href: null });
  // The only way to a card in the archive.
  for (const { id, number, name } of cards)
    names.set(`card ${id}`, { label: `${number} ${name}`.trim(), href: paths.card(planId, id) });
  for (const { id, year, archivedAt } of actionPlans) {
    const href = archivedAt === null ? paths.actionPlan(planId, year) : null;
    names.set(`action-plan ${id}`, { label: String(year), href });
  }
  return (line: HistoryLine | undefined) => names.get(`${line?.objectType} ${line?.objectId}`);
}
