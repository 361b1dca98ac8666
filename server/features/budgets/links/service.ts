import { listActivityNames } from "../../../../db/queries/activities.ts";
import {
  listLineActivities,
  replaceLineActivities,
} from "../../../../db/queries/budget-line-uses.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { InvalidInput } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";

/**
 * Sets which activities a line pays for, through all versions of the budget.
 * @throws InvalidInput on an activity that the project does not offer and the line does not have
 */
export async function linkActivities(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { projectId, lineId }: { projectId: number; lineId: number },
  activityIds: readonly number[],
): Promise<void> {
  await change(deps, author, async ({ trx, record }) => {
    await lockProject(trx, projectId);
    const titlesOf = async () =>
      (await listLineActivities(trx, projectId)).filter((link) => link.lineId === lineId);
    const before = await titlesOf();
    const names = await listActivityNames(trx, projectId);
    const offered = new Set(
      [...names, ...before.map(({ activityId: id }) => ({ id }))].map(({ id }) => id),
    );
    if (!activityIds.every((id) => offered.has(id)))
      throw new InvalidInput({ activities: "unknownChoice" });
    await replaceLineActivities(trx, lineId, activityIds);
    const told = (links: typeof before) => ({ activities: links.map(({ title }) => title) });
    const changes = changedFields(told(before), told(await titlesOf()));
    record({
      action: "budget-line.linked",
      objectType: "budget-line",
      objectId: lineId,
      projectId,
      changes,
    });
  });
}
