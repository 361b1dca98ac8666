import { listActivityNames } from "../../../../db/queries/activities.ts";
import type { Change } from "../../../change.ts";
import { InvalidInput } from "../../../errors.ts";

/** An activity of the project that may be chosen: none, the one that was chosen before, or one still there. */
export async function checkActivity(
  { trx }: Change,
  projectId: number,
  activityId: number | null,
  current: number | null,
): Promise<void> {
  if (activityId === null || activityId === current) return;
  const names = await listActivityNames(trx, projectId);
  if (!names.some(({ id }) => id === activityId))
    throw new InvalidInput({ activityId: "unknownChoice" });
}
