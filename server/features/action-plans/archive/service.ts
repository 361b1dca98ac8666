import {
  type ActionPlan,
  findActionPlan,
  lockActionPlan,
  updateActionPlanArchived,
} from "../../../../db/queries/action-plans.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { livingPlan, recordActionPlan } from "../service.ts";

type Doing = Pick<Deps, "db" | "clock">;

export interface ActionPlanKey {
  planId: number;
  id: number;
}

/**
 * A draft made by mistake, as for a wrong year, goes to the archive with all that was chosen into it; the year
 * may get another one. What was approved stays.
 * @throws Conflict when it is approved
 */
export async function archiveActionPlan(
  deps: Doing,
  author: Author,
  key: ActionPlanKey,
): Promise<void> {
  await change(deps, author, async (one) => {
    const actionPlan = await lockedActionPlan(one, key);
    if (actionPlan.archivedAt !== null) return;
    if (actionPlan.state === "approved") throw new Conflict("approvedActionPlanStays");
    await updateActionPlanArchived(one.trx, actionPlan, one.at);
    recordActionPlan(one, actionPlan, "action-plan.archived");
  });
}

/** @throws Conflict when its year has another one by now */
export async function restoreActionPlan(
  deps: Doing,
  author: Author,
  key: ActionPlanKey,
): Promise<number> {
  return change(deps, author, async (one) => {
    const actionPlan = await lockedActionPlan(one, key);
    const { planId, year } = actionPlan;
    if (actionPlan.archivedAt === null) return year;
    if (await findActionPlan(one.trx, { planId, year })) throw new Conflict("actionPlanOfYear");
    await updateActionPlanArchived(one.trx, actionPlan, null);
    recordActionPlan(one, actionPlan, "action-plan.restored");
    return year;
  });
}

async function lockedActionPlan({ trx }: Change, key: ActionPlanKey): Promise<ActionPlan> {
  await livingPlan(trx, key.planId);
  const actionPlan = await lockActionPlan(trx, key.id);
  if (!actionPlan || actionPlan.planId !== key.planId) throw new NotFound("action plan");
  return actionPlan;
}
