import { listIndicators, updateIndicatorPositions } from "../../../../db/queries/indicators.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { neighbour } from "../../activities/rules.ts";

/** Changes places with the indicator of the same kind above or below. At the end of the row nothing happens. */
export async function moveIndicator(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { projectId, indicatorId }: { projectId: number; indicatorId: number },
  direction: "up" | "down",
): Promise<void> {
  await change(deps, author, async ({ trx, record }) => {
    await lockProject(trx, projectId);
    const all = await listIndicators(trx, { projectId });
    const moved = all.find(({ id }) => id === indicatorId);
    if (!moved) throw new NotFound("indicator");
    const siblings = all.filter(({ kind }) => kind === moved.kind);
    const other = neighbour(siblings, indicatorId, direction);
    if (!other) return;
    const order = all.map(({ id }) => id);
    const [from, to] = [order.indexOf(moved.id), order.indexOf(other.id)];
    order[from] = other.id;
    order[to] = moved.id;
    await updateIndicatorPositions(trx, projectId, order);
    record({
      action: "indicator.moved",
      objectType: "indicator",
      objectId: indicatorId,
      projectId,
      changes: { position: [siblings.indexOf(moved) + 1, siblings.indexOf(other) + 1] },
    });
  });
}
