import {
  deleteTargetGroups,
  insertTargetGroups,
  listTargetGroupChoices,
  listTargetGroupsOf,
} from "../../../../db/queries/activity-target-groups.ts";
import type { Change } from "../../../change.ts";
import { InvalidInput } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";

/** Only groups of the project, and those the activity has already. @returns what changed, for the history */
export async function setTargetGroups(
  { trx }: Change,
  key: { projectId: number; activityId: number },
  ids: number[],
): Promise<Record<string, [unknown, unknown]>> {
  const before = await listTargetGroupsOf(trx, key.activityId);
  if (
    isSameSet(
      before.map(({ id }) => id),
      ids,
    )
  )
    return {};
  const choices = await listTargetGroupChoices(trx, key);
  const chosen = choices.filter(({ id }) => ids.includes(id));
  if (chosen.length < ids.length) throw new InvalidInput({ targetGroupIds: "unknownChoice" });
  await deleteTargetGroups(trx, key.activityId);
  await insertTargetGroups(trx, key.activityId, ids);
  const labels = (groups: typeof before) => groups.map(({ labelCs }) => labelCs);
  return changedFields({ targetGroups: labels(before) }, { targetGroups: labels(chosen) });
}

function isSameSet(one: number[], other: number[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
