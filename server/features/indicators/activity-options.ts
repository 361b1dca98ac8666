import type { ActivityName } from "../../../db/queries/activities.ts";
import { activityCode, inTreeOrder } from "../activities/rules.ts";

/** Activities of a project for a select, sub-activities below their own. */
export function activityOptions(
  activities: readonly ActivityName[],
): { id: number; label: string }[] {
  return inTreeOrder([...activities]).map((activity) => {
    const parent = activities.find(({ id }) => id === activity.parentId);
    const code = activityCode({ ...activity, parentNumber: parent?.number ?? null });
    return { id: activity.id, label: `${code} ${activity.title}` };
  });
}
