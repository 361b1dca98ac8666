import { listBudgetLines } from "../../../../db/queries/budget-lines.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { InvalidInput } from "../../../errors.ts";
import { enterLines } from "../trees/service.ts";
import { draftToWrite } from "../versions/service.ts";
import { type FlatRate, readBlock } from "./rules.ts";

/**
 * Saves a block pasted from a spreadsheet, read anew over what the draft holds by now.
 * @throws InvalidInput `lines: pasteHasFaults` when any row of it is wrong
 */
export async function pasteBlock(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  given: { projectId: number; text: string; flatRate: FlatRate | null },
): Promise<{ created: number; changed: number }> {
  const { projectId, text, flatRate } = given;
  return change(deps, author, async (one) => {
    const draft = await draftToWrite(one.trx, projectId);
    const existing = await listBudgetLines(one.trx, draft.id);
    const block = readBlock(text, existing, flatRate);
    if (block.hasFaults) throw new InvalidInput({ lines: "pasteHasFaults" });
    return enterLines(one, draft, { projectId, lines: block.rows.map(({ line }) => line) });
  });
}
