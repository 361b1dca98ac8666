import type { LogEntryFields } from "../../../../db/queries/log-entries.ts";
import type { Milestone } from "../../../../db/queries/milestones.ts";
import { updateMilestone } from "../../../../db/queries/milestones.ts";
import type { Change } from "../../../change.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { cancelWithin } from "../../milestones/completion/service.ts";
import { moveAll } from "../../milestones/moves/service.ts";
import { keepMilestoneFound, milestoneAt } from "../../milestones/service.ts";

type Step = Pick<LogEntryFields, "nextStep" | "nextStepOn">;

/**
 * Lets the task follow the next step it came from. One that somebody has changed since follows only if the
 * editor says so (`choice`); what is done or cancelled stays as it is.
 * @throws InvalidInput for `task`, to ask
 */
export async function followNextStep(
  one: Change,
  key: { projectId: number; id: number },
  steps: { before: Step; after: Step },
  { choice, reason }: { choice: "follow" | "keep" | undefined; reason: string },
): Promise<void> {
  const { before, after } = steps;
  const task = await milestoneAt(one, key);
  const isClosed = task.doneOn !== null || task.cancelledOn !== null;
  if (isClosed || isSame(before, after) || choice === "keep") return;
  const isTouched = task.title !== before.nextStep || task.dueOn !== before.nextStepOn;
  if (isTouched && choice === undefined) throw new InvalidInput({ task: "taskTouched" });
  if (after.nextStep === null || after.nextStepOn === null) {
    await cancelWithin(one, task, reason);
    return;
  }
  await rename(one, task, after.nextStep);
  const renamed = await milestoneAt(one, key);
  if (renamed.dueOn === after.nextStepOn) return;
  await moveAll(one, [{ milestone: renamed, dueOn: after.nextStepOn }], reason);
}

function isSame(before: Step, after: Step): boolean {
  return before.nextStep === after.nextStep && before.nextStepOn === after.nextStepOn;
}

async function rename(one: Change, task: Milestone, title: string): Promise<void> {
  if (task.title === title) return;
  const updated = await updateMilestone(one.trx, task, { ...task, title });
  if (updated === 0) throw new Conflict("changedMeanwhile");
  await keepMilestoneFound(one, task);
  one.record({
    action: "milestone.edited",
    objectType: "milestone",
    objectId: task.id,
    projectId: task.projectId,
    changes: changedFields({ title: task.title }, { title }),
  });
}
