import type { Database } from "../../../../db/connection.ts";
import { listActivityNames } from "../../../../db/queries/activities.ts";
import { listOccasions } from "../../../../db/queries/expenditure-choices.ts";
import {
  type ExpenditureFilter,
  type ExpenditureSort,
  listExpenditures,
  listOverdrawnLines,
  sumExpendituresByState,
} from "../../../../db/queries/expenditure-list.ts";
import { listPeriods } from "../../../../db/queries/periods.ts";
import { foldText } from "../../../values/fold.ts";
import { budgetLineOptions } from "../../budgets/words.ts";
import { findNamingVersion } from "../lines/service.ts";
import type { ExpenditureListView } from "./schema.ts";

const MOST_WORDS = 10;

/** One page of the list with everything around it; the number of queries does not depend on the rows. */
export async function loadExpenditureList(
  db: Database,
  projectId: number,
  view: ExpenditureListView,
  of: { readsPay: boolean; page: { limit: number; offset: number } },
) {
  const filter = filterOf(projectId, view, of.readsPay);
  const versionId = await findNamingVersion(db, projectId);
  const [rows, sums, overdrawn, lines, activities, occasions, periods] = await Promise.all([
    listExpenditures(db, filter, { sort: sortOf(view), versionId, page: of.page }),
    sumExpendituresByState(db, filter),
    listOverdrawnLines(db, { projectId, versionId }),
    budgetLineOptions(db, projectId),
    listActivityNames(db, projectId),
    listOccasions(db, projectId),
    listPeriods(db, projectId),
  ]);
  return { projectId, rows, sums, overdrawn, lines, activities, occasions, periods };
}

export type ExpenditureList = Awaited<ReturnType<typeof loadExpenditureList>>;

export function filterOf(
  projectId: number,
  view: ExpenditureListView,
  readsPay: boolean,
): ExpenditureFilter {
  const [occasion, id] = view.occasion.split(":");
  return {
    projectId,
    readsPay,
    state: view.state,
    kind: view.kind === "" ? undefined : view.kind,
    budgetLineId: idOrNone(view.line),
    activityId: idOrNone(view.activity),
    periodId: idOrNone(view.period),
    eventId: occasion === "event" ? Number(id) : undefined,
    internshipId: occasion === "internship" ? Number(id) : undefined,
    words: foldText(view.q).split(" ").filter(Boolean).slice(0, MOST_WORDS),
    from: view.from || undefined,
    to: view.to || undefined,
    isClaimable: view.claimable !== "",
  };
}

function idOrNone(chosen: string): number | null | undefined {
  if (chosen === "") return undefined;
  return chosen === "none" ? null : Number(chosen);
}

export function sortOf({ sort }: ExpenditureListView): ExpenditureSort {
  const by = sort.replace("-", "") as ExpenditureSort["by"];
  return { by, isDescending: sort.startsWith("-") };
}
