import { findMilestone } from "../../../db/queries/milestones.ts";
import {
  findOutputOfMilestone,
  insertOutput,
  insertOutputFact,
} from "../../../db/queries/outputs.ts";
import { lockProject } from "../../../db/queries/project-locks.ts";
import { type Author, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";

/**
 * Begins the paper of a planned output: a draft that is written, commented on and approved. Whoever comes
 * second gets the one that was begun.
 */
export async function beginOutput(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { projectId, milestoneId }: { projectId: number; milestoneId: number },
): Promise<number> {
  return change(deps, author, async (one) => {
    await lockProject(one.trx, projectId);
    const milestone = await findMilestone(one.trx, { projectId, id: milestoneId });
    if (milestone?.kind !== "output" || milestone.outputKind === "position")
      throw new NotFound("planned output");
    const begun = await findOutputOfMilestone(one.trx, milestoneId);
    if (begun) return begun.id;
    if (milestone.doneOn !== null || milestone.cancelledOn !== null)
      throw new Conflict("milestoneClosed");
    const createdAt = one.at;
    const id = await insertOutput(one.trx, { projectId, milestoneId, createdAt });
    await insertOutputFact(one.trx, {
      ...{ outputId: id, state: "draft", note: null, validOn: pragueDay(one.at) },
      ...{ recordedAt: one.at, recordedBy: one.by },
    });
    const { title } = milestone;
    one.record({
      ...{ action: "output.begun", objectType: "output", objectId: id, projectId },
      changes: { title: [null, title] },
    });
    return id;
  });
}
