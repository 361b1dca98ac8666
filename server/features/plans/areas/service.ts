import {
  type AreaKind,
  insertAreas,
  listAreaIdsInUse,
  listAreas,
  type PlanArea,
  updateAreasArchived,
} from "../../../../db/queries/plan-areas.ts";
import type { Change } from "../../../change.ts";
import { czechSortKey } from "../../../values/fold.ts";
import { groupedBy } from "../../../values/grouped.ts";

/** An area as an annex or a form tells it; its parent is named by code. */
export interface WrittenArea {
  code: string;
  title: string;
  parentCode: string | null;
  kind: AreaKind;
}

/**
 * Areas that the plan has not got yet; those with a code that it has stay as they are, so that nothing that
 * a person called otherwise is renamed, and come back from the archive, as do others whose codes are `needed`.
 * Gives the ids of those that were made or brought back.
 */
export async function writeAreas(
  one: Change,
  planId: number,
  areas: readonly WrittenArea[],
  needed: Iterable<string> = [],
): Promise<number[]> {
  const there = await listAreas(one.trx, planId, { withArchived: true });
  const wanted = new Set([...areas.map(({ code }) => code), ...needed]);
  const away = there.filter(({ code, archivedAt }) => archivedAt !== null && wanted.has(code));
  const back = away.map(({ id }) => id);
  await updateAreasArchived(one.trx, back, null);
  recordAreas(one, "plan-area.restored", back);
  const added = await insertMissing(one, planId, areas, there);
  recordAreas(one, "plan-area.created", added);
  return [...back, ...added];
}

async function insertMissing(
  { trx, at }: Change,
  planId: number,
  areas: readonly WrittenArea[],
  there: readonly PlanArea[],
): Promise<number[]> {
  const ids = new Map(there.map(({ code, id }) => [code, id]));
  const added: number[] = [];
  for (const generation of generations(areas, ids)) {
    const rows = generation.map(({ code, title, kind, parentCode }) => ({
      ...{ code, title, kind, parentId: ids.get(parentCode ?? "") ?? null },
      ...{ sortKey: czechSortKey(code), createdAt: at },
    }));
    for (const { id, code } of await insertAreas(trx, planId, rows)) {
      ids.set(code, id);
      added.push(id);
    }
  }
  return added;
}

/**
 * Puts those of the areas into the archive that hold nothing any more: neither a card nor an area that stays.
 * A fixed number of statements.
 */
export async function archiveEmptyAreas(
  one: Change,
  planId: number,
  ids: readonly number[],
): Promise<void> {
  const areas = await listAreas(one.trx, planId);
  const inUse = new Set(await listAreaIdsInUse(one.trx, planId));
  const empty = emptyAreas(areas, inUse, new Set(ids));
  await updateAreasArchived(one.trx, empty, one.at);
  recordAreas(one, "plan-area.archived", empty);
}

function emptyAreas(
  areas: readonly PlanArea[],
  inUse: ReadonlySet<number>,
  asked: ReadonlySet<number>,
): number[] {
  const within = groupedBy(areas, ({ parentId }) => parentId);
  const staying = new Map<number, boolean>();
  const stays = (id: number): boolean => {
    const known = staying.get(id);
    if (known !== undefined) return known;
    // Whatever holds itself by its parents stays.
    staying.set(id, true);
    const isHeld = (within.get(id) ?? []).some((child) => stays(child.id));
    const does = !asked.has(id) || inUse.has(id) || isHeld;
    staying.set(id, does);
    return does;
  };
  return areas.filter(({ id }) => !stays(id)).map(({ id }) => id);
}

function recordAreas({ record }: Change, action: string, ids: readonly number[]): void {
  for (const objectId of ids) record({ action, objectType: "plan-area", objectId });
}

/** New areas so that each comes after its parent; one whose parent is nowhere stands by itself. */
function generations(
  areas: readonly WrittenArea[],
  known: ReadonlyMap<string, number>,
): WrittenArea[][] {
  const fresh = new Map(areas.filter(({ code }) => !known.has(code)).map((one) => [one.code, one]));
  const isRoot = ({ parentCode, code }: WrittenArea) =>
    parentCode === null || parentCode === code || !fresh.has(parentCode);
  const levels: WrittenArea[][] = [];
  let rest = [...fresh.values()];
  let level = rest.filter(isRoot);
  while (level.length > 0) {
    levels.push(level);
    const codes = new Set(level.map(({ code }) => code));
    rest = rest.filter(({ code }) => !codes.has(code));
    level = rest.filter(({ parentCode }) => codes.has(parentCode ?? ""));
  }
  return rest.length > 0 ? [...levels, rest] : levels;
}
