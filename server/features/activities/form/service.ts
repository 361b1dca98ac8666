import type { Database } from "../../../../db/connection.ts";
import { type Activity, listActivityNames } from "../../../../db/queries/activities.ts";
import { listTargetGroupChoices } from "../../../../db/queries/activity-target-groups.ts";
import { listPossibleOwners } from "../../../../db/queries/owners.ts";
import { NotFound } from "../../../errors.ts";
import { nextNumber } from "../rules.ts";

/** What the form offers: owners, target groups, and the number that comes next. Three queries. */
export async function loadActivityChoices(
  db: Database,
  projectId: number,
  of: { activity?: Activity; parentId?: number | null },
) {
  const activityId = of.activity?.id ?? null;
  const [owners, targetGroups, names] = await Promise.all([
    listPossibleOwners(db, projectId),
    listTargetGroupChoices(db, { projectId, activityId }),
    listActivityNames(db, projectId),
  ]);
  const parentId = of.activity ? of.activity.parentId : (of.parentId ?? null);
  const parent = names.find(({ id }) => id === parentId) ?? null;
  if (!of.activity && parentId !== null && (!parent || parent.parentId !== null))
    throw new NotFound("activity");
  const taken = names.filter((one) => one.parentId === parentId).map(({ number }) => number);
  return {
    projectId,
    owners,
    targetGroups,
    parent,
    nextNumber: nextNumber(taken, parent !== null),
  };
}
