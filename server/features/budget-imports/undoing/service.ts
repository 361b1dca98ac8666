import {
  findBudgetImport,
  updateBudgetImportState,
} from "../../../../db/queries/budget-imports.ts";
import {
  type BudgetLine,
  deleteBudgetLines,
  insertBudgetLines,
  listBudgetLines,
} from "../../../../db/queries/budget-lines.ts";
import { updateBudgetSums } from "../../../../db/queries/budget-versions.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { reckon } from "../../budgets/trees/rules.ts";
import { draftToWrite } from "../../budgets/versions/service.ts";
import type { BudgetImportKey } from "../service.ts";

/**
 * Puts the lines of the draft back as they were before the import.
 * @throws Conflict when the draft is announced by now, or anybody has worked on it since
 */
export async function undoBudgetImport(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: BudgetImportKey & { version: number },
): Promise<void> {
  const { projectId, id, version } = key;
  await change(deps, author, async ({ trx, at, record }) => {
    const found = await findBudgetImport(trx, key);
    if (!found) throw new NotFound("budget import");
    const draft = await draftToWrite(trx, projectId);
    if (draft.id !== found.budgetVersionId) throw new Conflict("budgetImportPassed");
    const now = await listBudgetLines(trx, draft.id);
    const after = JSON.parse(found.after ?? "[]") as BudgetLine[];
    if (JSON.stringify(now) !== JSON.stringify(after)) throw new Conflict("budgetImportPassed");
    const before = JSON.parse(found.before ?? "[]") as BudgetLine[];
    const editions = new Map(now.map((line) => [line.lineId, line.version]));
    const rows = before.map((line) => ({
      ...line,
      version: Math.max(line.version, editions.get(line.lineId) ?? 0) + 1,
    }));
    await deleteBudgetLines(trx, draft.id);
    await insertBudgetLines(trx, draft.id, rows);
    await updateBudgetSums(trx, draft.id, reckon(before).sums);
    const step = { id, version, from: "applied", to: "undone", at } as const;
    if (!(await updateBudgetImportState(trx, step))) throw new Conflict("changedMeanwhile");
    record({
      action: "budget-import.undone",
      objectType: "budget-import",
      objectId: id,
      projectId,
      changes: { eligibleHalere: [draft.sums.eligible, reckon(before).sums.eligible] },
    });
  });
}
