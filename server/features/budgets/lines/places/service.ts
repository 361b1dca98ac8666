import type { Transaction } from "../../../../../db/connection.ts";
import {
  addToLines,
  type BudgetLine,
  countLinesUnder,
  deleteBudgetLine,
  insertBudgetLines,
  listLinesAbove,
  updateLineIsLeaf,
} from "../../../../../db/queries/budget-lines.ts";
import { updateBudgetSums } from "../../../../../db/queries/budget-versions.ts";
import { InvalidInput } from "../../../../errors.ts";
import { categoryOf, codesAbove, parentCode } from "../../rules.ts";
import { amountOfLeaf, type MovedLeaf, rippleOf } from "../../sums/rules.ts";
import { hasOwnAmount, isCountable } from "../../trees/rules.ts";
import type { DraftTree } from "../../versions/service.ts";

type NewLine = Omit<BudgetLine, "parentLineId">;

/** Puts a leaf into the tree of a draft, with its amount in all sums above. */
export async function putIn(trx: Transaction, draft: DraftTree, line: NewLine): Promise<void> {
  const near = await listLinesAbove(trx, draft.id, [line.code, ...codesAbove(line.code)]);
  const parent = near.find(({ code }) => code === parentCode(line.code));
  checkPlace(line.code, near, parent);
  if (parent?.isLeaf)
    await updateLineIsLeaf(trx, { versionId: draft.id, lineId: parent.lineId }, false);
  const amountHalere = amountOfLeaf(line, draft.sums);
  const parentLineId = parent?.lineId ?? null;
  await insertBudgetLines(trx, draft.id, [{ ...line, parentLineId, amountHalere }]);
  await moveSums(trx, draft, { ...line, by: amountHalere });
}

function checkPlace(code: string, near: readonly BudgetLine[], parent?: BudgetLine): void {
  const above = parentCode(code);
  const refuse = (message: string) => {
    throw new InvalidInput({ code: message });
  };
  if (categoryOf(code) === undefined) refuse("budgetRoot");
  if (near.some((line) => line.code === code)) refuse(above === null ? "secondRoot" : "codeTwice");
  if (above !== null && !parent) refuse(`chapterMissing:${above}`);
  if (parent && hasOwnAmount(parent)) refuse(`chapterHasPrice:${parent.code}`);
}

/** Takes a leaf out of the tree of a draft; a chapter left without lines may have a price again. */
export async function takeOut(trx: Transaction, draft: DraftTree, line: BudgetLine): Promise<void> {
  await deleteBudgetLine(trx, { versionId: draft.id, lineId: line.lineId });
  await moveSums(trx, draft, { ...line, by: -line.amountHalere });
  if (line.parentLineId === null) return;
  const parent = { versionId: draft.id, lineId: line.parentLineId };
  if ((await countLinesUnder(trx, parent)) === 0) await updateLineIsLeaf(trx, parent, true);
}

/**
 * Chapters above a leaf, flat rates and the sums of the version after its amount moved. Leaves the new sums
 * in `draft`; gives the lines that moved with it.
 * @throws InvalidInput when the budget would be larger than can be counted
 */
export async function moveSums(
  trx: Transaction,
  draft: DraftTree,
  leaf: MovedLeaf,
): Promise<{ lineId: number; amountHalere: number }[]> {
  const lines = await listLinesAbove(trx, draft.id, codesAbove(leaf.code));
  const { moves, sums } = rippleOf(lines, draft.sums, leaf);
  if (!isCountable(sums)) throw new InvalidInput({ unitPrice: "amountTooLarge" });
  await addToLines(trx, draft.id, moves);
  await updateBudgetSums(trx, draft.id, sums);
  draft.sums = sums;
  return lines
    .filter(({ lineId }) => moves.has(lineId))
    .map(({ lineId, amountHalere }) => ({
      lineId,
      amountHalere: amountHalere + (moves.get(lineId) ?? 0),
    }));
}
