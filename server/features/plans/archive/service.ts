import { lockPlan, updatePlanArchived } from "../../../../db/queries/plans.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { recordPlan } from "../service.ts";

/** An archived plan stays readable with all its cards, and comes back whenever it is wanted. */
export async function setPlanArchived(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  id: number,
  isArchived: boolean,
): Promise<void> {
  await change(deps, author, async (one) => {
    const plan = await lockPlan(one.trx, id);
    if (!plan) throw new NotFound("plan");
    if ((plan.archivedAt !== null) === isArchived) return;
    await updatePlanArchived(one.trx, plan, isArchived ? one.at : null);
    recordPlan(one, id, isArchived ? "plan.archived" : "plan.restored");
  });
}
