import {
  findPlan,
  insertPlan,
  type Plan,
  type PlanFields,
  updatePlan,
} from "../../../db/queries/plans.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { czechSortKey } from "../../values/fold.ts";
import type { EditedPlan, PlanEntry } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** A plan with nothing in it yet; gives its id. */
export async function createPlan(deps: Doing, author: Author, entry: PlanEntry): Promise<number> {
  return change(deps, author, async (one) => {
    const id = await insertPlan(one.trx, { ...fieldsOf(entry), createdAt: one.at });
    recordPlan(one, id, "plan.created", { title: [null, entry.title] });
    return id;
  });
}

/** @throws EditedMeanwhile when the form was opened on another version of the plan */
export async function editPlan(
  deps: Doing,
  author: Author,
  id: number,
  { entry, formOf }: { entry: EditedPlan; formOf: FormOf<Plan> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await findPlan(one.trx, id);
    if (!before) throw new NotFound("plan");
    if (before.archivedAt !== null) throw new Conflict("archived");
    const updated = await updatePlan(one.trx, { id, version: entry.version }, fieldsOf(entry));
    if (updated === 0)
      throw await editedMeanwhile(one.trx, {
        ...{ objectType: "plan", objectId: id, version: before.version, values: formOf(before) },
      });
    const { version: _, ...fields } = entry;
    recordPlan(one, id, "plan.edited", changedFields<object>(before, fields));
  });
}

export function recordPlan(
  { record }: Change,
  objectId: number,
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): void {
  record({ action, objectType: "plan", objectId, changes });
}

function fieldsOf(entry: PlanEntry): PlanFields {
  const { title, region, fromYear, toYear, state, note, asksOn } = entry;
  const sortKey = czechSortKey(title);
  return { title, region, fromYear, toYear, state, note, asksOn, sortKey };
}
