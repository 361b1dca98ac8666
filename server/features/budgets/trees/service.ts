import {
  type BudgetLine,
  deleteBudgetLines,
  insertBudgetLines,
  insertLineIdentities,
  listBudgetLines,
} from "../../../../db/queries/budget-lines.ts";
import { updateBudgetSums } from "../../../../db/queries/budget-versions.ts";
import type { Change } from "../../../change.ts";
import { InvalidInput } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { parentCode } from "../rules.ts";
import type { DraftTree } from "../versions/service.ts";
import {
  faultsOf,
  isCountable,
  mergedLines,
  type ReckonedLine,
  reckon,
  type WrittenLine,
} from "./rules.ts";

/**
 * Writes many lines into a draft at once, whole or not at all: those of a code that is there change the line
 * of that code, others are new, and the rest of the tree stays. Whoever calls it has shown the faults before.
 * @throws InvalidInput `lines` with the first fault of the tree that would come of it
 */
export async function enterLines(
  one: Change,
  draft: DraftTree,
  { projectId, lines }: { projectId: number; lines: readonly WrittenLine[] },
): Promise<{ created: number; changed: number }> {
  const { trx, at } = one;
  const existing = await listBudgetLines(trx, draft.id);
  const merged = mergedLines(existing, lines);
  const [fault] = faultsOf(merged);
  if (fault) throw new InvalidInput({ lines: fault.message });
  const tree = reckon(merged);
  if (!isCountable(tree.sums)) throw new InvalidInput({ lines: "amountTooLarge" });
  const before = new Map(existing.map((line) => [line.code, line]));
  const fresh = tree.lines.filter(({ code }) => !before.has(code));
  const ids = await insertLineIdentities(trx, { projectId, count: fresh.length, createdAt: at });
  const idOf = new Map([...before].map(([code, { lineId }]) => [code, lineId]));
  for (const [index, { code }] of fresh.entries()) idOf.set(code, ids[index] ?? 0);
  const rows = tree.lines.map((line) => rowOf(line, idOf, before.get(line.code)));
  await deleteBudgetLines(trx, draft.id);
  await insertBudgetLines(trx, draft.id, rows);
  await updateBudgetSums(trx, draft.id, tree.sums);
  const changed = rows.filter(({ code, version }) => version !== (before.get(code)?.version ?? 1));
  const counts = { created: fresh.length, changed: changed.length };
  const eligibleHalere: [number, number] = [draft.sums.eligible, tree.sums.eligible];
  draft.sums = tree.sums;
  one.record({
    action: "budget.entered",
    objectType: "budget-version",
    objectId: draft.id,
    projectId,
    changes: { created: [null, counts.created], changed: [null, counts.changed], eligibleHalere },
  });
  return counts;
}

function rowOf(line: ReckonedLine, idOf: Map<string, number>, before: BudgetLine | undefined) {
  const parentLineId = idOf.get(parentCode(line.code) ?? "") ?? null;
  const lineId = idOf.get(line.code) ?? 0;
  return { ...line, lineId, parentLineId, version: editionOf(line, before) };
}

/** A line that stays as it was keeps its edition, so that forms opened on it still hold. */
function editionOf(line: ReckonedLine, before: BudgetLine | undefined): number {
  if (!before) return 1;
  const isSame = Object.keys(changedFields(ownFields(before), ownFields(line))).length === 0;
  return isSame ? before.version : before.version + 1;
}

function ownFields({
  name,
  unit,
  unitPriceHalere,
  unitsE4,
  flatRateKind,
  flatRateBp,
}: WrittenLine) {
  return { name, unit, unitPriceHalere, unitsE4, flatRateKind, flatRateBp };
}
