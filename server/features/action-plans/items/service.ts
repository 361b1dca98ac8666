import type { Transaction } from "../../../../db/connection.ts";
import {
  type ActionPlanItem,
  type ChosenItem,
  findActionPlanItem,
  insertActionPlanItems,
  listChosen,
  listMeasuresOfPlan,
  updateActionPlanItem,
  updateItemsArchived,
} from "../../../../db/queries/action-plan-items.ts";
import { type ActionPlan, updateActionPlan } from "../../../../db/queries/action-plans.ts";
import { listTreeCards } from "../../../../db/queries/plan-tree.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { changesOfChoice, choiceKey } from "../rules.ts";
import type { ChoiceEntry, ItemEntry, ResultEntry } from "../schema.ts";
import { changedMeanwhile, livingPlan, openActionPlan, recordActionPlan } from "../service.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** Exactly what is ticked is in the action plan; what was in it before and comes back has its task again. */
export async function chooseItems(
  deps: Doing,
  author: Author,
  actionPlan: ActionPlan,
  { entry, formOf }: { entry: ChoiceEntry; formOf: FormOf<ActionPlan> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx, at } = one;
    await livingPlan(trx, actionPlan.planId);
    const before = await openActionPlan(trx, actionPlan.id);
    if (before.state === "approved") throw new Conflict("actionPlanApproved");
    const updated = await updateActionPlan(trx, { id: before.id, version: entry.version }, before);
    if (updated === 0) throw await changedMeanwhile(trx, before, formOf);
    const kept = await listChosen(trx, before.id);
    const chosen = await chosenOf(trx, before.planId, entry.items, kept);
    const { added, restored, removed } = changesOfChoice(kept, chosen);
    await insertActionPlanItems(trx, { actionPlanId: before.id, createdAt: at }, added);
    await updateItemsArchived(trx, idsOf(restored), null);
    await updateItemsArchived(trx, idsOf(removed), at);
    const count = (items: readonly unknown[]) => items.length;
    recordActionPlan(one, before, "action-plan.chosen", {
      items: [count(kept.filter(({ isArchived }) => !isArchived)), count(chosen)],
    });
  });
}

/** Living cards and measures of the plan, and whatever of the archive was chosen before. */
async function chosenOf(
  trx: Transaction,
  planId: number,
  keys: readonly string[],
  kept: readonly ChosenItem[],
): Promise<ChosenItem[]> {
  const cards = await listTreeCards(trx, planId);
  const measures = await listMeasuresOfPlan(trx, planId);
  const known = new Map<string, ChosenItem>();
  const offer = (item: ChosenItem) => known.set(choiceKey(item), item);
  for (const { cardId, measureId } of kept) offer({ cardId, measureId });
  for (const { id } of cards) offer({ cardId: id, measureId: null });
  for (const { id, cardId } of measures) offer({ cardId, measureId: id });
  return keys.map((key) => {
    const item = known.get(key);
    if (!item) throw new InvalidInput({ items: "unknownChoice" });
    return item;
  });
}

/** What is to be done and what came of it; of an approved plan only the latter. */
export async function editItem(
  deps: Doing,
  author: Author,
  key: { actionPlan: ActionPlan; itemId: number },
  { entry, formOf }: { entry: ItemEntry | ResultEntry; formOf: FormOf<ActionPlanItem> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx } = one;
    await livingPlan(trx, key.actionPlan.planId);
    const actionPlan = await openActionPlan(trx, key.actionPlan.id);
    const before = await findActionPlanItem(trx, { actionPlanId: actionPlan.id, id: key.itemId });
    if (!before) throw new NotFound("item of an action plan");
    const { version, ...said } = entry;
    const asked = actionPlan.state === "approved" ? { result: said.result } : said;
    const was = { task: before.task, dueOn: before.dueOn, result: before.result };
    const fields = { ...was, ...asked };
    if (fields.dueOn !== null && !fields.dueOn.startsWith(`${actionPlan.year}-`))
      throw new InvalidInput({ dueOn: "outsideYear" });
    const { id } = before;
    if ((await updateActionPlanItem(trx, { id, version }, fields)) === 0)
      throw await editedMeanwhile(trx, {
        objectType: "action-plan",
        objectId: actionPlan.id,
        version: before.version,
        values: formOf(before),
      });
    const changes = changedFields(was, fields);
    recordActionPlan(one, actionPlan, "action-plan.item-edited", {
      item: [null, before.measureText ?? before.cardName],
      ...changes,
    });
  });
}

function idsOf(items: readonly { id: number }[]): number[] {
  return items.map(({ id }) => id);
}
