import type { Transaction } from "../../../../../db/connection.ts";
import {
  type AreaFields,
  countWithinArea,
  insertAreas,
  listAreas,
  type PlanArea,
  updateArea,
  updateAreaArchived,
} from "../../../../../db/queries/plan-areas.ts";
import { lockPlan } from "../../../../../db/queries/plans.ts";
import { type Author, type Change, change } from "../../../../change.ts";
import type { Deps } from "../../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../../../errors.ts";
import { changedFields } from "../../../../values/changed-fields.ts";
import { czechSortKey } from "../../../../values/fold.ts";
import type { AreaEntry, EditedArea } from "../schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

export interface AreaKey {
  planId: number;
  id: number;
}

export async function createArea(
  deps: Doing,
  author: Author,
  planId: number,
  entry: AreaEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const { trx, at } = one;
    await lockLiving(trx, planId);
    const gone = await archivedArea(trx, planId, entry.code);
    const fields = await checkedFields(trx, planId, entry, gone?.id ?? null);
    if (gone) return restoreArea(one, gone, fields);
    const [area] = await insertAreas(trx, planId, [{ ...fields, createdAt: at }]);
    const id = area?.id as number;
    recordArea(one, id, "plan-area.created", { title: [null, told(fields)] });
    return id;
  });
}

/** A code is of one area for ever, so the one in the archive that has it comes back under its new title. */
async function archivedArea(
  trx: Transaction,
  planId: number,
  code: string,
): Promise<PlanArea | undefined> {
  const areas = await listAreas(trx, planId, { withArchived: true });
  return areas.find((area) => area.code === code && area.archivedAt !== null);
}

async function restoreArea(one: Change, area: PlanArea, fields: AreaFields): Promise<number> {
  const { id, version } = area;
  await updateAreaArchived(one.trx, { id, version }, null);
  await updateArea(one.trx, { id, version: version + 1 }, fields);
  const { sortKey: _, parentId: __, ...words } = fields;
  recordArea(one, id, "plan-area.restored", changedFields<object>(area, words));
  return id;
}

/** @throws EditedMeanwhile when the form was opened on another version of the area */
export async function editArea(
  deps: Doing,
  author: Author,
  key: AreaKey,
  { entry, formOf }: { entry: EditedArea; formOf: FormOf<PlanArea> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const { version, ...rest } = entry;
    const fields = await checkedFields(one.trx, key.planId, rest, key.id);
    const before = await areaAt(one.trx, key);
    if (before.archivedAt !== null) throw new Conflict("archived");
    if ((await updateArea(one.trx, { id: key.id, version }, fields)) === 0)
      throw await editedMeanwhile(one.trx, {
        ...{ objectType: "plan-area", objectId: key.id, version: before.version },
        values: formOf(before),
      });
    const { sortKey: _, parentId, ...words } = fields;
    recordArea(one, key.id, "plan-area.edited", {
      ...changedFields<object>(before, words),
      ...(parentId === before.parentId ? {} : await movedOf(one.trx, key.planId, before, parentId)),
    });
  });
}

/** Only an empty area goes to the archive: nothing may stand in a place that is not shown. */
export async function archiveArea(deps: Doing, author: Author, key: AreaKey): Promise<void> {
  await change(deps, author, async (one) => {
    await lockLiving(one.trx, key.planId);
    const area = await areaAt(one.trx, key);
    if (area.archivedAt !== null) return;
    if ((await countWithinArea(one.trx, key.id)) > 0) throw new Conflict("areaNotEmpty");
    await updateAreaArchived(one.trx, area, one.at);
    recordArea(one, key.id, "plan-area.archived");
  });
}

/** Whoever puts the plan into the archive and whoever changes its areas take turns. */
async function lockLiving(trx: Transaction, planId: number): Promise<void> {
  const plan = await lockPlan(trx, planId);
  if (!plan) throw new NotFound("plan");
  if (plan.archivedAt !== null) throw new Conflict("planArchived");
}

async function areaAt(trx: Transaction, { planId, id }: AreaKey): Promise<PlanArea> {
  const areas = await listAreas(trx, planId, { withArchived: true });
  const area = areas.find((one) => one.id === id);
  if (!area) throw new NotFound("area");
  return area;
}

async function checkedFields(
  trx: Transaction,
  planId: number,
  entry: AreaEntry,
  id: number | null,
): Promise<AreaFields> {
  await lockLiving(trx, planId);
  const areas = await listAreas(trx, planId, { withArchived: true });
  if (areas.some((area) => area.code === entry.code && area.id !== id))
    throw new InvalidInput({ code: "areaCodeTaken" });
  const parent = areas.find((area) => area.id === entry.parentId && area.archivedAt === null);
  if (entry.parentId !== null && !parent) throw new InvalidInput({ parentId: "unknownChoice" });
  if (id !== null && isWithin(areas, parent, id))
    throw new InvalidInput({ parentId: "areaWithinItself" });
  return { ...entry, sortKey: czechSortKey(entry.code) };
}

/** Whether the area, or something above it, is the one with that id. */
function isWithin(areas: readonly PlanArea[], area: PlanArea | undefined, id: number): boolean {
  for (let above = area, steps = 0; above && steps <= areas.length; steps += 1) {
    if (above.id === id) return true;
    const { parentId } = above;
    above = areas.find((one) => one.id === parentId);
  }
  return false;
}

async function movedOf(
  trx: Transaction,
  planId: number,
  before: PlanArea,
  parentId: number | null,
): Promise<Record<string, [unknown, unknown]>> {
  const areas = await listAreas(trx, planId, { withArchived: true });
  const name = (id: number | null) => {
    const area = areas.find((one) => one.id === id);
    return area ? told(area) : null;
  };
  return { parent: [name(before.parentId), name(parentId)] };
}

function told({ code, title }: Pick<PlanArea, "code" | "title">): string {
  return `${code} ${title}`;
}

function recordArea(
  { record }: Change,
  objectId: number,
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): void {
  record({ action, objectType: "plan-area", objectId, changes });
}
