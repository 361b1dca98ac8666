import {
  type AreaKind,
  insertAreas,
  listAreas,
  updateAreaArchived,
} from "../../../../db/queries/plan-areas.ts";
import type { Change } from "../../../change.ts";
import { czechSortKey } from "../../../values/fold.ts";

/** An area as an annex or a form tells it; its parent is named by code. */
export interface WrittenArea {
  code: string;
  title: string;
  parentCode: string | null;
  kind: AreaKind;
}

/**
 * Areas that the plan has not got yet; those with a code that it has stay as they are, so that nothing that
 * a person called otherwise is renamed, and come back from the archive. Gives the ids of the new ones.
 */
export async function writeAreas(
  one: Change,
  planId: number,
  areas: readonly WrittenArea[],
): Promise<number[]> {
  const { trx, at } = one;
  const there = await listAreas(trx, planId, { withArchived: true });
  const ids = new Map(there.map(({ code, id }) => [code, id]));
  const wanted = new Set(areas.map(({ code }) => code));
  for (const area of there)
    if (area.archivedAt !== null && wanted.has(area.code))
      await updateAreaArchived(trx, area, null);
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
  for (const objectId of added)
    one.record({ action: "plan-area.created", objectType: "plan-area", objectId });
  return added;
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
