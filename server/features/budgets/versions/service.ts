import type { Transaction } from "../../../../db/connection.ts";
import { copyBudgetLines } from "../../../../db/queries/budget-lines.ts";
import {
  findBudgetVersion,
  insertBudgetVersion,
  lockDraftVersion,
  updateBudgetLocked,
  updateBudgetSums,
} from "../../../../db/queries/budget-versions.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import type { TreeSums } from "../sums/rules.ts";

/** The version that a change brings: all lines of the one it starts from, or an empty tree. */
export async function createVersionFrom(
  trx: Transaction,
  change: { projectId: number; changeId: number; basedOnId: number | null },
  at: string,
): Promise<number> {
  const { projectId, basedOnId } = change;
  await lockProject(trx, projectId);
  const versionId = await insertBudgetVersion(trx, { ...change, createdAt: at });
  if (basedOnId === null) return versionId;
  const basis = await findBudgetVersion(trx, { projectId, id: basedOnId });
  if (!basis) throw new NotFound("budget version");
  await copyBudgetLines(trx, basedOnId, versionId);
  await updateBudgetSums(trx, versionId, basis);
  return versionId;
}

/** Called when a change is announced: nothing of its budget changes from then on. */
export async function lockVersion(trx: Transaction, versionId: number, at: string): Promise<void> {
  await updateBudgetLocked(trx, { id: versionId, at });
}

/** A draft whose lines are being written; `sums` follow each of them. */
export interface DraftTree {
  id: number;
  sums: TreeSums;
}

/**
 * The draft of the project, locked for writing.
 * @throws Conflict `noBudgetDraft` when none is open
 */
export async function draftToWrite(trx: Transaction, projectId: number): Promise<DraftTree> {
  const draft = await lockDraftVersion(trx, projectId);
  if (!draft) throw new Conflict("noBudgetDraft");
  const { id, ...sums } = draft;
  return { id, sums };
}
