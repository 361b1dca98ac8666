import { findActivity, updateActivityBaseline } from "../../../../db/queries/activities.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";

/**
 * Makes today's dates of the activity the ones it is measured against. The former ones stay in the history
 * with the reason.
 */
export async function setBaselineAnew(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: { projectId: number; id: number },
  entry: { version: number; reason: string },
): Promise<void> {
  await change(deps, author, async ({ trx, record }) => {
    const activity = await findActivity(trx, key);
    if (!activity) throw new NotFound("activity");
    const { startsOn, endsOn } = activity;
    const updated = await updateActivityBaseline(
      trx,
      { id: key.id, version: entry.version },
      { startsOn, endsOn },
    );
    if (updated === 0) throw new Conflict("changedMeanwhile");
    record({
      action: "activity.rebaselined",
      objectType: "activity",
      objectId: key.id,
      projectId: key.projectId,
      changes: {
        baselineStartsOn: [activity.baselineStartsOn, startsOn],
        baselineEndsOn: [activity.baselineEndsOn, endsOn],
        reason: [null, entry.reason],
      },
    });
  });
}
