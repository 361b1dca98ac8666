import { listMilestonesById, updateMilestoneOwners } from "../../../../db/queries/milestones.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { isSameOwner, type OwnerEntry } from "../../../values/owner.ts";
import { tellOwnerOfMany } from "../../notifications/owners/service.ts";
import { categoryOfMilestone } from "../../notifications/rules.ts";
import { resolveOwner } from "../../owners/service.ts";
import { milestoneAt } from "../service.ts";

/** Hands the milestones chosen over to another owner, or to nobody. */
export async function assignMilestones(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  projectId: number,
  entry: OwnerEntry & { milestoneIds: number[] },
): Promise<void> {
  await change(deps, author, async (one) => {
    const ids = entry.milestoneIds;
    const chosen = await listMilestonesById(one.trx, { projectId, ids });
    if (chosen.length < ids.length) throw new NotFound("milestone");
    const owner = await resolveOwner(one, projectId, entry);
    const others = chosen.filter((milestone) => !isSameOwner(milestone, owner));
    if (others.length === 0) return;
    await updateMilestoneOwners(
      one.trx,
      others.map(({ id }) => id),
      owner,
    );
    const first = others[0] as (typeof others)[number];
    const { ownerName } = await milestoneAt(one, { projectId, id: first.id });
    for (const milestone of others) {
      one.record({
        action: "milestone.assigned",
        objectType: "milestone",
        objectId: milestone.id,
        projectId,
        changes: { owner: [milestone.ownerName, ownerName] },
      });
    }
    for (const category of ["deadlines", "milestones"] as const) {
      const own = others.filter(({ kind }) => categoryOfMilestone(kind) === category);
      const objectIds = own.map(({ id }) => id);
      await tellOwnerOfMany(
        one,
        { projectId, objectType: "milestone", category, objectIds },
        owner,
      );
    }
  });
}
