import type { Transaction } from "../../../db/connection.ts";
import {
  insertActionPlanItems,
  listChosen,
  listItemsToGoOn,
} from "../../../db/queries/action-plan-items.ts";
import {
  type ActionPlan,
  insertActionPlan,
  listActionPlans,
  lockActionPlan,
  updateActionPlan,
} from "../../../db/queries/action-plans.ts";
import { lockPlan, type Plan } from "../../../db/queries/plans.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { type CalendarDate, pragueDay } from "../../values/calendar-date.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { isYearOfPlan } from "./rules.ts";
import type { ActionPlanEntry, NewActionPlanEntry } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

/**
 * An action plan of a year that has none, empty or with what the last one before it left open.
 * @returns the year
 */
export async function createActionPlan(
  deps: Doing,
  author: Author,
  planId: number,
  entry: NewActionPlanEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const { trx, at } = one;
    const plan = await livingPlan(trx, planId);
    const { year, note, copiesLast } = entry;
    if (!isYearOfPlan(plan, year)) throw new InvalidInput({ year: "outsidePlan" });
    const others = await listActionPlans(trx, planId);
    if (others.some((other) => other.year === year)) throw new InvalidInput({ year: "taken" });
    const id = await insertActionPlan(trx, { planId, year, note, createdAt: at });
    const last = others.find((other) => other.year < year);
    if (copiesLast && last) {
      const open = await listItemsToGoOn(trx, last.id);
      await insertActionPlanItems(trx, { actionPlanId: id, createdAt: at }, open);
    }
    recordActionPlan(one, { id, planId }, "action-plan.created", { year: [null, year] });
    return year;
  });
}

/** Its note, and the day on which it was approved; without one it is a draft. */
export async function editActionPlan(
  deps: Doing,
  author: Author,
  actionPlan: ActionPlan,
  { entry, formOf }: { entry: ActionPlanEntry; formOf: FormOf<ActionPlan> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx } = one;
    await livingPlan(trx, actionPlan.planId);
    const before = await openActionPlan(trx, actionPlan.id);
    const { version, approvedOn, note } = entry;
    await checkApproval(trx, before, approvedOn, pragueDay(one.at));
    const updated = await updateActionPlan(trx, { id: before.id, version }, { approvedOn, note });
    if (updated === 0) throw await changedMeanwhile(trx, before, formOf);
    const changes = changedFields(
      { approvedOn: before.approvedOn, note: before.note },
      { approvedOn, note },
    );
    recordActionPlan(one, before, actionOf(before, approvedOn), changes);
  });
}

async function checkApproval(
  trx: Transaction,
  { id }: ActionPlan,
  approvedOn: CalendarDate | null,
  today: CalendarDate,
): Promise<void> {
  if (approvedOn === null) return;
  if (approvedOn > today) throw new InvalidInput({ approvedOn: "notInFuture" });
  const chosen = await listChosen(trx, id);
  if (chosen.every(({ isArchived }) => isArchived))
    throw new InvalidInput({ approvedOn: "emptyActionPlan" });
}

function actionOf(before: ActionPlan, approvedOn: CalendarDate | null): string {
  if (before.approvedOn === null) return approvedOn === null ? EDITED : "action-plan.approved";
  return approvedOn === null ? "action-plan.reopened" : EDITED;
}

const EDITED = "action-plan.edited";

/** The strategic plan, locked; nothing is written into an archived one. */
export async function livingPlan(trx: Transaction, planId: number): Promise<Plan> {
  const plan = await lockPlan(trx, planId);
  if (!plan) throw new NotFound("plan");
  if (plan.archivedAt !== null) throw new Conflict("planArchived");
  return plan;
}

/** The action plan, locked; nobody works on one in the archive. */
export async function openActionPlan(trx: Transaction, id: number): Promise<ActionPlan> {
  const actionPlan = await lockActionPlan(trx, id);
  if (!actionPlan) throw new NotFound("action plan");
  if (actionPlan.archivedAt !== null) throw new Conflict("archived");
  return actionPlan;
}

export async function changedMeanwhile(
  trx: Transaction,
  current: ActionPlan,
  formOf: FormOf<ActionPlan>,
) {
  const { id: objectId, version } = current;
  const values = formOf(current);
  return editedMeanwhile(trx, { objectType: "action-plan", objectId, version, values });
}

export function recordActionPlan(
  { record }: Change,
  { id }: { id: number; planId: number },
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): void {
  record({ action, objectType: "action-plan", objectId: id, changes });
}
