import type { Database } from "../../../../db/connection.ts";
import { listBudgetsInForce } from "../../../../db/queries/budgets-in-force.ts";
import { sumRequestsOfProjects } from "../../../../db/queries/drawdowns.ts";
import type { Moment } from "../../../../db/queries/facts.ts";
import { listProjectsOfMonth, listSpendsInForce } from "../../../../db/queries/months.ts";
import type { Halere } from "../../../values/money.ts";
import { claimedOf } from "../service.ts";
import { spendingOfProjects } from "../spending/service.ts";

/** Money of a project on a day, as `drawdownAt` says it of one. */
export interface ProjectMoney {
  /** Eligible expenditure of the budget in force, else the total of the project; null while neither is known. */
  total: Halere | null;
  /** Recorded with flat rates; until the first expenditure the sum declared, null while nothing is known. */
  spent: Halere | null;
  claimed: Halere;
}

/** Money of many projects true on a day as it was known at an instant: as many queries for many as for one. */
export async function moneyOfProjects(
  db: Database,
  projectIds: readonly number[],
  moment: Moment,
): Promise<Map<number, ProjectMoney>> {
  if (projectIds.length === 0) return new Map();
  const [projects, budgets, spendings, declared, requests] = await Promise.all([
    listProjectsOfMonth(db, projectIds),
    listBudgetsInForce(db, projectIds, moment),
    spendingOfProjects(db, projectIds, { ...moment, earlierOn: moment.on }),
    listSpendsInForce(db, projectIds, moment),
    sumRequestsOfProjects(db, projectIds, moment),
  ]);
  // What comes later holds: expenditure over a declared sum, a newer sum over an older one.
  const spent = new Map<number, Halere>();
  for (const { projectId, spentHalere } of declared)
    if (spentHalere !== null) spent.set(projectId, spentHalere);
  for (const { projectId, spentHalere } of spendings) spent.set(projectId, spentHalere);
  return new Map(
    projects.map(({ id, totalHalere }) => {
      const asked = requests.get(id);
      return [
        id,
        {
          total: budgets.get(id)?.eligible ?? totalHalere,
          spent: spent.get(id) ?? null,
          claimed: asked ? claimedOf(asked) : 0,
        },
      ];
    }),
  );
}
