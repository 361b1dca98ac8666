import type { Transaction } from "../../../../db/connection.ts";
import { updateBudgetImportState } from "../../../../db/queries/budget-imports.ts";
import {
  type BudgetLine,
  deleteBudgetLines,
  insertBudgetLines,
  insertLineIdentities,
  listBudgetLines,
} from "../../../../db/queries/budget-lines.ts";
import { updateBudgetSums } from "../../../../db/queries/budget-versions.ts";
import { findApprovedBudget } from "../../../../db/queries/budgets-in-force.ts";
import { findDraftChange } from "../../../../db/queries/project-changes.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { parentCode } from "../../budgets/rules.ts";
import type { ReckonedLine } from "../../budgets/trees/rules.ts";
import { createVersionFrom, type DraftTree, draftToWrite } from "../../budgets/versions/service.ts";
import { draftChange } from "../../project-changes/drafts/service.ts";
import { type ComparedBudget, compareBudget, isSameLine, mayApply } from "../comparing/service.ts";
import { type BudgetImportKey, type NamesOf, openBudgetImport, rowsOf } from "../service.ts";

/**
 * Writes the whole budget of a file into the draft of the project, or into a new one, or nothing of it. It is
 * read anew over what the budget holds by now.
 * @throws Conflict when anything of it is wrong, or lines with expenditure would go
 */
export async function applyBudgetImport(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: BudgetImportKey & { version: number },
  { namesOf, title }: { namesOf: NamesOf; title: string },
): Promise<void> {
  const { projectId, id, version } = key;
  const found = await openBudgetImport(deps.db, key);
  await change(deps, author, async (one) => {
    const { trx, at } = one;
    const project = await lockProject(trx, projectId);
    const compared = await compareBudget(trx, project, rowsOf(found), namesOf);
    if (!mayApply(compared)) throw new Conflict("budgetImportWrong");
    const draft = await draftFor(one, { projectId, compared, title });
    const before = await listBudgetLines(trx, draft.id);
    await replaceTree(one, draft, { projectId, compared, before });
    const after = await listBudgetLines(trx, draft.id);
    const written = {
      budgetVersionId: draft.id,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
    };
    const step = { id, version, from: "read", to: "applied", at, written } as const;
    if (!(await updateBudgetImportState(trx, step))) throw new Conflict("changedMeanwhile");
    recordApplied(one, key, { compared, draft });
  });
}

/** The draft that is open; a change already begun gets its budget, otherwise one begins. */
async function draftFor(
  one: Change,
  given: { projectId: number; compared: ComparedBudget; title: string },
): Promise<DraftTree> {
  const { trx, at } = one;
  const { projectId, compared, title } = given;
  if (!compared.basis?.isDraft) {
    const approved = await findApprovedBudget(trx, projectId);
    const kind = approved ? "insubstantial" : "decision";
    const begun = await findDraftChange(trx, projectId);
    const changeId = begun?.id ?? (await draftChange(one, { projectId, kind, title }));
    const basedOnId = approved?.id ?? null;
    await createVersionFrom(trx, { projectId, changeId, basedOnId }, at);
  }
  return draftToWrite(trx, projectId);
}

async function replaceTree(
  { trx, at }: Change,
  draft: DraftTree,
  given: { projectId: number; compared: ComparedBudget; before: readonly BudgetLine[] },
): Promise<void> {
  const { compared, before, projectId } = given;
  const { tree } = compared;
  if (!tree) return;
  const idOf = await identified(trx, compared, { projectId, createdAt: at });
  const known = new Map(before.map((line) => [line.lineId, line]));
  const rows = tree.lines.map((line) => rowOf(line, idOf, known));
  await deleteBudgetLines(trx, draft.id);
  await insertBudgetLines(trx, draft.id, rows);
  await updateBudgetSums(trx, draft.id, tree.sums);
}

/** Lines by their codes, those that are new with an identity of their own. */
async function identified(
  trx: Transaction,
  { tree, identities }: ComparedBudget,
  given: { projectId: number; createdAt: string },
): Promise<Map<string, number>> {
  const fresh = (tree?.lines ?? []).filter(({ code }) => !identities.has(code));
  const ids = await insertLineIdentities(trx, { ...given, count: fresh.length });
  const idOf = new Map(identities);
  for (const [at, { code }] of fresh.entries()) idOf.set(code, ids[at] ?? 0);
  return idOf;
}

/** A line that stays as it was keeps its edition, so that forms opened on it still hold. */
function rowOf(
  line: ReckonedLine,
  idOf: ReadonlyMap<string, number>,
  known: ReadonlyMap<number, BudgetLine>,
) {
  const lineId = idOf.get(line.code) ?? 0;
  const before = known.get(lineId);
  const edition = before ? before.version + (isSameLine(before, line) ? 0 : 1) : 1;
  const parentLineId = idOf.get(parentCode(line.code) ?? "") ?? null;
  return { ...line, lineId, parentLineId, version: edition };
}

function recordApplied(
  one: Change,
  { projectId, id }: BudgetImportKey,
  { compared, draft }: { compared: ComparedBudget; draft: DraftTree },
): void {
  const count = (wanted: string) =>
    [...compared.outcomes.values()].filter((outcome) => outcome === wanted).length;
  one.record({
    action: "budget-import.applied",
    objectType: "budget-import",
    objectId: id,
    projectId,
    changes: {
      created: [null, count("created")],
      changed: [null, count("changed")],
      removed: [null, compared.removed.length],
      eligibleHalere: [draft.sums.eligible, compared.tree?.sums.eligible ?? 0],
    },
  });
}
