import type { Database } from "../../../../db/connection.ts";
import { listHistory } from "../../../../db/queries/audit-events.ts";
import { listBudgetLines } from "../../../../db/queries/budget-lines.ts";
import { type ChangeWithBudget, listChangeStates } from "../../../../db/queries/project-changes.ts";
import { listResolutionsOfChange } from "../../../../db/queries/resolutions.ts";
import { movedMeanwhile } from "../approvals/service.ts";
import { listItemsNow } from "../items/service.ts";
import { compareLines } from "../versions/rules.ts";

const HISTORY_SHOWN = 30;

/** Everything on the page of one change; eleven queries at most, however much it changes. */
export async function loadChangePage(db: Database, change: ChangeWithBudget) {
  const { id, projectId, versionId, basedOnId } = change;
  const isOpen = change.state === "draft" || change.state === "announced";
  const items = await listItemsNow(db, { projectId, changeId: id });
  const [states, history, resolutions, before, after, moved] = await Promise.all([
    listChangeStates(db, id),
    listHistory(db, { objectType: "project-change", objectId: id, limit: HISTORY_SHOWN }),
    listResolutionsOfChange(db, id),
    basedOnId === null ? [] : listBudgetLines(db, basedOnId),
    versionId === null ? [] : listBudgetLines(db, versionId),
    isOpen ? movedMeanwhile(db, change, items) : { items: [], budget: null, seen: null },
  ]);
  const lines = compareLines(before, after).filter(({ status }) => status !== "same");
  return { change, items, states, history, resolutions, lines, moved };
}

export type ChangePage = Awaited<ReturnType<typeof loadChangePage>>;
