import { listActivityNames, updateActivityPosition } from "../../../../db/queries/activities.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { neighbour } from "../rules.ts";

/** Changes places with the sibling above or below; the number stays. At the end of the row nothing happens. */
export async function moveActivity(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: { projectId: number; id: number },
  direction: "up" | "down",
): Promise<void> {
  await change(deps, author, async ({ trx, record }) => {
    await lockProject(trx, key.projectId);
    const names = await listActivityNames(trx, key.projectId);
    const activity = names.find(({ id }) => id === key.id);
    if (!activity) throw new NotFound("activity");
    const siblings = names.filter(({ parentId }) => parentId === activity.parentId);
    const other = neighbour(siblings, activity.id, direction);
    if (!other) return;
    const swapped = siblings.map((one) => {
      if (one.id === activity.id) return other;
      return one.id === other.id ? activity : one;
    });
    for (const [index, { id, position }] of swapped.entries()) {
      if (position !== index + 1) await updateActivityPosition(trx, { id, position: index + 1 });
    }
    record({
      action: "activity.moved",
      objectType: "activity",
      objectId: activity.id,
      projectId: key.projectId,
      changes: { place: [siblings.indexOf(activity) + 1, swapped.indexOf(activity) + 1] },
    });
  });
}
