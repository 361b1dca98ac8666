import type { Database } from "../../../../db/connection.ts";
import { listActivityNames } from "../../../../db/queries/activities.ts";
import {
  countMilestonesByGroup,
  countMilestonesByState,
  listMilestones,
  type MilestoneFilter,
  type MilestoneSort,
} from "../../../../db/queries/milestone-list.ts";
import { listPossibleOwners } from "../../../../db/queries/owners.ts";
import { nobody, parseOwnerKey } from "../../../values/owner.ts";
import type { MilestoneListView } from "./schema.ts";

/** One page of the list with everything around it: five queries, four without groups. */
export async function loadMilestoneList(
  db: Database,
  project: { id: number },
  view: MilestoneListView,
  of: { today: string; page: { limit: number; offset: number } },
) {
  const filter = filterOf(project.id, view, of.today);
  const { group } = view;
  const [rows, counts, groups, activities, owners] = await Promise.all([
    listMilestones(db, filter, { group, sort: sortOf(view), page: of.page }),
    countMilestonesByState(db, filter),
    group === "none" ? [] : countMilestonesByGroup(db, filter, group),
    listActivityNames(db, project.id),
    listPossibleOwners(db, project.id),
  ]);
  return { projectId: project.id, rows, counts, groups, activities, owners };
}

export type MilestoneList = Awaited<ReturnType<typeof loadMilestoneList>>;

export function filterOf(
  projectId: number,
  view: MilestoneListView,
  today: string,
): MilestoneFilter {
  const { kind, activity, owner, from, to, state } = view;
  return {
    projectId,
    today,
    state,
    kind: kind === "" ? undefined : kind,
    activityId: activity === "" ? undefined : activity === "none" ? null : Number(activity),
    owner: owner === "nobody" ? nobody : parseOwnerKey(owner),
    from: from || undefined,
    to: to || undefined,
  };
}

export function sortOf({ sort }: MilestoneListView): MilestoneSort {
  const by = sort.replace("-", "") as MilestoneSort["by"];
  return { by, isDescending: sort.startsWith("-") };
}
